"""Independent numbers for the monthly spread proxies: plain Python 3.11, standard library only.

    python3 proxy.py FOLDER     FOLDER holds DGS5.csv, DGS10.csv, HQMCB10YR.csv, MORTGAGE30US.csv

Writes proxy.json beside this file: derived numbers only, none of the series.

MBS proxy        mortgage rate - (5-year + 10-year Treasury yield) / 2
corporate proxy  corporate 10-year - 10-year Treasury yield
last in month    MBS: the last mortgage rate of the month with the yields of its day, or of the
                 nearest day before it that has both, at most 5 days before;
                 corporate: the month's value with the 10-year yield of the month's last day, or of
                 the nearest day before it, at most 5 days before
month mean       the month's mean mortgage rate and mean of the daily (5-year + 10-year) / 2;
                 the month's corporate value and mean 10-year yield
z                last gap against the N before it: sample standard deviation
percentile       share of the N before it that lie below, ties half

Yields are kept as fractions, so that equal gaps are equal: 2.17 - 1.65 in binary need not be 0.52.
"""
import datetime as dt
import json
import pathlib
import statistics as st
import sys
from fractions import Fraction

LAST = (2014, 12)
SPOTS = [(2003, 6), (2008, 12), (2013, 5), LAST]
WINDOWS = {"1y": 12, "5y": 60, "all": None}


def load(folder, name):
    rows = {}
    for line in (folder / f"{name}.csv").read_text().splitlines()[1:]:
        day, value = line.split(",")
        if value not in ("", "."):
            rows[dt.date.fromisoformat(day)] = Fraction(value)
    return rows


def near(rows, day):
    """The value of the day, or of one of the five days before it; walked back a day at a time."""
    for back in range(6):
        if day - dt.timedelta(days=back) in rows:
            return rows[day - dt.timedelta(days=back)]
    return None


def of_month(rows, year, month):
    return {d: v for d, v in rows.items() if (d.year, d.month) == (year, month)}


def month_end(year, month):
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def proxies(data, year, month, how):
    """MBS and corporate proxy of a month in basis points, or None."""
    mortgage = of_month(data["MORTGAGE30US"], year, month)
    corporate = of_month(data["HQMCB10YR"], year, month)
    if not mortgage or not corporate:
        return None
    (corporate,) = corporate.values()
    ten = data["DGS10"]
    both = data["5/10"]
    if how == "lastInMonth":
        day = max(mortgage)
        pair = (mortgage[day], near(both, day), near(ten, month_end(year, month)))
    else:
        pair = tuple(
            st.mean(of_month(rows, year, month).values()) if of_month(rows, year, month) else None
            for rows in (data["MORTGAGE30US"], both, ten)
        )
    if None in pair:
        return None
    rate, blend, ten_year = pair
    return 100 * (rate - blend), 100 * (corporate - ten_year)


def months(first, last):
    (year, month) = first
    while (year, month) <= last:
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def z(past, now):
    return (now - st.mean(past)) / st.stdev(past)


def rank(past, now):
    return sum((x < now) + Fraction(x == now, 2) for x in past) / len(past)


def answer(data, how):
    first = max(min((d.year, d.month) for d in rows) for rows in data.values())
    history = {m: proxies(data, *m, how) for m in months(first, LAST)}
    every = {m: p[0] - p[1] for m, p in history.items() if p}
    gaps = [p[0] - p[1] for p in history.values() if p]
    mbs, corporate = history[LAST]
    past, now = gaps[:-1], gaps[-1]
    window = {k: past if n is None else past[-n:] for k, n in WINDOWS.items()}
    return {
        "asOf": "%d-%02d" % LAST,
        "mbs": float(mbs),
        "corporate": float(corporate),
        "gap": float(now),
        "z": {k: float(z(w, now)) for k, w in window.items()},
        "percentile": {k: float(rank(w, now)) for k, w in window.items()},
        "n": len(gaps),
        "missing": sum(p is None for p in history.values()),
        "every": every,
        "gaps": {"%d-%02d" % m: float(history[m][0] - history[m][1]) for m in SPOTS},
    }


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    data = {name: load(folder, name) for name in ("DGS5", "DGS10", "HQMCB10YR", "MORTGAGE30US")}
    ten = data["DGS10"]
    data["5/10"] = {d: (v + ten[d]) / 2 for d, v in data["DGS5"].items() if d in ten}
    result = {
        "about": "Derived from DGS5, DGS10 (Federal Reserve H.15), HQMCB10YR (US Treasury), MORTGAGE30US"
        " (Freddie Mac, Primary Mortgage Market Survey) to 2014-12-31, by proxy.py beside this file,"
        f" Python {sys.version.split()[0]}, standard library only, 2026-11-22; spreads in bp",
        **{how: answer(data, how) for how in ("lastInMonth", "monthMean")},
    }
    last, mean = (result[how].pop("every") for how in ("lastInMonth", "monthMean"))
    distance = {m: abs(last[m] - mean[m]) for m in last.keys() & mean.keys()}
    most = max(distance, key=lambda m: distance[m])
    result["apart"] = {
        "mean": float(st.mean(distance.values())),
        "most": float(distance[most]),
        "month": "%d-%02d" % most,
    }
    (pathlib.Path(__file__).parent / "proxy.json").write_text(json.dumps(result, indent=1) + "\n")
