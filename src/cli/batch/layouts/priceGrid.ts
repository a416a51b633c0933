/* Prices of forward contracts by coupon and term, from which pools that have no price of their own get one. */
import { readPrice, readNumber, readRate } from "../../../assumptions/humanValues";
import { missing } from "../../../calc/errors";
import type { CellRows } from "../../../rows/kind";
import { Stopped } from "../stopped";

/** Coupons that are nearer than this are one. */
const SAME = 1e-9;

interface Quote {
  readonly coupon: number;
  readonly years: number;
  readonly price: number;
}

/** A grid of prices. */
export class PriceGrid {
  constructor(private readonly quotes: readonly Quote[]) {}

  /**
   * The price of a pool's forward contract: that of its coupon, and of the shortest term that its loans are not
   * longer than. Nothing is interpolated.
   *
   * @param coupon - Net coupon, decimal.
   * @param months - Term of the loans at issue.
   * @returns The clean price per 100, the pay-up included.
   * @throws CalcError `missing` where the grid has none.
   */
  at(coupon: number, months: number): number {
    const own = this.quotes
      .filter((quote) => Math.abs(quote.coupon - coupon) < SAME && 12 * quote.years >= months)
      .sort((a, b) => a.years - b.years);
    const [quote] = own;
    if (quote !== undefined) return quote.price;
    throw missing(
      `price is #N/A: the prices have no coupon ${coupon} for loans of ${months} months`,
    );
  }
}

/**
 * A grid of prices from cells: columns `coupon`, `term` in years and `price`; `payUp` in points may be there.
 *
 * @param cells - A header and rows.
 * @param file - What sentences call them.
 * @returns The grid.
 * @throws {Stopped} where a column is missing; CalcError `invalid` where a cell is wrong.
 */
export function priceGrid([header = [], ...rows]: CellRows, file: string): PriceGrid {
  const names = header.map((name) => String(name).trim());
  const place = (name: string) => names.indexOf(name);
  for (const name of ["coupon", "term", "price"]) {
    if (place(name) >= 0) continue;
    throw new Stopped(
      `${file} has the columns ${names.join(", ") || "(none)"}; it must have coupon, term (years), price, and may have payUp (points)`,
    );
  }
  return new PriceGrid(
    rows.map((row, i) => {
      const where = (name: string) => `${file}, row ${i + 1}, ${name},`;
      const cell = (name: string) => row[place(name)] ?? "";
      const payUp =
        place("payUp") < 0 || cell("payUp") === "" ? 0 : readNumber(cell("payUp"), where("payUp"));
      return {
        coupon: readRate(cell("coupon"), where("coupon")),
        years: readNumber(cell("term"), where("term")),
        price: readPrice(cell("price"), where("price")) + payUp,
      };
    }),
  );
}
