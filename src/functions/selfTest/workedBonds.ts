/*
 * Worked numbers of the bond and curve functions: 31 CFR part 356 appendix B, Microsoft's documented examples, and
 * the project's method notes.
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

const field = (cells: any[][], name: string): unknown => cells.find(([it]) => it === name)?.[1];

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
];
