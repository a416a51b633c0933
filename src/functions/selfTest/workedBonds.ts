/*
 * Worked numbers of the bond, curve and mortgage functions: 31 CFR part 356 appendix B, Microsoft's documented
 * examples, the SIFMA standard formulas, and the project's method notes.
 */
import { bondPriceCells, bondYieldCells } from "../bond";
import { bondForwardCard, convFactorCells } from "../bondForward";
import { bondOasCard } from "../bondOas";
import { carryRollCard, currentCouponCell } from "../carry";
import { BASE_CURVE, column, type GoldenCase } from "./workedSeries";
import { bondHorizonCell } from "../horizon";
import { frnMarginCells } from "../floatingNote";
import { hwFitRows } from "../hwFit";
import { makeWholeCard } from "../makeWhole";
import { mbsPriceCells, mbsWalCells, mbsYieldCells, mbsZSpreadCell } from "../mortgage";
import { breakevenCprCell, mbsHorizonCard } from "../mortgageHorizon";
import { mbsOasCard, mbsOasPriceCell } from "../mortgageOas";
import { dollarRollCard, factorSpeedCells, speedCells } from "../mortgageSpeed";
import { tbaSettleCells } from "../tbaSettle";

const cell = (value: number | string) => [[value]];
const bond = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "bond",
  formula,
  expected,
  run,
});
const carried = (name: string, expected: string, horizon: number): GoldenCase => ({
  family: "spread",
  formula: `CARRYROLL(0.0459, 0.0365, 6.1, 6.5, ${horizon}, curve) ${name}`,
  expected,
  run: () =>
    carryRollCard(0.0459, 0.0365, 6.1, 6.5, horizon, BASE_CURVE).find(
      ([it]) => it === name,
    )?.[1] as unknown,
});

const mortgage = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "mortgage",
  formula,
  expected,
  run,
});
const BASE_POOL = [cell(0.05), cell(0.0595), cell(357), cell(3), cell(0.06)] as const;
const field = (cells: any[][], name: string): unknown => cells.find(([it]) => it === name)?.[1];

/** Option-adjusted spread of the base pool, basis points. */
const oasOf = (assumptions?: (string | number)[][]): number =>
  mbsOasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, assumptions, "oas")[0]?.[0] as number;

