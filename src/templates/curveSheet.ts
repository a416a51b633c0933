/* The sheet "Curve": a history of par yields by tenor, and the curve of one day as a formula over it. */
import type { CurveHistory } from "../calc/curve/curveHistory";
import { tenorOf } from "../calc/curve/tenor";
import { daySerial, type DaySerial } from "../calc/units";
import { a1Of, cellA1, type Rectangle, rectangleOf } from "../workbook/a1";
import { needRoom } from "../workbook/needRoom";
import type { CellValue, Change, Place, WorkbookPort } from "../workbook/workbookPort";
import { WorkbookError } from "../workbook/workbookPort";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

/** Names by which formulas take the curve of the day, and the table of all days. */
const CURVE_NAMES = { curve: "RV_Curve", history: "RV_CurveHistory" } as const;

/** What the sheet is made of. */
export interface Curves {
  /** One line that says what the numbers are and where they come from. */
  readonly about: string;
  readonly history: CurveHistory;
  /** The day whose curve is the workbook's. */
  readonly day: DaySerial;
  /** How many tenors have a yield on that day. */
  readonly tenors: number;
}

/** The curves that a workbook has. */
export interface StandingCurves {
  /** The table of all days with its headings. */
  readonly place: Place;
  readonly about: string;
  readonly history: CurveHistory;
}

/** The upper left cell of the table; the curve of the day stands to its left, the words above. */
const TABLE = { row: 4, column: 4 };

/**
 * The curves of a workbook.
 *
 * @param workbook - The workbook.
 * @returns Its curves; null when it has none.
 * @throws WorkbookError when what the name stands for is no table of curves.
 */
export async function standingCurves(workbook: WorkbookPort): Promise<StandingCurves | null> {
  const place = await workbook.findName(CURVE_NAMES.history);
  if (place === null) return null;
  const { row, column } = rectangleOf(place.a1);
  const above = a1Of({
    row: Math.max(row - 2, 1),
    column: Math.max(column - 3, 1),
    rows: 1,
    columns: 1,
  });
  const [cells, [[about = ""] = []]] = await Promise.all([
    workbook.read(place),
    workbook.read({ ...place, a1: above }),
  ]);
  return { place, about: String(about), history: historyOf(cells, place) };
}

function historyOf([headings = [], ...rows]: readonly CellValue[][], place: Place): CurveHistory {
  const tenors = headings.slice(1).map((heading) => tenorOf(String(heading)) ?? NaN);
  const isRising = tenors.every((tenor, j) => tenor > (tenors[j - 1] ?? 0));
  const days = rows.map(([day]) => (typeof day === "number" ? day : NaN));
  if (!isRising || !days.every((day, i) => day > (days[i - 1] ?? 0))) {
    throw new WorkbookError(
      `${CURVE_NAMES.history} stands for ${place.a1} on ${place.sheet}; it must be a heading of rising tenors and rising days below Date there: undo what was changed, or delete the sheet and the name`,
      "InvalidArgument",
    );
  }
  return {
    days: days.map(daySerial),
    tenors: Float64Array.from(tenors),
    yields: rows.map(([, ...cells]) =>
      Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN)),
    ),
  };
}

/**
 * Writes the curves of a workbook: on a sheet of their own, or in place of those that it has.
 *
 * @param workbook - The workbook.
 * @param curves - What it holds then.
 * @returns The name of the sheet.
 * @throws WorkbookError when the cells that the table grows into are not empty.
 */
export async function writeCurves(workbook: WorkbookPort, curves: Curves): Promise<string> {
  const place = await workbook.findName(CURVE_NAMES.history);
  if (place === null) {
    const sheet = freeName("Curve", (await workbook.names()).sheets);
    const { formula } = sheetWriter(sheet);
    await workbook.change([
      ...frame(sheet),
      ...content({ sheet, ...TABLE, was: null }, curves),
      formula(`A${TABLE.row + 1}`, `=RV.CURVEON(${CURVE_NAMES.history},B3)`),
    ]);
    return sheet;
  }
  const { sheet } = place;
  const was = rectangleOf(place.a1);
  await needRoomToGrow(workbook, place, curves.history);
  await workbook.change(content({ sheet, row: was.row, column: was.column, was }, curves));
  return sheet;
}

