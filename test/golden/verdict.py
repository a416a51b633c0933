"""Independent numbers for the rotation signal on the monthly proxies: plain Python 3.11.

    python3 verdict.py FOLDER     FOLDER as in proxy.py, whose proxies these are (last in month)

Writes verdict.json beside this file. By the definitions of the method notes, defaults everywhere and
no risk-adjusted gap: value z/2 and momentum, each within -1..1, equal weights; look-back of up to 60
months before the last; edge of the indicated switch over half a year on a duration of 5.6 years.
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
    volatility = st.stdev(b - a for a, b in zip(window, window[1:])) * math.sqrt(12)
    slope = st.linear_regression(window[:-1], window[1:]).slope
    phi = slope + (1 + 3 * slope) / (len(window) - 1)
    half_life = math.log(0.5) / math.log(phi) if 0 < phi < 1 else None
    probability = None
    if half_life is not None:
        kappa = math.log(2) / half_life * 12
        kept = math.exp(-kappa * 0.5)
        side = 1 if score <= 0 else -1
        move = side * (st.fmean(past) - now) * (1 - kept)
        edge = 5.6 * move - side * now * 0.5 - 10
        sd = 5.6 * math.hypot(volatility * math.sqrt((1 - kept**2) / (2 * kappa)), (1 - kept) * 8)
        probability = st.NormalDist().cdf(edge / sd)
    return {"gap": now, "z": z, "score": score, "halfLife": half_life, "probability": probability}


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    data = {name: proxy.load(folder, name) for name in ("DGS5", "DGS10", "HQMCB10YR", "MORTGAGE30US")}
    ten = data["DGS10"]
    data["5/10"] = {d: (v + ten[d]) / 2 for d, v in data["DGS5"].items() if d in ten}
    result = {
        "about": "Derived from DGS5, DGS10 (Federal Reserve H.15), HQMCB10YR (US Treasury), MORTGAGE30US"
        " (Freddie Mac, Primary Mortgage Market Survey) to 2014-12-31, by verdict.py beside this file,"
        f" Python {sys.version.split()[0]}, standard library only, 2026-11-22; spreads in bp",
        "months": {},
    }
    for spot in SPOTS:
        pairs = [proxy.proxies(data, *m, "lastInMonth") for m in proxy.months((2000, 1), spot)]
        gaps = [float(p[0] - p[1]) for p in pairs if p]
        result["months"]["%d-%02d" % spot] = signal(gaps)
    (pathlib.Path(__file__).parent / "verdict.json").write_text(json.dumps(result, indent=1) + "\n")
