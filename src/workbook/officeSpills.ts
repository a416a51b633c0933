/* The rectangles that Excel's formulas have spilled into. */
import { cellA1, rectangleOf } from "./a1";
import { placeOf } from "./officeAddress";
import { rangeOf } from "./officeRanges";
import type { CellValue, Place } from "./workbookPort";

/**
 * The rectangles that formulas have spilled into and that touch a place.
 *
 * Asked are the cells with formulas, and the cells of the top row and the left column: a result whose
 * formula stands elsewhere is to the right of it or below, and so crosses one of the two.
 *
 * @param context - Excel's context; it is synchronised up to three times.
 * @param place - The place.
 * @returns The rectangles, each once.
 */
export async function spillsIn(context: Excel.RequestContext, place: Place): Promise<Place[]> {
  const range = rangeOf(context, place);
  range.load("values,formulas,hasSpill");
  await context.sync();
  // Null, whatever the types say, when some of the cells are spilled into and some are not.
  if ((range.hasSpill as boolean | null) === false) return [];

  const { row, column, rows, columns } = rectangleOf(place.a1);
  const cellAt = (i: number, j: number) =>
    rangeOf(context, {
      sheet: place.sheet,
      a1: cellA1(row + i, column + j),
    });
  const spills: Excel.Range[] = [];
  const parents: Excel.Range[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (isFormula(range, i, j)) spills.push(cellAt(i, j).getSpillingToRangeOrNullObject());
      if (i === 0 || j === 0) parents.push(cellAt(i, j).getSpillParentOrNullObject());
    }
  }
  for (const one of [...spills, ...parents]) one.load("address");
  await context.sync();

  const anchors = new Set(addresses(parents));
  const outside = [...anchors].map((address) => {
    const spill = rangeOf(context, placeOf(address)).getSpillingToRangeOrNullObject();
    spill.load("address");
    return spill;
  });
  if (outside.length > 0) await context.sync();
  return [...new Set([...addresses(spills), ...addresses(outside)])].map(placeOf);
}

function isFormula(range: Excel.Range, i: number, j: number): boolean {
  const formula = (range.formulas as CellValue[][])[i]?.[j] ?? "";
  const value = (range.values as CellValue[][])[i]?.[j] ?? "";
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

const addresses = (ranges: readonly Excel.Range[]): string[] =>
  ranges.filter(({ isNullObject }) => !isNullObject).map(({ address }) => address);
