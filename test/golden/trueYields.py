"""Bonds whose payments move to business days, by QuantLib 1.29. Writes trueYields.csv.

An unadjusted schedule, payments Following by UnitedStates(GovernmentBond), the yield compounded at
the bond's frequency and counted by its day count. Terms are drawn at random by a fixed seed; two
payments or more are left, because QuantLib compounds where the street takes simple interest.
"""
import random

import QuantLib as ql

random.seed(20261130)
CALENDAR = ql.UnitedStates(ql.UnitedStates.GovernmentBond)
DAY_COUNTS = [
    ql.Thirty360(ql.Thirty360.USA),
    ql.ActualActual(ql.ActualActual.ISMA),
    ql.Actual360(),
    ql.Actual365Fixed(),
    ql.Thirty360(ql.Thirty360.European),
]
FREQUENCIES = {1: ql.Annual, 2: ql.Semiannual, 4: ql.Quarterly}
HEADING = """# QuantLib 1.29: FixedRateBond on an unadjusted schedule, payments Following by UnitedStates(GovernmentBond),
# yield compounded at the bond's frequency and by its day count; terms drawn at random. Written by trueYields.py, 2026-12.
settlement,maturity,coupon,frequency,basis,yield,clean,accrued,macaulay,modified,convexity,firstPayment
"""


def iso(day):
    return "%04d-%02d-%02d" % (day.year(), day.month(), day.dayOfMonth())


def row():
    basis = random.choice([0, 1, 2, 3, 4])
    frequency = random.choice([1, 2, 2, 2, 4])
    maturity = ql.Date(random.randint(1, 27), random.randint(1, 12), random.randint(2027, 2056))
    settlement = CALENDAR.adjust(
        ql.Date(random.randint(1, 27), random.randint(1, 12), random.randint(2024, 2026))
    )
    coupon = random.choice([0.01, 0.025, 0.03875, 0.05, 0.0625, 0.08])
    yld = round(random.uniform(-0.005, 0.11), 5)
    start = maturity
    while start > settlement:
        start = start - ql.Period(12 // frequency, ql.Months)
    schedule = ql.Schedule(
        start, maturity, ql.Period(FREQUENCIES[frequency]), CALENDAR,
        ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False,
    )
    count = DAY_COUNTS[basis]
    bond = ql.FixedRateBond(
        0, 100.0, schedule, [coupon], count, ql.Following, 100.0, ql.Date(), CALENDAR
    )
    ql.Settings.instance().evaluationDate = settlement
    left = [flow for flow in bond.cashflows() if flow.date() > settlement]
    if len(left) < 3:
        return None
    terms = (yld, count, ql.Compounded, FREQUENCIES[frequency])
    rate = ql.InterestRate(*terms)
    values = [
        bond.cleanPrice(*terms, settlement),
        bond.accruedAmount(settlement),
        ql.BondFunctions.duration(bond, rate, ql.Duration.Macaulay, settlement),
        ql.BondFunctions.duration(bond, rate, ql.Duration.Modified, settlement),
        ql.BondFunctions.convexity(bond, rate, settlement),
    ]
    names = [iso(settlement), iso(maturity), coupon, frequency, basis, yld]
    return [*map(str, names), *("%.10f" % value for value in values), iso(left[0].date())]


rows = []
while len(rows) < 200:
    found = row()
    if found is not None:
        rows.append(found)
with open("trueYields.csv", "w") as file:
    file.write(HEADING + "".join(",".join(cells) + "\n" for cells in rows))
