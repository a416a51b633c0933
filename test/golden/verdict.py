"""Independent numbers for the rotation signal on the monthly proxies: plain Python 3.11.

    python3 verdict.py FOLDER     FOLDER as in proxy.py, whose proxies these are (last in month)

Writes verdict.json beside this file. By the definitions of the method notes, defaults everywhere and
no risk-adjusted gap: value z/2 and momentum, each within -1..1, equal weights; look-back of up to 60
months before the last; edge of the indicated switch over half a year on a duration of 5.6 years, its
probability over all that the whole history leaves open of level, reversion and volatility.
"""
import json
import math
import pathlib
import statistics as st
import sys

import proxy

SPOTS = [(2003, 6), (2008, 12), (2013, 5), (2014, 12)]


def clip(x):
    return max(-1.0, min(1.0, x))


def signal(gaps):
    window = gaps[-61:]
    past, now = window[:-1], window[-1]
    z = (now - st.fmean(past)) / st.stdev(past)
    quarter = [b - a for a, b in zip(window, window[3:])][:-1]
    momentum = clip(-(now - window[-4]) / (2 * st.stdev(quarter)))
    score = (clip(z / 2) + momentum) / 2
    probability = win(gaps, 1 if score <= 0 else -1)
    return {"gap": now, "z": z, "score": score, "probability": probability}


HALF_LIVES = [1.5 * 2 ** (i / 2) for i in range(10)]
NO_REVERSION = 0.38


def given(x, phi):
    """Log restricted likelihood, forecast of half a year and its scale, by prewhitened least squares."""
    n = len(x)
    if phi == 1:
        squares = sum((b - a) ** 2 for a, b in zip(x, x[1:]))
        return -(n - 1) / 2 * math.log(squares), x[-1], math.sqrt(squares / (n - 1) * 6)
    root = math.sqrt(1 - phi * phi)
    ones = [root] + [1 - phi] * (n - 1)
    y = [root * x[0]] + [b - phi * a for a, b in zip(x, x[1:])]
    information = sum(o * o for o in ones)
    level = sum(o * v for o, v in zip(ones, y)) / information
    squares = sum((v - level * o) ** 2 for o, v in zip(ones, y))
    likelihood = math.log(root) - math.log(information) / 2 - (n - 1) / 2 * math.log(squares)
    kept = phi**6
    ahead = sum(phi ** (2 * j) for j in range(6)) + (1 - kept) ** 2 / information
    return likelihood, level + kept * (x[-1] - level), math.sqrt(squares / (n - 1) * ahead)


def student(t, nu):
    """Distribution function by Simpson's rule over 4,000 steps."""
    density = math.exp(math.lgamma((nu + 1) / 2) - math.lgamma(nu / 2)) / math.sqrt(nu * math.pi)
    f = lambda u: density * (1 + u * u / nu) ** (-(nu + 1) / 2)
    h = t / 4000
    inner = sum((4 if i % 2 else 2) * f(i * h) for i in range(1, 4000))
    return 0.5 + h / 3 * (f(0) + inner + f(t))


def win(gaps, side):
    """Probability that the switch wins, over half-lives, none, level and volatility as estimated."""
    phis = [0.5 ** (1 / months) for months in HALF_LIVES] + [1]
    priors = [(1 - NO_REVERSION) / len(HALF_LIVES)] * len(HALF_LIVES) + [NO_REVERSION]
    found = [given(gaps, phi) for phi in phis]
    best = max(likelihood for likelihood, _, _ in found)
    weights = [p * math.exp(it[0] - best) for p, it in zip(priors, found)]
    now, total = gaps[-1], 0.0
    for weight, (_, forecast, scale) in zip(weights, found):
        edge = side * (5.6 * (forecast - now) - now * 0.5) - 10
        total += weight * student(edge / (5.6 * scale), len(gaps) - 1)
    return total / sum(weights)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    data = {name: proxy.load(folder, name) for name in ("DGS5", "DGS10", "HQMCB10YR", "MORTGAGE30US")}
    ten = data["DGS10"]
    data["5/10"] = {d: (v + ten[d]) / 2 for d, v in data["DGS5"].items() if d in ten}
    result = {
        "about": "Derived from DGS5, DGS10 (Federal Reserve H.15), HQMCB10YR (US Treasury), MORTGAGE30US"
        " (Freddie Mac, Primary Mortgage Market Survey) to 2014-12-31, by verdict.py beside this file,"
        f" Python {sys.version.split()[0]}, standard library only, 2026-11-30; spreads in bp",
        "months": {},
    }
    for spot in SPOTS:
        pairs = [proxy.proxies(data, *m, "lastInMonth") for m in proxy.months((2000, 1), spot)]
        gaps = [float(p[0] - p[1]) for p in pairs if p]
        result["months"]["%d-%02d" % spot] = signal(gaps)
    (pathlib.Path(__file__).parent / "verdict.json").write_text(json.dumps(result, indent=1) + "\n")
