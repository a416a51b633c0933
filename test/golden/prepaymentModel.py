"""Speeds of the prepayment model, by a second program: plain Python 3.11, no library.

Writes prepaymentModel.csv. Each set is written out here as published in the project's table of
dials (pooled, generic, protected, 2025 judgement); a month's CPR follows from the formula of the
method, two populations, with burnout by what is left of each.
"""
import math

MEASURED = [0.88, 0.73, 0.77, 1.00, 1.03, 1.21, 1.22, 1.14, 1.16, 0.97, 1.02, 0.87]
RICHARD_ROLL = [0.94, 0.76, 0.73, 0.96, 0.98, 0.92, 0.99, 1.10, 1.18, 1.21, 1.23, 0.97]
# refiMax, refiMid, refiWidth, turnover, ramp, fast, slow, lockIn, lockMid, lockWidth, seasons
SETS = {
    "pooled": (0.55, 0.0072, 0.003, 0.079, 18, 0.55, 0.22, 0.53, -0.027, 0.0077, MEASURED),
    "generic": (0.79, 0.0041, 0.0019, 0.079, 18, 0.55, 0.22, 0.53, -0.027, 0.0077, MEASURED),
    "protected": (0.47, 0.0094, 0.0028, 0.079, 18, 0.55, 0.22, 0.53, -0.027, 0.0077, MEASURED),
    "2025 judgement": (0.5, 0.006, 0.0022, 0.065, 30, 0.7, 0.2, 0.4, -0.01, 0.005, RICHARD_ROLL),
}
POOLS = [
    # wac, age, calendar month of the first speed, mortgage rates
    (0.0595, 3, 11, [0.055, 0.045, 0.05, 0.065]),
    (0.0300, 40, 1, [0.065, 0.0625, 0.06, 0.07]),
    (0.0795, 17, 5, [0.0675, 0.0669, 0.0677]),
    (0.0700, 60, None, [0.045] * 6),
]


def logistic(x):
    return 1 / (1 + math.exp(-x))


def speeds(dials, wac, age, first, rates):
    top, mid, width, turnover, ramp, fast, slow, lock, lock_mid, lock_width, seasons = dials
    left = {1.0: fast, slow: 1 - fast}
    out = []
    for k, rate in enumerate(rates):
        incentive = wac - rate
        seasoned = min(1, (age + k + 1) / ramp)
        season = 1 if first is None else seasons[(first - 1 + k) % 12]
        moving = turnover * season * (1 - lock * logistic((lock_mid - incentive) / lock_width))
        before = sum(left.values())
        for pace in left:
            cpr = seasoned * (pace * top * logistic((incentive - mid) / width) + moving)
            left[pace] *= (1 - min(0.85, cpr)) ** (1 / 12)
        out.append(1 - (sum(left.values()) / before) ** 12)
    return out


with open("prepaymentModel.csv", "w") as file:
    print("# Python 3.11 without a library, by prepaymentModel.py beside this file, 2026-11-30", file=file)
    print("set,wac,age,firstMonth,rates,cprs", file=file)
    for name, dials in SETS.items():
        for wac, age, first, rates in POOLS:
            cprs = " ".join(f"{cpr:.15f}" for cpr in speeds(dials, wac, age, first, rates))
            path = " ".join(str(rate) for rate in rates)
            print(name, wac, age, "" if first is None else first, path, cprs, sep=",", file=file)
