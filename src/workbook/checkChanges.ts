/* What of a list of changes no workbook could make, said before anything is written. */
import { nameKey } from "./sameName";
import { LENGTH_LIMITS, SHEET_LIMITS } from "./limits";
import { rectangleOf, type Rectangle } from "./a1";
import { WorkbookError, type Change, type TakenNames } from "./workbookPort";

/**
 * Refuses changes that cannot all be made, in the order in which they would be.
 *
 * Excel stops in the middle of a batch and keeps what came before, so what can be known is asked
 * first.
 *
 * @param changes - Changes, in order.
 * @param taken - The names of the workbook before them.
 * @throws WorkbookError with what is wrong and what to do.
 */
export function checkChanges(changes: readonly Change[], taken: TakenNames): void {
  const sheets = new Set(taken.sheets.map(nameKey));
  const tables = new Set(taken.tables.map(nameKey));
  const names = new Set(taken.names.map(nameKey));
  const needSheet = (name: string) => {
    if (!sheets.has(nameKey(name))) throw sheetGone(name);
  };
  for (const change of changes) {
    if ("sheet" in change) needSheet(change.sheet);
    if ("a1" in change) checkRectangle(change.a1);
    switch (change.kind) {
      case "addSheet":
        checkSheetName(change.name);
        if (sheets.has(nameKey(change.name))) {
          throw new WorkbookError(
            `there is a sheet ${change.name} already: rename it, then try again`,
            "ItemAlreadyExists",
          );
        }
        sheets.add(nameKey(change.name));
        break;
      case "values":
        checkValues(change);
        break;
      case "formula":
        checkFormula(change);
        break;
      case "colorScale":
        checkScale(change);
        break;
      case "addTable":
        checkName(change.name);
        if (tables.has(nameKey(change.name)) || names.has(nameKey(change.name))) {
          throw nameTaken(change.name);
        }
        tables.add(nameKey(change.name));
        break;
      case "resizeTable":
        if (!tables.has(nameKey(change.name))) throw tableGone(change.name);
        break;
      case "defineName":
        checkName(change.name);
        if (tables.has(nameKey(change.name))) throw nameTaken(change.name);
        names.add(nameKey(change.name));
        break;
      case "addChart":
        for (const place of [change.chart.source, change.chart.over]) {
          needSheet(place.sheet);
          checkRectangle(place.a1);
        }
        checkSource(change.chart.source.a1);
        break;
    }
  }
}

/**
 * Says that a sheet is not there.
 * @param name - The sheet's name.
 * @returns The error.
 */
export const sheetGone = (name: string): WorkbookError =>
  new WorkbookError(
    `there is no sheet ${name}: it was renamed or deleted; read the workbook again`,
    "ItemNotFound",
  );

/**
 * Says that a table is not there.
 * @param name - The table's name.
 * @returns The error.
 */
const tableGone = (name: string): WorkbookError =>
  new WorkbookError(
    `the table ${name} is not there any more: it was renamed or deleted; read the workbook again`,
    "ItemNotFound",
  );

/**
 * Refuses a rectangle for a table that stands elsewhere: Excel keeps a table's upper left cell.
 *
 * @param name - The table's name.
 * @param from - Where it stands.
 * @param to - What it is to cover.
 * @throws WorkbookError when the upper left cells differ.
 */
export function checkResize(
  name: string,
  from: { readonly sheet: string; readonly a1: string },
  to: { readonly sheet: string; readonly a1: string },
): void {
  const [before, after] = [rectangleOf(from.a1), rectangleOf(to.a1)];
  const isSameCorner = before.row === after.row && before.column === after.column;
  if (isSameCorner && nameKey(from.sheet) === nameKey(to.sheet)) return;
  throw invalidChange(
    `the table ${name} stands at ${from.a1} of ${from.sheet}, and ${to.a1} of ${to.sheet} does not begin there; it must be the same upper left cell`,
  );
}

