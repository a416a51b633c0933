import "../host/nativeEngine";
import { uniformStream } from "../../src/calc/numeric/random";
import { bookOf } from "../../src/host/bookOf";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import type { Book, BookCell } from "../../src/workbook/book";
import type { BookStyle } from "../../src/workbook/bookStyle";
import { doGridEdit, GRID_EDITS } from "../support/gridEdits";
import { embeddedHost } from "../workbook/hosts";

jest.setTimeout(300_000);

const SEED = 20_261_129;
const EDITS = 160;
const COMPARED_EVERY = 40;

/** A file has no word for a text that is cut off or goes on beside its cell: both go on in Excel. */
function look({ styles }: Book, place: number | undefined): BookStyle {
  const { wrap, ...style } = (place === undefined ? undefined : styles[place]) ?? {};
  return wrap === "wrap" ? { ...style, wrap } : style;
}

/** A blank cell whose text would be cut off is one without a look. */
const isUsual = (book: Book, { value, formula, style }: BookCell): boolean =>
  value === "" && formula === undefined && Object.keys(look(book, style)).length === 0;

/** What a part of a text has like its cell goes without saying in a file. */
function runsOf(book: Book, { runs, style }: BookCell) {
  const own = look(book, style);
  return runs?.map((run) => [
    run.text,
    Object.entries(run.style ?? {}).filter(([key, value]) => Reflect.get(own, key) !== value),
  ]);
}

/** One line a fact; a sheet's size and the height of unfilled rows are the page's own. */
const factsOf = (book: Book): string[] =>
  [
    [book.shown],
    ...book.names.map(({ name, reference, sheet }) => [name, reference, sheet]),
    ...book.sheets.flatMap(({ name, cells, columns, rows, ...sheet }) => [
      [name, sheet.hidden, sheet.tabColor, sheet.withoutGridlines, sheet.frozen, sheet.merged],
      ...cells
        .filter((cell) => !isUsual(book, cell))
        .map((cell) => [
          ...[name, cell.row, cell.column, cell.value, cell.formula, cell.spill, cell.spilled],
          ...[runsOf(book, cell), look(book, cell.style)],
        ]),
      ...columns.map(({ column, width = 88, hidden, style }) => [
        ...[name, "column", column, width, hidden, look(book, style)],
      ]),
      ...rows.map(({ row, height, fitted, hidden, style }) => [
        ...[name, "row", row, height, fitted, hidden, look(book, style)],
      ]),
    ]),
  ].map((fact) => JSON.stringify(fact));

describe("a workbook that was edited in the grid", () => {
  it(`is the same in a file: ${EDITS} random edits with seed ${SEED}`, async () => {
    const random = uniformStream(SEED);
    const { book } = await embeddedHost();
    book.writeFormula("Sheet1", "A1", "=1+1");
    for (let i = 0; i < EDITS; i++) {
      await doGridEdit(random, book, GRID_EDITS[i]);
      if (i % COMPARED_EVERY < COMPARED_EVERY - 1) continue;
      await book.settle();
      const kept = bookOf(book);
      const read = await readXlsx(writeXlsx(kept));
      expect(read.dropped).toEqual([]);
      expect(factsOf(read)).toEqual(factsOf(kept));
    }
  });
});
