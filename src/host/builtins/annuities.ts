import { BuiltinError } from "./arguments";
import { type Builtin, ofNumbers } from "./builtin";
import { requireAtLeast } from "./days";

/** The payment of an annuity without a future value. */
function payment(rate: number, periods: number, present: number, inAdvance: boolean): number {
  const due = (present * rate) / -Math.expm1(-periods * Math.log1p(rate));
  return inAdvance ? due / (1 + rate) : due;
}

/** Interest and principal paid from one period to another. */
function paid(
  rate: number,
  nper: number,
  pv: number,
  start: number,
  end: number,
  type: number,
): { interest: number; principal: number } {
  requireAtLeast("rate", rate, 0, true);
  requireAtLeast("nper", nper, 0, true);
  requireAtLeast("pv", pv, 0, true);
  requireAtLeast("start_period", start, 1);
  requireAtLeast("end_period", end, start);
  requireAtLeast("nper", nper, end);
  if (type !== 0 && type !== 1) {
    throw new BuiltinError("#NUM!", `type is ${type}; it must be 0 or 1`);
  }
  const each = payment(rate, nper, pv, type === 1);
  let [interest, principal] = [0, 0];
  for (let period = Math.ceil(start); period <= Math.floor(end); period++) {
    // What is owed after the payments before this one.
    const growth = (1 + rate) ** (period - 1);
    const owed = pv * growth - each * (type === 1 ? 1 + rate : 1) * ((growth - 1) / rate);
    const now = type === 1 ? (period === 1 ? 0 : (owed * rate) / (1 + rate)) : owed * rate;
    interest -= now;
    principal -= each - now;
  }
  return { interest, principal };
}

const SPAN = "rate nper pv start_period end_period type";

/** Interest and principal over several periods of an annuity. */
export const ANNUITIES: readonly Builtin[] = [
  ofNumbers("CUMIPMT", SPAN, (...terms) => paid(...(terms as Parameters<typeof paid>)).interest),
  ofNumbers("CUMPRINC", SPAN, (...terms) => paid(...(terms as Parameters<typeof paid>)).principal),
];
