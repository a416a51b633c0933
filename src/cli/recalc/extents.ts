/* How much of each sheet is calculated, and formulas for which more would make a difference. */
import { SHEET_LIMITS } from "../../workbook/limits";
import type { Rectangle } from "../../workbook/a1";
import { isWholeArgument, nameOfCall, rangesIn, type Range } from "../../xlsx/arrayFormulas";
import type { FormulaFile } from "../../xlsx/fileFormulas";
import { callsOf, type Call } from "../../xlsx/formulaCalls";
import { readsOf, type SheetArea } from "../../xlsx/formulaReads";
import type { Token } from "../../xlsx/formulaTokens";

/** Rows and columns of a sheet. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Below and beside what a sheet has, for what spills. */
const ROOM: Size = { rows: 50_000, columns: 500 };
/** The engine takes no range of more cells. */
const MOST_CELLS = 4_194_304;

/** Functions for which blank cells below all others make no difference, whatever criteria they are given. */
const PASS_BLANKS = new Set(
  `SUM AVERAGE MIN MAX COUNT COUNTA PRODUCT MEDIAN SUMSQ DEVSQ STDEV STDEV.S STDEV.P STDEVP VAR VAR.S VAR.P VARP LARGE SMALL
   PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC QUARTILE.EXC RANK RANK.EQ RANK.AVG CORREL SLOPE INTERCEPT
   RSQ SUMIF SUMIFS AVERAGEIF AVERAGEIFS SUMPRODUCT VLOOKUP HLOOKUP XLOOKUP LOOKUP MATCH XMATCH INDEX`.split(
    /\s+/,
  ),
);
const COUNTING = /^COUNTIFS?$/;
const WHOLE = /^\$?(?:[A-Z]{1,3}|\d+)$/i;

/**
 * The size at which each sheet is calculated: what it has and what its formulas name, with room for what spills.
 *
 * @param file - The file.
 * @returns By the sheet's name in capitals.
 */
export function sizesOf({ book, sheets }: FormulaFile): ReadonlyMap<string, Size> {
  const sizes = new Map(sheets.map(({ name }) => [name.toUpperCase(), { rows: 1, columns: 1 }]));
  const grow = (sheet: string, rows: number, columns: number) => {
    const size = sizes.get(sheet.toUpperCase());
    if (size === undefined) return;
    if (rows < SHEET_LIMITS.rows) size.rows = Math.max(size.rows, rows);
    if (columns < SHEET_LIMITS.columns) size.columns = Math.max(size.columns, columns);
  };
  const growBy = (formula: string, home: string) => {
    for (const { sheet = home, area } of readsOf(formula).areas) {
      grow(sheet, area.row + area.rows - 1, area.column + area.columns - 1);
    }
  };
  for (const { name, cells, formulas } of sheets) {
    for (const [row, line] of cells) {
      for (const column of line.keys()) grow(name, row + 1, column + 1);
    }
    for (const { formula } of formulas) if (formula !== undefined) growBy(formula, name);
  }
  for (const { reference, sheet = "" } of book.names) growBy(reference, sheet);
  return new Map(
    [...sizes].map(([name, { rows, columns }]) => [
      name,
      {
        rows: Math.min(SHEET_LIMITS.rows, rows + ROOM.rows),
        columns: Math.min(SHEET_LIMITS.columns, columns + ROOM.columns),
      },
    ]),
  );
}

/**
 * Why a formula would come to something else with all of a sheet.
 *
 * @param tokens - The formula's pieces.
 * @param areas - The cells that it reads.
 * @param home - The sheet that it stands on.
 * @param sizes - At which sheets are calculated.
 * @returns A sentence without its subject; null where there is no difference.
 */
export function whyNotExtent(
  tokens: readonly Token[],
  areas: readonly SheetArea[],
  home: string,
  sizes: ReadonlyMap<string, Size>,
): string | null {
  for (const { sheet = home, area } of areas) {
    const size = sizes.get(sheet.toUpperCase());
    if (size !== undefined && cellsIn(area, size) > MOST_CELLS) {
      return `it reads a range of more than ${MOST_CELLS.toLocaleString("en")} cells`;
    }
  }
  const calls = callsOf(tokens);
  const counted = rangesIn(tokens).find(
    (range) => WHOLE.test(tokens[range.end]?.text ?? "") && !passesBlanks(tokens, calls, range),
  );
  if (counted === undefined) return null;
  const text = tokens.slice(counted.start, counted.end + 1).map((one) => one.text);
  return `blank cells to the end of the sheet may count in ${text.join("")}; name the rows, such as A1:A5000`;
}

const cellsIn = ({ rows, columns }: Rectangle, size: Size): number =>
  Math.min(rows, size.rows) * Math.min(columns, size.columns);

function passesBlanks(tokens: readonly Token[], calls: readonly Call[], range: Range): boolean {
  if (!isWholeArgument(tokens, range)) return false;
  const call = calls.find(({ open, close }) => open < range.start && close > range.end);
  const name = nameOfCall(tokens, call);
  if (PASS_BLANKS.has(name) || name.startsWith("RV.")) return true;
  if (call === undefined || !COUNTING.test(name)) return false;
  // "<>x", "=" and "" are criteria that blank cells meet.
  return !tokens
    .slice(call.open, call.close)
    .some(({ kind, text }) => kind === "text" && /^"(?:<>|=|"$)/.test(text));
}
