/* Replaces formulas by what they show. */
import { a1Of, cellA1, isErrorText, type Rectangle, rectangleOf } from "./a1";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type Place,
  type WorkbookPort,
} from "./workbookPort";

/** Every formula may be a question to Excel, and every cell is read: so many at once. */
export const MOST_CELLS = 20_000;

/** What was frozen. */
export interface Frozen {
  readonly place: Place;
  /** How many formulas there were; one that spills counts once. */
  readonly formulas: number;
}

/** Cells with what a workbook knows of them. */
interface FreezeCells {
  readonly place: Place;
  /** What the cells show. */
  readonly values: readonly (readonly CellValue[])[];
  /** What they hold; a cell without a formula its value. */
  readonly formulas: readonly (readonly CellValue[])[];
  /** The rectangles that formulas have spilled into and that touch the place. */
  readonly spills: readonly Place[];
}

/**
 * Replaces the formulas of what is selected by what they show, in one step.
 *
 * @param workbook - The workbook.
 * @returns The cells, and how many formulas they had.
 * @throws WorkbookError when there is no formula, there are too many cells, a result is selected in
 *   part, or a formula shows an error other than #N/A; nothing is changed then.
 */
export async function freezeSelection(workbook: WorkbookPort): Promise<Frozen> {
  const place = await boundedSelection(workbook);
  const [values, formulas, spills] = await Promise.all([
    workbook.read(place),
    workbook.readFormulas(place),
    workbook.spills(place),
  ]);
  const { changes, count } = freezeChanges({ place, values, formulas, spills });
  if (count === 0) throw noFormulas(place);
  await workbook.change(changes);
  return { place, formulas: count };
}

/**
 * The changes that freeze cells. Only cells with formulas are written, so that what was typed beside
 * them stays as it is.
 *
 * @param cells - The cells and what is known of them.
 * @returns The changes in order, and how many formulas they replace.
 * @throws WorkbookError when a result is there in part only, or a formula shows an error other than
 *   #N/A.
 */
function freezeChanges(cells: FreezeCells): { changes: Change[]; count: number } {
  const { place, values, formulas } = cells;
  const { sheet } = place;
  const whole = rectangleOf(place.a1);
  const spills = cells.spills.map(({ a1 }) => rectangleOf(a1));
  for (const spill of spills) if (!holds(whole, spill)) throw inPart(spill);

  const spilled = new Set(spills.flatMap((spill) => cellsIn(spill, whole)));
  const isSingle = (i: number, j: number) =>
    !spilled.has(cellKey(i, j)) && isFormula(formulas[i]?.[j] ?? "", values[i]?.[j] ?? "");
  const singles = columnRuns(whole, isSingle);

  const changes = [...spills, ...singles].flatMap((part): Change[] => {
    const shown = valuesIn(part, whole, values);
    return [
      {
        kind: "values",
        sheet,
        a1: a1Of(part),
        values: shown.map((row) => row.map(blankIfMissing)),
      },
      ...missingIn(part, shown).map((a1): Change => ({
        kind: "formula",
        sheet,
        a1,
        formula: MISSING_FORMULA,
      })),
    ];
  });
  const count = spills.length + singles.reduce((sum, { rows }) => sum + rows, 0);
  return { changes, count };
}

const MISSING = "#N/A";
const MISSING_FORMULA = "=NA()";

/** A text that begins with = shows itself; =NA() is what a frozen #N/A is. */
const isFormula = (formula: CellValue, value: CellValue): boolean =>
  typeof formula === "string" &&
  formula.startsWith("=") &&
  formula !== value &&
  formula.toUpperCase() !== MISSING_FORMULA;

async function boundedSelection(workbook: WorkbookPort): Promise<Place> {
  const selected = await workbook.selection();
  if (sizeOf(selected) <= MOST_CELLS) return selected;
  // A whole column or sheet: only what is used counts.
  const used = await workbook.usedRange(selected.sheet);
  const common = used && intersection(rectangleOf(selected.a1), rectangleOf(used.a1));
  if (common === null) throw noFormulas(selected);
  const place = { sheet: selected.sheet, a1: a1Of(common) };
  if (sizeOf(place) <= MOST_CELLS) return place;
  throw new WorkbookError(
    `${place.a1} of ${place.sheet} has ${sizeOf(place)} cells, and at most ${MOST_CELLS} are frozen at once: select fewer, then try again`,
    "InvalidSelection",
  );
}

const sizeOf = ({ a1 }: Place): number => {
  const { rows, columns } = rectangleOf(a1);
  return rows * columns;
};

function intersection(one: Rectangle, other: Rectangle): Rectangle | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows < 1 || columns < 1 ? null : { row, column, rows, columns };
}

function holds(whole: Rectangle, part: Rectangle): boolean {
  const common = intersection(whole, part);
  return common !== null && common.rows === part.rows && common.columns === part.columns;
}

const cellKey = (i: number, j: number): string => `${i},${j}`;

/** The keys of a part's cells, counted from the upper left cell of the whole. */
function cellsIn(part: Rectangle, whole: Rectangle): string[] {
  const keys: string[] = [];
  for (let i = 0; i < part.rows; i++) {
    for (let j = 0; j < part.columns; j++) {
      keys.push(cellKey(part.row - whole.row + i, part.column - whole.column + j));
    }
  }
  return keys;
}

/** Cells that stand below each other, as rectangles of one column. */
function columnRuns(whole: Rectangle, isIn: (i: number, j: number) => boolean): Rectangle[] {
  const runs: Rectangle[] = [];
  for (let j = 0; j < whole.columns; j++) {
    let rows = 0;
    for (let i = 0; i <= whole.rows; i++) {
      if (i < whole.rows && isIn(i, j)) {
        rows++;
      } else if (rows > 0) {
        runs.push({ row: whole.row + i - rows, column: whole.column + j, rows, columns: 1 });
        rows = 0;
      }
    }
  }
  return runs;
}

/** What a part shows; refuses an error, which no value can stand for. */
function valuesIn(
  part: Rectangle,
  whole: Rectangle,
  values: readonly (readonly CellValue[])[],
): CellValue[][] {
  return Array.from({ length: part.rows }, (_, i) =>
    Array.from({ length: part.columns }, (__, j) => {
      const value = values[part.row - whole.row + i]?.[part.column - whole.column + j] ?? "";
      if (typeof value !== "string" || value === MISSING || !isErrorText(value)) return value;
      throw new WorkbookError(
        `${cellAt(part, i, j)} shows ${value}: fix it or leave it out of the selection`,
        "InvalidSelection",
      );
    }),
  );
}

const blankIfMissing = (value: CellValue): CellValue => (value === MISSING ? "" : value);

const missingIn = (part: Rectangle, shown: readonly (readonly CellValue[])[]): string[] =>
  shown.flatMap((row, i) =>
    row.flatMap((value, j) => (value === MISSING ? [cellAt(part, i, j)] : [])),
  );

const cellAt = ({ row, column }: Rectangle, i: number, j: number): string =>
  cellA1(row + i, column + j);

const inPart = (spill: Rectangle): WorkbookError =>
  new WorkbookError(
    `${a1Of(spill)} is the result of the formula in ${cellAt(spill, 0, 0)}: select all of it, then try again`,
    "InvalidSelection",
  );

const noFormulas = ({ sheet, a1 }: Place): WorkbookError =>
  new WorkbookError(
    `there is no formula in ${a1} of ${sheet}: select cells with formulas, then try again`,
    "InvalidSelection",
  );
