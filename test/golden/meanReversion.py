"""Independent numbers for the unit root and break tests and the regressions: plain Python 3.11.

Writes meanReversion.csv. Every regression is solved by its normal equations in exact fractions
(the values of series S are binary fractions as they stand), so that no rounding enters before the
last step: square roots, and MacKinnon's polynomial with statistics.NormalDist.
"""
import math
import statistics as st
from fractions import Fraction

from history import G, S


def solve(matrix, right):
    """Gauss-Jordan elimination in fractions."""
    n = len(matrix)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(n):
            if r != i:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


def regression(columns, y):
    """Coefficients, residual sum of squares, and the inverse of X'X, all exact."""
    columns = [[Fraction(v) for v in column] for column in columns]
    y = [Fraction(v) for v in y]
    k = len(columns)
    cross = [[sum(a * b for a, b in zip(x, z)) for z in columns] for x in columns]
    beta = solve(cross, [sum(a * b for a, b in zip(x, y)) for x in columns])
    rest = [v - sum(b * x[t] for b, x in zip(beta, columns)) for t, v in enumerate(y)]
    inverse = [solve(cross, [Fraction(int(i == j)) for i in range(k)]) for j in range(k)]
    return beta, rest, inverse


def squares(rest):
    return sum(v * v for v in rest)


def adf(series, lags):
    x = [Fraction(v) for v in series]
    steps = [b - a for a, b in zip(x, x[1:])]
    times = range(lags, len(steps))
    columns = [[1 for _ in times], [x[t] for t in times]]
    columns += [[steps[t - lag] for t in times] for lag in range(1, lags + 1)]
    beta, rest, inverse = regression(columns, [steps[t] for t in times])
    variance = squares(rest) / (len(times) - len(columns)) * inverse[1][1]
    return float(beta[1]) / math.sqrt(variance)


def mackinnon(tau):
    """MacKinnon 1994, table for one series with a constant; the surfaces meet at -1.61."""
    left, right = (2.1659, 1.4412, 0.038269), (1.7339, 0.93202, -0.12745, -0.010368)
    surface = left if tau <= -1.61 else right
    return st.NormalDist().cdf(sum(c * tau**i for i, c in enumerate(surface)))


def sup_f(series, robust, trim=Fraction(15, 100)):
    """Largest F of a step: restricted against unrestricted residuals, a regression for each row."""
    x = [Fraction(v) for v in series]
    y = x[1:] if robust else x
    base = [[1] * len(y)] + ([x[:-1]] if robust else [])
    _, rest, _ = regression(base, y)
    restricted = squares(rest)
    margin = math.ceil(trim * len(y))
    best = (-1, 0)
    for k in range(margin, len(y) - margin + 1):
        step = [int(t >= k) for t in range(len(y))]
        _, rest, _ = regression(base + [step], y)
        left = squares(rest)
        f = float((restricted - left) / (left / (len(y) - len(base) - 1)))
        best = max(best, (f, k + 1 + int(robust)))
    return best


def newey_west(columns, y, lags):
    beta, rest, inverse = regression(columns, y)
    k, n = len(columns), len(y)
    scores = [[Fraction(x[t]) * rest[t] for t in range(n)] for x in columns]

    def gamma(i, j, lag):
        return sum(scores[i][t] * scores[j][t - lag] for t in range(lag, n))

    def long_run(i, j):
        return gamma(i, j, 0) + sum(
            (1 - Fraction(lag, lags + 1)) * (gamma(i, j, lag) + gamma(j, i, lag)) for lag in range(1, lags + 1)
        )

    middle = [[long_run(i, j) for j in range(k)] for i in range(k)]
    errors = [
        math.sqrt(sum(inverse[c][i] * middle[i][j] * inverse[j][c] for i in range(k) for j in range(k)))
        for c in range(k)
    ]
    ordinary = [math.sqrt(squares(rest) / (n - k) * inverse[c][c]) for c in range(k)]
    return [float(b) for b in beta], ordinary, errors


# METHOD's eight rows, and three columns that are nearly parallel.
Y8 = [101, 98, 104, 110, 107, 99, 95, 92]
X8 = [88, 86, 92, 99, 95, 90, 84, 80]
NEAR = [[1] * 8, X8, [v + Fraction(i * i, 1024) for i, v in enumerate(X8)]]
MBS = [120, 125, 118, 110, 112, 105, 101]
CORPORATE = [85, 90, 84, 80, 82, 70, 62]


