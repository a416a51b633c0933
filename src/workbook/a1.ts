/** A rectangle by its top left cell (row and column from 1) and its size. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The letters of a column.
 *
 * @param column - From 1.
 * @returns For example "A", "AA".
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A rectangle as Excel writes it.
 *
 * @param rectangle - Top left cell and size.
 * @returns For example "A1:G80", or "B5" for one cell.
 */
export function a1Of({ row, column, rows, columns }: Rectangle): string {
  const first = `${columnLetters(column)}${row}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows - 1}`;
  return first === last ? first : `${first}:${last}`;
}

/**
 * One cell as Excel writes it.
 *
 * @param row - From 1.
 * @param column - From 1.
 * @returns For example "B5".
 */
export const cellA1 = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/**
 * An address that stays when its formula moves.
 *
 * @param a1 - For example "B5" or "B5:C7".
 * @returns For example "$B$5".
 */
export const absolute = (a1: string): string => a1.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/**
 * Whether a text is an error as a cell shows it.
 *
 * @param text - What stands in a cell.
 * @returns True for "#N/A", "#DIV/0!", "#NAME?" and their like.
 */
export const isErrorText = (text: string): boolean =>
  /^#(N\/A|GETTING_DATA|[A-Z0-9/_]+[!?])$/.test(text);

/**
 * Reads a rectangle as Excel writes it.
 *
 * @param a1 - For example "A1:G80", "$B$5"; a sheet before "!" is passed over.
 * @returns Top left cell and size.
 * @throws Error when it is no rectangle of cells.
 */
export function rectangleOf(a1: string): Rectangle {
  const cells = a1.slice(a1.lastIndexOf("!") + 1).replaceAll("$", "");
  const match = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(cells);
  if (match === null) throw new Error(`"${a1}" is not a rectangle of cells such as A1:G80`);
  const [, left = "", top = "", right = left, bottom = top] = match;
  const column = columnNumber(left);
  const row = Number(top);
  return {
    row,
    column,
    rows: Number(bottom) - row + 1,
    columns: columnNumber(right) - column + 1,
  };
}

/**
 * A sheet's name as a formula has to write it.
 *
 * @param name - The name as the tab shows it.
 * @returns The name in quotes; a quote in it is doubled.
 */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/**
 * The body of a table: its cells without the heading.
 *
 * @param a1 - The table with its heading.
 * @returns The cells below the heading.
 */
export function bodyOf(a1: string): string {
  const { row, column, rows, columns } = rectangleOf(a1);
  return a1Of({ row: row + 1, column, rows: rows - 1, columns });
}

/**
 * The rows right below a table, as wide as it.
 *
 * @param a1 - The table.
 * @param rows - How many.
 * @returns The cells.
 */
export function below(a1: string, rows: number): string {
  const table = rectangleOf(a1);
  return a1Of({ ...table, row: table.row + table.rows, rows });
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
