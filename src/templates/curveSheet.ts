/* The sheet "Curve": a history of par yields by tenor, and the curve of one day as a formula over it. */
import type { CurveHistory } from "../calc/curve/curveHistory";
import type { DaySerial } from "../calc/units";
import { a1Of } from "../workbook/a1";
import type { Change, WorkbookPort } from "../workbook/workbookPort";
import { WorkbookError } from "../workbook/workbookPort";
import { freeName, sameName } from "./names";
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

const TOP = 4;
/** Columns, from 1: the curve of the day, and the history beside it. */
const HISTORY = 4;

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @param curves - What it holds.
 * @returns The name of the sheet.
 * @throws WorkbookError when the workbook has a curve already.
 */
export async function addCurveSheet(workbook: WorkbookPort, curves: Curves): Promise<string> {
  const { sheets, names } = await workbook.names();
  const taken = Object.values(CURVE_NAMES).find((name) => names.some((it) => sameName(it, name)));
  if (taken !== undefined) {
    throw new WorkbookError(
      `this workbook has a curve already, named ${taken}: delete its sheet and the name first`,
      "ItemAlreadyExists",
    );
  }
  const sheet = freeName("Curve", sheets);
  await workbook.change(curveSheet(sheet, curves));
  return sheet;
}

function curveSheet(sheet: string, { about, history, day, tenors }: Curves): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const cell = (row: number, column: number) => a1Of({ row, column, rows: 1, columns: 1 });
  const rows = history.days.length + 1;
  const columns = history.tenors.length + 1;
  const table = a1Of({ row: TOP, column: HISTORY, rows, columns });
  const curve = a1Of({ row: TOP + 1, column: 1, rows: tenors, columns: 2 });
  const body = { row: TOP + 1, column: HISTORY, rows: rows - 1 };
  return [
    { kind: "addSheet", name: sheet },
    text(cell(1, 1), "Par yields by tenor"),
    style(cell(1, 1), "title"),
    text(cell(2, 1), about),
    style(cell(2, 1), "note"),
    text(cell(3, 1), "Curve of"),
    values(cell(3, 2), [[day]]),
    format(cell(3, 2), "yyyy-mm-dd"),
    values(a1Of({ row: TOP, column: 1, rows: 1, columns: 2 }), [["Tenor (years)", "Par yield"]]),
    style(a1Of({ row: TOP, column: 1, rows: 1, columns: 2 }), "heading"),
    values(table, tableOf(history)),
    style(a1Of({ row: TOP, column: HISTORY, rows: 1, columns }), "heading"),
    format(a1Of({ ...body, columns: 1 }), "yyyy-mm-dd"),
    format(a1Of({ ...body, column: HISTORY + 1, columns: columns - 1 }), "0.00%"),
    { kind: "defineName", name: CURVE_NAMES.history, sheet, a1: table },
    formula(cell(TOP + 1, 1), `=RV.CURVEON(${CURVE_NAMES.history},${cell(3, 2)})`),
    format(a1Of({ row: TOP + 1, column: 2, rows: tenors, columns: 1 }), "0.00%"),
    { kind: "defineName", name: CURVE_NAMES.curve, sheet, a1: curve },
    { kind: "widths", sheet, widths: [14, 12, 3, 12] },
    { kind: "freeze", sheet, rows: TOP, columns: 0 },
  ];
}

/** Headings as tenors are written, for CURVEON reads them; a blank where a day has no yield. */
const tableOf = ({ days, tenors, yields }: CurveHistory) => [
  ["Date", ...Array.from(tenors, headingOf)],
  ...days.map((day, i) => [
    day,
    ...Array.from(yields[i] as Float64Array, (value) => (Number.isNaN(value) ? "" : value)),
  ]),
];

/**
 * How a tenor is written.
 * @param years - The tenor.
 * @returns For example "1.5 Mo" below a year, "10Y" from there on.
 */
export function headingOf(years: number): string {
  const months = Math.round(24 * years) / 2;
  return years < 1 && Math.abs(months / 12 - years) < 1e-9 ? `${months} Mo` : `${years}Y`;
}
