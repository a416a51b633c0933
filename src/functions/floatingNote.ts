import { readDate, readPrice, readRate, readSpread } from "../assumptions/humanValues";
import {
  indexCurve,
  noteMargin,
  notePeriods,
  notePrice,
  type FloatingNote,
  type IndexCurve,
  type NotePeriods,
} from "../calc/bond/floatingNote";
import { invalid } from "../calc/errors";
import { rate, type DaySerial, type Rate } from "../calc/units";
import { cases, type CaseArgument, type CaseArguments } from "./excel/elementwise";
import { grid, width, type Argument } from "./excel/grid";
import { forExcel } from "./excel/results";
import { basisReader, couponReader, quarterlyReader } from "./terms/bondTerms";
import { curve as readCurve } from "./terms/curve";

/**
 * Clean price of a floating-rate note at a discount margin: coupons of the index plus the quoted margin, discounted period by period by simple interest at the index plus the discount margin. The index is one rate for all periods, as discount margins are quoted, or the forward rates of a curve. No caps and floors; payments on unadjusted days. One answer a row, 5,000 rows at most.
 * @customfunction FRNPRICE
 * @param {any[][]} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} quotedMarginBp What the note pays over the index, in basis points.
 * @param {any[][]} discountMarginBp What discounting adds to the index, in basis points.
 * @param {any[][]} index The index to come: a rate as a decimal; or a curve of two columns, tenor in years, rising, and semiannual par yield as a decimal, that reaches maturity.
 * @param {any[][]} [currentCoupon] Coupon a year of the running period as a decimal, margin included; the index with the quoted margin by default. With a curve it is needed between two payments.
 * @param {any[][]} [stubIndex] The index from settlement to the next payment as a decimal, which discounts it; that of index by default.
 * @param {any[][]} [frequency] Payments a year: 1, 2, 4 (default) or 12.
 * @param {any[][]} [basis] Day count: 2 ACT/360 (default), 0 30/360 US, 1 ACT/ACT, 3 ACT/365, 4 30E/360.
 * @returns {any[][]} The price of each row, per 100.
 */
export function frnPriceCells(
  settlement: any[][],
  maturity: any[][],
  quotedMarginBp: any[][],
  discountMarginBp: any[][],
  index: any[][],
  currentCoupon?: any[][],
  stubIndex?: any[][],
  frequency?: any[][],
  basis?: any[][],
): any[][] {
  return forExcel(() => {
    const given = { settlement, maturity, quotedMarginBp };
    const rest = { currentCoupon, stubIndex, frequency, basis };
    withinMost({ ...given, discountMarginBp, index, ...rest });
    const toCome = indexToCome(index);
    return cases(
      {
        ...noteArguments(given),
        discountMarginBp: { argument: discountMarginBp, reader: readSpread },
        ...restOfNote(rest, toCome),
      },
      (it) => notePrice(toCome.periods(it), rate(it.discountMarginBp / 10_000)),
    );
  });
}

/**
 * Discount margin of a floating-rate note in basis points at a clean price: the inverse of FRNPRICE. With an index of one rate it is the discount margin as it is quoted; with a curve, the margin over its forward rates. Margins over different indices are not compared. One answer a row, 5,000 rows at most.
 * @customfunction FRNMARGIN
 * @param {any[][]} settlement Settlement day, an Excel date or "2026-01-15".
 * @param {any[][]} maturity Maturity day.
 * @param {any[][]} quotedMarginBp What the note pays over the index, in basis points.
 * @param {any[][]} price Clean price per 100: 99.5, or in 32nds "99-16".
 * @param {any[][]} index The index to come: a rate as a decimal; or a curve of two columns, tenor in years, rising, and semiannual par yield as a decimal, that reaches maturity.
 * @param {any[][]} [currentCoupon] Coupon a year of the running period as a decimal, margin included; the index with the quoted margin by default. With a curve it is needed between two payments.
 * @param {any[][]} [stubIndex] The index from settlement to the next payment as a decimal, which discounts it; that of index by default.
 * @param {any[][]} [frequency] Payments a year: 1, 2, 4 (default) or 12.
 * @param {any[][]} [basis] Day count: 2 ACT/360 (default), 0 30/360 US, 1 ACT/ACT, 3 ACT/365, 4 30E/360.
 * @returns {any[][]} The discount margin of each row, in basis points.
 */