def steps(series):
    return [b - a for a, b in zip(series, series[1:])]


def correlation(a, b):
    return st.correlation([float(v) for v in a], [float(v) for v in b])


rows = []
for name, series in (("S", S), ("G", G)):
    for lags in (0, 1, 3):
        tau = adf(series, lags)
        rows += [(name, f"adf {lags}", tau), (name, f"adf p {lags}", mackinnon(tau))]
    for robust in (True, False):
        f, row = sup_f(series, robust)
        word = "robust" if robust else "naive"
        rows += [(name, f"break f {word}", f), (name, f"break row {word}", row)]
for lags in (0, 2):
    beta, ordinary, robust = newey_west([[1] * 8, X8], Y8, lags)
    rows += [("eight", f"nw {lags} {c}", e) for c, e in enumerate(robust)]
rows += [("eight", f"b {c}", b) for c, b in enumerate(beta)]
rows += [("eight", f"se {c}", e) for c, e in enumerate(ordinary)]
beta, ordinary, _ = newey_west(NEAR, Y8, 0)
rows += [("near", f"b {c}", b) for c, b in enumerate(beta)]
rows += [("near", f"se {c}", e) for c, e in enumerate(ordinary)]
x, y = steps(CORPORATE), steps(MBS)
for lags in (0, 2):
    beta, ordinary, robust = newey_west([[1] * len(x), x], y, lags)
    rows.append(("beta", f"se {lags}", ordinary[1] if lags == 0 else robust[1]))
rows += [("beta", "beta", beta[1]), ("beta", "correlation", correlation(x, y))]


def autoregressive(series):
    """Least-squares phi, its first-order correction, shock, and the two means."""
    before, after = series[:-1], series[1:]
    (constant, phi), rest, _ = regression([[1] * len(before), before], after)
    n = len(before)
    shock = math.sqrt(squares(rest) / (n - 2))
    return float(constant), float(phi), float(phi + (1 + 3 * phi) / n), shock, st.fmean(before), st.fmean(after)


def ornstein_uhlenbeck(phi, constant, shock, dt=1 / 12):
    kappa = -math.log(phi) / dt
    return kappa, constant / (1 - phi), shock * math.sqrt(2 * kappa / (1 - phi * phi))


constant, phi, corrected, shock, mean_before, mean_after = autoregressive(S)
rows += [
    ("S", "phi", phi),
    ("S", "half-life", math.log(0.5) / math.log(phi)),
    ("S", "half-life corrected", math.log(0.5) / math.log(corrected)),
]
for word, p, c in (("", phi, constant), (" corrected", corrected, mean_after - corrected * mean_before)):
    rows += [("S", name + word, v) for name, v in zip(("kappa", "theta", "sigma"), ornstein_uhlenbeck(p, c, shock))]
_, phi, corrected, *_ = autoregressive(G)
rows += [("G", "phi", phi), ("G", "phi corrected", corrected)]
three = [b - a for a, b in zip(G, G[3:])]
rows += [
    ("G", "volatility", st.stdev(steps(G)) * 12**0.5),
    ("G", "volatility of the last 12", st.stdev(steps(G)[-12:]) * 12**0.5),
    ("G", "volatility lag 3", st.stdev(three) * 4**0.5),
]
normal = st.NormalDist()
rows += [("cdf", str(z), normal.cdf(z)) for z in (-2.9999, -1.5, -0.1, 0.0, 0.3, 1.0, 1.959963984540054, 2.9999)]
# erfc keeps full relative precision far out, where 1 - cdf would not.
rows += [("cdf", str(z), math.erfc(-z / math.sqrt(2)) / 2) for z in (-37.5, -20.0, -8.0, -5.0, -3.0, 3.0, 6.0)]

if __name__ == "__main__":
    with open("meanReversion.csv", "w") as out:
        out.write("# Python 3.11 standard library only, by meanReversion.py beside this file, 2026-11-22\n")
        out.write("series,measure,value\n")
        for name, measure, value in rows:
            out.write(f"{name},{measure},{value!r}\n")
