/*
 * Worked numbers that travel with the add-in, so that SELFTEST can run them in the Excel at hand.
 * Each was computed apart from this code (numpy, and for the ranks Microsoft's documented
 * definitions) for the project's method notes; `expected` has the digits that are known.
 */
import { column, SERIES_G, SERIES_S, type GoldenCase } from "./workedSeries";
import { BOND_CASES } from "./workedBonds";
import { MORTGAGE_CASES } from "./workedMortgages";
import { SIGNAL_CASES } from "./workedSignals";
import { TRADE_CASES } from "./workedTrades";
import { VALIDATION_CASES } from "./workedValidation";
import { pctRankCell, zScoreCell } from "../history";
import { tightestSinceCells } from "../historyDates";
import { horizonReturnCells } from "../horizon";
import {
  breakTestCard,
  halfLifeCell,
  ouFitCard,
  ouForecastCard,
  realVolCell,
  spreadBetaCard,
  unitRootCard,
} from "../meanReversion";
import { chainReturnCell } from "../periodReturns";
import { totalReturnCells } from "../returns";
import { spreadGapCells } from "../spread";

const G = column(...SERIES_G);
const S = column(...SERIES_S);
const TIES = column(40, 45, 45, 50, 50, 50, 55, 60, 65, 70);

const gap = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "spread",
  formula: `SPREADGAP(101, 62${formula})`,
  expected,
  run,
});
const cell = (value: number | string) => [[value]];
const MBS = cell(101);
const CORPORATE = cell(62);

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
    const [start, end, ...rest] = amounts.map((amount) => (amount === null ? null : cell(amount)));
    return totalReturnCells(start as number[][], end as number[][], ...(rest as number[][][]));
  },
});

const measure = (formula: string, name: string, expected: string, run: () => any[][]) => ({
  family: "history" as const,
  formula: `${formula} ${name}`,
  expected,
  run: () => run().find(([it]) => it === name)?.[1] as unknown,
});
const single = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "history",
  formula,
  expected,
  run,
});
const fit = (name: string, expected: string) =>
  measure("OUFIT(S)", name, expected, () => ouFitCard(S));
const forecast = (name: string, expected: string) =>
  measure("OUFORECAST(39, 55, 8, 14, 0.5)", name, expected, () =>
    ouForecastCard(39, 55, 8, 14, 0.5),
  );
const MBS_SPREADS = column(120, 125, 118, 110, 112, 105, 101);
const CORPORATE_SPREADS = column(85, 90, 84, 80, 82, 70, 62);
const beta = (name: string, expected: string) =>
  measure("SPREADBETA({120;125;118;110;112;105;101}, {85;90;84;80;82;70;62})", name, expected, () =>
    spreadBetaCard(MBS_SPREADS, CORPORATE_SPREADS),
  );

const chained = (expected: string, ...rest: any[]): GoldenCase => ({
  family: "returns",
  formula: `CHAINRETURN({0.52%;1.48%;0.03%;0.37%;-0.85%;1.80%}${rest.map((it) => `, ${it}`).join("")})`,
  expected,
  run: () => chainReturnCell(column(0.0052, 0.0148, 0.0003, 0.0037, -0.0085, 0.018), ...rest),
});

const overHorizon = (expected: string, ...args: (number | boolean | null)[]): GoldenCase => ({
  family: "returns",
  formula: `HORIZONRETURN(${args.map((it) => it ?? "").join(", ")})`,
  expected,
  run: () => {
    const [yld, duration, ...rest] = args.map((it) => (it === null ? null : [[it]]));
    return horizonReturnCells(yld as any[][], duration as any[][], ...(rest as any[][][]));
  },
});

/** Every worked number of the functions that are built. */
export const GOLDEN_CASES: readonly GoldenCase[] = [
  gap("", "39", () => spreadGapCells(MBS, CORPORATE)),
  gap(', "ratio"', "1.629", () => spreadGapCells(MBS, CORPORATE, cell("ratio"))),
  gap(', "perduration", 5.6, 6.1', "7.87", () =>
    spreadGapCells(MBS, CORPORATE, cell("perduration"), cell(5.6), cell(6.1)),
  ),
  gap(', "pervol",,, 35, 28', "0.671", () =>
    spreadGapCells(MBS, CORPORATE, cell("pervol"), undefined, undefined, cell(35), cell(28)),
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
  single("REALVOL(G)", "13.56", () => realVolCell(G)),
  beta("beta", "0.728"),
  beta("correlation", "0.851"),
  single("HALFLIFE(S)", "5.25", () => halfLifeCell(S)),
  single("HALFLIFE(S, FALSE)", "4.64", () => halfLifeCell(S, false)),
  fit("kappa", "1.792"),
  fit("theta", "56.05"),
  fit("sigma", "14.96"),
  forecast("mean", "45.49"),
  forecast("sd", "7.81"),
  forecast("p10", "35.48"),
  forecast("p90", "55.49"),
  measure("UNITROOT(S)", "statistic", "-3.644", () => unitRootCard(S)),
  measure("UNITROOT(S)", "p", "0.005", () => unitRootCard(S)),
  measure("UNITROOT(G)", "statistic", "0.038", () => unitRootCard(G)),
  measure("UNITROOT(G)", "p", "0.96", () => unitRootCard(G)),
  measure("BREAKTEST(G,, FALSE)", "row", "15", () => breakTestCard(G, null, false)),
  measure("BREAKTEST(G,, FALSE)", "F", "54.8", () => breakTestCard(G, null, false)),
  measure("BREAKTEST(S,, FALSE)", "F", "47.5", () => breakTestCard(S, null, false)),
  realised("0.00790", 100.8, 101.2, 0.9, 0.5, 0),
  realised("0.01006", 98, 98.6, 0.375, 0, 0, 0.0075),
  realised("0.00439", 102.5, 102.5, 0.5, 0, 0, 0.02),
  {
    family: "history",
    formula: "TIGHTESTSINCE(days 1 to 10, {52;48;41;39;44;50;58;55;47;42})",
    expected: "46004",
    run: () =>
      tightestSinceCells(
        column(...Array.from({ length: 10 }, (_, i) => 46_001 + i)),
        column(52, 48, 41, 39, 44, 50, 58, 55, 47, 42),
      ),
  },
  chained("0.03373"),
  chained("0.06860", true),
  overHorizon("0.0735", 0.0503, 5.6, -160, -50, 5, 1, null, null, null, null, false),
  overHorizon("0.04554", 0.0459, 6.1, 45, 0, 0, 1, null, null, 3.6),
  ...SIGNAL_CASES,
  ...BOND_CASES,
  ...MORTGAGE_CASES,
  ...TRADE_CASES,
  ...VALIDATION_CASES,
];
