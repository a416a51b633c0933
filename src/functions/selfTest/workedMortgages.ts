/*
 * Worked numbers of the mortgage functions: the SIFMA standard formulas, identities between functions, and the
 * project's method notes.
 */
import { BASE_CURVE, type GoldenCase } from "./workedSeries";
import { mbsPriceCells, mbsWalCells, mbsYieldCells, mbsZSpreadCell } from "../mortgage";
import { breakevenCprCell, mbsHorizonCard } from "../mortgageHorizon";
import { mbsOasCard, mbsOasPriceCell } from "../mortgageOas";
import { dollarRollCard, factorSpeedCells, speedCells } from "../mortgageSpeed";
import { couponSwapCard, payUpCard } from "../poolTrades";
import { proasCard, proasFitRows } from "../proas";
import { tbaSettleCells } from "../tbaSettle";

const cell = (value: number | string) => [[value]];
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

const NO_PREPAYMENT = [
  ["prepay.turnover", 0],
  ["prepay.refiMax", 0],
];
const FLAT_PAR_4 = [
  [2, 0.04],
  [30, 0.04],
];

/** The coupon sold and the one bought. */
const SWAP: [number[][], number[][]] = [
  [[99.75, 0.05, 0.0595, 357, 3]],
  [[103, 0.06, 0.0695, 350, 10]],
];

/** Coupon, loans, months left and age of three coupons. */
const STACK = [
  [0.03, 0.0375, 326, 34],
  [0.05, 0.0595, 350, 10],
  [0.06, 0.0695, 350, 10],
];

export const MORTGAGE_CASES: readonly GoldenCase[] = [
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
      oasOf(NO_PREPAYMENT) -
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
  // Without prepayment, on a flat curve that stays, at a spread that is held: e^(2 ln 1.02 + 0.005) − 1.
  mortgage(
    'MBSHORIZON(MBSOASPRICE(50, …), …, "model", 12,,, 4.468826%,,, "held", flat curve 4%, no prepayment) return',
    "0.045615",
    () =>
      field(
        mbsHorizonCard(
          mbsOasPriceCell(50, 0.05, 0.0595, 357, 3, FLAT_PAR_4, NO_PREPAYMENT),
          0.05,
          0.0595,
          357,
          3,
          cell("model"),
          12,
          undefined,
          undefined,
          0.04468825860274139,
          undefined,
          undefined,
          "held",
          FLAT_PAR_4,
          NO_PREPAYMENT,
        ),
        "return",
      ),
  ),
  // 99.75 / 103, and what the same dollar duration leaves.
  mortgage('COUPONSWAP(lower, upper, curve,, "value") ratio', "0.968447", () =>
    couponSwapCard(...SWAP, BASE_CURVE, undefined, "value", "ratio"),
  ),
  mortgage("COUPONSWAP(lower, upper, curve) duration", "0.0000000", () =>
    couponSwapCard(...SWAP, BASE_CURVE, undefined, undefined, "duration"),
  ),
  // What the TBA delivers is worth the TBA; 2.5 · (1.02^(−1/6) + 1.02^(−2/6) + 1.02^(−3/6)).
  mortgage("PAYUP(6%, 6.95%, 350, 10 over itself) payUp32", "0.000000", () =>
    payUpCard([[0.06, 0.0695, 350, 10]], SWAP[1], BASE_CURVE, undefined, "payUp32"),
  ),
  mortgage("PAYUP(…, flat curve 4%,,,, 2.5, 3) rollGivenUp32", "7.450684", () =>
    payUpCard(
      [[0.06, 0.0695, 350, 10]],
      SWAP[1],
      FLAT_PAR_4,
      undefined,
      "rollGivenUp32",
      undefined,
      2.5,
      3,
    ),
  ),
  // Without premiums the same spread; and the premium by which three coupons were priced at one.
  mortgage(
    "PROAS(99.75, 5%, 5.95%, 357, 3, curve) − MBSOAS",
    "0.0000000",
    () =>
      (proasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, undefined, "proas")[0]?.[0] as number) -
      oasOf(),
  ),
  mortgage(
    'PROASFIT(3%, 5%, 6% at 20 bp with refinancing × 1.3,,,, "prepayRisk.refinancing")',
    "0.30000",
    () =>
      proasFitRows(
        STACK.map(([coupon]) => [coupon]),
        STACK.map(([coupon, wac, wam, age]) => [
          mbsOasPriceCell(20, coupon, wac, wam, age, BASE_CURVE, [["prepay.refiMax", 0.55 * 1.3]]),
        ]),
        STACK.map(([, wac]) => [wac]),
        STACK.map(([, , wam]) => [wam]),
        STACK.map(([, , , age]) => [age]),
        BASE_CURVE,
        undefined,
        "prepayRisk.refinancing",
      ),
  ),
  mortgage("BREAKEVENCPR(103, 6%, 6.95%, 350, 10, 5.03%)", "0.217", () =>
    breakevenCprCell(103, 0.06, 0.0695, 350, 10, 0.0503),
  ),
];