export function frnMarginCells(
  settlement: any[][],
  maturity: any[][],
  quotedMarginBp: any[][],
  price: any[][],
  index: any[][],
  currentCoupon?: any[][],
  stubIndex?: any[][],
  frequency?: any[][],
  basis?: any[][],
): any[][] {
  return forExcel(() => {
    const given = { settlement, maturity, quotedMarginBp };
    const rest = { currentCoupon, stubIndex, frequency, basis };
    withinMost({ ...given, price, index, ...rest });
    const toCome = indexToCome(index);
    return cases(
      {
        ...noteArguments(given),
        price: { argument: price, reader: readPrice },
        ...restOfNote(rest, toCome),
      },
      (it) => noteMargin(toCome.periods(it), it.price) * 10_000,
    );
  });
}

/** The greatest number of notes that a cell calculates without a wait. */
const MOST_NOTES = 5000;

/** Refuses more rows than a cell calculates. */
function withinMost(args: { readonly [name: string]: Argument }): void {
  for (const [name, argument] of Object.entries(args)) {
    const rows = grid(argument, name)?.length ?? 0;
    if (rows > MOST_NOTES) {
      throw invalid(`${name} has ${rows} rows; it must have at most ${MOST_NOTES}`);
    }
  }
}

type Arguments<K extends string> = { readonly [name in K]: Argument };

/** A note as its arguments name it; the index is null where a curve projects it. */
interface NoteTerms extends FloatingNote {
  readonly settlement: DaySerial;
  readonly index: Rate | null;
}

/** The index of a call. */
interface IndexToCome {
  /** One rate a row; a curve is no rate, and each row's is null. */
  readonly rates: CaseArgument<Rate | null>;
  /** The periods that a note has left under it. */
  readonly periods: (terms: NoteTerms) => NotePeriods;
}

/** Reads the index: two columns are a curve, anything else is rates. */
function indexToCome(index: Argument): IndexToCome {
  const cells = grid(index, "index");
  const periods = (terms: NoteTerms, path: Rate | IndexCurve) =>
    notePeriods(terms, terms.settlement, path);
  if (cells === null || width(cells) !== 2) {
    const rates: CaseArgument<Rate | null> = { argument: index, reader: readRate };
    return { rates, periods: (terms) => periods(terms, terms.index as Rate) };
  }
  const par = readCurve(index, "index");
  const curves = new Map<DaySerial, IndexCurve>();
  return {
    rates: { argument: null, reader: readRate, otherwise: null },
    periods: (terms) => {
      const known = curves.get(terms.settlement) ?? indexCurve(par, terms.settlement);
      curves.set(terms.settlement, known);
      return periods(terms, known);
    },
  };
}

/** The arguments of a note that stand before its price or discount margin. */
const noteArguments = ({
  settlement,
  maturity,
  quotedMarginBp,
}: Arguments<"settlement" | "maturity" | "quotedMarginBp">) => ({
  settlement: { argument: settlement, reader: readDate },
  maturity: { argument: maturity, reader: readDate },
  quotedMarginBp: { argument: quotedMarginBp, reader: readSpread },
});

type RestOfNote = Pick<NoteTerms, "index" | "currentCoupon" | "stubIndex" | "frequency" | "basis">;

/** The arguments of a note that stand after it. */
const restOfNote = (
  rest: Arguments<"currentCoupon" | "stubIndex" | "frequency" | "basis">,
  { rates }: IndexToCome,
): CaseArguments<RestOfNote> => ({
  index: rates,
  currentCoupon: { argument: rest.currentCoupon, reader: couponReader, otherwise: null },
  stubIndex: { argument: rest.stubIndex, reader: readRate, otherwise: null },
  frequency: { argument: rest.frequency, reader: quarterlyReader, otherwise: 4 },
  basis: { argument: rest.basis, reader: basisReader, otherwise: 2 },
});
