/* Cells of Excel, as they are asked for: never more than Excel gives at once. */
import { rectangleOf } from "./a1";
import { rangeOf } from "./officeRanges";
import { WorkbookError, type CellValue, type Place } from "./workbookPort";

/** Excel gives no values of more cells at once (Microsoft Learn, "Resource limits and performance", July 2026). */
const MOST_CELLS = 5_000_000;

/**
 * Reads a rectangle of cells.
 *
 * @param context - Excel's context.
 * @param place - The cells.
 * @param what - Their values, or their formulas in English.
 * @returns Row by row.
 * @throws WorkbookError when they are more than 5,000,000; Excel is not asked for them.
 */
export async function readCells(
  context: Excel.RequestContext,
  place: Place,
  what: "values" | "formulas",
): Promise<CellValue[][]> {
  const { rows, columns } = rectangleOf(place.a1);
  if (rows * columns > MOST_CELLS) throw tooMany(place);
  const range = rangeOf(context, place);
  range.load(what);
  await context.sync();
  const cells = range[what] as CellValue[][] | null;
  // What a newer Excel answers where they are too many for it.
  if (cells === null) throw tooMany(place);
  return cells;
}

const tooMany = ({ sheet, a1 }: Place): WorkbookError =>
  new WorkbookError(
    `${a1} on ${sheet} has more cells than Excel gives at once; it must have at most ${MOST_CELLS.toLocaleString("en-US")}`,
    "ResponsePayloadSizeLimitExceeded",
  );
