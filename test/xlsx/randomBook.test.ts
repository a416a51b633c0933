/* Random workbooks with everything that a file can hold come back from a file as they were. */
import fc from "fast-check";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { a1Of } from "../../src/workbook/a1";
import type { Book, BookCell, BookSheet } from "../../src/workbook/book";
import {
  BORDER_LINES,
  BORDER_SIDES,
  type BookStyle,
  type BookTextRun,
} from "../../src/workbook/bookStyle";

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);
const on = fc.constant(true as const);
const textLook = {
  font: fc.constantFrom("Georgia", "Courier New", 'A "b" & <c>'),
  size: fc.constantFrom(8, 9.5, 14),
  bold: on,
  italic: on,
  underline: fc.constantFrom("single" as const, "double" as const),
  strikethrough: on,
  script: fc.constantFrom("subscript" as const, "superscript" as const),
  color,
};
const border = fc.record(
  { line: fc.constantFrom(...BORDER_LINES), color },
  { requiredKeys: ["line"] },
);
/** One line goes from corner to corner; in a file both directions have the same. */
const borders = fc
  .dictionary(fc.constantFrom(...BORDER_SIDES), border, { minKeys: 1 })
  .map((sides) =>
    sides["falling"] && sides["rising"] ? { ...sides, rising: sides["falling"] } : sides,
  );
const style: fc.Arbitrary<BookStyle> = fc.record(
  {
    ...textLook,
    numberFormat: fc.constantFrom("0.00", "yyyy-mm-dd", '0.0% "a&b"', "@", "m/d/yyyy"),
    fill: color,
    horizontal: fc.constantFrom("left", "center", "right", "justify", "distributed" as const),
    vertical: fc.constantFrom("top", "center", "bottom" as const),
    wrap: fc.constant("wrap" as const),
    rotation: fc.oneof(
      fc.integer({ min: -90, max: 90 }).filter((degrees) => degrees !== 0),
      fc.constant("stacked" as const),
    ),
    borders,
  },
  { requiredKeys: [] },
);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("=1+1", " a ", "_x0041_", "a\nb\tc\r", "<b>&amp;", "\ud800", "A1", "TRUE"),
);
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  text.filter((one) => one !== ""),
  fc.constantFrom("#N/A", "#DIV/0!", "#SPILL!"),
);
const formula = fc.constantFrom(
  "=SUM(A1:A3)",
  "=A1:A3*2",
  "=@A1:A3*2",
  '=RV.SPREADGAP(101,62)&"A1 RV.X("',
  "=LET(x,2,LAMBDA(y,x+y)(3))",
  "=SUM('it''s'!$A$1:$A$3)",
  "=XLOOKUP(1,A:A,C:C)+NORM.S.DIST(1,TRUE)",
  "=FILTER(A1:B3,A1:A3>{1;2;3})",
  "=IF(A1>0.50,1,1E+3)",
);
const runs: fc.Arbitrary<BookTextRun[]> = fc.array(
  fc.record(
    {
      text: text.filter((one) => one !== ""),
      style: fc.record({ color }).chain((one) => fc.constant(one)),
    },
    { requiredKeys: ["text"] },
  ),
  { minLength: 1, maxLength: 3 },
);

const places = fc.uniqueArray(
  fc.record({
    row: fc.oneof(fc.nat(30), fc.constant(1_048_575)),
    column: fc.oneof(fc.nat(9), fc.constant(16_383)),
  }),
  { maxLength: 25, selector: ({ row, column }) => `${row}|${column}` },
);

