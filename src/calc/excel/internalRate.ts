import { rootNear } from "./rootNear";

/**
 * The rate at which payments are worth nothing together: Excel's IRR and XIRR. It is solved in
 * ln(1 + rate), where it cannot fall to −100%.
 *
 * @param amounts - What is paid (below 0) and received.
 * @param times - When, in periods (IRR) or years of 365 days (XIRR) from the first payment.
 * @param guess - Where the search begins, above −1.
 * @returns Decimal a period or year; NaN when there is none.
 *
 * @example
 * // Microsoft's example of IRR
 * internalRate([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], [0, 1, 2, 3, 4, 5], 0.1).toFixed(3); // => "0.087"
 */
export function internalRate(
  amounts: readonly number[],
  times: readonly number[],
  guess: number,
): number {
  if (!amounts.some((it) => it > 0) || !amounts.some((it) => it < 0)) return NaN;
  const worth = (x: number): readonly [number, number] => {
    let [value, slope] = [0, 0];
    for (const [i, amount] of amounts.entries()) {
      const time = times[i] as number;
      const now = amount * Math.exp(-x * time);
      value += now;
      slope -= time * now;
    }
    return [value, slope];
  };
  return Math.expm1(rootNear(worth, Math.log1p(guess)));
}

/**
 * XNPV: what dated payments are worth on the day of the first.
 *
 * @param rate - Decimal a year, above −1.
 * @param amounts - The payments.
 * @param times - When, in years of 365 days from the first.
 * @returns In the unit of the payments.
 *
 * @example
 * // Microsoft's example of XNPV: 1 January 2008 to 1 April 2009
 * presentWorth(0.09, [-10_000, 2750, 4250, 3250, 2750], [0, 60 / 365, 303 / 365, 411 / 365, 456 / 365]).toFixed(2); // => "2086.65"
 */
export const presentWorth = (
  rate: number,
  amounts: readonly number[],
  times: readonly number[],
): number =>
  amounts.reduce((sum, amount, i) => sum + amount * (1 + rate) ** -(times[i] as number), 0);

/**
 * RATE: the rate of an annuity.
 *
 * @param periods - How many payments.
 * @param payment - Each payment.
 * @param present - What is received now.
 * @param future - What is left after the last payment.
 * @param inAdvance - Whether payments are made at the beginning of the periods.
 * @param guess - Where the search begins, above −1.
 * @returns Decimal a period; NaN when there is none.
 *
 * @example
 * // Microsoft's example of RATE: 8,000 paid back by 48 payments of 200
 * annuityRate(48, -200, 8000, 0, false, 0.1).toFixed(6); // => "0.007701"
 */
export function annuityRate(
  periods: number,
  payment: number,
  present: number,
  future: number,
  inAdvance: boolean,
  guess: number,
): number {
  // What is received and paid, worth now; the slope needs no closed form to find the root.
  const worth = (x: number): number => {
    const rate = Math.expm1(x);
    const annuity = Math.abs(rate) < 1e-12 ? periods : -Math.expm1(-periods * x) / rate;
    const due = inAdvance ? Math.exp(x) : 1;
    return present + payment * due * annuity + future * Math.exp(-periods * x);
  };
  const step = 1e-5;
  const withSlope = (x: number): readonly [number, number] => [
    worth(x),
    (worth(x + step) - worth(x - step)) / (2 * step),
  ];
  return Math.expm1(rootNear(withSlope, Math.log1p(guess)));
}