const MORTGAGE_CASES: readonly GoldenCase[] = [
  mortgage('SPEED(0.06, "cpr", "smm")', "0.005143", () =>
    speedCells(cell(0.06), cell("cpr"), cell("smm")),
  ),
  mortgage('SPEED(150, "psa", "cpr", 10)', "0.030", () =>
    speedCells(cell(150), cell("psa"), cell("cpr"), cell(10)),
  ),
  mortgage("MBSPRICE(5.03%, 5%, 5.95%, 357, 3, 6%)", "99.829", () =>
    mbsPriceCells(cell(0.0503), ...BASE_POOL),
  ),
  mortgage('MBSYIELD(100, 9%, 9.5%, 360, 0, "150 PSA", 14)', "0.0910675", () =>
    mbsYieldCells(
      cell(100),
      cell(0.09),
      cell(0.095),
      cell(360),
      cell(0),
      cell("150 PSA"),
      cell(14),
    ),
  ),
  mortgage("MBSWAL(5%, 5.95%, 357, 3, 6%)", "10.53", () => mbsWalCells(...BASE_POOL)),
  mortgage("MBSZSPREAD(99.75, 5%, 5.95%, 357, 3, 6%, curve)", "63.75", () =>
    mbsZSpreadCell(99.75, 0.05, 0.0595, 357, 3, cell(0.06), BASE_CURVE),
  ),
  // Back to the price that the spread was made from.
  mortgage("MBSOASPRICE(MBSOAS(99.75, 5%, 5.95%, 357, 3, curve), …)", "99.750000000", () =>
    mbsOasPriceCell(oasOf(), 0.05, 0.0595, 357, 3, BASE_CURVE),
  ),
  // Scheduled payments alone answer to nothing: the static spread, whatever the volatility.
  mortgage(
    'MBSOAS without prepayment − MBSZSPREAD(…, 0,,, "continuous")',
    "0.0000000",
    () =>
      oasOf([
        ["prepay.turnover", 0],
        ["prepay.refiMax", 0],
      ]) -
      mbsZSpreadCell(
        99.75,
        0.05,
        0.0595,
        357,
        3,
        cell(0),
        BASE_CURVE,
        undefined,
        undefined,
        "continuous",
      ),
  ),
  mortgage('FACTORSPEED(0.85150625, 0.84732282, 9.5%, 344, 1, "psa", 16)', "150", () =>
    factorSpeedCells(
      cell(0.85150625),
      cell(0.84732282),
      cell(0.095),
      cell(344),
      cell(1),
      cell("psa"),
      cell(16),
    ),
  ),
  mortgage("DOLLARROLL(100.25, 8, 5%, 30, 0.62%, 3.65%, 12) impliedFinancing", "0.01979", () =>
    field(dollarRollCard(100.25, 8, 0.05, 30, 0.0062, 0.0365, 12), "impliedFinancing"),
  ),
  mortgage("DOLLARROLL(…, 12, 12, 24) advantage32", "4.51", () =>
    field(dollarRollCard(100.25, 8, 0.05, 30, 0.0062, 0.0365, 12, 12, 24), "advantage32"),
  ),
  mortgage('TBASETTLE("2026-08", "A") as a date', "46247", () => tbaSettleCells("2026-08", "A")),
  mortgage("MBSHORIZON(99.75, 5%, 5.95%, 357, 3, 6%, 12, 5.04098%,, 3.6%) return", "0.05037", () =>
    field(
      mbsHorizonCard(99.75, 0.05, 0.0595, 357, 3, cell(0.06), 12, 0.0504098, undefined, 0.036),
      "return",
    ),
  ),
  mortgage("BREAKEVENCPR(103, 6%, 6.95%, 350, 10, 5.03%)", "0.217", () =>
    breakevenCprCell(103, 0.06, 0.0695, 350, 10, 0.0503),
  ),
];

/** Three swaptions as QuantLib's Hull–White model of 100 bp and 0.05 has them on a flat curve of 4% continuous. */
const SWAPTIONS = [
  [1, 10, 79.0731, 0.030403],
  [2, 2, 92.5992, 0.045403],
  [1, 20, 66.9905, 0.040403],
];
const FLAT_4 = [2, 30].map((tenor) => [tenor, 2 * Math.expm1(0.02)]);

/** Yield to worst of a 6% bond of five years. */
function worstOf(clean: number, calls: any[][], puts?: any[][]) {
  const blanks = [undefined, undefined, undefined, undefined] as const;
  const terms = ["2026-01-15", "2031-01-15", 0.06, clean, BASE_CURVE, calls, ...blanks] as const;
  return bondOasCard(...terms, "yieldToWorst", undefined, undefined, undefined, puts);
}