async function needRoomToGrow(
  workbook: WorkbookPort,
  { sheet, a1 }: Place,
  { days, tenors }: CurveHistory,
): Promise<void> {
  const old = rectangleOf(a1);
  const [rows, columns] = [days.length + 1 - old.rows, tenors.length + 1 - old.columns];
  const room = (cells: Rectangle) =>
    needRoom(workbook, CURVE_NAMES.history, { sheet, a1: a1Of(cells) });
  if (rows > 0) await room({ ...old, row: old.row + old.rows, rows });
  if (columns > 0) {
    await room({
      ...old,
      column: old.column + old.columns,
      columns,
      rows: Math.max(old.rows, days.length + 1),
    });
  }
}

/** What does not depend on the curves. */
function frame(sheet: string): Change[] {
  const { text, values, style, format } = sheetWriter(sheet);
  const { row } = TABLE;
  return [
    { kind: "addSheet", name: sheet },
    text("A1", "Par yields by tenor"),
    style("A1", "title"),
    style("A2", "note"),
    text("A3", "Curve of"),
    format("B3", "yyyy-mm-dd"),
    values(`A${row}:B${row}`, [["Tenor (years)", "Par yield"]]),
    style(`A${row}:B${row}`, "heading"),
    { kind: "widths", sheet, widths: [14, 12, 3, 12] },
    { kind: "freeze", sheet, rows: row, columns: 0 },
    { kind: "page", sheet, area: null },
  ];
}

/** The curves, and everything that is as long or as wide as they are. */
function content(
  at: {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    /** Where other curves stood. */
    readonly was: Rectangle | null;
  },
  { about, history, day, tenors }: Curves,
): Change[] {
  const { sheet, row, column, was } = at;
  const { text, values, style, format } = sheetWriter(sheet);
  const cell = (down: number, right: number) => cellA1(row + down, column + right);
  const [rows, columns] = [history.days.length + 1, history.tenors.length + 1];
  const table = { row, column, rows, columns };
  const body = { ...table, row: row + 1, rows: rows - 1 };
  const written = {
    ...table,
    rows: Math.max(rows, was?.rows ?? 0),
    columns: Math.max(columns, was?.columns ?? 0),
  };
  const curve = a1Of({ row: row + 1, column: column - 3, rows: tenors, columns: 2 });
  return [
    text(cell(-2, -3), about),
    values(cell(-1, -2), [[day]]),
    values(a1Of(written), padded(tableOf(history), written)),
    style(a1Of({ ...table, rows: 1 }), "heading"),
    format(a1Of({ ...body, columns: 1 }), "yyyy-mm-dd"),
    format(a1Of({ ...body, column: column + 1, columns: columns - 1 }), "0.00%"),
    format(a1Of({ ...rectangleOf(curve), column: column - 2, columns: 1 }), "0.00%"),
    { kind: "defineName", name: CURVE_NAMES.history, sheet, a1: a1Of(table) },
    { kind: "defineName", name: CURVE_NAMES.curve, sheet, a1: curve },
  ];
}

/** Headings as tenors are written, for CURVEON reads them; a blank where a day has no yield. */
const tableOf = ({ days, tenors, yields }: CurveHistory): CellValue[][] => [
  ["Date", ...Array.from(tenors, headingOf)],
  ...days.map((day, i) => [
    day,
    ...Array.from(yields[i] as Float64Array, (value) => (Number.isNaN(value) ? "" : value)),
  ]),
];

/** Blank cells where a larger table stood. */
const padded = (cells: readonly CellValue[][], { rows, columns }: Rectangle): CellValue[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => cells[i]?.[j] ?? ""),
  );

/**
 * How a tenor is written.
 * @param years - The tenor.
 * @returns For example "1.5 Mo" below a year, "10Y" from there on.
 */
export function headingOf(years: number): string {
  const months = Math.round(24 * years) / 2;
  return years < 1 && Math.abs(months / 12 - years) < 1e-9 ? `${months} Mo` : `${years}Y`;
}
