/* The sheet "Scenarios": three assets in weighted scenarios, breakevens, what must happen; all formulas. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of } from "../workbook/a1";
import { AHEAD_COLORS } from "../workbook/cellLooks";
import { WorkbookError, type Change, type WorkbookPort } from "../workbook/workbookPort";
import { exampleInputs } from "./exampleInputs";
import { ILLUSTRATIVE } from "./illustrative";
import { KEY } from "./look";
import { freeName } from "./names";
import {
  AHEAD,
  ASSET,
  asset,
  assetRow,
  CORPORATE,
  CURVE,
  FIRST,
  held,
  HORIZON,
  LAYOUT,
  MBS,
  parAt,
  RESULTS,
  TREASURY,
  WIDTHS,
  YIELDS,
  yieldOf,
} from "./scenariosLayout";
import { answer, note } from "./scenariosAnswer";
import { risk, supply, workings } from "./scenariosWorkings";
import { cellOf, columnsOf, pageArea, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/** The table of scenarios; the pane finds the sheet by it. */
export const SCENARIOS_TABLE = "RV_Scenarios";

const HEADINGS = ["Rate shift (bp)", "MBS spread (bp)", "Corporate spread (bp)", "Probability"];
/** Rows below the grid for scenarios that are added. */
const ROOM = 10;

/** What the assets earn in the scenarios. */
const GRID = `RV.SCENARIOGRID(${assetRow(MBS)},${assetRow(CORPORATE)},${assetRow(TREASURY)},${SCENARIOS_TABLE},${HORIZON},FALSE)`;

/** The same, valued again: the pool by its model, bonds by their price. */
const EXACT = `RV.SCENARIOGRID(${assetRow(MBS)},${assetRow(CORPORATE)},${assetRow(TREASURY)},${SCENARIOS_TABLE},${HORIZON},FALSE,"exact",${TABLE_NAME})`;

/** Rows of the three assets, and which is ahead when nothing moves. */
function assets(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const part = LAYOUT.assets;
  const { horizon } = LAYOUT;
  const cell = (row: number, column: number) => cellOf(part, row, column);
  const cells = (row: number, from: number, to: number) => `${cell(row, from)}:${cell(row, to)}`;
  const benchmark = (years: string) => `RV.BENCHYIELD(${years},${CURVE})`;
  return [
    values(rowsOf(part), [
      [
        ...["Asset", "Yield", "Duration (years)", "Convexity (years²)", "Spread duration (years)"],
        ...["Loss (bp a year)", "Ages", "Speeds +10% (bp)"],
      ],
    ]),
    style(rowsOf(part), "heading"),
    style(cells(0, ASSET.yield, ASSET.speed), "numberHeading"),
    values(columnsOf(part, 0, 1), [["Mortgages"], ["Corporates"], ["Treasury, 6.5 years"]]),
    formula(
      cell(MBS, ASSET.yield),
      yieldOf("mbsYield", "mbsSpread", `(${parAt(5)}+${parAt(10)})/2`),
    ),
    formula(cell(MBS, ASSET.duration), `=${held("mbsDuration")}`),
    formula(cell(MBS, ASSET.convexity), `=${held("mbsConvexity")}`),
    values(cells(MBS, ASSET.loss, ASSET.speed), [[0, false, 0]]),
    formula(
      cell(CORPORATE, ASSET.yield),
      yieldOf("corpYield", "corpOas", benchmark(asset(CORPORATE, ASSET.duration))),
    ),
    formula(cell(CORPORATE, ASSET.duration), `=${held("corpDuration")}`),
    formula(cell(CORPORATE, ASSET.convexity), `=${held("corpConvexity")}`),
    formula(
      cell(CORPORATE, ASSET.loss),
      `=RV.EXPECTEDLOSS(${held("pd")},${held("lossGivenDefault")})`,
    ),
    values(cells(CORPORATE, ASSET.ages, ASSET.speed), [[true, 0]]),
    formula(cell(TREASURY, ASSET.yield), `=${benchmark("6.5")}`),
    values(cells(TREASURY, ASSET.duration, ASSET.convexity), [[5.8, 40]]),
    values(cells(TREASURY, ASSET.loss, ASSET.speed), [[0, true, 0]]),
    ...[MBS, CORPORATE, TREASURY].map((row) =>
      formula(cell(row, ASSET.spreadDuration), `=${cell(row, ASSET.duration)}`),
    ),
    ...[
      cells(MBS, ASSET.loss, ASSET.speed),
      cells(CORPORATE, ASSET.ages, ASSET.speed),
      cells(TREASURY, ASSET.duration, ASSET.convexity),
      cells(TREASURY, ASSET.loss, ASSET.speed),
    ].map((a1) => style(a1, "input")),
    format(columnsOf(part, ASSET.yield, 1), "0.00%"),
    format(columnsOf(part, ASSET.duration, 1), "0.00"),
    format(columnsOf(part, ASSET.convexity, 1), "0"),
    format(columnsOf(part, ASSET.spreadDuration, 1, 2), "0.00"),
    values(columnsOf(horizon, 0), [["Horizon (years)"], ["Ahead when nothing moves"]]),
    values(cellOf(horizon, 0, 1), [[1]]),
    style(cellOf(horizon, 0, 1), "input"),
    formula(
      cellOf(horizon, 1, 1),
      `=IF(${asset(MBS, ASSET.yield)}-${asset(MBS, ASSET.loss)}/10000>=${asset(CORPORATE, ASSET.yield)}-${asset(CORPORATE, ASSET.loss)}/10000,"Mortgages","Corporates")`,
    ),
  ];
}