const nameTaken = (name: string): WorkbookError =>
  new WorkbookError(
    `the name ${name} is taken in this workbook: rename the other one, then try again`,
    "ItemAlreadyExists",
  );

const invalidChange = (words: string): WorkbookError => new WorkbookError(words, "InvalidArgument");

function checkRectangle(a1: string): Rectangle {
  const unreadable = invalidChange(
    `the cells are "${a1}"; they must be a rectangle on the sheet such as A1:G80`,
  );
  let rectangle: Rectangle;
  try {
    rectangle = rectangleOf(a1);
  } catch {
    throw unreadable;
  }
  const { row, column, rows, columns } = rectangle;
  const isThere = row >= 1 && column >= 1 && rows >= 1 && columns >= 1;
  if (
    isThere &&
    row + rows - 1 <= SHEET_LIMITS.rows &&
    column + columns - 1 <= SHEET_LIMITS.columns
  ) {
    return rectangle;
  }
  throw unreadable;
}

function checkValues({ a1, values }: Extract<Change, { kind: "values" }>): void {
  const { rows, columns } = rectangleOf(a1);
  const ragged = values.find((row) => row.length !== columns);
  if (values.length !== rows || ragged) {
    throw invalidChange(
      `the values have ${values.length} rows of ${ragged?.length ?? columns}; they must have ${rows} rows of ${columns} for ${a1}`,
    );
  }
  for (const value of values.flat()) {
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw invalidChange(`a value for ${a1} is ${value}; it must be a finite number`);
    }
    if (typeof value === "string" && value.length > LENGTH_LIMITS.text) {
      throw invalidChange(
        `a text for ${a1} has ${value.length} characters; it must have at most ${LENGTH_LIMITS.text}`,
      );
    }
  }
}

function checkFormula({ a1, formula }: Extract<Change, { kind: "formula" }>): void {
  const { rows, columns } = rectangleOf(a1);
  if (rows === 1 && columns === 1 && formula.startsWith("=")) return;
  throw invalidChange(
    `the formula for ${a1} is "${formula.slice(0, 60)}"; it must be one cell and a formula that begins with =`,
  );
}

function checkScale({ a1, points }: Extract<Change, { kind: "colorScale" }>): void {
  if (points.length !== 2 && points.length !== 3) {
    throw invalidChange(
      `the colour scale for ${a1} has ${points.length} points; it must have two or three`,
    );
  }
  const odd = points.find(({ color }) => !/^#[\da-f]{6}$/i.test(color));
  if (odd === undefined) return;
  throw invalidChange(
    `a colour for ${a1} is "${odd.color.slice(0, 60)}"; it must be written as #rrggbb`,
  );
}

function checkSource(a1: string): void {
  const { rows, columns } = rectangleOf(a1);
  if (rows >= 2 && columns >= 2) return;
  throw invalidChange(
    `the chart's source is ${a1}; it must be a heading, at least one row, and a column of x before the others`,
  );
}

function checkSheetName(name: string): void {
  if (
    name.length <= LENGTH_LIMITS.sheetName &&
    /^[^'\\/?*[\]:]([^\\/?*[\]:]*[^'\\/?*[\]:])?$/.test(name)
  ) {
    return;
  }
  throw invalidChange(
    `the sheet's name is "${name.slice(0, 60)}"; it must be 1 to ${LENGTH_LIMITS.sheetName} characters, none of \\ / ? * [ ] : and no apostrophe at either end`,
  );
}

/** What reads as a cell, in either of Excel's two ways of writing one, cannot be a name. */
const LIKE_A_CELL = /^([a-z]{1,3}\d+|r(\d*c\d*|\d+)?|c\d*)$/i;

function checkName(name: string): void {
  const isName = name.length <= LENGTH_LIMITS.name && /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name);
  if (isName && !LIKE_A_CELL.test(name)) return;
  throw invalidChange(
    `the name is "${name.slice(0, 60)}"; it must be letters, digits, points and underscores, and not the name of a cell`,
  );
}
