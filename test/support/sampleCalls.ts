import { serialOf } from "../../src/calc/date/serial";
import { BASE_CURVE, SERIES_G } from "../../src/functions/selfTest/workedSeries";
import { column, seriesS } from "./series";

/** For each function one call that gives an answer, and one that gives an error with words. */
export interface SampleCall {
  readonly valid: readonly unknown[];
  readonly bad: readonly unknown[];
  /** What the bad call's error says. */
  readonly words: RegExp;
}

const G = column(...SERIES_G);
const S = column(...seriesS());
const DAYS = column(46_037, 46_038, 46_041);
const table = [
  ["corpOas", 70],
  ["asOf", 46037],
];

/** Month ends from January 2024 to December 2025, for series G. */
const MONTHS = G.map((_, i) => [serialOf(2024 + Math.floor(i / 12), (i % 12) + 1, 28)]);

/** Par yields in percent, newest first. */
const CURVES = [
  ["Date", "1.5 Month", "2 Yr", "5 Yr", "10 Yr"],
  [46_037, 3.71, 3.54, 3.74, 4.16],
  [46_036, null, 3.55, 3.75, 4.17],
];

const MBS_ASSET = [[0.0503, 5.6, -160, null, 0, false]];
const CORPORATE_ASSET = [[0.0459, 6.1, 45, null, 3.6, true]];

/** Volatilities of .2, 1.1 and 1.4%, correlations .1, 0 and .55. */
const COVARIANCE = [
  [4e-6, 2.2e-6, 0],
  [2.2e-6, 1.21e-4, 8.47e-5],
  [0, 8.47e-5, 1.96e-4],
];

