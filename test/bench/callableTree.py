"""QuantLib's tree on one 10-year 5% bond that is callable at any time from its third year on: coupon days
and every ten days between. Prints the price and the processor's nanoseconds of one price."""
import time

import QuantLib as ql

TODAY = ql.Date(16, 1, 2026)
ql.Settings.instance().evaluationDate = TODAY
CURVE = ql.YieldTermStructureHandle(
    ql.FlatForward(TODAY, 0.04, ql.Actual365Fixed(), ql.Continuous)
)
MATURITY = ql.Date(16, 1, 2036)
coupons = [ql.Date(16, 1, 2029) + ql.Period(6 * k, ql.Months) for k in range(15)]
days = [day + 10 * k for day, end in zip(coupons, coupons[1:]) for k in range(18) if k == 0 or end - day - 10 * k > 7]
calls = ql.CallabilitySchedule()
for day in days:
    calls.append(ql.Callability(ql.BondPrice(100.0, ql.BondPrice.Clean), ql.Callability.Call, day))
schedule = ql.Schedule(
    TODAY, MATURITY, ql.Period(ql.Semiannual), ql.NullCalendar(),
    ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False,
)
bond = ql.CallableFixedRateBond(
    0, 100.0, schedule, [0.05], ql.Thirty360(ql.Thirty360.BondBasis), ql.Unadjusted, 100.0, TODAY, calls
)
bond.setPricingEngine(ql.TreeCallableFixedRateBondEngine(ql.HullWhite(CURVE, 0.03, 0.0085), 200))
bond.NPV()
times = []
for _ in range(5):
    started = time.process_time_ns()
    bond.recalculate()
    times.append(time.process_time_ns() - started)
print("tree %.8f %d ns" % (bond.cleanPrice(), sorted(times)[2]))
