/*
 * Worked numbers that travel with the add-in, so that SELFTEST can run them in the Excel at hand.
 * Each was computed apart from this code (numpy, and for the ranks Microsoft's documented
 * definitions) for the project's method notes; `expected` has the digits that are known.
 */
import { pctRankCell, zScoreCell } from "./history";
import { totalReturnCells } from "./returns";
import { spreadGapCells } from "./spread";

/** One worked number. */
export interface GoldenCase {
  readonly family: "spread" | "history" | "returns";
  /** The formula, for messages. */
  readonly formula: string;
  /** The number as printed; its last digit is the tolerance. */
  readonly expected: string;
  readonly run: () => unknown;
}

const column = (...values: number[]) => values.map((value) => [value]);

/** Series G of the method notes: a gap in basis points over 24 months. */
export const SERIES_G: readonly (readonly number[])[] = column(
  ...[58, 61, 66, 72, 75, 71, 67, 70, 64, 60, 62, 57],
  ...[55, 59, 54, 50, 52, 47, 49, 45, 44, 46, 40, 39],
);
const G = SERIES_G as number[][];
const TIES = column(40, 45, 45, 50, 50, 50, 55, 60, 65, 70);

const gap = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "spread",
  formula: `SPREADGAP(101, 62${formula})`,
  expected,
  run,
});
const at = (value: number | string) => [[value]];
const MBS = at(101);
const CORPORATE = at(62);

const z = (formula: string, expected: string, ...rest: any[]): GoldenCase => ({
  family: "history",
  formula: `ZSCORE(G${formula})`,
  expected,
  run: () => zScoreCell(G, ...rest),
});

const rank = (method: string, expected: string): GoldenCase => ({
  family: "history",
  formula: `PCTRANK({40;45;45;50;50;50;55;60;65;70}, 50, "${method}")`,
  expected,
  run: () => pctRankCell(TIES, 50, method),
});

const realised = (expected: string, ...amounts: (number | null)[]): GoldenCase => ({
  family: "returns",
  formula: `TOTALRETURN(${amounts.map((amount) => amount ?? "").join(", ")})`,
  expected,
  run: () => {
    const [start, end, ...rest] = amounts.map((amount) => (amount === null ? null : at(amount)));
    return totalReturnCells(start as number[][], end as number[][], ...(rest as number[][][]));
  },
});

/** Every worked number of the functions that are built. */
export const GOLDEN_CASES: readonly GoldenCase[] = [
  gap("", "39", () => spreadGapCells(MBS, CORPORATE)),
  gap(', "ratio"', "1.629", () => spreadGapCells(MBS, CORPORATE, at("ratio"))),
  gap(', "perduration", 5.6, 6.1', "7.87", () =>
    spreadGapCells(MBS, CORPORATE, at("perduration"), at(5.6), at(6.1)),
  ),
  gap(', "pervol",,, 35, 28', "0.671", () =>
    spreadGapCells(MBS, CORPORATE, at("pervol"), undefined, undefined, at(35), at(28)),
  ),
  z("", "-1.871"),
  z(", 12", "-1.889", 12),
  z(',, "mad"', "-1.602", null, "mad"),
  z(',, "ewma"', "-1.552", null, "ewma"),
  rank("mid", "0.450"),
  rank("strict", "0.300"),
  rank("weak", "0.600"),
  rank("inc", "0.333"),
  rank("exc", "0.364"),
  {
    family: "history",
    formula: "PCTRANK(G)",
    expected: "0.000",
    run: () => pctRankCell(G),
  },
  realised("0.00790", 100.8, 101.2, 0.9, 0.5, 0),
  realised("0.01006", 98, 98.6, 0.375, 0, 0, 0.0075),
  realised("0.00439", 102.5, 102.5, 0.5, 0, 0, 0.02),
];