/** By id. A new function must be added here: a test asks for it. */
export const SAMPLE_CALLS: ReadonlyMap<string, SampleCall> = new Map(
  Object.entries({
    SPREADGAP: {
      valid: [
        column(101, 98),
        column(62, 60),
        [["pervol"]],
        [[5.6]],
        [[6.1]],
        [[35]],
        [[28]],
        [["oas"]],
        [["oas"]],
      ],
      bad: [column(101, "wide"), column(62, 60)],
      words: /mbs, row 2, is the text "wide"; it must be basis points/,
    },
    ZSCORE: {
      valid: [G, 12, "ewma", 12],
      bad: [G, 60],
      words: /window is 60 rows but history has only 23/,
    },
    PCTRANK: {
      valid: [column(40, 45, 50, 50, 70), 50, "mid"],
      bad: [G, 55, "median"],
      words: /method is "median"; it must be one of mid/,
    },
    TOTALRETURN: {
      valid: [[[98]], [[98.6]], [[0.375]], [[0]], [[0]], [[0.0075]], [["total"]]],
      bad: [[[0]], [[98.6]]],
      words: /startPrice is 0; it must be a price per 100/,
    },
    REALVOL: {
      valid: [G, 12, 12, 1],
      bad: [G, 12, 60],
      words: /window is 60 changes but the series has only 23/,
    },
    SPREADBETA: {
      valid: [column(120, 125, 118, 110, 112, 105, 101), column(85, 90, 84, 80, 82, 70, 62), 2],
      bad: [column(120, 125, 118), column(85, 90)],
      words: /corporate has 2 rows but mbs has 3/,
    },
    HALFLIFE: {
      valid: [S, true, 1, "halfLife"],
      bad: [G],
      words: /^no mean reversion detectable$/,
    },
    OUFIT: {
      valid: [S, 1 / 12, false],
      bad: [S, -1],
      words: /dt is -1; it must be a number above 0 in years/,
    },
    OUFORECAST: {
      valid: [39, 55, null, 14, 0.5, S, 1 / 12],
      bad: [39, 55, 8, -14, 0.5],
      words: /sigma is -14; it must be a number of basis points per √year/,
    },
    UNITROOT: {
      valid: [S, 1, "constant"],
      bad: [G, 10],
      words: /24 values; a unit root test with lags 10 needs 25/,
    },
    BREAKTEST: {
      valid: [G, 0.15, true],
      bad: [G, 0.5],
      words: /trim is 0.5; it must be a share of the rows from 0.05 to 0.25/,
    },
    BENCHYIELD: {
      valid: [[[6.5]], BASE_CURVE, [["linear"]]],
      bad: [[[1]], BASE_CURVE],
      words: /1 years is outside the curve/,
    },
    GSPREAD: {
      valid: [[[0.0459]], [[6.5]], BASE_CURVE],
      bad: [[[4.59]], [[6.5]], BASE_CURVE],
      words: /yld is 4\.59 \(459%\); rates are decimals, did you mean 0\.0459/,
    },
    BLENDSPREAD: {
      valid: [[[0.0503]], BASE_CURVE, [[5]], [[10]], [[0.5]]],
      bad: [[[0.0503]], [[5, 0.0382]]],
      words: /curve has 1 point; it must have 2 or more/,
    },
    CONVEXITYCOST: {
      valid: [[[-160]], [[90]]],
      bad: [[[-160]], [["high"]]],
      words: /volBp is the text "high"/,
    },
    BREAKEVENWIDENING: {
      valid: [[[62]], [[6.1]], [[1]], [[0]], [[true]]],
      bad: [[[62]], [[0.5]]],
      words: /duration is 0\.5; it must be more than the horizon of 1/,
    },
    DTS: {
      valid: [column(6.1, 4), column(62, 50), column(1, 2)],
      bad: [column(6.1, 4), column(62, 50)],
      words: /2 positions; weights are needed/,
    },
    EXPECTEDLOSS: {
      valid: [[[0.0006]], [[0.6]]],
      bad: [[[6]], [[0.6]]],
      words: /pd is 6 \(600%\)/,
    },
    CAPITALCOST: {
      valid: [[[0.2]], [[0.1]], [[0.12]], [[0.04]]],
      bad: [[[20]], [[0.1]], [[0.12]], [[0.04]]],
      words: /riskWeight is 20; it must be 0 to 12\.5/,
    },
    ADJSPREAD: {
      valid: [[[101]], [[89]], [[0]], [[0]], [[1]], [[0]]],
      bad: [[["1.01%"]]],
      words: /spread is the text "1\.01%"; it must be basis points/,
    },
    HISTORY: {
      valid: [MONTHS, G, 12],
      bad: [MONTHS, G, 60],
      words: /window is 60 months/,
    },
    ROTATIONSIGNAL: {
      valid: [G, -39.4, 5.6, table, "detail", MONTHS, 46037],
      bad: [G, -39.4, 5.6, table, "verdict"],
      words: /output is "verdict"; it must be one of score, text, confidence, detail/,
    },
    HYSTERESIS: {
      valid: [column(0.2, 1.6, 1.2, 0.6, 0.4, -1.6), 1.5, 0.5],
      bad: [column(0.2), 0.5, 1],
      words: /exit is 1 and enter 0\.5/,
    },
    SWITCHEDGE: {
      valid: [39, 55, 8, 14, 5.6, 39, 10, 0.5, 8, G, 12],
      bad: [39, 55, 0, 14, 5.6, 39, 10, 0.5],
      words: /halfLife is 0; it must be a number above 0 in months/,
    },
    GAPRECEIPT: {
      valid: [table, G, MONTHS, true],
      bad: [[["corpOsa", 62]]],
      words: /did you mean corpOas/,
    },
    ALIGN: {
      valid: [
        DAYS,
        column(101, 98, 99),
        column(46_036, 46_038, 46_039),
        column(62, 60, 61),
        "previous",
        5,
        true,
      ],
      bad: [column(46_037, 46_037, 46_039), column(101, 98, 99), DAYS, column(62, 60, 61)],
      words: /datesA, row 2, is 2026-01-15, the same day as the row before/,
    },
    TIGHTESTSINCE: {
      valid: [DAYS, column(50, 41, 45), "tight", "date"],
      bad: [DAYS, column(50, 41, 40)],
      words: /^tightest in sample \(since 2026-01-15\)$/,
    },
    CLAIMCHECK: {
      valid: [DAYS, column(50, 41, 45), "lowest", 46_037, 0, 46_041],
      bad: [DAYS, column(50, 41, 45), "lowest", 2022],
      words: /since is 2022 but dates begins on 2026-01-15; the claim reaches back/,
    },
    PERIODRETURN: {
      valid: [column(46_022, 46_037), column(100, 101), "YTD", 46_037],
      bad: [column(46_022, 46_037), column(100, 101), "YDT"],
      words: /period is "YDT"; it must be .*did you mean YTD/,
    },
    ANNUALRETURNS: {
      valid: [column(45_657, 46_022), column(100, 108.58), false],
      bad: [column(45_657, 46_022), column(100, -1)],
      words: /levels, row 2, is -1; it must be a level above 0/,
    },
    CHAINRETURN: {
      valid: [column(0.0052, 0.0148), true, 12],
      bad: [column(0.52, 1.48)],
      words: /returns, row 2, is 1\.48 \(148%\); returns are decimals, did you mean 0\.0148/,
    },
    HORIZONRETURN: {
      valid: [
        [[0.0503]],
        [[5.6]],
        [[-160]],
        [[-50]],
        [[5]],
        [[1]],
        [[5.6]],
        [[0]],
        [[0]],
        [[0]],
        [[false]],
      ],
      bad: [[[0.0459]], [[0.9]]],
      words: /horizon is 1 years but duration is 0\.9; an aged asset/,
    },
    CHECKINPUTS: {
      valid: [
        [
          [46_037, 101],
          [46_038, 98],
          [46_041, 0.99],
        ],
        "history",
        false,
        60,
      ],
      bad: [column(101, 98), "history"],
      words: /range is 2×1 cells; it must be a column of dates and one or more of values/,
    },
    ASSUMPTION: {
      valid: [table, "corpOas"],
      bad: [table, "corpOsa"],
      words: /did you mean corpOas/,
    },
    SELFTEST: {
      valid: ["verdict"],
      bad: ["verdikt"],
      words: /field is "verdikt"; it must be .*did you mean verdict/,
    },
    BONDPRICE: {
      valid: [
        [[46_037]],
        [[49_689]],
        [[0.05]],
        [[0.045]],
        [[100]],
        [[2]],
        [[1]],
        [[46_030]],
        [[46_218]],
        [["treasury"]],
        [[49_505]],
      ],
      bad: [[[46_037]], [[46_037]], [[0.05]], [[0.045]]],
      words: /settlement is 2026-01-15, not before maturity, 2026-01-15/,
    },
    BONDYIELD: {
      valid: [
        [[46_037]],
        [[49_689]],
        [[0.05]],
        [["99-16"]],
        [[100]],
        [[2]],
        [[0]],
        [[46_030]],
        [[46_218]],
        [["street"]],
        [[49_505]],
      ],
      bad: [[[46_037]], [[49_689]], [[5]], [[99.5]]],
      words: /coupon is 5 \(500%\); rates are decimals, did you mean 0\.05\?/,
    },
    BONDRISK: {
      valid: [46_037, 49_689, 0.05, 0.045, 100, 2, 1, 46_030, 46_218, "street", 49_505, "ALL"],
      bad: [46_037, 49_689, 0.05, 0.045, 100, 3],
      words: /frequency is 3; it must be 1, 2, 4 or 12 coupons a year/,
    },
    BONDFLOWS: {
      valid: [
        ...[46_037, 46_768, 0.05, 100, 2, 0, 46_030, 46_218, 46_583, true, "street"],
        ...[[[46_402, 0.06]], [[46_402, 10]], 46_583, 150, BASE_CURVE],
      ],
      bad: [46_037, 46_768, -0.05],
      words: /coupon is -0\.05; it must be a coupon of 0 or more/,
    },
    BONDFORWARD: {
      valid: [46_037, 49_689, 0.05, 99.5, 46_250, 0.0365, "ALL", 99.25, 2, 1, 0.03],
      bad: [46_037, 49_689, 0.05, 99.5, 46_030, 0.0365],
      words: /forwardDate is 2026-01-08; it must be a day after settlement, 2026-01-15/,
    },
    FRNPRICE: {
      valid: [
        [[46_037]],
        [[47_863]],
        column(85, 90),
        [[95]],
        [[0.0365]],
        [[0.045]],
        [[0.037]],
        [[4]],
        [[2]],
      ],
      bad: [[[46_037]], [[46_037]], [[85]], [[95]], [[0.0365]]],
      words: /settlement is 2026-01-15; it must be a day before maturity, 2026-01-15/,
    },
    FRNMARGIN: {
      valid: [
        [[46_037]],
        [[47_863]],
        column(85, 90),
        [[99.5]],
        BASE_CURVE,
        [[0.045]],
        [[0.037]],
        [[4]],
        [[2]],
      ],
      bad: [[[46_037]], [[47_863]], [[85]], [[99.5]], [[0.0365]], [[-0.01]]],
      words: /currentCoupon is -0.01; it must be a coupon of 0 or more/,
    },
    MAKEWHOLE: {
      valid: [46_037, 49_689, 0.05, BASE_CURVE, 15, 49_597, 2, 0, "ALL"],
      bad: [46_037, 49_689, 0.05, BASE_CURVE, 15, 49_700],
      words: /parCallDate is 2036-01-26; it must be a day up to maturity, 2036-01-15/,
    },
    CONVFACTOR: {
      valid: [column(0.0425, 0.04), column(49_689, 49_700), [["2026-03"]], [["TY"]]],
      bad: [[[0.0425]], [[49_689]], [["2026-02"]], [["TY"]]],
      words: /deliveryMonth is in month 2; it must be March, June, September or December/,
    },
    BONDSPREAD: {
      valid: [[[46_037]], [[49_689]], [[0.05]], [[99.5]], BASE_CURVE, [["Z"]], [[2]], [[0]], 2],
      bad: [[[46_037]], [[49_689]], [[0.05]], [[99.5]], BASE_CURVE, [["OAS"]]],
      words: /type is "OAS"; it must be one of Z, ZC, ZA, G, I, ASW, ASWA/,
    },
    BONDKRD: {
      valid: [46_037, 49_689, 0.05, 99.5, BASE_CURVE, column(2, 5, 10), 2, 0, true],
      bad: [46_037, 49_689, 0.05, 99.5, BASE_CURVE, column(5, 2)],
      words: /keyTenors, row 2, is 2 after 5; tenors must /,
    },
    BONDOAS: {
      valid: [
        46_037,
        49_689,
        0.05,
        99.5,
        BASE_CURVE,
        [
          [47_133, 101],
          [47_498, 100],
        ],
        0.0085,
        0.03,
        2,
        0,
        "ALL",
        "par",
        "american",
        30,
        [[47_133, 98]],
        "hw",
        20,
        [[46_949, 0.055]],
        [[47_314, 10]],
        49_324,
        120,
      ],
      bad: [46_037, 49_689, 0.05, 99.5, BASE_CURVE, [[49_689, 100]]],
      words: /calls, row 1, is 2036-01-15; it must be a day before maturity/,
    },
    ZSPREAD: {
      valid: [99, column(0.5, 1), column(2, 102), BASE_CURVE, "monthly"],
      bad: [99, column(0.5, -1), column(2, 102), BASE_CURVE],
      words: /times, row 2, is -1; it must be a number of years above 0/,
    },
    CURVETABLE: {
      valid: [BASE_CURVE, column(1, 5, 40), true],
      bad: [BASE_CURVE, column(1, 500)],
      words: /times, row 2, is 500; it must be at most 100 years/,
    },
    CURVEON: {
      valid: [CURVES, "2026-01-15", column(2, 5, 10), "cubic"],
      bad: [CURVES, "2027-01-15"],
      words: /last curve on or before 2027-01-15 is of 2026-01-15, 365 days earlier/,
    },
    CURVEFIT: {
      valid: [BASE_CURVE, "NS", "parameters"],
      bad: [[...BASE_CURVE.slice(1)], "NSS"],
      words: /NSS has 6 parameters; 6 points or more are needed, there are 5/,
    },
    CURRENTCOUPON: {
      valid: [column(0.03, 0.035), column(99, 101), 24, "BEY"],
      bad: [column(0.03, 0.035), column(101, 103)],
      words: /no two neighbouring coupons have prices on both sides of par/,
    },
    CARRYROLL: {
      valid: [0.0459, 0.0365, 6.1, 6.5, 0.25, BASE_CURVE],
      bad: [0.0459, 0.0365, 6.1, 6.5, 6.2, BASE_CURVE],
      words: /duration is 6\.1; it must be more than the horizon of 6\.2/,
    },
    BONDHORIZON: {
      valid: [0.0459, 0.045, 6.5, 1, 0.0449, 0.036],
      bad: [0.0459, 0.045, 6.4, 1, 0.0449],
      words: /years is 6\.4; it must be a multiple of 0\.5 years/,
    },
    MBSPRICE: {
      valid: [
        [[0.0503]],
        [[0.05]],
        [[0.0595]],
        [[357]],
        [[3]],
        [["150 PSA"]],
        [[24]],
        [["mortgage"]],
        [[11]],
      ],
      bad: [[[0.0503]], [[0.06]], [[0.0595]], [[357]], [[3]], [[0.06]]],
      words: /coupon is 0\.06, above wac, 0\.0595/,
    },
    MBSYIELD: {
      valid: [
        [["99-24"]],
        [[0.05]],
        [[0.0595]],
        [[357]],
        [[3]],
        [[0.06]],
        [[24]],
        [["BEY"]],
        [[11]],
      ],
      bad: [[[99.75]], [[0.05]], [[0.0595]], [[357]], [[3]], [[6]]],
      words:
        /speed is 6 \(600%\); it must be a speed of 0 or more and below 1, did you mean 0\.06\?/,
    },
    MBSWAL: {
      valid: [[[0.05]], [[0.0595]], [[357]], [[3]], [["6 24 R 18"]]],
      bad: [[[0.05]], [[0.0595]], [[470]], [[30]], [[0.06]]],
      words: /wam is 470 and age 30, together 500; it must be at most 480 months/,
    },
    MBSCASHFLOWS: {
      valid: [0.05, 0.0595, 357, 3, [[0.06]], 1_000_000, true],
      bad: [0.05, 0.0595, 357.5, 3, [[0.06]]],
      words: /wam is 357\.5; it must be a whole number/,
    },
    MBSSTATIC: {
      valid: [99.75, 0.05, 0.0595, 357, 3, [[0.06]], 24, 11, "ALL"],
      bad: [0, 0.05, 0.0595, 357, 3, [[0.06]]],
      words: /price is 0; it must be a price per 100/,
    },
    MBSZSPREAD: {
      valid: [99.75, 0.05, 0.0595, 357, 3, [[0.06]], BASE_CURVE, 24, 0, "monthly"],
      bad: [99.75, 0.05, 0.0595, 357, 3, [[0.06]], [[10, 0.04]]],
      words: /curve has 1 point; it must have 2 or more/,
    },
    MBSOAS: {
      valid: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["pool.firstMonth", 2]], "simulated"],
      bad: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["hwVol", 0.9]]],
      words: /hwVol is 0\.9; it must be 0\.0005 to 0\.05 decimal a year/,
    },
    MBSOASPRICE: {
      valid: ["25bp", 0.05, 0.0595, 357, 3, BASE_CURVE, [["prepay.form", "ots"]]],
      bad: [25, 0.05, 0.0595, 357, 3, BASE_CURVE, [["prepay.refiMaximum", 0.4]]],
      words: /prepay\.refiMaximum" is not an assumption, did you mean prepay\.refiMax\?/,
    },
    MBSKRD: {
      valid: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["hwVol", 0.01]], [[2, 5, 10, 30]], true],
      bad: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, undefined, [[5, 2]]],
      words: /keyTenors, row 2, is 2 after 5; tenors must /,
    },
    HWFIT: {
      valid: [
        [
          [1, 5, 90, 0.04],
          [5, 5, 85, null],
          [5, 10, 80, null],
        ],
        BASE_CURVE,
        "normal",
        0.03,
        "parameters",
      ],
      bad: [[[5, 10, 0.0085]], BASE_CURVE],
      words: /swaptions, row 1, volatility is 0\.0085; it must be basis points a year/,
    },
    OASBAND: {
      valid: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["prepay.fastShare", 0.5]], "width", 0.05],
      bad: [3, 0.05, 0.0595, 357, 3, BASE_CURVE],
      words:
        /price is 3 with accrued interest; it must be a price that a spread of at most ±5,000 bp explains/,
    },
    COUPONSTACK: {
      valid: [
        column(0.045, 0.05, 0.055),
        column(96.75, 99.75, 101.5),
        column(0.0545, 0.0595, 0.0645),
        [[357]],
        [[3]],
        BASE_CURVE,
        [["pool.delay", 24]],
        true,
        "2026-08",
      ],
      bad: [
        column(...Array.from({ length: 41 }, () => 0.05)),
        [[99.75]],
        [[0.0595]],
        [[357]],
        [[3]],
        BASE_CURVE,
      ],
      words: /the arguments have 41 rows; they must have at most 40/,
    },
    PREPAYCPR: {
      valid: [0.0595, 3, column(0.061, 0.058, 0.05), 2, [["prepay.turnover", 0.05]]],
      bad: [0.0595, 3, column(0.061, 5.8)],
      words: /mortgageRates, row 2, is 5\.8 \(580%\); rates are decimals, did you mean 0\.058\?/,
    },
    PREPAYFIT: {
      valid: [
        column(...Array.from({ length: 24 }, (_, i) => 0.001 * (i - 10))),
        column(...Array.from({ length: 24 }, (_, i) => 40 + i)),
        column(...Array.from({ length: 24 }, (_, i) => 0.04 + 0.01 * i)),
        column(...Array.from({ length: 24 }, (_, i) => 1 + (i % 12))),
        column(...Array.from({ length: 24 }, (_, i) => 100 + i)),
        true,
      ],
      bad: [column(0.01, 0.02), column(30, 31), column(0.06, 6)],
      words: /cprs, row 2, is 6 \(600%\); rates are decimals, did you mean 0\.06\?/,
    },
    BACKTEST: {
      valid: [
        column(0, 1, 1, 1, 0, -1, -1, 0),
        column(0.001, 0.002, -0.001, 0.0015, 0.0005, -0.002, 0.001, 0.0008),
        4.5,
        0,
        0.5,
        0.25,
        "path",
        1,
        12,
        true,
        true,
      ],
      bad: [column(0, 1), column(0.001, 2.5), 4.5],
      words: /returns, row 2, is 2\.5; returns are decimals, did you mean 0\.025\?/,
    },
    ROLLINGZ: {
      valid: [G, 12],
      bad: [G, 1],
      words: /window is 1; it must be a whole number, 2 or more/,
    },
    ROLLINGRANK: {
      valid: [G, 12, "weak"],
      bad: [G, 12, "inc"],
      words: /method is "inc"; it must be .*mid, strict.* weak/,
    },
    SPREADRETURNS: {
      valid: [G, 5.6, 12],
      bad: [G, 0],
      words: /duration is 0; it must be a number above 0 in years/,
    },
    SHARPECI: {
      valid: [column(...Array.from({ length: 24 }, (_, i) => Math.sin(i) / 100)), 12, 6, 200, 7],
      bad: [column(0.01, 0.02)],
      words: /returns has 2 values; 8 or more are needed/,
    },
    DEFLATEDSHARPE: {
      valid: [0.25, 120, -0.4, 4.5, 50, 0.01, 0.05],
      bad: [0.25, 120, -0.4, 1],
      words: /kurtosis is 1 with a skew of -0\.4; it must be at least 1\.16/,
    },
    PBO: {
      valid: [Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.cos(i), Math.sin(2 * i)]), 4],
      bad: [column(...Array.from({ length: 40 }, (_, i) => Math.sin(i)))],
      words: /there is 1 strategy; a choice needs two or more/,
    },
    BOOTCI: {
      valid: [G, "median", 6, 100, 3],
      bad: [S, "mode"],
      words: /statistic is "mode"; it must be one of mean, median, sd, last/,
    },
    FAIRVALUE: {
      valid: [
        column(101, 98, 104, 110, 107, 99, 95, 92),
        column(88, 86, 92, 99, 95, 90, 84, 80),
        [[80]],
        2,
      ],
      bad: [
        column(101, 98, 104, 110, 107, 99, 95, 92),
        column(88, 86, 92, 99, 95, 90, 84, 80),
        [[120]],
      ],
      words: /xNow is further from the drivers' mean than any row of the fit/,
    },
    FAIRVALUEFIT: {
      valid: [
        column(101, 98, 104, 110, 107, 99, 95, 92),
        column(88, 86, 92, 99, 95, 90, 84, 80),
        2,
        "statistics",
      ],
      bad: [column(101, 98, 104, 110), column(88, 86, 92)],
      words: /X, column 1, has 3 rows and y 4; both must have the same length/,
    },
    REGIMEPROB: {
      valid: [column(60, 58, 50, 44, 40, 39), [[62, 42]], [[6, 5]], [[0.95, 0.92]], true],
      bad: [column(60, 58), [[62, 42]], [[6, 5]], [[0.95, 92]]],
      words: /stay, row 2, is 92; it must be a probability between 0 and 1, such as 0\.95/,
    },
    SPEED: {
      valid: [[[150]], [["psa"]], [["cpr"]], [[10]]],
      bad: [[[6]], [["cpr"]], [["smm"]]],
      words: /value is 6 CPR; it must be a speed of 0 or more that leaves something/,
    },
    IMPLIEDSPEED: {
      valid: [103, 0.0503, 0.06, 0.0695, 350, 10, "PSA", 24, 0, 1],
      bad: [103, 0.08, 0.06, 0.0695, 350, 10],
      words: /no constant speed up to 99% CPR joins a price of 103/,
    },
    FACTORSPEED: {
      valid: [[[0.85150625]], [[0.84732282]], [[0.095]], [[344]], [[1]], [["psa"]], [[16]]],
      bad: [[[0.8]], [[0.9]], [[0.095]], [[344]], [[1]]],
      words: /factor2 is 0\.9; it must be a factor from 0 to factor1/,
    },
    TBASETTLE: {
      valid: ["2026-08", "A", "settlement"],
      bad: ["2028-01", "A"],
      words: /no settlement day of class A is known for 2028-01/,
    },
    DOLLARROLL: {
      valid: [100.25, 8, 0.05, 30, 0.0062, 0.0365, 12, 12, 24],
      bad: [100.25, 8, 0.05, 30, 1, 0.0365],
      words: /paydown is 1; it must be a share of 0 or more, below 1/,
    },
    MBSHORIZON: {
      valid: [
        ...[99.75, 0.05, 0.0595, 357, 3, [[0.06]], 12, null, null, 0.036, 24, 0],
        ...["held", BASE_CURVE, [["hwVol", 0.01]], BASE_CURVE, 12],
      ],
      bad: [99.75, 0.05, 0.0595, 357, 3, [[0.06]], 357, 0.0504],
      words: /months is 357; it must be a whole number of months from 1 to 356/,
    },
    COUPONSWAP: {
      valid: [
        [[99.75, 0.05, 0.0595, 357, 3]],
        [[103, 0.06, 0.0695, 350, 10]],
        BASE_CURVE,
        [["pool.delay", 24]],
        "duration",
        "scenarios",
      ],
      bad: [[[103, 0.06, 0.0695, 350, 10]], [[99.75, 0.05, 0.0595, 357, 3]], BASE_CURVE],
      words: /upper has a coupon of 0\.05; it must be above that of lower, 0\.06/,
    },
    PAYUP: {
      valid: [
        [[0.06, 0.0685, 352, 8, 0.7, 1.1]],
        [[103, 0.06, 0.0695, 350, 10]],
        BASE_CURVE,
        [["pool.delay", 24]],
        "scenarios",
        [["prepay.set", "protected"]],
        2.5,
        3,
      ],
      bad: [[[0.055, 0.0685, 352, 8]], [[103, 0.06, 0.0695, 350, 10]], BASE_CURVE],
      words: /pool has a coupon of 0\.055, tba of 0\.06; both must be the same/,
    },
    PROAS: {
      valid: [
        ...[99.75, 0.05, 0.0595, 357, 3, BASE_CURVE],
        ...[[["prepayRisk.refinancing", 0.2]], "proas"],
      ],
      bad: [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["prepayRisk.turnover", -20]]],
      words: /prepayRisk\.turnover is -20; it must be -0\.8 to 2 share of the dial/,
    },
    PROASFIT: {
      valid: [
        column(0.04, 0.05, 0.06),
        column(94, 99.75, 103),
        column(0.049, 0.059, 0.069),
        [[350]],
        [[10]],
        BASE_CURVE,
        [["prepayRisk.turnover", -0.1]],
        "level",
      ],
      bad: [column(0.05, 0.06), column(99.75, 103), [[0.0695]], [[350]], [[10]], BASE_CURVE],
      words: /there are 2 coupons with prices; two premiums and a level need 3 or more/,
    },
    BREAKEVENCPR: {
      valid: [103, 0.06, 0.0695, 350, 10, 0.0503, 24, 0],
      bad: [103, 0.06, 0.0695, 350, 10, 0.09],
      words: /no constant speed up to 99% CPR/,
    },
    NETSUPPLY: {
      valid: [column(200, 150), [[200]], [[200]], [[50]]],
      bad: [[[200e9]]],
      words: /netIssuance is 200000000000; it must be an amount in US\$bn/,
    },
    SUPPLYIMPACT: {
      valid: [-200, 7, -15, 0, 20],
      bad: [-200, -7],
      words: /beta is -7; it must be a number of basis points per US\$100bn, 0 or more/,
    },
    ISSUANCE: {
      valid: [column("MBS", "corporates"), column(300, 100), column(450, 50), true],
      bad: [column("MBS", "corporates"), column(300), column(450, 50)],
      words: /lastYear has 1 rows but sectors has 2/,
    },
    EXCESSRETURN: {
      valid: [0.0045, column(1, 4), column(1.9, 8.1), column(0.0031, 0.0009), 0.003],
      bad: [0.0045, column(1, 4), column(1.9, 0), column(0.0031, 0.0009), 0.003],
      words: /treasuryDurations, row 2, is 0; it must be a number of years above 0/,
    },
    ATTRIBUTION: {
      valid: [0.0201, 0.0503, 1, 5.6, -12, 3.36, 2, -160, 5.6, -15, 0],
      bad: [2.01, 0.0503, 1, 5.6, -12],
      words: /totalReturn is 2\.01 \(201%\); rates are decimals, did you mean 0\.0201/,
    },
    PROBWEIGHTED: {
      valid: [column(-37.9, 19, 47.6), column(0.2, 0.3, 0.5)],
      bad: [column(-37.9, 19), column(0.2, 0.3)],
      words: /probabilities sum to 0\.5; they must sum to 1/,
    },
    BREAKEVENGAP: {
      valid: [column(39, 20), [[5.6]], [[0.5]], [[10]]],
      bad: [[[39]], [[0]], [[0.5]]],
      words: /duration is 0; it must be a number above 0 in years/,
    },
    SCENARIOGRID: {
      valid: [
        MBS_ASSET,
        CORPORATE_ASSET,
        [[0.0397, 5.8, 40, null, 0, true]],
        [
          [-50, 5, 0, 0.4],
          [50, 0, 0, 0.6],
        ],
        1,
        true,
        "exact",
        [["pool.price", 99.75]],
      ],
      bad: [MBS_ASSET, CORPORATE_ASSET, [[0.0397, 0.8]], [[0, 0, 0]]],
      words: /treasury: horizon is 1 years but duration is 0\.8; an aged asset/,
    },
    BREAKEVENRATE: {
      valid: [MBS_ASSET, CORPORATE_ASSET, 1, 300],
      bad: [MBS_ASSET, CORPORATE_ASSET, 1, 10],
      words: /no parallel shift within ±10 bp makes assetA and assetB return the same/,
    },
    WHATMUSTHAPPEN: {
      valid: [
        MBS_ASSET,
        CORPORATE_ASSET,
        1,
        column(90, 35, 28, 20),
        [
          [1, 0, 0, -0.5],
          [0, 1, 0.55, 0],
          [0, 0.55, 1, 0],
          [-0.5, 0, 0, 1],
        ],
        0,
        true,
      ],
      bad: [MBS_ASSET, CORPORATE_ASSET, 1, column(90, 35, 28), [[1]]],
      words: /sds has 3 values; it must have 4: rate, spreadA, spreadB, speed/,
    },
    POSITIONSIZE: {
      valid: [6.8, 43.7, 0.25, 1, 30, 0.5],
      bad: [6.8, 0],
      words: /sd is 0; it must be a number of basis points above 0/,
    },
    SWITCHRATIO: {
      valid: [column(99.75, 50), [[5.6]], [[6.1]], [["vol"]], [[35]], [[28]], [[1]]],
      bad: [[[1]], [[5.6]], [[6.1]], [["dts"]]],
      words: /method is "dts"; it must be one of duration, vol/,
    },
    TRADECOST: {
      valid: [column(99_750_000, 1), [[91_573_770]], [[2]], [[18]]],
      bad: [[[-1]], [[1]], [[2]], [[18]]],
      words: /mvFrom is -1; it must be 0 or more/,
    },
    SWITCHPNL: {
      valid: [column(5.6, 5.5), [[6.1]], [[101]], [[62]], [[10]], [[2]], [[0.25]], [[10]]],
      bad: [[[5.6]], [[0]], [[101]], [[62]], [[10]], [[2]], [[0.25]]],
      words: /durationTo is 0; it must be a number above 0 in years/,
    },
    KEYRATEHEDGE: {
      valid: [column(0.25, 1.35), column(0.05, 1.6), 99.75, column(1.9, 4.5), true],
      bad: [column(0.25, 1.35), column(0.05, 1.6), 99.75, column(1.9)],
      words: /treasuryDurations has 1 rows but krdFrom has 2/,
    },
    TRADETICKET: {
      valid: [table, 100_000_000, 1_000_000, true],
      bad: [table, 100_000],
      words: /face is 100000: the other side would be .*, less than half a lot of 1000000/,
    },
    ROTATIONWEIGHTS: {
      valid: [
        column(0, -20, 10),
        COVARIANCE,
        30,
        column(0.46, 0.26, 0.28),
        [
          [-0.5, 0.5],
          [-0.5, 0.5],
          [-0.5, 0.15],
        ],
        true,
      ],
      bad: [column(0, -20, 10), [[1, 0, 0]], 30],
      words: /covariance is a range of 1×3 cells; it must be 3×3/,
    },
    BLPOSTERIOR: {
      valid: [column(0, 35, 45), COVARIANCE, column(0, 1, -1), -25, 0.5, 0.05, true],
      bad: [column(0, 35, 45), COVARIANCE, column(0, 0, 0), -25, 0.5],
      words: /pick is a mix without risk/,
    },
    ABOUT: { valid: [], bad: [], words: /^$/ },
  } satisfies Record<string, SampleCall>),
);