export const BOND_CASES: readonly GoldenCase[] = [
  // 103 = 3 / x + 104 / x², x the growth of half a year: x = (3 + √(9 + 4 · 103 · 104)) / 206.
  bond(
    'BONDOAS("2026-01-15", "2031-01-15", 6%, 103, curve, {"2027-01-15", 101},,,,, "yieldToWorst")',
    "0.0390225512",
    () => worstOf(103, [["2027-01-15", 101]]),
  ),
  // 95 = 3 / x + 103 / x²: the holder puts after a year, where held to maturity the bond yields less.
  bond(
    'BONDOAS("2026-01-15", "2031-01-15", 6%, 95, curve, "none",,,,, "yieldToWorst",,,, {"2027-01-15", 100})',
    "0.1143269723",
    () => worstOf(95, [["none"]], [["2027-01-15", 100]]),
  ),
  bond('BONDPRICE("1990-05-15", "2020-05-15", 8.75%, 8.84%,,, 1,,, "treasury")', "99.057893", () =>
    bondPriceCells(
      cell("1990-05-15"),
      cell("2020-05-15"),
      cell("8.75%"),
      cell("8.84%"),
      undefined,
      undefined,
      cell(1),
      undefined,
      undefined,
      cell("treasury"),
    ),
  ),
  bond('BONDPRICE("2008-02-15", "2017-11-15", 5.75%, 6.5%,,,,,, "excel")', "94.63436162", () =>
    bondPriceCells(
      cell("2008-02-15"),
      cell("2017-11-15"),
      cell(0.0575),
      cell(0.065),
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      cell("excel"),
    ),
  ),
  bond('HWFIT(swaptions, curve,,, "hwVol")', "0.0100", () =>
    hwFitRows(SWAPTIONS, FLAT_4, undefined, undefined, "hwVol"),
  ),
  bond('HWFIT(swaptions, curve,,, "hwMeanReversion")', "0.05", () =>
    hwFitRows(SWAPTIONS, FLAT_4, undefined, undefined, "hwMeanReversion"),
  ),
  // MathWorks' example of tfutpricebyrepo, and the exchange's own of a 10-year note.
  bond(
    'BONDFORWARD("2002-11-15", "2009-08-15", 6%, 114.416, "2002-12-15", 2%,,,, 1)',
    "114.1201",
    () =>
      bondForwardCard(
        "2002-11-15",
        "2009-08-15",
        0.06,
        114.416,
        "2002-12-15",
        0.02,
        "forwardPrice",
        undefined,
        undefined,
        1,
      ),
  ),
  // Fabozzi and Mann's floater at 99.3098: 96 bp.
  bond('FRNMARGIN("2026-01-15", "2032-01-15", 80, 99.3098, 10%,,, 2, 0)', "96.00", () =>
    frnMarginCells(
      cell("2026-01-15"),
      cell("2032-01-15"),
      cell(80),
      cell(99.3098),
      cell(0.1),
      undefined,
      undefined,
      cell(2),
      cell(0),
    ),
  ),
  // Microsoft's example of PRICE, at a yield of 6.5%.
  bond(
    'MAKEWHOLE("2008-02-15", "2017-11-15", 5.75%, flat curve 6.3%, 20) presentValue',
    "94.63436",
    () =>
      field(
        makeWholeCard(
          "2008-02-15",
          "2017-11-15",
          0.0575,
          [
            [1, 0.063],
            [30, 0.063],
          ],
          20,
        ),
        "presentValue",
      ),
  ),
  bond('CONVFACTOR(3.75%, "2018-11-15", "2008-12", "TY")', "0.8357", () =>
    convFactorCells(cell(0.0375), cell("2018-11-15"), cell("2008-12"), cell("TY")),
  ),
  bond('BONDYIELD("2008-02-15", "2016-11-15", 5.75%, 95.04287)', "0.0650000", () =>
    bondYieldCells(cell("2008-02-15"), cell("2016-11-15"), cell(0.0575), cell(95.04287)),
  ),
  {
    family: "spread",
    formula: "CURRENTCOUPON({3%;3.5%}, {99;101})",
    expected: "0.03218",
    run: () => currentCouponCell(column(0.03, 0.035), column(99, 101)),
  },
  carried("carry", "23.5", 0.25),
  carried("roll", "14.6", 0.25),
  carried("total", "145.0", 1),
  {
    family: "returns",
    formula: "BONDHORIZON(0.0459, 0.045, 6.5, 1, 0.0449, 0.036)",
    expected: "0.05115",
    run: () => bondHorizonCell(0.0459, 0.045, 6.5, 1, 0.0449, 0.036),
  },
  ...MORTGAGE_CASES,
];
