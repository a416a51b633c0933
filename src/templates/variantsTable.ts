/* The sheet "Variants": every variant of the rule that was tried, so that luck can be counted. */
import { TABLE_NAME } from "../assumptions/table";
import type { RuleStudy, RuleVariant } from "../calc/backtest/ruleStudy";
import { bp, years } from "../calc/units";
import { a1Of, below, bodyOf, cellA1, rectangleOf } from "../workbook/a1";
import { needRoom } from "../workbook/needRoom";
import {
  WorkbookError,
  type CellValue,
  type Change,
  type Place,
  type WorkbookPort,
} from "../workbook/workbookPort";
import { saveEdits } from "./assumptionEdits";
import { reopenTable } from "./assumptionsTable";
import { freeName } from "./names";
import { sheetWriter } from "./sheetWriter";

/** The table that holds the variants. */
const VARIANTS_TABLE = "RV_Variants";

const HEADINGS = [
  ...["Window (rows)", "Enter", "Exit", "Lag (rows)", "Cost (bp)"],
  ...["MBS duration", "Corporate duration", "Rows", "Net (bp)", "Sharpe a year"],
];
const FIELDS = 7;
const TOP = 4;

/** The variants that a workbook holds. */
export interface OpenVariants {
  readonly place: Place;
  readonly variants: readonly RuleVariant[];
}

/**
 * Reads the variants that were tried in a workbook.
 *
 * @param workbook - The workbook.
 * @returns Them and where they stand; null where nothing was tried yet.
 * @throws WorkbookError when a row of the table is no variant any more.
 */
export async function openVariants(workbook: WorkbookPort): Promise<OpenVariants | null> {
  const place = await workbook.findTable(VARIANTS_TABLE);
  if (place === null) return null;
  const cells = await workbook.read({ ...place, a1: bodyOf(place.a1) });
  return { place, variants: cells.map(variantOf) };
}

function variantOf(cells: readonly CellValue[], i: number): RuleVariant {
  const [window, enter, exit, lag, cost, mbsDuration, corporateDuration] = cells
    .slice(0, FIELDS)
    .map((cell, j) => {
      if (typeof cell === "number") return cell;
      throw new WorkbookError(
        `the table ${VARIANTS_TABLE}, row ${i + 1}, has ${cell === "" ? "nothing" : String(cell).slice(0, 40)} in the column ${HEADINGS[j] ?? ""}; it must have a number: fix it, or delete the row`,
        "InvalidArgument",
      );
    }) as [number, number, number, number, number, number, number];
  return {
    ...{ window, enter, exit, lag, cost: bp(cost) },
    mbsDuration: years(mbsDuration),
    corporateDuration: years(corporateDuration),
  };
}

const fieldsOf = (variant: RuleVariant): number[] => [
  ...[variant.window, variant.enter, variant.exit, variant.lag, variant.cost],
  ...[variant.mbsDuration, variant.corporateDuration],
];

/**
 * Whether two variants are the same rule, traded in the same way.
 *
 * @param a - A variant.
 * @param b - Another.
 * @returns True when no field differs.
 */
export const sameVariant = (a: RuleVariant, b: RuleVariant): boolean =>
  fieldsOf(a).every((field, i) => field === fieldsOf(b)[i]);

/**
 * How many variants will have been tried with one more.
 *
 * @param tried - Those in the table.
 * @param variant - The one to try.
 * @param trials - The assumption `trials`: at least the variants tried, more when the user says so.
 * @returns The assumption as it must stand then; as it was when the variant is no new one.
 */
export function trialsWith(
  tried: readonly RuleVariant[],
  variant: RuleVariant,
  trials: number,
): number {
  if (tried.some((one) => sameVariant(one, variant))) return Math.max(trials, tried.length);
  return Math.max(trials + Number(tried.length > 0), tried.length + 1);
}

/**
 * Notes a variant that was tried, and counts it in the assumption `trials`.
 *
 * @param workbook - The workbook, with its assumptions.
 * @param variant - The variant.
 * @param study - What came of it.
 * @returns The sheet that holds the table.
 * @throws WorkbookError when the table cannot grow.
 */
export async function noteVariant(
  workbook: WorkbookPort,
  variant: RuleVariant,
  { backtest, sharpe }: RuleStudy,
): Promise<string> {
  const open = await openVariants(workbook);
  const tried = open?.variants ?? [];
  const row = [...fieldsOf(variant), backtest.rows, backtest.net, sharpe];
  let sheet = open?.place.sheet;
  if (open === null) {
    sheet = freeName("Variants", (await workbook.names()).sheets);
    await workbook.change(variantsSheet(sheet, row));
  } else if (!tried.some((one) => sameVariant(one, variant))) {
    await addRow(workbook, open.place, row);
  }
  const table = await reopenTable(workbook, TABLE_NAME);
  const held = table.values.get("trials");
  const trials = typeof held === "number" ? held : 1;
  const counted = trialsWith(tried, variant, trials);
  if (counted !== trials) {
    await saveEdits(workbook, table, new Map([["trials", counted]]), { source: COUNTED });
  }
  return sheet ?? "";
}

const COUNTED = `counted by the pane: one for each variant tried (${VARIANTS_TABLE})`;

function variantsSheet(sheet: string, row: readonly number[]): Change[] {
  const heading = { row: TOP, column: 1, rows: 1, columns: HEADINGS.length };
  const table = a1Of({ ...heading, rows: 2 });
  const { text, values, style } = sheetWriter(sheet);
  return [
    { kind: "addSheet", name: sheet },
    text("A1", "Variants of the rule that were tried"),
    style("A1", "title"),
    text(
      "A2",
      "The best of many worthless rules looks good: each variant counts against the one that is chosen.",
    ),
    style("A2", "note"),
    values(table, [HEADINGS, row]),
    { kind: "addTable", name: VARIANTS_TABLE, sheet, a1: table },
    style(a1Of(heading), "numberHeading"),
    ...rowFormats(sheet, TOP + 1),
    { kind: "widths", sheet, widths: HEADINGS.map(({ length }) => length + 2) },
    { kind: "freeze", sheet, rows: TOP, columns: 0 },
    { kind: "page", sheet, area: null },
  ];
}

/** Of net and Sharpe ratio; the rest is as it was typed. */
const rowFormats = (sheet: string, row: number): Change[] => [
  { kind: "numberFormat", sheet, a1: cellA1(row, 9), format: "0.0" },
  {
    kind: "numberFormat",
    sheet,
    a1: cellA1(row, 10),
    format: "0.00",
  },
];

async function addRow(
  workbook: WorkbookPort,
  { sheet, a1 }: Place,
  row: readonly number[],
): Promise<void> {
  const room = below(a1, 1);
  await needRoom(workbook, VARIANTS_TABLE, { sheet, a1: room });
  const table = rectangleOf(a1);
  await workbook.change([
    { kind: "values", sheet, a1: room, values: [row] },
    ...rowFormats(sheet, table.row + table.rows),
    {
      kind: "resizeTable",
      name: VARIANTS_TABLE,
      sheet,
      a1: a1Of({ ...table, rows: table.rows + 1 }),
    },
  ]);
}
