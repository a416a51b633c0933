import { invalid } from "../errors";
import type { Numbers } from "../numeric/statistics";
import { bp, rate, type Bp, type Rate } from "../units";

/** Treasuries at the key rates, over the same period as the return. */
export interface KeyRateTreasuries {
  /** Key-rate durations of what is held, years. */
  readonly keyRateDurations: Numbers;
  /** Durations of the Treasuries at the same key rates, years above 0. */
  readonly durations: Numbers;
  /** Their returns, decimals. */
  readonly returns: Numbers;
  /** Return of cash. */
  readonly cash: Rate;
}

/** A return over that of Treasuries with the same key-rate durations. */
export interface ExcessReturn {
  readonly matchedReturn: Rate;
  readonly excess: Bp;
  /** Share of the matched portfolio in cash; below 0 it is borrowed. */
  readonly cashWeight: Rate;
}

/**
 * Excess return over key-rate matched Treasuries: each key rate is held with the weight key-rate
 * duration ÷ Treasury duration, the rest in cash.
 *
 * Without the cash the weights would not sum to 1 and the matched return would be one of another
 * amount of money.
 *
 * @param totalReturn - Decimal.
 * @param treasuries - Key-rate durations and Treasuries, each of one length.
 * @returns The matched return and the cash weight as decimals, the excess in basis points.
 * @throws CalcError `invalid` when a Treasury duration is not above 0.
 *
 * @example
 * excessReturn(rate(0.0045), { keyRateDurations: [3], durations: [6], returns: [0.002], cash: rate(0.003) }).excess.toFixed(6); // => "20.000000"
 */
export function excessReturn(totalReturn: Rate, treasuries: KeyRateTreasuries): ExcessReturn {
  let [matched, invested] = [0, 0];
  for (let k = 0; k < treasuries.keyRateDurations.length; k++) {
    const duration = treasuries.durations[k] as number;
    if (!(duration > 0)) {
      throw invalid(
        `treasuryDurations, row ${k + 1}, is ${duration}; it must be a number of years above 0`,
      );
    }
    const weight = (treasuries.keyRateDurations[k] as number) / duration;
    matched += weight * (treasuries.returns[k] as number);
    invested += weight;
  }
  const cashWeight = 1 - invested;
  matched += cashWeight * treasuries.cash;
  return {
    matchedReturn: rate(matched),
    excess: bp((totalReturn - matched) * 10_000),
    cashWeight: rate(cashWeight),
  };
}
