/* Which rows of a function's answer a figure of the pane is made of. */
import { isProblem, type ResultCell } from "../worksheetCall";
import type { Figure } from "./verdict";

type Row = readonly ResultCell[];

const ADJUSTED_SIDES = [
  ...["MBS OAS", "liquidity, MBS", "capital, MBS", "MBS, risk-adjusted"],
  ...["corporate OAS", "expected loss, corporate", "migration, corporate", "liquidity, corporate"],
  ...["capital, corporate", "corporate, risk-adjusted"],
];
const SAMPLE = ["last", "n", "gaps", "span"];
const ODDS = ["z", "halfLife", "fairGap", "noReversion"];

/** The steps of a figure by its row, without the row itself; of a card of figures only what they share. */
const STEPS = new Map<string, readonly string[]>([
  ["nominal gap", ["MBS spread over the 5/10-year blend", "corporate OAS"]],
  ["option-adjusted gap", ["MBS OAS", "corporate OAS"]],
  ["risk-adjusted gap", ADJUSTED_SIDES],
  ["last", ["change1m", "change3m", "span"]],
  ["tightestSince", SAMPLE],
  ...["z1y", "z5y", "zAll", "percentile1y", "percentile5y", "percentileAll", "halfLife"].map(
    (row) => [row, SAMPLE] as const,
  ),
  ["score", ["value", "carry", "momentum", "z", "fairGap"]],
  ["probability", [...ODDS, "edge", "cost"]],
  ["probabilityRiskAdjusted", [...ODDS, "edgeRiskAdjusted", "cost"]],
  ["breakevenGap", ["edge", "cost"]],
]);

/**
 * The steps of a figure.
 *
 * @param row - The row of the function's answer that holds the figure, such as "nominal gap".
 * @param rows - The function's answer.
 * @returns The rows that the figure is made of in the answer's order, warnings about their units among
 *   them, and the figure's own row last.
 */
export function stepsOf({ row }: Figure["from"], rows: readonly Row[]): readonly Row[] {
  const names = new Set(STEPS.get(row) ?? []);
  const steps = rows.filter(([name]) => isText(name) && names.has(name));
  const keys = new Set(steps.map(([, , , key]) => key));
  const isStep = ([name, , , key]: Row) =>
    isText(name) && (names.has(name) || (name.startsWith("warning: ") && keys.has(key ?? "")));
  return [...rows.filter(isStep), ...rows.filter(([name]) => name === row)];
}

const isText = (cell: ResultCell | undefined): cell is string =>
  typeof cell === "string" && !isProblem(cell);
