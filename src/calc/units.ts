/*
 * Units are branded numbers: no cost when the program runs, and a spread in basis points where a
 * rate belongs does not compile. A brand is given once, where a value enters (functions/excel/oneCell.ts,
 * assumptions), by the function of the same name.
 */
declare const unit: unique symbol;
type Measured<U extends string> = number & { readonly [unit]: U };

/** A rate, yield, return, probability or other fraction as a decimal: 5% is 0.05. */
export type Rate = Measured<"decimal">;
/** A spread, spread volatility or cost in basis points: 1% is 100. */
export type Bp = Measured<"basis points">;
/** A price per 100 of face value. */
export type Price = Measured<"per 100 face">;
/** A duration, tenor or horizon in years. */
export type Years = Measured<"years">;
/** A day as Excel's serial number: 1 March 1900 is 61. */
export type DaySerial = Measured<"day serial">;

/**
 * @param decimal - A fraction: 5% is 0.05.
 * @returns The same number as a rate.
 */
export const rate = (decimal: number): Rate => decimal as Rate;
/**
 * @param basisPoints - 1% is 100.
 * @returns The same number as basis points.
 */
export const bp = (basisPoints: number): Bp => basisPoints as Bp;
/**
 * @param per100 - A price per 100 of face value.
 * @returns The same number as a price.
 */
export const price = (per100: number): Price => per100 as Price;
/**
 * @param value - A length of time in years.
 * @returns The same number as years.
 */
export const years = (value: number): Years => value as Years;
/**
 * @param serial - Excel's serial number of a day.
 * @returns The same number as a day.
 */
export const daySerial = (serial: number): DaySerial => serial as DaySerial;

/**
 * The difference of two rates in basis points.
 *
 * @param high - The rate to subtract from, decimal per year.
 * @param low - The rate to subtract, decimal per year.
 * @returns Basis points, positive when `high` is above `low`.
 *
 * @example
 * bpBetween(rate(0.0503), rate(0.0403)).toFixed(6); // => "100.000000"
 */
export const bpBetween = (high: Rate, low: Rate): Bp => bp((high - low) * 10_000);
