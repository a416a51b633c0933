"""Callable bonds whose coupons step, by QuantLib 1.29's tree. Writes callableSteps.csv.

CallableFixedRateBond takes a coupon a period; the curve, the engine and the two numbers of steps are those
of callableExercise.py.
"""
import QuantLib as ql

TODAY = ql.Date(16, 1, 2026)
ql.Settings.instance().evaluationDate = TODAY
CURVE = ql.YieldTermStructureHandle(
    ql.FlatForward(TODAY, 0.04, ql.Actual365Fixed(), ql.Continuous)
)
HEADING = """# QuantLib 1.29: CallableFixedRateBond with a coupon a period and TreeCallableFixedRateBondEngine on HullWhite, a flat
# curve of 4%, continuous, ACT/365F, settled 2026-01-16. Written by callableSteps.py, 2026-11.
id,a,sigma,maturity,coupon,steps,calls,clean,clean_double
"""


def iso(day):
    return "%04d-%02d-%02d" % (day.year(), day.month(), day.dayOfMonth())


def year(offset):
    return ql.Date(16, 1, 2026 + offset)


def clean(a, sigma, years, coupon, steps, calls, grid):
    schedule = ql.Schedule(
        TODAY, year(years), ql.Period(ql.Semiannual), ql.NullCalendar(),
        ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False,
    )
    coupons = []
    for begin in list(schedule)[:-1]:
        held = [rate for day, rate in steps if day <= begin]
        coupons.append(held[-1] if held else coupon)
    rights = ql.CallabilitySchedule()
    for day in calls:
        rights.append(ql.Callability(ql.BondPrice(100.0, ql.BondPrice.Clean), ql.Callability.Call, day))
    bond = ql.CallableFixedRateBond(
        0, 100.0, schedule, coupons, ql.Thirty360(ql.Thirty360.BondBasis), ql.Unadjusted, 100.0, TODAY, rights
    )
    bond.setPricingEngine(ql.TreeCallableFixedRateBondEngine(ql.HullWhite(CURVE, a, sigma), grid))
    return bond.cleanPrice()


CASES = [
    (0.03, 0.0085, 10, 0.03, [(year(3), 0.04), (year(6), 0.055)], [year(k) for k in range(2, 10)]),
    (0.03, 0.0085, 10, 0.03, [(year(5), 0.06)], [year(5)]),
    (0.1, 0.012, 10, 0.0, [(year(4), 0.08)], [year(k) for k in range(4, 10)]),
    (0.05, 0.01, 20, 0.05, [(year(10), 0.03)], [year(10)]),
    (0.03, 0.01, 5, 0.035, [(year(1), 0.04), (year(2), 0.045), (year(3), 0.05), (year(4), 0.055)],
     [year(k) for k in range(1, 5)]),
]

with open(__file__.replace(".py", ".csv"), "w") as file:
    file.write(HEADING)
    for k, (a, sigma, years, coupon, steps, calls) in enumerate(CASES):
        values = [clean(a, sigma, years, coupon, steps, calls, n * 400) for n in (1, 2)]
        table = " ".join("%s:%g" % (iso(day), rate) for day, rate in steps)
        file.write(
            "S%d,%g,%g,%s,%g,%s,%s,%.8f,%.8f\n"
            % (k + 1, a, sigma, iso(year(years)), coupon, table, " ".join(map(iso, calls)), *values)
        )
