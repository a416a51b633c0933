/* What a backtest needs of the workbook: two histories, the assumptions, the variants tried. */
import { numberOf } from "../../assumptions/numbers";
import { readAssumptions } from "../../assumptions/assumptions";
import { withDerivedDurations } from "../../assumptions/derivedDurations";
import { suggestedRule, type SuggestedRule } from "../../assumptions/ruleAssumptions";
import { TABLE_NAME } from "../../assumptions/table";
import type { RuleVariant, SpreadPair } from "../../calc/backtest/ruleStudy";
import { periodsPerYear } from "../../calc/date/rhythm";
import { CalcError } from "../../calc/errors";
import { daySerial } from "../../calc/units";
import { openTable } from "../../templates/assumptionsTable";
import { addBacktest } from "../../templates/backtestSheet";
import { DATA_NAMES } from "../../templates/dataNames";
import { readAbout } from "../../templates/dataSheet";
import { openVariants } from "../../templates/variantsTable";
import { WorkbookError, type CellValue, type WorkbookPort } from "../../workbook/workbookPort";
import type { Missing } from "../missing";

/** A workbook that a rule can be tested on. */
export interface LoadedBacktest {
  /** Excel's date serials, as many as the spreads have rows. */
  readonly dates: Float64Array;
  readonly pair: SpreadPair;
  /** The documented rule with the costs, durations and window of the assumptions. */
  readonly suggested: SuggestedRule;
  readonly tried: readonly RuleVariant[];
  /** The assumption `trials`. */
  readonly trials: number;
  /** What the workbook says of its histories. */
  readonly about: string;
}

/**
 * Reads a workbook for a backtest.
 *
 * @param workbook - The workbook.
 * @returns What a backtest needs, or what is missing for one.
 * @throws WorkbookError when dates or a table cannot be read.
 */
export async function loadBacktest(workbook: WorkbookPort): Promise<LoadedBacktest | Missing> {
  const [table, dates, mbs, corporate] = await Promise.all([
    openTable(workbook, TABLE_NAME),
    workbook.findName(DATA_NAMES.dates),
    workbook.findName(DATA_NAMES.mbs),
    workbook.findName(DATA_NAMES.corporate),
  ]);
  if (table === null || dates === null || mbs === null || corporate === null) {
    return {
      assumptions: table === null,
      data: dates === null || mbs === null || corporate === null,
    };
  }
  const [days, ofMbs, ofCorporate, variants, about] = await Promise.all([
    workbook.read(dates),
    workbook.read(mbs),
    workbook.read(corporate),
    openVariants(workbook),
    readAbout(workbook),
  ]);
  const serials = columnOf(days);
  const periods = rowsAYear(serials);
  return {
    dates: serials,
    pair: { mbs: columnOf(ofMbs), corporate: columnOf(ofCorporate), periods },
    suggested: inWords(() => suggestedRule(withDerivedDurations(table), periods), TABLE_NAME),
    tried: variants?.variants ?? [],
    trials: numberOf(table.values, "trials"),
    about,
  };
}

/** What is no number is missing. */
const columnOf = (cells: readonly (readonly CellValue[])[]): Float64Array =>
  Float64Array.from(cells, ([cell]) => (typeof cell === "number" ? cell : NaN));

const rowsAYear = (dates: Float64Array): number =>
  inWords(() => periodsPerYear(Array.from(dates, daySerial)), DATA_NAMES.dates);

/** What is wrong with the numbers of a name is said with the name. */
function inWords<T>(calculate: () => T, name: string): T {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalcError) {
      throw new WorkbookError(`${name}: ${error.message}`, "InvalidArgument");
    }
    throw error;
  }
}

/**
 * Adds the sheet of the documented rule by the assumptions, without a run.
 *
 * @param workbook - The workbook.
 * @returns The name of the sheet.
 * @throws WorkbookError when the histories or the assumptions are not there.
 */
export async function addSuggestedBacktest(workbook: WorkbookPort): Promise<string> {
  const loaded = await loadBacktest(workbook);
  const [suggested, periods] =
    "pair" in loaded
      ? [loaded.suggested, loaded.pair.periods]
      : [suggestedRule(readAssumptions([]), 12), 12];
  const { rule, provenance } = suggested;
  return addBacktest(workbook, { variant: rule, periods, provenance, findings: null });
}
