"""Bonds with calls and puts by QuantLib 1.29's trees. Writes callableExercise.csv.

TreeCallableFixedRateBondEngine on HullWhite or BlackKarasinski, with the curve flat at 4%, continuous, by
ACT/365F. American: calls on coupon days and every ten days between them, from each first day on. Each price
is there at single and double steps: their distance says how far the tree itself can be trusted. QuantLib
moves a call within a week of a coupon to the coupon's day, with the interest of its own day: none is there.
"""
import QuantLib as ql

TODAY = ql.Date(16, 1, 2026)
ql.Settings.instance().evaluationDate = TODAY
CURVE = ql.YieldTermStructureHandle(
    ql.FlatForward(TODAY, 0.04, ql.Actual365Fixed(), ql.Continuous)
)
HEADING = """# QuantLib 1.29: TreeCallableFixedRateBondEngine on a flat curve of 4%, continuous, ACT/365F, settled 2026-01-16;
# calls and puts as first day, clean price and style; american is coupon days and every ten days between. Written by callableExercise.py, 2026-11.
id,kind,a,sigma,maturity,coupon,exercise,calls,puts,steps,clean,clean_double
"""


def iso(day):
    return "%04d-%02d-%02d" % (day.year(), day.month(), day.dayOfMonth())


def year(offset, months=0):
    return ql.Date(16, 1, 2026 + offset) + ql.Period(months, ql.Months)


def right(price, kind, day):
    return ql.Callability(ql.BondPrice(price, ql.BondPrice.Clean), kind, day)


def american_days(first, end, maturity):
    """Coupon days, and every tenth day between them that is more than a week from both."""
    on = first
    while on < end:
        yield on
        number = 0
        while maturity - ql.Period(6 * number, ql.Months) > on:
            number += 1
        coupon = maturity - ql.Period(6 * (number - 1), ql.Months)
        on = on + 10 if coupon - on > 17 else coupon


def schedule_of(exercise, calls, puts, maturity):
    rights = []
    for k, (day, price) in enumerate(calls):
        end = calls[k + 1][0] if k + 1 < len(calls) else maturity
        days = american_days(day, end, maturity) if exercise == "american" else [day]
        rights += [right(price, ql.Callability.Call, on) for on in days]
    rights += [right(price, ql.Callability.Put, day) for day, price in puts]
    result = ql.CallabilitySchedule()
    for it in sorted(rights, key=lambda it: it.date()):
        result.append(it)
    return result


def clean(kind, a, sigma, years, coupon, exercise, calls, puts, steps):
    maturity = year(years)
    schedule = ql.Schedule(
        TODAY, maturity, ql.Period(ql.Semiannual), ql.NullCalendar(),
        ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False,
    )
    bond = ql.CallableFixedRateBond(
        0, 100.0, schedule, [coupon], ql.Thirty360(ql.Thirty360.BondBasis), ql.Unadjusted, 100.0,
        TODAY, schedule_of(exercise, calls, puts, maturity),
    )
    model = (ql.HullWhite if kind == "hw" else ql.BlackKarasinski)(CURVE, a, sigma)
    bond.setPricingEngine(ql.TreeCallableFixedRateBondEngine(model, steps))
    return bond.cleanPrice()


ladder = [(year(3), 102.0), (year(4), 101.0), (year(5), 100.0)]
par_call = [(year(9, 9), 100.0)]
every = [(year(0, 6 * k), 100.0) for k in range(6, 20)]
cases = []
for kind, a, sigma in [("hw", 0.03, 0.0085), ("hw", 0.1, 0.012), ("lognormal", 0.001, 0.22), ("lognormal", 0.05, 0.3)]:
    cases += [
        (kind, a, sigma, 10, 0.045, "european", [(year(3), 100.0)], []),
        (kind, a, sigma, 10, 0.05, "bermudan", every, []),
        (kind, a, sigma, 10, 0.05, "american", ladder, []),
        (kind, a, sigma, 10, 0.04, "american", [(year(2), 100.0)], []),
        (kind, a, sigma, 10, 0.045, "american", par_call, []),
        (kind, a, sigma, 10, 0.035, "bermudan", [], [(year(3), 100.0)]),
        (kind, a, sigma, 10, 0.035, "bermudan", [], [(year(k), 99.0) for k in range(2, 10)]),
        (kind, a, sigma, 7, 0.045, "american", [(year(4), 101.0)], [(year(3), 99.0)]),
        (kind, a, sigma, 30, 0.05, "bermudan", [(year(10), 100.0), (year(20), 100.0)], []),
    ]


def table(rows):
    return " ".join("%s:%g" % (iso(day), price) for day, price in rows)


with open(__file__.replace(".py", ".csv"), "w") as file:
    file.write(HEADING)
    for k, (kind, a, sigma, years, coupon, exercise, calls, puts) in enumerate(cases):
        steps = 400 if years < 30 else 600
        values = [clean(kind, a, sigma, years, coupon, exercise, calls, puts, n * steps) for n in (1, 2)]
        file.write(
            "Q%02d,%s,%g,%g,%s,%g,%s,%s,%s,%d,%.8f,%.8f\n"
            % (k + 1, kind, a, sigma, iso(year(years)), coupon, exercise, table(calls), table(puts), steps, *values)
        )
