import { invalid, missing } from "../errors";
import { PSA_RAMP_MONTHS, psaRamp } from "../prepayment/monthlySpeed";
import type { Speed } from "../prepayment/speed";
import { rate, type Price, type Rate } from "../units";
import type { Pool } from "./pool";
import type { PoolTiming } from "./poolTiming";
import { poolPrice } from "./poolValue";

/** Units in which a constant speed is looked for. */
export const CONSTANT_SPEEDS = ["CPR", "PSA"] as const;
export type ConstantSpeed = (typeof CONSTANT_SPEEDS)[number];

/** The grid between 0 and the fastest speed on which changes of sign are looked for. */
const STEPS = 200;
const FASTEST_CPR = 0.99;

/**
 * The constant speed at which a pool yields so much at a price.
 *
 * The price at a given yield need not move one way with the speed, so that there may be two.
 *
 * @param pool - The pool.
 * @param timing - Delay and accrued days.
 * @param clean - Clean price per 100.
 * @param yld - Bond-equivalent yield, decimal.
 * @param unit - CPR (the answer is a decimal) or PSA (percent).
 * @param root - Which one, counted from the slowest: 1 or 2.
 * @returns The speed.
 * @throws CalcError `missing` when no speed up to 99% CPR joins them; `invalid` for another root.
 *
 * @example
 * const pool = { coupon: rate(0.06), wac: rate(0.0695), wam: 350, age: 10 };
 * impliedSpeed(pool, { delayDays: 24, accruedDays: 0 }, price(103), rate(0.0503), "CPR").toFixed(3); // => "0.217"
 */
export function impliedSpeed(
  pool: Pool,
  timing: PoolTiming,
  clean: Price,
  yld: Rate,
  unit: ConstantSpeed,
  root = 1,
): number {
  if (root !== 1 && root !== 2) throw invalid(`root is ${root}; it must be 1 or 2`);
  const fastest = unit === "CPR" ? FASTEST_CPR : (100 * FASTEST_CPR) / psaRamp(PSA_RAMP_MONTHS);
  const over = (value: number) =>
    poolPrice({ pool, speed: speedOf(value, unit), timing }, yld) - clean;
  let found = 0;
  let [low, valueLow] = [0, over(0)];
  for (let i = 1; i <= STEPS; i++) {
    const high = (fastest * i) / STEPS;
    const valueHigh = over(high);
    if (valueLow === 0 || valueLow * valueHigh < 0) {
      found++;
      if (found === root) return valueLow === 0 ? low : bisect(over, low, high, valueLow);
    }
    [low, valueLow] = [high, valueHigh];
  }
  throw missing(
    `no ${root === 2 ? "second " : ""}constant speed up to ${100 * FASTEST_CPR}% CPR joins a price of ${clean} and a yield of ${yld}`,
  );
}

const speedOf = (value: number, unit: ConstantSpeed): Speed =>
  unit === "CPR" ? { kind: "cpr", cpr: rate(value) } : { kind: "psa", percent: value };

function bisect(over: (value: number) => number, from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (over(middle) * atFrom > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