const bookWith = (styles: readonly BookStyle[]): fc.Arbitrary<Book> => {
  const look = fc.nat(styles.length - 1);
  const content = fc.oneof(
    value.map((one) => ({ value: one })),
    fc.record({ value, formula }),
    runs.map((parts) => ({ value: parts.map((part) => part.text).join(""), runs: parts })),
  );
  const cell = fc.record({ content, style: look }, { requiredKeys: ["content"] });
  const sheet = fc
    .tuple(
      places.chain((all) =>
        fc.tuple(
          ...all.map((place) =>
            cell.map(({ content: one, ...own }) => ({ ...place, ...one, ...own })),
          ),
        ),
      ),
      fc.record(
        {
          hidden: on,
          tabColor: color,
          withoutGridlines: on,
          frozen: fc.record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.nat(3) }),
        },
        { requiredKeys: [] },
      ),
      fc.uniqueArray(
        fc.record(
          {
            column: fc.oneof(fc.nat(40), fc.constant(16_383)),
            width: fc.integer({ min: 1, max: 400 }).filter((width) => width !== 88),
            hidden: on,
            style: look,
          },
          { requiredKeys: ["column", "width"] },
        ),
        { maxLength: 4, selector: ({ column }) => column },
      ),
      fc.uniqueArray(
        fc.record(
          {
            row: fc.nat(40),
            height: fc.integer({ min: 1, max: 300 }),
            fitted: on,
            hidden: on,
            style: look,
          },
          { requiredKeys: ["row", "height"] },
        ),
        { maxLength: 4, selector: ({ row }) => row },
      ),
    )
    .map(([cells, own, columns, rows]): BookSheet => ({
      name: "",
      cells: sorted(cells as BookCell[]),
      columns: columns.sort((a, b) => a.column - b.column),
      rows: rows.sort((a, b) => a.row - b.row),
      merged: ["B40:C41", "E40:E45"],
      ...own,
    }));
  return fc.array(sheet, { minLength: 1, maxLength: 3 }).map((sheets): Book => {
    const named = sheets.map((one, i) => ({
      ...one,
      name: SHEETS[i] ?? "",
    }));
    const first = named[0] ? [{ ...named[0], hidden: undefined }, ...named.slice(1)] : [];
    return {
      sheets: first.map(({ hidden, ...one }) => (hidden ? { ...one, hidden } : one)),
      shown: "Data",
      styles: [...styles],
      names: [
        { name: "Table_1", reference: "'Data'!$A$2:$C$4", table: true },
        { name: "Rate", reference: "=0.05", table: false },
        { name: "Rate", reference: "'Data'!$A:$B", table: false, sheet: "Data" },
        { name: "Half", reference: "=LAMBDA(x,x/2)", table: false },
      ],
    };
  });
};

const SHEETS = ["Data", "it's <&>", "FN30"];

const book = fc.array(style, { minLength: 1, maxLength: 6 }).chain(bookWith);

const sorted = (cells: readonly BookCell[]): BookCell[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column);

/** Looks by what they are and not by their number, and 0 without a sign: a file has no −0. */
function plain({ sheets, styles, names, shown }: Book) {
  const own = (style: number | undefined) => (style === undefined ? {} : (styles[style] ?? {}));
  return {
    names,
    shown,
    sheets: sheets.map(({ cells, rows, columns, ...sheet }) => ({
      ...sheet,
      cells: sorted(cells).map((cell) => ({ ...cell, style: own(cell.style) })),
      rows: rows.map((row) => ({ ...row, style: own(row.style) })),
      columns: columns.map((column) => ({ ...column, style: own(column.style) })),
    })),
  };
}

/** What a part of a text has like its cell is not its own. */
const withOwnRuns = (made: Book): Book => ({
  ...made,
  sheets: made.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const look = cell.style === undefined ? undefined : made.styles[cell.style];
      return cell.runs === undefined
        ? cell
        : {
            ...cell,
            runs: cell.runs.map(({ text: part, style: one }) =>
              one?.color === undefined || one.color === look?.color
                ? { text: part }
                : { text: part, style: one },
            ),
          };
    }),
  })),
});

describe("a workbook in an .xlsx file", () => {
  it("comes back with all that a file can hold", async () => {
    await fc.assert(
      fc.asyncProperty(book.map(withOwnRuns), async (made) => {
        const read = await readXlsx(writeXlsx(made));
        expect(read.dropped).toEqual([]);
        expect(plain(read)).toEqual(plain(made));
      }),
      { numRuns: 150 },
    );
  });

  it("with a cell at the end of the greatest sheet costs no more than its cells", async () => {
    const end = a1Of({ row: 1_048_576, column: 16_384, rows: 1, columns: 1 });
    const cells: BookCell[] = [
      { row: 0, column: 0, value: 1 },
      { row: 1_048_575, column: 16_383, value: end },
    ];
    const sheet = { name: "S", cells, rows: [], columns: [], merged: ["A1:XFD1048576"] };
    const file = writeXlsx({ sheets: [sheet], names: [], styles: [] });
    expect(file.length).toBeLessThan(10_000);
    expect((await readXlsx(file)).sheets[0]?.cells).toEqual(cells);
  });
});
