import { years, type Price, type Rate, type Years } from "../units";
import { poolPayments } from "./poolPayments";
import { accruedOf, type PoolAtSpeed } from "./poolTiming";
import { mortgageYield, poolYield } from "./poolValue";

const { exp, log1p } = Math;

/** Static measures of a pool at one speed. */
export interface PoolStatic {
  readonly yield: Rate;
  readonly mortgageYield: Rate;
  /** Average life of principal from settlement, delay included. */
  readonly wal: Years;
  readonly macaulay: Years;
  readonly modified: Years;
  /** Years². */
  readonly convexity: number;
  /** First and last month in which principal is paid. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly accrued: number;
}

/**
 * Static measures of a pool at a clean price: the speed does not respond to rates.
 *
 * @param atSpeed - The pool at a speed.
 * @param clean - Per 100 of balance.
 * @returns The measures; durations and convexity are those of the bond-equivalent yield (SIFMA).
 * @throws CalcError `unsolved` when no yield explains the price.
 *
 * @example
 * const pool = { coupon: rate(0.09), wac: rate(0.095), wam: 360, age: 0 };
 * poolStatic({ pool, speed: { kind: "psa", percent: 150 }, timing: { delayDays: 14, accruedDays: 0 } }, price(100)).modified.toFixed(5); // => "5.48186"
 */
export function poolStatic(atSpeed: PoolAtSpeed, clean: Price): PoolStatic {
  const yld = poolYield(atSpeed, clean);
  const force = log1p(yld / 2);
  let [value, first, second] = [0, 0, 0];
  let [repaid, life] = [0, 0];
  let [firstMonth, lastMonth] = [0, 0];
  const payments = poolPayments(atSpeed);
  payments.paid.forEach((paid, k) => {
    const time = payments.times[k] as number;
    const worth = paid * exp(-2 * time * force);
    value += worth;
    first += time * worth;
    second += time * (time + 0.5) * worth;
    const principal = payments.principal[k] as number;
    repaid += principal;
    life += time * principal;
    if (principal > SOME) {
      firstMonth ||= k + 1;
      lastMonth = k + 1;
    }
  });
  const growth = 1 + yld / 2;
  return {
    yield: yld,
    mortgageYield: mortgageYield(yld),
    wal: years(life / repaid),
    macaulay: years(first / value),
    modified: years(first / value / growth),
    convexity: second / value / growth ** 2,
    firstMonth,
    lastMonth,
    accrued: accruedOf(atSpeed),
  };
}

/** Less of 100 is a rounding of the last payments, not principal. */
const SOME = 1e-9;