/** The table of scenarios, and beside it what the assets earn in them. */
function scenarios(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { table, grid } = LAYOUT;
  return [
    values(a1Of(table), [HEADINGS, ...FIRST]),
    { kind: "addTable", name: SCENARIOS_TABLE, sheet, a1: a1Of(table) },
    style(rowsOf(table), "numberHeading"),
    style(rowsOf(table, 1, FIRST.length), "input"),
    format(columnsOf(table, 3, 1), "0%"),
    text(cellOf(table, 0, 4), "last row: weighted mean"),
    style(cellOf(table, 0, 4), KEY),
    values(rowsOf(grid), [["Mortgages", "Corporates", "Treasury", "MBS − corporate (bp)", "Best"]]),
    style(rowsOf(grid), "heading"),
    style(rowsOf({ ...grid, columns: 4 }), "numberHeading"),
    formula(cellOf(grid, 1), `=${GRID}`),
    style(rowsOf(grid, 1, grid.rows - 1), "result"),
    format(columnsOf(grid, 0, 1, 3), "0.00%"),
    format(columnsOf(grid, 3, 1), "0.0"),
    {
      ...{ kind: "colorScale", sheet, points: AHEAD_COLORS },
      // A scenario that is added below the others is coloured like them.
      a1: columnsOf({ ...grid, rows: grid.rows + ROOM }, 3, 1),
    },
  ];
}

