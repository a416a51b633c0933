/* The sheet "Scenarios": three assets in weighted scenarios, breakevens, what must happen; all formulas. */
import { TABLE_NAME } from "../assumptions/table";
import { a1Of } from "../workbook/a1";
import { WorkbookError, type Change, type WorkbookPort } from "../workbook/workbookPort";
import { exampleInputs, isExample } from "./exampleInputs";
import { ILLUSTRATIVE } from "./illustrative";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

/** The table of scenarios; the pane finds the sheet by it. */
export const SCENARIOS_TABLE = "RV_Scenarios";

/** The first row and column of the table, from 1; results stand to its right. */
const [TOP, LEFT] = [20, 1];
/** Where results stand, in columns to the right of the table's first one and rows below its heading. */
export const RESULTS = {
  /** Heading, a row a scenario, the weighted means. */
  grid: { right: 5, down: 0, columns: 5 },
  /** Mean, deviation and probability below 0 of MBS − corporate; breakeven shifts; breakeven gap. */
  facts: { right: 11, down: 1, columns: 3, rows: 5 },
  /** Of the change of supply in the assumptions: impact, what is left of it, lowest and highest view. */
  supply: { right: 9, down: -5, columns: 2, rows: 4 },
  /** Words; heading, four factors, distance and probability. */
  mustHappen: { right: 15, down: -1, columns: 3, rows: 8 },
} as const;

const HEADINGS = ["Rate shift (bp)", "MBS spread (bp)", "Corporate spread (bp)", "Probability"];
/** The scenarios of the method notes, to begin with. */
const FIRST: readonly (readonly number[])[] = [
  [-100, 15, 10, 0.1],
  [-50, 5, 0, 0.25],
  [0, 0, 0, 0.35],
  [50, 0, 0, 0.2],
  [100, 5, 10, 0.1],
];

const NOTE =
  "An approximation to second order in rates, good to about 100 basis points; a calculation, not investment advice. Coloured cells are examples: type your own. Further scenarios: insert rows inside the table.";
const WIDTHS = [34, 20, 24, 20, 24, 18, 12, 20, 20, 24, 12, 40, 12, 12, 3, 28, 14, 14];
const TENORS = [2, 3, 5, 7, 10, 30];

const held = (key: string): string => `RV.ASSUMPTION(${TABLE_NAME},"${key}")`;

/**
 * A yield that is an example gives way to the curve plus a spread of the user's own: the blend of 5 and 10
 * years for mortgages, the curve at their duration for corporates.
 */
const yieldOf = (key: string, spread: string, benchmark: string): string =>
  `=IF(AND(${isExample(key)},NOT(${isExample(spread)})),${benchmark}+${held(spread)}/10000,${held(key)})`;

/** The yields that may give way, and to which spread. */
const YIELDS = new Map([
  ["mbsYield", "mbsSpread"],
  ["corpYield", "corpOas"],
]);

/** Rows of the three assets, and of the one that is ahead when nothing moves and the other. */
function assets(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const lead = (row: number, ifMbs: number, otherwise: number) =>
    ["B", "C", "D", "E", "F", "G", "H"].map((column) =>
      formula(`${column}${row}`, `=IF($B$10="Mortgages",${column}${ifMbs},${column}${otherwise})`),
    );
  return [
    values("A4:H4", [
      [
        ...["Asset", "Yield", "Duration (years)", "Convexity (years²)", "Spread duration (years)"],
        ...["Loss (bp a year)", "Ages", "Speeds +10% (bp)"],
      ],
    ]),
    values("A5:A12", [
      ["Mortgages"],
      ["Corporates"],
      ["Treasury, 6.5 years"],
      [""],
      ["Horizon (years)"],
      ["Ahead when nothing moves"],
      ["The one ahead"],
      ["The other"],
    ]),
    formula("B5", yieldOf("mbsYield", "mbsSpread", "(K7+K9)/2")),
    formula("C5", `=${held("mbsDuration")}`),
    formula("D5", `=${held("mbsConvexity")}`),
    values("F5:H5", [[0, false, 0]]),
    formula("B6", yieldOf("corpYield", "corpOas", "RV.BENCHYIELD(C6,J5:K10)")),
    formula("C6", `=${held("corpDuration")}`),
    formula("D6", `=${held("corpConvexity")}`),
    formula("F6", `=RV.EXPECTEDLOSS(${held("pd")},${held("lossGivenDefault")})`),
    values("G6:H6", [[true, 0]]),
    formula("B7", "=RV.BENCHYIELD(6.5,J5:K10)"),
    values("C7:D7", [[5.8, 40]]),
    values("F7:H7", [[0, true, 0]]),
    ...[5, 6, 7].map((row) => formula(`E${row}`, `=C${row}`)),
    values("B9", [[1]]),
    formula("B10", '=IF(B5-F5/10000>=B6-F6/10000,"Mortgages","Corporates")'),
    ...lead(11, 5, 6),
    ...lead(12, 6, 5),
    values("J4:K4", [["Tenor (years)", "Par yield"]]),
    values(
      "J5:J10",
      TENORS.map((tenor) => [tenor]),
    ),
    ...TENORS.map((tenor, i) => formula(`K${5 + i}`, `=${held(`ust${tenor}`)}`)),
    ...["A4:H4", "J4:K4"].map((a1) => style(a1, "heading")),
    ...["F5:H5", "G6:H6", "C7:D7", "F7:H7", "B9"].map((a1) => style(a1, "input")),
    ...["B5:B7", "B11:B12", "K5:K10"].map((a1) => format(a1, "0.00%")),
  ];
}

