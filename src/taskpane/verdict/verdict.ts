/* What the screen *Verdict* shows, picked out of the rows that the worksheet functions give. */
import type { FigureUnit } from "../figureUnit";
import { isProblem, type CellProblem, type ResultCell } from "../worksheetCall";

/** A figure on the screen: a cell of a function's result, and where it comes from. */
export interface Figure {
  readonly id: string;
  readonly unit: FigureUnit;
  readonly value: number | string | CellProblem;
  /** What the function itself says of it: its source or its reason. */
  readonly reason: string;
  /** The function and the row of its result that hold it. */
  readonly from: { readonly source: "receipt" | "detail"; readonly row: string };
}

/** The figures of the screen, by the part that shows them. */
export interface Verdict {
  readonly text: Figure;
  readonly bases: readonly Figure[];
  readonly signal: readonly Figure[];
  readonly history: readonly Figure[];
  readonly hold: Figure;
  readonly basis: Figure;
  readonly asOf: Figure;
}

/** The rows of GAPRECEIPT and of ROTATIONSIGNAL's detail. */
export interface VerdictRows {
  readonly receipt: readonly (readonly ResultCell[])[];
  readonly detail: readonly (readonly ResultCell[])[];
}

const RECEIPT: readonly (readonly [row: string, unit: FigureUnit])[] = [
  ["nominal gap", "bp"],
  ["option-adjusted gap", "bp"],
  ["risk-adjusted gap", "bp"],
];

const SIGNAL: readonly (readonly [row: string, unit: FigureUnit])[] = [
  ["score", "score"],
  ["probability", "probability"],
  ["probabilityRiskAdjusted", "probability"],
  ["breakevenGap", "bp"],
];

const HISTORY: readonly (readonly [row: string, unit: FigureUnit])[] = [
  ["last", "bp"],
  ["tightestSince", "date"],
  ["z1y", "deviations"],
  ["z5y", "deviations"],
  ["zAll", "deviations"],
  ["percentile1y", "probability"],
  ["percentile5y", "probability"],
  ["percentileAll", "probability"],
  ["halfLife", "months"],
];

/**
 * Picks the figures of the screen.
 *
 * @param rows - What the two functions gave.
 * @returns The figures; one that a function did not give is an error with words.
 */
export function verdictOf(rows: VerdictRows): Verdict {
  const [receipt, detail] = [lookUp(rows.receipt), lookUp(rows.detail)];
  const figure =
    (source: "receipt" | "detail") =>
    ([row, unit]: readonly [string, FigureUnit]): Figure => {
      const cells = (source === "receipt" ? receipt : detail)(row);
      const value = cells[1] ?? notGiven(row, rows[source]);
      const reason = cells[source === "receipt" ? 4 : 2] ?? "";
      return {
        id: row,
        unit,
        value: typeof value === "boolean" ? String(value) : value,
        reason: isProblem(reason) ? reason.message : String(reason),
        from: { source, row },
      };
    };
  const [ofReceipt, ofDetail] = [figure("receipt"), figure("detail")];
  return {
    text: ofDetail(["text", "text"]),
    bases: RECEIPT.map(ofReceipt),
    signal: SIGNAL.map(ofDetail),
    history: HISTORY.map(ofReceipt),
    hold: ofDetail(["gate", "text"]),
    basis: ofDetail(["basis", "text"]),
    asOf: ofDetail(["asOf", "text"]),
  };
}

const lookUp = (rows: readonly (readonly ResultCell[])[]) => {
  const byName = new Map(rows.map((row) => [row[0], row]));
  return (name: string): readonly ResultCell[] => byName.get(name) ?? [];
};

/** A function that refuses gives one cell, an error whose words explain every figure it did not give. */
function notGiven(row: string, rows: readonly (readonly ResultCell[])[]): CellProblem {
  const [[only] = []] = rows;
  return isProblem(only)
    ? only
    : { error: "#N/A", message: `${row} was not given: the history with its dates is needed` };
}
