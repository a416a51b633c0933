/* What a user does to a grid beside typing, at random: fills, looks, sizes, sheets, sorting, undo. */
import {
  BooleanNumber,
  BorderStyleTypes,
  BorderType,
  HorizontalAlign,
  ICommandService,
  type ICellData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { MoveRangeCommand } from "@univerjs/sheets";
import { pasteCells } from "../../src/host/pastedCells";
import { documentOf } from "../../src/host/richText";
import { UNIT_ID } from "../../src/host/repairs/unitId";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { typingLocale } from "../../src/host/typedText";
import { a1Of } from "../../src/workbook/a1";
import { oneOf, type Random, whole } from "./randomFormula";

type Sheet = ReturnType<Spreadsheet["workbook"]["getActiveSheet"]>;
type Range = ReturnType<Sheet["getRange"]>;

const ROWS = 30;
const COLUMNS = 8;
const COLORS = ["#ff0000", "#00aa55", "#123456"];
/** Over cells to the right of all others, so that none reads itself. */
const FORMULAS = [
  "=S1*2",
  "=$S1+T$2",
  '="A1"&T2',
  "=SUM(S1:T3)",
  "=SEQUENCE(2,2)",
  "=IF(S1>0.50,1,2)",
];

/** As they stand in other programs. */
const TEXTS = ["", "1.50", "1-3", "2026-01-15", "12.5%", "$1,200", "TRUE", "'a", "-x", "007"];

/** As the editor stores it. */
const RICH_TEXT: ICellData = {
  p: documentOf([
    { text: "wide" },
    { text: " and bold", style: { bold: true, color: "#ff0000" } },
    { text: "\nnext line" },
  ]),
  v: null,
};

interface Hand {
  readonly random: Random;
  readonly book: Spreadsheet;
  readonly sheet: Sheet;
  readonly range: Range;
  readonly cell: Range;
  readonly count: number;
}

const hidden = (sheet: Sheet) => sheet.isSheetHidden();
const visible = (book: Spreadsheet) => book.workbook.getSheets().filter((sheet) => !hidden(sheet));

/** A fill down or to the right, from the cells of a range's first row or column. */
async function fill({ random, sheet, range }: Hand, kind: "COPY" | "SERIES"): Promise<void> {
  const [row, column] = [range.getRow(), range.getColumn()];
  const down = random() < 0.5;
  const more = whole(random, 3, 9);
  const source = sheet.getRange(
    row,
    column,
    down ? 1 : range.getHeight(),
    down ? range.getWidth() : 1,
  );
  const target = sheet.getRange(
    row,
    column,
    down ? more : range.getHeight(),
    down ? range.getWidth() : more,
  );
  await source.autoFill(target, kind as never);
}

/** Each thing that a user does, by its name. */
const EDITS: Readonly<Record<string, (hand: Hand) => unknown>> = {
  "type values": ({ random, range }) =>
    range.setValues(
      Array.from({ length: range.getHeight() }, () =>
        Array.from({ length: range.getWidth() }, () =>
          oneOf(random, [1, 2.5, -3, "text", true, 45_000]),
        ),
      ),
    ),
  "type a formula": ({ random, cell }) => cell.setValue({ f: oneOf(random, FORMULAS), p: null }),
  "fill by copy": (hand) => fill(hand, "COPY"),
  "fill a series": (hand) => fill(hand, "SERIES"),
  "move cells": ({ random, book, sheet, range }) =>
    book.service(ICommandService).executeCommand(MoveRangeCommand.id, {
      unitId: UNIT_ID,
      subUnitId: sheet.getSheetId(),
      fromRange: range.getRange(),
      toRange: moved(range.getRange(), whole(random, 0, 4), whole(random, 0, 3)),
    }),
  "copy onto a range": ({ sheet, range, cell }) => {
    const values = range.getValues();
    const cells = range
      .getFormulas()
      .map((row, i) => row.map((f, j): ICellData => (f ? { f } : { v: values[i]?.[j] ?? null })));
    const [, , rows, columns] = place(range);
    return sheet.getRange(cell.getRow(), cell.getColumn(), rows, columns).setValues(cells);
  },
  "paste texts": ({ random, book, sheet, range }) =>
    pasteCells(book, {
      sheet: sheet.getSheetName(),
      texts: Array.from({ length: whole(random, 1, 3) }, () =>
        Array.from({ length: whole(random, 1, 2) }, () => oneOf(random, [...TEXTS, ...FORMULAS])),
      ),
      target: {
        row: range.getRow() + 1,
        column: range.getColumn() + 1,
        rows: range.getHeight(),
        columns: range.getWidth(),
      },
      locale: typingLocale("en-US"),
    }),
  "write parts of a text bold": ({ cell }) =>
    cell.setValue({ ...RICH_TEXT, f: null, si: null } as never),
  bold: ({ range }) => range.setFontWeight("bold"),
  "italic and size": ({ random, range }) =>
    range.setFontStyle("italic").setFontSize(whole(random, 8, 16)),
  underline: ({ random, range }) =>
    range.setFontLine(oneOf(random, ["underline", "line-through"] as const)),
  font: ({ range }) => range.setFontFamily("Georgia"),
  colors: ({ random, range }) =>
    range.setFontColor(oneOf(random, COLORS)).setBackgroundColor(oneOf(random, COLORS)),
  borders: ({ random, range }) =>
    range.setBorder(
      oneOf(random, [BorderType.ALL, BorderType.OUTSIDE, BorderType.TOP]),
      oneOf(random, [
        BorderStyleTypes.THIN,
        BorderStyleTypes.DOUBLE,
        BorderStyleTypes.SLANT_DASH_DOT,
      ]),
      oneOf(random, COLORS),
    ),
  alignment: ({ random, range }) =>
    range
      .setHorizontalAlignment(oneOf(random, ["left", "center", "normal"] as const))
      .setVerticalAlignment(oneOf(random, ["top", "middle", "bottom"] as const)),
  "wrap and turn": ({ random, range }) =>
    range
      .setWrapStrategy(oneOf(random, [WrapStrategy.WRAP, WrapStrategy.CLIP]))
      .setTextRotation(oneOf(random, [-45, 90, 0])),
  "number format": ({ random, cell }) =>
    cell.setValue({ s: { n: { pattern: oneOf(random, ["0.00", "yyyy-mm-dd", "0%"]) } } }),
  merge: ({ range }) => range.merge({ isForceMerge: true }),
  "take merged cells apart": ({ range }) => range.breakApart(),
  freeze: ({ random, sheet }) => {
    const [ySplit, xSplit] = [whole(random, 0, 3), whole(random, 0, 2)];
    sheet.setFreeze({ ySplit, xSplit, startRow: ySplit || -1, startColumn: xSplit || -1 });
  },
  "hide rows": ({ sheet, range, count }) => sheet.hideRows(range.getRow(), count),
  "show rows": ({ sheet, range, count }) => sheet.showRows(range.getRow(), count),
  "hide columns": ({ sheet, range }) => sheet.hideColumns(range.getColumn(), 1),
  "row heights": ({ random, sheet, range, count }) =>
    sheet.setRowHeights(range.getRow(), count, whole(random, 15, 60)),
  "column widths": ({ random, sheet, range }) =>
    sheet.setColumnWidth(range.getColumn(), whole(random, 20, 200)),
  "row style": ({ sheet, range }) =>
    sheet.setRowDefaultStyle(range.getRow(), { bl: BooleanNumber.TRUE, vt: VerticalAlign.TOP }),
  "column style": ({ sheet, range }) =>
    sheet.setColumnDefaultStyle(range.getColumn(), { ht: HorizontalAlign.RIGHT }),
  "insert rows": ({ sheet, range, count }) => sheet.insertRows(range.getRow(), count),
  "delete rows": ({ sheet, range, count }) => sheet.deleteRows(range.getRow(), count),
  "insert columns": ({ sheet, range }) => sheet.insertColumns(range.getColumn(), 1),
  "delete columns": ({ sheet, range }) => sheet.deleteColumns(range.getColumn(), 1),
  "clear contents": ({ range }) => range.clearContent(),
  "clear looks": ({ range }) => range.clearFormat(),
  "add a sheet": ({ book }) =>
    book.sheetNames.length < 5 && book.workbook.create(`Sheet ${freeNumber(book)}`, 200, 40),
  "delete a sheet": ({ book, sheet }) =>
    visible(book).length > 2 && book.workbook.deleteSheet(sheet),
  "hide a sheet": ({ book, sheet }) => visible(book).length > 2 && sheet.hideSheet(),
  "show a sheet": ({ book }) => book.workbook.getSheets().find(hidden)?.showSheet(),
  "rename a sheet": ({ book, sheet }) => sheet.setName(`O'Hara ${freeNumber(book)}`),
  "order of sheets": ({ random, book, sheet }) =>
    book.workbook.moveSheet(sheet, whole(random, 0, book.sheetNames.length - 1)),
  "tab color and grid lines": ({ random, sheet }) => {
    sheet.setTabColor(oneOf(random, COLORS));
    sheet.setHiddenGridlines(random() < 0.5);
  },
  "define a name": ({ random, book, sheet, range }) => {
    const name = `Name_${whole(random, 1, 4)}`;
    for (const one of book.workbook.getDefinedNames()) if (one.getName() === name) one.delete();
    const builder = book.workbook.newDefinedNameBuilder().setName(name);
    const scoped = random() < 0.5 ? builder.setScopeToWorksheet(sheet) : builder;
    book.workbook.insertDefinedNameBuilder(
      (random() < 0.5 ? scoped.setRefByRange(...place(range)) : scoped.setFormula("=1+2")).build(),
    );
  },
  sort: ({ range }) => range.sort(range.getColumn()),
  undo: ({ book }) => book.workbook.undo(),
  redo: ({ book }) => book.workbook.redo(),
};

const place = (range: Range) =>
  [range.getRow(), range.getColumn(), range.getHeight(), range.getWidth()] as const;

const moved = (range: ReturnType<Range["getRange"]>, rows: number, columns: number) => ({
  ...range,
  startRow: range.startRow + rows,
  endRow: range.endRow + rows,
  startColumn: range.startColumn + columns,
  endColumn: range.endColumn + columns,
});

const freeNumber = (book: Spreadsheet) =>
  Array.from({ length: 99 }, (_, i) => i + 1).find((i) =>
    book.sheetNames.every((name) => !name.endsWith(` ${i}`)),
  );

/** The names of all edits. */
export const GRID_EDITS: readonly string[] = Object.keys(EDITS);

/**
 * Does one edit.
 * @param random - Random numbers.
 * @param book - The workbook.
 * @param name - Which edit; by default any.
 * @returns What was done, in words.
 */
export async function doGridEdit(
  random: Random,
  book: Spreadsheet,
  name = oneOf(random, GRID_EDITS),
): Promise<string> {
  const sheet = oneOf(random, visible(book));
  sheet.activate();
  const [row, column] = [whole(random, 0, ROWS), whole(random, 0, COLUMNS)];
  const size = { rows: whole(random, 1, 4), columns: whole(random, 1, 3) };
  await EDITS[name]?.({
    random,
    book,
    sheet,
    range: sheet.getRange(row, column, size.rows, size.columns),
    cell: sheet.getRange(whole(random, 0, ROWS), whole(random, 0, COLUMNS)),
    count: size.rows,
  });
  return `${name} at ${sheet.getSheetName()}!${a1Of({ row: row + 1, column: column + 1, ...size })}`;
}
