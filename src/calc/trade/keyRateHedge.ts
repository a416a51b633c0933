import { invalid } from "../errors";
import type { Numbers } from "../numeric/statistics";

/** The key-rate durations of two assets, and the Treasuries to hedge with; years. */
export interface KeyRateExchange {
  readonly krdFrom: Numbers;
  readonly krdTo: Numbers;
  /** Of the Treasury at each key rate, above 0. */
  readonly treasuryDurations: Numbers;
}

/**
 * Treasuries that keep every key-rate exposure when one asset is exchanged for another of the same
 * market value: (KRD given up − KRD taken on) × value ÷ Treasury duration, at each key rate.
 *
 * @param exchange - Key-rate durations, each of one length.
 * @param marketValue - Exchanged, any currency.
 * @returns Market value of each Treasury in that currency; above 0 it is bought, below 0 sold.
 * @throws CalcError `invalid` when a Treasury duration is not above 0.
 *
 * @example
 * [...keyRateHedge({ krdFrom: [0.25, 1.35], krdTo: [0.05, 1.6], treasuryDurations: [1.9, 4.5] }, 99.75)].map((value) => value.toFixed(1)); // => ["10.5", "-5.5"]
 */
export const keyRateHedge = (exchange: KeyRateExchange, marketValue: number): Float64Array =>
  Float64Array.from(exchange.krdFrom, (from, k) => {
    const duration = exchange.treasuryDurations[k] as number;
    if (!(duration > 0)) {
      throw invalid(
        `treasuryDurations, row ${k + 1}, is ${duration}; it must be a number of years above 0`,
      );
    }
    return ((from - (exchange.krdTo[k] as number)) * marketValue) / duration;
  });
