/* Runs the two functions that the verdict is made of, over the names that the data sheet defines. */
import type { Missing } from "../missing";
import { numberOf } from "../../assumptions/numbers";
import { TABLE_NAME } from "../../assumptions/table";
import { openTable, type OpenTable } from "../../templates/assumptionsTable";
import { DATA_NAMES } from "../../templates/dataNames";
import { readAbout } from "../../templates/dataSheet";
import { bodyOf, rectangleOf } from "../../workbook/a1";
import type { Place, WorkbookPort } from "../../workbook/workbookPort";
import type { WorksheetFunctions } from "../paneFacts";
import {
  formulaOf,
  runCall,
  type CallArgument,
  type ResultCell,
  type WorksheetCall,
} from "../worksheetCall";
import { answerOf, type Answer } from "./answer";
import { dataAge, today, type DataAge } from "./dataAge";
import type { GapPoint } from "./gapPoint";
import { verdictOf, type Figure, type Verdict } from "./verdict";

/** A wrong row of the assumptions. */
export interface TableProblem {
  readonly sheet: string;
  /** In the sheet, from 1. */
  readonly row: number;
  readonly message: string;
}

/** The verdict on a workbook, and what it was computed from. */
export interface LoadedVerdict {
  readonly verdict: Verdict;
  readonly answer: Answer;
  /** What to say of the age of the data; null where they are fresh, or the user has set the as-of day. */
  readonly age: DataAge | null;
  /** What keeps the call back: rows of the assumptions that are wrong, each with its row in the sheet. */
  readonly problems: readonly TableProblem[];
  readonly history: readonly GapPoint[];
  /** What the workbook says of its histories. */
  readonly about: string;
  readonly receiptCall: WorksheetCall;
  readonly detailCall: WorksheetCall;
  readonly receipt: readonly (readonly ResultCell[])[];
  readonly detail: readonly (readonly ResultCell[])[];
}

const ADJUSTED_GAP = "risk-adjusted gap";

/**
 * Computes the verdict of a workbook.
 *
 * @param workbook - The workbook.
 * @param functions - The worksheet functions.
 * @returns The verdict, or what is missing for one.
 */
export async function loadVerdict(
  workbook: WorkbookPort,
  functions: WorksheetFunctions,
): Promise<LoadedVerdict | Missing> {
  const [table, dates, gap] = await Promise.all([
    workbook.findTable(TABLE_NAME),
    workbook.findName(DATA_NAMES.dates),
    workbook.findName(DATA_NAMES.gap),
  ]);
  if (table === null || dates === null || gap === null) {
    return { assumptions: table === null, data: dates === null || gap === null };
  }
  const named = (name: string, place: Place): CallArgument => ({ kind: "name", name, place });
  const assumptions = named(TABLE_NAME, { ...table, a1: bodyOf(table.a1) });
  const [gaps, days] = [named(DATA_NAMES.gap, gap), named(DATA_NAMES.dates, dates)];
  const omitted: CallArgument = { kind: "omitted" };

  const receiptCall = { id: "GAPRECEIPT", args: [assumptions, gaps, days] };
  const receipt = await runCall(receiptCall, workbook, functions);
  const adjusted = receipt.find(([step]) => step === ADJUSTED_GAP)?.[1];
  const detailCall: WorksheetCall = {
    id: "ROTATIONSIGNAL",
    args: [
      gaps,
      {
        kind: "result",
        // Where it is missing, carry is left out.
        formula: `IFNA(${rowFormula(receiptCall, ADJUSTED_GAP).slice(1)},"")`,
        value: typeof adjusted === "number" ? adjusted : null,
      },
      omitted,
      assumptions,
      { kind: "text", text: "detail" },
      days,
    ],
  };
  const detail = await runCall(detailCall, workbook, functions);
  const history = await points(workbook, dates, gap);
  const entered = await openTable(workbook);
  return {
    verdict: verdictOf({ receipt, detail }),
    answer: answerOf({ receipt, detail }),
    age: ageOf(entered, history),
    problems: problemsOf(entered),
    history,
    about: await readAbout(workbook),
    receiptCall,
    detailCall,
    receipt,
    detail,
  };
}

/**
 * The formula that gives a figure of the screen in a cell.
 *
 * @param figure - The figure.
 * @param loaded - The verdict that it belongs to.
 * @returns For example `=VLOOKUP("nominal gap",RV.GAPRECEIPT(RV_Assumptions,RV_Gap,RV_Dates),2,FALSE)`.
 */
export const figureFormula = ({ from }: Figure, loaded: LoadedVerdict): string =>
  rowFormula(from.source === "receipt" ? loaded.receiptCall : loaded.detailCall, from.row);

/** The value beside a name in the rows that a function gives. */
const rowFormula = (call: WorksheetCall, row: string): string =>
  `=VLOOKUP("${row}",${formulaOf(call).slice(1)},2,FALSE)`;

function ageOf(table: OpenTable | null, history: readonly GapPoint[]): DataAge | null {
  const isSet = table?.values.has("asOf") === true && table.provenance("asOf") === "yours";
  const staleDays = numberOf(table?.values ?? new Map(), "staleDays");
  return isSet ? null : dataAge(history, today(), staleDays);
}

function problemsOf(table: OpenTable | null): TableProblem[] {
  if (table === null) return [];
  const { sheet, a1 } = table.place;
  const heading = rectangleOf(a1).row;
  return table.problems.map(({ row, message }) => ({ sheet, row: heading + row, message }));
}

async function points(workbook: WorkbookPort, dates: Place, gap: Place): Promise<GapPoint[]> {
  const [days, gaps] = await Promise.all([workbook.read(dates), workbook.read(gap)]);
  return days.flatMap(([date], i) => {
    const value = gaps[i]?.[0];
    return typeof date === "number"
      ? [{ date, gap: typeof value === "number" ? value : null }]
      : [];
  });
}
