/* Worked numbers of the spread measures, the switch and the signal; see goldenCases.ts. */
import { curveOnRows } from "../curveOn";
import { gapReceiptRows } from "../gapReceipt";
import { BASE_CURVE, column, SERIES_G, type GoldenCase } from "./workedSeries";
import { rotationSignalCells, switchEdgeCard } from "../signal";
import { benchYieldCells, blendSpreadCells, gSpreadCells } from "../spread";
import {
  adjSpreadCells,
  breakevenWideningCells,
  capitalCostCells,
  convexityCostCells,
  dtsCell,
  expectedLossCells,
} from "../spreadRisk";

const G = column(...SERIES_G);
const cell = (value: number | string | boolean): any[][] => [[value]];

const spread = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "spread",
  formula,
  expected,
  run,
});
const signal = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "signal",
  formula,
  expected,
  run,
});
const named = (rows: any[][], name: string): unknown => rows.find(([it]) => it === name)?.[1];

const edge = (measure: string, expected: string, fair = 55) =>
  signal(`SWITCHEDGE(39, ${fair}, 8, 14, 5.6, 39, 10, 0.5) ${measure}`, expected, () =>
    named(switchEdgeCard(39, fair, 8, 14, 5.6, 39, 10, 0.5), measure),
  );
const receipt = (step: string, expected: string) =>
  signal(`GAPRECEIPT(defaults) ${step}`, expected, () =>
    named(gapReceiptRows([["schema", 1]]), step),
  );
const WEIGHTS = [
  ["weightValue", 0.5],
  ["weightCarry", 0.3],
  ["weightMomentum", 0.2],
];
const ASSUMED = [
  ["fairGap", 55],
  ["halfLife", 8],
  ["gapVol", 14],
  ["override.history", true],
  ["override.reversion", true],
  ["override.break", true],
];

/** Par yields as the Treasury published them for 15 and 14 January 2026; the 18th is a Sunday. */
const PAR_YIELDS = [
  ["Date", "1.5 Month", "5 Yr", "7 Yr"],
  ["2026-01-15", 3.71, 3.74, 3.94],
  ["2026-01-14", 3.72, 3.75, 3.95],
];
const curveAt = (tenor: number) => curveOnRows(PAR_YIELDS, "2026-01-18", cell(tenor))[0]?.[1];

/** Spread measures, switch and signal. */
export const SIGNAL_CASES: readonly GoldenCase[] = [
  spread("BENCHYIELD(6.5, curve)", "0.0397", () => benchYieldCells(cell(6.5), BASE_CURVE)),
  spread('CURVEON(table, "2026-01-18", 5) in percent', "0.0374", () => curveAt(5)),
  spread('CURVEON(table, "2026-01-18", 6) in percent', "0.0384", () => curveAt(6)),
  spread("GSPREAD(4.59%, 6.5, curve)", "62", () =>
    gSpreadCells(cell("4.59%"), cell(6.5), BASE_CURVE),
  ),
  spread("BLENDSPREAD(5.0329%, curve)", "100.8", () =>
    blendSpreadCells(cell(0.050329), BASE_CURVE),
  ),
  spread("CONVEXITYCOST(-160, 90)", "64.8", () => convexityCostCells(cell(-160), cell(90))),
  spread("CONVEXITYCOST(45, 90)", "-18.2", () => convexityCostCells(cell(45), cell(90))),
  spread("BREAKEVENWIDENING(62, 6.1)", "12.16", () => breakevenWideningCells(cell(62), cell(6.1))),
  spread("BREAKEVENWIDENING(62, 6.1,,, FALSE)", "10.16", () =>
    breakevenWideningCells(cell(62), cell(6.1), undefined, undefined, cell(false)),
  ),
  spread("DTS(6.1, 62)", "3.782", () => dtsCell(cell(6.1), cell(62))),
  spread("EXPECTEDLOSS(0.0006, 0.6)", "3.6", () => expectedLossCells(cell(0.0006), cell(0.6))),
  spread("CAPITALCOST(0.2, 0.1, 0.12, 0.04)", "16", () =>
    capitalCostCells(cell(0.2), cell(0.1), cell(0.12), cell(0.04)),
  ),
  spread("CAPITALCOST(1, 0.1, 0.12, 0.04)", "80", () =>
    capitalCostCells(cell(1), cell(0.1), cell(0.12), cell(0.04)),
  ),
  spread("ADJSPREAD(101, 89, 0, 0, 1)", "11", () =>
    adjSpreadCells(cell(101), cell(89), cell(0), cell(0), cell(1)),
  ),
  spread("ADJSPREAD(62, 0, 3.6, 0, 8)", "50.4", () =>
    adjSpreadCells(cell(62), cell(0), cell(3.6), cell(0), cell(8)),
  ),
  edge("edge", "6.8"),
  edge("sd", "43.7"),
  edge("probability", "0.562"),
  edge("breakeven", "5.27"),
  edge("edge", "-11.3", 47),
  edge("probability", "0.40", 47),
  receipt("nominal gap", "39"),
  receipt("option-adjusted gap", "-50"),
  receipt("risk-adjusted gap", "-39.4"),
  signal("ROTATIONSIGNAL(G, -39.4, 5.6)", "-0.355", () => rotationSignalCells(G, -39.4, 5.6)),
  signal("ROTATIONSIGNAL(G, -39.4, 5.6, weights .5/.3/.2)", "-0.546", () =>
    rotationSignalCells(G, -39.4, 5.6, WEIGHTS),
  ),
  signal("ROTATIONSIGNAL(G)", "-0.273", () => rotationSignalCells(G)),
  signal("ROTATIONSIGNAL(G, -39.4, 5.6, assumed, confidence)", "0.83", () =>
    rotationSignalCells(G, -39.4, 5.6, ASSUMED, "confidence"),
  ),
];
