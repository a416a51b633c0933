/*
 * Par curves the plain way, for tests: own arithmetic on half-years, none of the calculation
 * module's. Sources: the definition of a par yield, and tents as key rates have them.
 */
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";

/** A par curve: rows of tenor and semiannual par yield. */
export type Rows = readonly (readonly [tenor: number, yld: number])[];

/** A par yield on the line between two rows, the first and the last held outside. */
export function onLine(rows: Rows, tenor: number): number {
  const above = rows.findIndex(([it]) => it >= tenor);
  if (above === 0) return (rows[0] as Rows[0])[1];
  if (above < 0) return (rows.at(-1) as Rows[0])[1];
  const [[from, low], [to, high]] = [rows[above - 1], rows[above]] as [Rows[0], Rows[0]];
  return low + ((tenor - from) / (to - from)) * (high - low);
}

/** The height at a tenor of the tent over one of the key tenors, flat outside. */
export function tentOver(keys: readonly number[], key: number, tenor: number): number {
  const one = keys.map((it, i): [number, number] => [it, i === key ? 1 : 0]);
  return onLine(one, tenor);
}

/**
 * Discount factors at the half-years counted back from an end, by the recursion of par bonds:
 * 1 + accrued = y/2 · Σ DF + DF.
 */
export function factorsOf(yields: readonly number[], firstTime: number): number[] {
  const factors: number[] = [];
  let sum = 0;
  for (const yld of yields) {
    const half = yld / 2;
    const factor = (1 + half * (1 - 2 * firstTime) - half * sum) / (1 + half);
    factors.push(factor);
    sum += factor;
  }
  return factors;
}

/**
 * Discount factors every half-year of the curve whose forwards are constant between its rows (each a
 * whole number of half-years), row by row by bisection.
 */
export function loglinearFactors(rows: Rows, halfYears: number): number[] {
  const factors: number[] = [];
  let forward = 0;
  for (const [tenor, yld] of rows) {
    const known = factors.length;
    const count = 2 * tenor - known;
    const before = factors.at(-1) ?? 1;
    const sumKnown = factors.reduce((a, b) => a + b, 0);
    const segment = (f: number) =>
      Array.from({ length: count }, (_, k) => before * Math.exp((-f * (k + 1)) / 2));
    const price = (f: number) => {
      const part = segment(f);
      return (yld / 2) * (sumKnown + part.reduce((a, b) => a + b, 0)) + (part.at(-1) ?? before);
    };
    let [low, high] = [-0.5, 0.5];
    for (let i = 0; i < 80; i++) {
      forward = (low + high) / 2;
      if (price(forward) > 1) low = forward;
      else high = forward;
    }
    factors.push(...segment(forward));
  }
  while (factors.length < halfYears) {
    factors.push((factors.at(-1) as number) * Math.exp(-forward / 2));
  }
  return factors;
}

/** Par yields at every half-year of discount factors. */
export function parYieldsOf(factors: readonly number[]): number[] {
  let sum = 0;
  return factors.map((factor) => {
    sum += factor;
    return (2 * (1 - factor)) / sum;
  });
}

/** A sparse curve, a dense one, an inverted one and a steep one; tenors are half-years. */
export const CURVES: readonly Rows[] = [
  BASE_CURVE as unknown as Rows,
  Array.from({ length: 60 }, (_, k) => [(k + 1) / 2, 0.035 + 0.0002 * k] as const),
  [
    [0.5, 0.050367],
    [1, 0.047327],
    [2, 0.041445],
    [3, 0.038575],
    [5, 0.036272],
    [7, 0.035825],
    [10, 0.035347],
    [20, 0.0385],
    [30, 0.038],
  ],
  [
    [1, 0.01],
    [5, 0.025],
    [30, 0.05],
  ],
];
