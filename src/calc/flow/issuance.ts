import type { Numbers } from "../numeric/statistics";

/** One sector, or all together. */
export interface SectorIssuance {
  /** This year less last year; null when a year is missing. */
  readonly change: number | null;
  /** Share of all of this year's; null when it says nothing. */
  readonly share: number | null;
}

/** Issuance by sector, and in total. */
export interface Issuance {
  readonly sectors: readonly SectorIssuance[];
  readonly total: SectorIssuance;
}

/**
 * Issuance of two years by sector: the changes, and the shares of this year.
 *
 * A total that leaves a sector out would mislead: where an amount is missing there is none. Shares
 * need amounts of 0 or more, at least one of them above 0; net issuance below 0 has a change only.
 *
 * @param lastYear - Amounts, NaN where missing; any one unit.
 * @param thisYear - As many, in the same unit.
 * @returns Changes in that unit and shares as decimals; the changes and the shares each sum to the
 * total's.
 *
 * @example
 * issuance([300, 100], [450, 50]).total; // => { change: 100, share: 1 }
 */
export function issuance(lastYear: Numbers, thisYear: Numbers): Issuance {
  const all = sum(thisYear);
  const hasShares = all > 0 && Array.from(thisYear).every((amount) => amount >= 0);
  const sectors = Array.from(thisYear, (amount, i) => ({
    change: orNull(amount - (lastYear[i] as number)),
    share: hasShares ? amount / all : null,
  }));
  return { sectors, total: { change: orNull(all - sum(lastYear)), share: hasShares ? 1 : null } };
}

const sum = (values: Numbers) => Array.from(values).reduce((total, value) => total + value, 0);
const orNull = (value: number) => (Number.isNaN(value) ? null : value);
