"""Effective durations of bonds without options for two kinds of move: plain Python 3.11.

Writes rateMoves.csv. The base curve's par yields are bootstrapped to discount factors whose
logarithm is linear in time (ACT/365F) between tenors; the spread is continuous and held; the curve
moves 25 bp each way, its par yields at the tenors or its continuous zero rates.
"""
import math
from datetime import date

SETTLEMENT = date(2026, 1, 15)
CURVE = [(2, 0.0359), (3, 0.0366), (5, 0.0382), (7, 0.0402), (10, 0.0423), (30, 0.0483)]
MOVE = 0.0025


def time(months):
    years, month = divmod(SETTLEMENT.month - 1 + months, 12)
    return (date(SETTLEMENT.year + years, month + 1, SETTLEMENT.day) - SETTLEMENT).days / 365


def exponent(nodes, t):
    """-ln of the discount factor: linear between nodes, the last forward beyond."""
    k = next((k for k in range(1, len(nodes) - 1) if t <= nodes[k][0]), len(nodes) - 1)
    (a, x), (b, y) = nodes[k - 1], nodes[k]
    return x + (y - x) * (t - a) / (b - a)


def flows(coupon, years):
    return [(time(6 * k), coupon / 2 + (k == 2 * years)) for k in range(1, 2 * years + 1)]


def bisect(f, low, high):
    """Root of a falling function."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > 0 else (low, middle)
    return low


def bootstrap(curve):
    nodes = [(0.0, 0.0)]
    for years, par in curve:
        t = time(12 * years)
        bond = flows(par, years)
        worth = lambda x: sum(c * math.exp(-exponent(nodes + [(t, x)], s)) for s, c in bond) - 1
        nodes.append((t, bisect(worth, 0, 5)))
    return nodes


def value(bond, nodes, spread):
    return sum(100 * c * math.exp(-exponent(nodes, t) - spread * t) for t, c in bond)


def duration(coupon, years, price, kind):
    bond, nodes = flows(coupon, years), bootstrap(CURVE)
    spread = bisect(lambda s: value(bond, nodes, s) - price, -0.2, 0.2)

    def moved(by):
        if kind == "par":
            return bootstrap([(t, y + by) for t, y in CURVE])
        return [(t, x + by * t) for t, x in nodes]

    fallen, risen = (value(bond, moved(by), spread) for by in (-MOVE, MOVE))
    return (fallen - risen) / (2 * MOVE * price)


with open("rateMoves.csv", "w") as file:
    print("# Python 3.11 without a library, by rateMoves.py beside this file, 2026-11-30", file=file)
    print("coupon,years,price,move,duration", file=file)
    for coupon, years, price in [(0.05, 10, 102), (0.055, 30, 100.5), (0.02, 5, 93)]:
        for kind in ("par", "zero"):
            print(coupon, years, price, kind, f"{duration(coupon, years, price, kind):.9f}", sep=",", file=file)