/** What comes of the scenarios, and what must happen for the one behind. */
function results(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { facts, mustHappen, weighted, leader, risk: moves } = LAYOUT;
  const ofWeighted = (row: number) => `=${cellOf(weighted, row, 1)}`;
  const fact = (row: number, column = 1) => cellOf(facts, row, column);
  // By rows of the table: the spilled grid grows with it, and ends with the means.
  const rows = `SEQUENCE(ROWS(${SCENARIOS_TABLE}))`;
  const differences = `INDEX(${GRID},${rows},4)`;
  const leaderRow = (row: number) =>
    a1Of({ ...leader, row: leader.row + row, column: leader.column + 1, rows: 1, columns: 7 });
  const labels = { ...mustHappen, column: mustHappen.column - 1, columns: 1 };
  return [
    formula(
      cellOf(weighted),
      `=RV.PROBWEIGHTED(${differences},INDEX(${SCENARIOS_TABLE},${rows},4))`,
    ),
    values(a1Of(facts), [
      [RESULTS.heading.words, "", ""],
      ["Weighted mean (bp)", "", ""],
      ["Standard deviation (bp)", "", ""],
      ["Probability that corporates win", "", ""],
      ["Even after parallel shifts of (bp)", "", ""],
      ["Even after a move of the gap of (bp)", "", ""],
      ["Weighted mean, valued again (bp)", "", ""],
      ["Greatest difference of the two (bp)", "", ""],
    ]),
    style(rowsOf(facts), "heading"),
    ...[0, 1, 2].map((row) => formula(fact(row + 1), ofWeighted(row))),
    formula(fact(4), `=RV.BREAKEVENRATE(${assetRow(MBS)},${assetRow(CORPORATE)},${HORIZON})`),
    formula(
      fact(5),
      `=RV.BREAKEVENGAP((${asset(MBS, ASSET.yield)}-${asset(CORPORATE, ASSET.yield)})*10000-${asset(MBS, ASSET.loss)}+${asset(CORPORATE, ASSET.loss)},${asset(MBS, ASSET.spreadDuration)},${HORIZON})`,
    ),
    formula(fact(6), `=INDEX(${EXACT},ROWS(${SCENARIOS_TABLE})+1,4)`),
    formula(fact(7), `=MAX(ABS(${differences}-INDEX(${EXACT},${rows},4)))`),
    style(columnsOf(facts, 1, 1, 2), "result"),
    format(columnsOf(facts, 1, 1, 2), "0.0"),
    format(fact(3), "0%"),
    formula(
      cellOf(mustHappen),
      `=IF(${AHEAD}="Mortgages","For corporates to be ahead","For mortgages to be ahead")`,
    ),
    text(cellOf(labels), "What must happen"),
    style(`${cellOf(labels)}:${cellOf(mustHappen, 0, 2)}`, "heading"),
    values(columnsOf(labels, 0, 1), [
      [""],
      ["Rates (bp)"],
      ["Spread of the one ahead (bp)"],
      ["Spread of the other (bp)"],
      ["Speeds (%)"],
      ["Distance (standard deviations)"],
      ["Probability"],
    ]),
    values(rowsOf(mustHappen, 1), [["Key", "Move", "Deviations"]]),
    formula(
      cellOf(mustHappen, 2),
      `=RV.WHATMUSTHAPPEN(${leaderRow(1)},${leaderRow(2)},${HORIZON},${columnsOf(moves, 1, 1)},${columnsOf(moves, 2, 1, 4)})`,
    ),
    style(columnsOf(mustHappen, 0, 1), KEY),
    style(columnsOf(mustHappen, 1, 2, 2), "result"),
    format(columnsOf(mustHappen, 1, 2, 2), "0.00"),
  ];
}

/**
 * Adds the sheet to a workbook.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 * @throws WorkbookError when the assumptions are not there, or the workbook has scenarios already.
 */
export async function addScenarios(workbook: WorkbookPort): Promise<string> {
  const [table, there, { sheets }] = await Promise.all([
    workbook.findTable(TABLE_NAME),
    workbook.findTable(SCENARIOS_TABLE),
    workbook.names(),
  ]);
  if (table === null) {
    throw new WorkbookError(
      "the scenarios need the assumptions (screen Assumptions): add them first",
      "ItemNotFound",
    );
  }
  if (there !== null) {
    throw new WorkbookError(
      `this workbook has the table ${SCENARIOS_TABLE} already, on sheet ${there.sheet}: change its rows, or delete that sheet first`,
      "ItemAlreadyExists",
    );
  }
  const sheet = freeName("Scenarios", sheets);
  const { text, formula, style } = sheetWriter(sheet);
  const { title, examples } = LAYOUT;
  const parts = [
    ...[...answer(sheet), ...assets(sheet), ...workings(sheet), ...supply(sheet)],
    ...[...risk(sheet), ...scenarios(sheet), ...results(sheet)],
  ];
  await workbook.change([
    { kind: "addSheet", name: sheet },
    text(cellOf(title), `${ILLUSTRATIVE}: scenarios for mortgages, corporates and Treasuries`),
    style(cellOf(title), "title"),
    formula(cellOf(examples), exampleInputs(parts, YIELDS)),
    ...note(sheet),
    ...parts,
    { kind: "widths", sheet, widths: WIDTHS },
    { kind: "freeze", sheet, rows: LAYOUT.note.row, columns: 0 },
    { kind: "page", sheet, area: pageArea(title, LAYOUT.grid, ROOM) },
  ]);
  return sheet;
}
