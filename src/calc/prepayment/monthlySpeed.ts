import { invalid } from "../errors";
import { tidy } from "../numeric/tidy";
import { rate, type Rate } from "../units";
import type { Speed } from "./speed";

const { expm1, imul, log1p, max, min } = Math;

/*
 * Speeds by month: SIFMA, Standard Formulas (Uniform Practices, chapter SF). A month is counted by
 * the age of the loans at its end, in months, 1 or more.
 */

/**
 * The share that is prepaid in a month.
 *
 * @param cpr - The share in a year, decimal.
 * @returns SMM, decimal: 1 − (1 − CPR)^(1/12).
 *
 * @example
 * smmFromCpr(0.06).toFixed(6); // => "0.005143"
 */
export const smmFromCpr = (cpr: number): Rate => rate(-expm1(log1p(-cpr) / 12));

/**
 * The share that is prepaid in a year.
 *
 * @param smm - The share in a month, decimal.
 * @returns CPR, decimal.
 *
 * @example
 * cprFromSmm(smmFromCpr(0.06)).toFixed(12); // => "0.060000000000"
 */
export const cprFromSmm = (smm: number): Rate => rate(-expm1(12 * log1p(-smm)));

/** The PSA ramp ends at this age. */
export const PSA_RAMP_MONTHS = 30;

/**
 * CPR of 100 PSA: 0.2% a month of age up to 6%.
 *
 * @param month - Age of the loans at the end of the month.
 * @returns CPR, decimal.
 *
 * @example
 * psaRamp(10).toFixed(3); // => "0.020"
 */
export const psaRamp = (month: number): number => 0.002 * max(1, min(month, PSA_RAMP_MONTHS));

/**
 * The share that a speed prepays in a month of a pool's life.
 *
 * @param speed - The speed.
 * @param month - Month of the cash flow from today, 1 or more.
 * @param age - Age of the loans today.
 * @returns SMM, decimal.
 *
 * @example
 * smmAt({ kind: "psa", percent: 150 }, 10, 0).toFixed(6); // => "0.002535"
 */
export function smmAt(speed: Speed, month: number, age: number): number {
  return speed.kind === "smm" ? speed.smm : sameSmm(cprAt(speed, month, age));
}

/** Places for shares that were asked for, and what they are the shares of; a power of 2. */
const PLACES = 256;
const askedFor = new Float64Array(PLACES).fill(NaN);
const answers = new Float64Array(PLACES);

/**
 * The same as `smmFromCpr`. A column of pools at one speed asks for the same few shares in each row:
 * the last answer of each place is kept, the place being chosen by a hash of the speed.
 */
function sameSmm(cpr: number): Rate {
  const place = imul(cpr * 2 ** 30, 0x9e3779b1) >>> 24;
  if (askedFor[place] !== cpr) {
    answers[place] = smmFromCpr(cpr);
    askedFor[place] = cpr;
  }
  return answers[place] as Rate;
}

/** The annual speed of a month of a pool's life; decimal, at most 1. */
function cprAt(speed: Exclude<Speed, { kind: "smm" }>, month: number, age: number): number {
  switch (speed.kind) {
    case "cpr":
      return speed.cpr;
    case "psa":
      return min(1, (speed.percent / 100) * psaRamp(age + month));
    case "ramp":
      return speed.from + (speed.to - speed.from) * min(1, (month - 1) / speed.months);
    case "vector":
      return speed.cprs[min(month, speed.cprs.length) - 1] as number;
  }
}

/**
 * The months after which a speed stays as it is.
 *
 * @param speed - The speed.
 * @param age - Age of the loans today.
 * @returns Months from today, 0 for a constant speed.
 *
 * @example
 * monthsOfChange({ kind: "psa", percent: 150 }, 3); // => 26
 */
export function monthsOfChange(speed: Speed, age: number): number {
  switch (speed.kind) {
    case "cpr":
    case "smm":
      return 0;
    case "psa":
      return max(0, PSA_RAMP_MONTHS - 1 - age);
    case "ramp":
      return speed.months;
    case "vector":
      return speed.cprs.length - 1;
  }
}

/** Units of a speed: CPR and SMM are decimals, PSA and ABS percent. */
export const SPEED_UNITS = ["cpr", "smm", "psa", "abs"] as const;
export type SpeedUnit = (typeof SPEED_UNITS)[number];

/**
 * A speed of one month in another unit.
 *
 * @param value - The speed: CPR and SMM decimals, PSA and ABS percent.
 * @param from - Its unit.
 * @param to - The unit wanted.
 * @param month - Age of the loans at the end of the month, 1 or more; ABS and PSA need it.
 * @returns The speed in the unit wanted.
 * @throws CalcError `invalid` when the speed is below 0 or prepays all, or ABS is at the end of its life.
 *
 * @example
 * convertSpeed(150, "psa", "cpr", 10).toFixed(3); // => "0.030"
 */
export function convertSpeed(value: number, from: SpeedUnit, to: SpeedUnit, month: number): number {
  const smm = smmOf(value, from, month);
  if (!(smm >= 0 && smm < 1)) {
    const isDecimal = from === "cpr" || from === "smm";
    const slip =
      isDecimal && value >= 1 && value < 100 ? `, did you mean ${tidy(value / 100)}?` : "";
    throw invalid(
      `value is ${value} ${from.toUpperCase()}; it must be a speed of 0 or more that leaves something${slip}`,
    );
  }
  switch (to) {
    case "smm":
      return smm;
    case "cpr":
      return cprFromSmm(smm);
    case "psa":
      return (100 * cprFromSmm(smm)) / psaRamp(month);
    case "abs":
      return (100 * smm) / (1 + smm * (month - 1));
  }
}

function smmOf(value: number, unit: SpeedUnit, month: number): number {
  switch (unit) {
    case "smm":
      return value;
    case "cpr":
      return value < 1 ? smmFromCpr(value) : NaN;
    case "psa": {
      const cpr = (value / 100) * psaRamp(month);
      return cpr < 1 ? smmFromCpr(cpr) : NaN;
    }
    case "abs":
      // SIFMA: the share of the original number of loans that prepays, of those still there.
      return value / 100 / (1 - (value / 100) * (month - 1));
  }
}
