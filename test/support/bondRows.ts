import type { Bond, YieldConvention } from "../../src/calc/bond/bond";
import type { Basis, Frequency } from "../../src/calc/date/couponGrid";
import { serialFromIso } from "../../src/calc/date/serial";
import { price, rate, type DaySerial } from "../../src/calc/units";
import { golden } from "./golden";

/** A day written 2026-01-15. */
export function day(iso: string | undefined): DaySerial {
  const serial = serialFromIso(iso ?? "");
  if (serial === null) throw new Error(`${iso} is not a day`);
  return serial;
}

/** A bond without odd periods, 30/360, twice a year, unless said otherwise. */
export const bondOf = (terms: Partial<Bond> & { maturity: DaySerial }): Bond => ({
  coupon: rate(0.05),
  redemption: price(100),
  frequency: 2,
  basis: 0,
  issue: null,
  firstCoupon: null,
  lastCoupon: null,
  ...terms,
});

const BASIS_OF: ReadonlyMap<string, Basis> = new Map([
  ["30/360-BondBasis", 0],
  ["30/360-USA", 0],
  ["ACT/ACT-ICMA", 1],
  ["ACT/360", 2],
  ["ACT/365F", 3],
  ["30E/360", 4],
]);

/** A row of golden/bonds.csv as the calculation module takes it. */
export interface BondRow {
  readonly row: Record<string, string>;
  readonly bond: Bond;
  readonly settlement: DaySerial;
  readonly convention: YieldConvention;
}

/** The rows of golden/bonds.csv. */
export const bondRows = (): BondRow[] =>
  golden("bonds.csv").map((row) => {
    const odd = row.kind?.includes("odd_first") ?? false;
    const basis = BASIS_OF.get(row.daycount ?? "");
    if (basis === undefined) throw new Error(`bonds.csv has a day count ${row.daycount}`);
    return {
      row,
      bond: {
        maturity: day(row.maturity),
        coupon: rate(Number(row.coupon)),
        redemption: price(100),
        frequency: Number(row.freq) as Frequency,
        basis,
        issue: odd ? day(row.dated) : null,
        firstCoupon: odd ? day(row.first_coupon) : null,
        lastCoupon: row.next_to_last === "" ? null : day(row.next_to_last),
      },
      settlement: day(row.settle),
      convention: row.compounding === "Compounded" ? "compounded" : "street",
    };
  });
