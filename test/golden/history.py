"""Independent numbers for the history functions: plain Python 3.11, `statistics` and fractions only.

Writes history.csv. Series G is the 24-month gap of the worked examples; series S is the AR(1)
series that a linear congruential generator and NORM.S.INV fix (seed 12345, 240 rows).
"""
import statistics as st

G = [58, 61, 66, 72, 75, 71, 67, 70, 64, 60, 62, 57, 55, 59, 54, 50, 52, 47, 49, 45, 44, 46, 40, 39]


def series_s(n=240, seed=12345):
    state, values, normal = seed, [], st.NormalDist()
    level = 55.0
    for t in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        shock = 4 * normal.inv_cdf((state + 0.5) / 2**32)
        level = 55.0 if t == 0 else 55 + 0.85 * (level - 55) + shock
        values.append(level)
    return values


def z_std(series, window=None):
    past = series[:-1] if window is None else series[-1 - window:-1]
    return (series[-1] - st.fmean(past)) / st.stdev(past)


def z_mad(series, window=None):
    past = series[:-1] if window is None else series[-1 - window:-1]
    centre = st.median(past)
    return (series[-1] - centre) / (1.4826 * st.median(abs(x - centre) for x in past))


def z_ewma(series, half_life=12, window=None):
    past = series[:-1] if window is None else series[-1 - window:-1]
    weights = [0.5 ** ((len(past) - 1 - i) / half_life) for i in range(len(past))]
    total = sum(weights)
    weights = [w / total for w in weights]
    centre = sum(w * x for w, x in zip(weights, past))
    variance = sum(w * (x - centre) ** 2 for w, x in zip(weights, past)) / (1 - sum(w * w for w in weights))
    return (series[-1] - centre) / variance**0.5


def mid_rank(series):
    past, last = series[:-1], series[-1]
    return (sum(x < last for x in past) + sum(x == last for x in past) / 2) / len(past)


S = series_s()
rows = [
    ("G", "z std", z_std(G)),
    ("G", "z std 12", z_std(G, 12)),
    ("G", "z mad", z_mad(G)),
    ("G", "z ewma", z_ewma(G)),
    ("G", "z ewma 6", z_ewma(G, 6)),
    ("G", "rank mid", mid_rank(G)),
    ("S", "first", S[0]),
    ("S", "second", S[1]),
    ("S", "last", S[-1]),
    ("S", "z std", z_std(S)),
    ("S", "z std 60", z_std(S, 60)),
    ("S", "z mad", z_mad(S)),
    ("S", "z ewma", z_ewma(S)),
    ("S", "rank mid", mid_rank(S)),
]
normal = st.NormalDist()
rows += [("normal", str(p), normal.inv_cdf(p)) for p in (1e-12, 1e-6, 0.001, 0.02425, 0.075, 0.3, 0.5, 0.75, 0.9, 0.975, 0.9999999)]

if __name__ == "__main__":
    with open("history.csv", "w") as out:
        out.write("# Python 3.11 standard library only, by history.py beside this file, 2026-11-22\n")
        out.write("series,measure,value\n")
        for name, measure, value in rows:
            out.write(f"{name},{measure},{value!r}\n")
