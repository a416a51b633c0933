/* Where the parts of the sheet "Scenarios" stand, and how its formulas refer to them. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of, absolute, type Rectangle } from "../workbook/a1";
import { isExample } from "./exampleInputs";
import { heldCell, rowsOf } from "./sheetLayout";

/** The scenarios of the method notes, to begin with. */
export const FIRST: readonly (readonly number[])[] = [
  [-100, 15, 10, 0.1],
  [-50, 5, 0, 0.25],
  [0, 0, 0, 0.35],
  [50, 0, 0, 0.2],
  [100, 5, 10, 0.1],
];
export const TENORS = [2, 3, 5, 7, 10, 30];

/** Where its parts stand: the page in columns A to J, its workings to the right. */
export const LAYOUT = {
  title: { row: 1, column: 1, rows: 1, columns: 10 },
  answer: { row: 2, column: 1, rows: 1, columns: 10 },
  examples: { row: 3, column: 1, rows: 1, columns: 10 },
  note: { row: 4, column: 1, rows: 1, columns: 10 },
  assets: { row: 6, column: 1, rows: 4, columns: 8 },
  horizon: { row: 11, column: 1, rows: 2, columns: 2 },
  facts: { row: 14, column: 1, rows: 8, columns: 3 },
  /** Words above its heading, and labels before its first column. */
  mustHappen: { row: 12, column: 6, rows: 8, columns: 3 },
  /** Last on the page: it grows by rows that are inserted. */
  table: { row: 23, column: 1, rows: FIRST.length + 1, columns: 4 },
  grid: { row: 23, column: 6, rows: FIRST.length + 2, columns: 5 },
  workings: { row: 1, column: 12, rows: 1, columns: 8 },
  curve: { row: 3, column: 12, rows: TENORS.length + 1, columns: 2 },
  leader: { row: 3, column: 15, rows: 3, columns: 8 },
  risk: { row: 8, column: 15, rows: 5, columns: 6 },
  supply: { row: 12, column: 12, rows: 3, columns: 2 },
  impact: { row: 15, column: 12, rows: 4, columns: 2 },
  weighted: { row: 23, column: 12, rows: 3, columns: 2 },
} as const;
/** The columns of the assets and of the two that are set against each other. */
export const ASSET = {
  yield: 1,
  duration: 2,
  convexity: 3,
  spreadDuration: 4,
  loss: 5,
  ages: 6,
  speed: 7,
} as const;
/** Rows of the three assets. */
export const [MBS, CORPORATE, TREASURY] = [1, 2, 3];
export const WIDTHS = [
  ...[34, 19, 25, 20, 32, 18, 14, 22, 22, 14, 3, 26, 14],
  ...[3, 30, 22, 18, 20, 25, 18, 12, 18],
];

/** A part by its place beside the table of scenarios, by which the pane finds the sheet. */
const besideTable = (part: Rectangle, down = 0) => ({
  right: part.column - LAYOUT.table.column,
  down: part.row + down - LAYOUT.table.row,
  columns: part.columns,
  rows: part.rows - down,
});
/** Where a result stands: columns to the right of the table's first one, rows below its heading. */
type Beside = ReturnType<typeof besideTable>;
/** Where the results of a sheet stand. */
export interface ScenarioResults {
  /** Words at the head of the facts, by which the layout is known. */
  readonly heading: { readonly right: number; readonly down: number; readonly words: string };
  readonly grid: Beside;
  readonly facts: Beside;
  readonly supply: Beside;
  readonly mustHappen: Beside;
}
const FACTS_HEADING = besideTable(LAYOUT.facts);
export const RESULTS: ScenarioResults = {
  heading: { ...FACTS_HEADING, words: "MBS − corporate" },
  /** Heading, a row a scenario, the weighted means. */
  grid: besideTable(LAYOUT.grid),
  /**
   * Mean, deviation and probability below 0 of MBS − corporate; breakeven shifts; breakeven gap; the mean
   * valued again, and the greatest difference in the scenarios: not on sheets of earlier days.
   */
  facts: besideTable(LAYOUT.facts, 1),
  /** Of the change of supply in the assumptions: impact, what is left of it, lowest and highest view. */
  supply: besideTable(LAYOUT.impact),
  /** Words; heading, four factors, distance and probability. */
  mustHappen: besideTable(LAYOUT.mustHappen),
};
/** Where they stand on sheets that were added before December 2026, newest first. */
export const EARLIER_RESULTS: readonly ScenarioResults[] = [
  {
    heading: { right: 0, down: -8, words: "MBS − corporate" },
    grid: { right: 5, down: 0, columns: 5, rows: FIRST.length + 2 },
    facts: { right: 0, down: -7, columns: 3, rows: 5 },
    supply: { right: 11, down: -7, columns: 2, rows: 4 },
    mustHappen: { right: 5, down: -10, columns: 3, rows: 8 },
  },
  {
    heading: { right: 11, down: 0, words: "MBS − corporate over the scenarios (bp)" },
    grid: { right: 5, down: 0, columns: 5, rows: FIRST.length + 2 },
    facts: { right: 11, down: 1, columns: 3, rows: 5 },
    supply: { right: 9, down: -5, columns: 2, rows: 4 },
    mustHappen: { right: 15, down: -1, columns: 3, rows: 8 },
  },
];

export const held = (key: string): string => `RV.ASSUMPTION(${TABLE_NAME},"${key}")`;

/**
 * A yield that is an example gives way to the curve plus a spread of the user's own: the blend of 5 and 10
 * years for mortgages, the curve at their duration for corporates.
 */
export const yieldOf = (key: string, spread: string, benchmark: string): string =>
  `=IF(AND(${isExample(key)},NOT(${isExample(spread)})),${benchmark}+${held(spread)}/10000,${held(key)})`;

/** The yields that may give way, and to which spread. */
export const YIELDS = new Map([
  ["mbsYield", "mbsSpread"],
  ["corpYield", "corpOas"],
]);

export const asset = (row: number, column: number) => heldCell(LAYOUT.assets, row, column);
/** Yield to spread duration, loss and whether it ages: what the functions take of an asset. */
export const assetRow = (row: number) =>
  absolute(
    a1Of({ ...LAYOUT.assets, row: LAYOUT.assets.row + row, column: 2, rows: 1, columns: 6 }),
  );
export const HORIZON = heldCell(LAYOUT.horizon, 0, 1);
export const AHEAD = heldCell(LAYOUT.horizon, 1, 1);
export const CURVE = absolute(rowsOf(LAYOUT.curve, 1, TENORS.length));
export const parAt = (tenor: number) => heldCell(LAYOUT.curve, 1 + TENORS.indexOf(tenor), 1);