/** What purchases move by the assumptions, and what of it has not moved yet. */
function supply(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  return [
    values("J12:K14", [
      ["Purchases and supply", ""],
      ["Change (US$bn)", ""],
      ["Priced in (bp)", ""],
    ]),
    formula("K13", `=${held("supplyChange")}`),
    formula("K14", `=${held("pricedIn")}`),
    formula("J15", `=RV.SUPPLYIMPACT(K13,${held("supplyBeta")},K14)`),
    style("J12:K12", "heading"),
    format("K15:K18", "0.0"),
  ];
}

/** Standard deviations of what may move, and how it moves together. */
function risk(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const spread = (row: number, ifMbs: string, otherwise: string) =>
    formula(`B${row}`, `=IF($B$10="Mortgages",${held(ifMbs)},${held(otherwise)})*SQRT($B$9)`);
  return [
    values("A14:F14", [
      [
        "What may move",
        "Standard deviation",
        "with the rate",
        "the one ahead",
        "the other",
        "speed",
      ],
    ]),
    values("A15:A18", [
      ["Rate (bp over the horizon)"],
      ["Spread of the one ahead (bp)"],
      ["Spread of the other (bp)"],
      ["Speed (%)"],
    ]),
    formula("B15", `=${held("rateVol")}*SQRT($B$9)`),
    spread(16, "mbsSpreadVol", "corpSpreadVol"),
    spread(17, "corpSpreadVol", "mbsSpreadVol"),
    values("B18", [[20]]),
    values("C15:F18", [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]),
    formula("E16", `=${held("spreadCorrelation")}`),
    formula("D17", "=E16"),
    style("A14:F14", "heading"),
    style("B18", "input"),
    style("C15:F18", "input"),
    format("B15:B18", "0.0"),
  ];
}

/** The table of scenarios, and beside it what comes of them. */
function results(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const last = TOP + FIRST.length;
  const table = a1Of({
    row: TOP,
    column: LEFT,
    rows: FIRST.length + 1,
    columns: HEADINGS.length,
  });
  return [
    values(table, [HEADINGS, ...FIRST]),
    { kind: "addTable", name: SCENARIOS_TABLE, sheet, a1: table },
    formula(`F${TOP}`, `=RV.SCENARIOGRID(B5:G5,B6:G6,B7:G7,${SCENARIOS_TABLE},B9,TRUE)`),
    text(`L${TOP}`, "MBS − corporate over the scenarios (bp)"),
    formula(`L${TOP + 1}`, `=RV.PROBWEIGHTED(I${TOP + 1}:I${last},D${TOP + 1}:D${last})`),
    text(`L${TOP + 4}`, "breakeven parallel shifts (bp)"),
    formula(`M${TOP + 4}`, "=RV.BREAKEVENRATE(B5:G5,B6:G6,B9)"),
    text(`L${TOP + 5}`, "breakeven gap move (bp)"),
    formula(`M${TOP + 5}`, "=RV.BREAKEVENGAP((B5-B6)*10000-F5+F6,E5,B9)"),
    formula(
      `P${TOP - 1}`,
      '=IF(B10="Mortgages","For corporates to be ahead","For mortgages to be ahead")',
    ),
    formula(`P${TOP}`, "=RV.WHATMUSTHAPPEN(B11:H11,B12:H12,B9,B15:B18,C15:F18,0,TRUE)"),
    ...["A:D", "F:J", "L:N", "P:R"].map((columns) =>
      style(
        columns.replace(/[A-Z]/g, (letter) => `${letter}${TOP}`),
        "heading",
      ),
    ),
    style(`A${TOP + 1}:D${last}`, "input"),
    format(`D${TOP + 1}:D${last}`, "0%"),
    format(`F${TOP + 1}:H${last + 1}`, "0.00%"),
    format(`I${TOP + 1}:I${last + 1}`, "0.0"),
    format(`M${TOP + 1}:N${TOP + 5}`, "0.0"),
    format(`M${TOP + 3}`, "0%"),
    format(`Q${TOP + 1}:R${TOP + 6}`, "0.00"),
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
  const parts = [...assets(sheet), ...supply(sheet), ...risk(sheet), ...results(sheet)];
  await workbook.change([
    { kind: "addSheet", name: sheet },
    text("A1", `${ILLUSTRATIVE}: scenarios for mortgages, corporates and Treasuries`),
    style("A1", "title"),
    text("A2", NOTE),
    style("A2", "note"),
    formula("A3", exampleInputs(parts, YIELDS)),
    ...parts,
    { kind: "widths", sheet, widths: WIDTHS },
  ]);
  return sheet;
}
