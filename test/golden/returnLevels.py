"""Period, annual and chained returns of a synthetic daily total-return index.

Independent of the product: Python 3.11 standard library only (datetime arithmetic, Fraction for
the levels). Version and date stand in the first line of the table it writes. Run it in its own
folder: python3 returnLevels.py

The index has a level on every weekday from 2009-06-01 to 2014-11-14 but for 24 to 31 December
2011 and the first week of January 2012 (a gap at a year's end): level k (from 0) is
100 + k/8 + (k * k mod 97) / 16, exact in binary.
"""
from datetime import date, timedelta
from fractions import Fraction as F

EPOCH = date(1899, 12, 30)
serial = lambda day: (day - EPOCH).days

levels, k, day = {}, 0, date(2009, 6, 1)
while day <= date(2014, 11, 14):
    if day.weekday() < 5:
        if not date(2011, 12, 24) <= day <= date(2012, 1, 7):
            levels[day] = F(100) + F(k, 8) + F(k * k % 97, 16)
        k += 1
    day += timedelta(1)
days = sorted(levels)


def near(target, as_of):
    """Last level in the five days up to the target, else the first in the five after it."""
    for back in range(6):
        it = target - timedelta(back)
        if it in levels and it <= as_of:
            return it
    for ahead in range(1, 6):
        it = target + timedelta(ahead)
        if it in levels and it <= as_of:
            return it
    return None


def total(start, end):
    return None if start is None or end is None else levels[end] / levels[start] - 1


def months_before(day, months):
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    first_of_next = lambda y, m: date(y + m // 12, m % 12 + 1, 1)
    last = (first_of_next(year, month + 1) - timedelta(1)).day
    own_last = (first_of_next(day.year, day.month) - timedelta(1)).day
    return date(year, month + 1, last if day.day == own_last else min(day.day, last))


def period(name, as_of):
    end = max((it for it in days if as_of - timedelta(5) <= it <= as_of), default=None)
    if name == "MTD":
        start = date(as_of.year, as_of.month, 1) - timedelta(1)
    elif name == "QTD":
        start = date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1) - timedelta(1)
    elif name == "YTD":
        start = date(as_of.year - 1, 12, 31)
    elif name == "INCEPTION":
        return total(days[0], end)
    elif name.isdigit():
        return total(near(date(int(name) - 1, 12, 31), as_of), near(date(int(name), 12, 31), as_of))
    else:
        start = months_before(as_of, int(name[:-1]) * (12 if name[-1] == "Y" else 1))
    return total(near(start, as_of), end)


rows = []
for as_of in (date(2014, 11, 14), date(2014, 2, 28), date(2013, 3, 31), date(2012, 1, 9)):
    for name in ("MTD", "QTD", "YTD", "1M", "3M", "6M", "1Y", "3Y", "5Y", "INCEPTION", "2010", "2013"):
        rows.append((name, serial(as_of), period(name, as_of)))

if __name__ == "__main__":
    with open("returnLevels.csv", "w") as out:
        out.write("# Python 3.11 standard library only, by returnLevels.py beside this file, 2026-11-22\n")
        out.write("# an empty return: the period's start or end is in no level within five days\n")
        out.write("period,asOf,return\n")
        for name, as_of, value in rows:
            out.write(f"{name},{as_of},{'' if value is None else repr(float(value))}\n")
