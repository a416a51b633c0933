/*
 * Worked numbers of the bond and curve functions: 31 CFR part 356 appendix B, Microsoft's documented
 * examples, and the project's method notes.
 */
import { bondPriceCells, bondYieldCells } from "./bond";
import { bondOasCard } from "./bondOas";
import { carryRollCard, currentCouponCell } from "./carry";
import { BASE_CURVE, column, type GoldenCase } from "./goldenSeries";
import { bondHorizonCell } from "./horizon";

const at = (value: number | string) => [[value]];
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

export const BOND_CASES: readonly GoldenCase[] = [
  // 103 = 3 / x + 104 / x², x the growth of half a year: x = (3 + √(9 + 4 · 103 · 104)) / 206.
  bond(
    'BONDOAS("2026-01-15", "2031-01-15", 6%, 103, curve, {"2027-01-15", 101},,,,, "yieldToWorst")',
    "0.0390225512",
    () =>
      bondOasCard(
        "2026-01-15",
        "2031-01-15",
        0.06,
        103,
        BASE_CURVE,
        [["2027-01-15", 101]],
        undefined,
        undefined,
        undefined,
        undefined,
        "yieldToWorst",
      ),
  ),
  bond('BONDPRICE("1990-05-15", "2020-05-15", 8.75%, 8.84%,,, 1,,, "treasury")', "99.057893", () =>
    bondPriceCells(
      at("1990-05-15"),
      at("2020-05-15"),
      at("8.75%"),
      at("8.84%"),
      undefined,
      undefined,
      at(1),
      undefined,
      undefined,
      at("treasury"),
    ),
  ),
  bond('BONDPRICE("2008-02-15", "2017-11-15", 5.75%, 6.5%,,,,,, "excel")', "94.63436162", () =>
    bondPriceCells(
      at("2008-02-15"),
      at("2017-11-15"),
      at(0.0575),
      at(0.065),
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      at("excel"),
    ),
  ),
  bond('BONDYIELD("2008-02-15", "2016-11-15", 5.75%, 95.04287)', "0.0650000", () =>
    bondYieldCells(at("2008-02-15"), at("2016-11-15"), at(0.0575), at(95.04287)),
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
