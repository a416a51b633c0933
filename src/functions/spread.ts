import { readRate, readSpread } from "../assumptions/humanValues";
import { parYield, YIELD_METHODS, type YieldMethod } from "../calc/curve/parYield";
import { invalid } from "../calc/errors";
import { blendSpread, gSpread } from "../calc/spread/benchmarkSpread";
import { requireSameBasis, spreadBasis } from "../calc/spread/spreadBasis";
import { gapPerDuration, gapPerVolatility, spreadGap, spreadRatio } from "../calc/spread/spreadGap";
import { bp, rate, years, type Bp, type Rate, type Years } from "../calc/units";
import { cases } from "./excel/elementwise";
import { choice, positive, tenor, text, zeroIsBlank } from "./excel/oneCell";
import { curve as readCurve } from "./terms/curve";
import { forExcel } from "./excel/results";

const GAP_METHODS = ["difference", "ratio", "perduration", "pervol"] as const;

const gapMethod = choice(GAP_METHODS);
const yieldMethod = choice(YIELD_METHODS);
const duration = zeroIsBlank(positive("years"), null);
const volatility = zeroIsBlank(positive("bp per √year"), null);

/**
 * How much more spread mortgages pay than corporates: MBS − corporate. Above 0, agency MBS pay more. One answer a row; #N/A where a side is missing.
 * @customfunction SPREADGAP
 * @param {any[][]} mbs MBS spreads in basis points, for example 101. Blank or #N/A where there was no quote.
 * @param {any[][]} corporate Corporate spreads in basis points for the same dates, for example 62.
 * @param {any[][]} [method] "difference" in basis points (default), "ratio", "perduration" (basis points per year of duration) or "pervol" (each spread in its own annual standard deviations).
 * @param {any[][]} [mbsDuration] MBS duration in years; for "perduration".
 * @param {any[][]} [corporateDuration] Corporate duration in years; for "perduration".
 * @param {any[][]} [mbsVol] Volatility of the MBS spread in basis points per √year; for "pervol".
 * @param {any[][]} [corporateVol] Volatility of the corporate spread in basis points per √year; for "pervol".
 * @param {any[][]} [mbsBasis] What the MBS spread is: nominal, oas, z, g, i, asw or adjusted, with the curve if it matters ("oas sofr"). When both bases are given they must be the same.
 * @param {any[][]} [corporateBasis] What the corporate spread is, in the same words.
 * @returns {any[][]} The gap of each row in the unit of the method, positive when MBS pay more.
 */
export function spreadGapCells(
  mbs: any[][],
  corporate: any[][],
  method?: any[][],
  mbsDuration?: any[][],
  corporateDuration?: any[][],
  mbsVol?: any[][],
  corporateVol?: any[][],
  mbsBasis?: any[][],
  corporateBasis?: any[][],
): any[][] {
  return forExcel(() =>
    cases<GapCase>(
      {
        mbs: { argument: mbs, reader: readSpread },
        corporate: { argument: corporate, reader: readSpread },
        method: { argument: method, reader: gapMethod, otherwise: "difference" },
        mbsDuration: { argument: mbsDuration, reader: duration, otherwise: null },
        corporateDuration: { argument: corporateDuration, reader: duration, otherwise: null },
        mbsVol: { argument: mbsVol, reader: volatility, otherwise: null },
        corporateVol: { argument: corporateVol, reader: volatility, otherwise: null },
        mbsBasis: { argument: mbsBasis, reader: text, otherwise: null },
        corporateBasis: { argument: corporateBasis, reader: text, otherwise: null },
      },
      gapOf,
    ),
  );
}

interface GapCase {
  mbs: Bp;
  corporate: Bp;
  method: (typeof GAP_METHODS)[number];
  mbsDuration: number | null;
  corporateDuration: number | null;
  mbsVol: number | null;
  corporateVol: number | null;
  mbsBasis: string | null;
  corporateBasis: string | null;
}

function gapOf(gapCase: GapCase): number {
  const mbsBasis = gapCase.mbsBasis === null ? null : spreadBasis(gapCase.mbsBasis, "mbsBasis");
  const corporateBasis =
    gapCase.corporateBasis === null ? null : spreadBasis(gapCase.corporateBasis, "corporateBasis");
  if (mbsBasis !== null && corporateBasis !== null) requireSameBasis(mbsBasis, corporateBasis);
  switch (gapCase.method) {
    case "difference":
      return spreadGap(gapCase.mbs, gapCase.corporate);
    case "ratio":
      return spreadRatio(gapCase.mbs, gapCase.corporate);
    case "perduration":
      return gapPerDuration(
        gapCase.mbs,
        gapCase.corporate,
        years(needed(gapCase.mbsDuration, "mbsDuration", gapCase.method)),
        years(needed(gapCase.corporateDuration, "corporateDuration", gapCase.method)),
      );
    case "pervol":
      return gapPerVolatility(
        gapCase.mbs,
        gapCase.corporate,
        bp(needed(gapCase.mbsVol, "mbsVol", gapCase.method)),
        bp(needed(gapCase.corporateVol, "corporateVol", gapCase.method)),
      );
  }
}

function needed(value: number | null, argument: string, method: string): number {
  if (value === null) throw invalid(`${argument} is blank; method ${method} needs it`);
  return value;
}

/**
 * Par yield of a curve at a tenor: the benchmark that a spread is measured over. One answer a row; #N/A outside the curve, which is never extrapolated.
 * @customfunction BENCHYIELD
 * @param {any[][]} years Tenor in years, for example 6.5.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [method] "linear" in the tenor (default) or "cubic", a natural spline.
 * @returns {any[][]} The par yield of each row as a decimal.
 */
export function benchYieldCells(years: any[][], curve: any[][], method?: any[][]): any[][] {
  return forExcel(() => {
    const points = readCurve(curve, "curve");
    return cases<{ years: Years; method: YieldMethod }>(
      {
        years: { argument: years, reader: tenor },
        method: { argument: method, reader: yieldMethod, otherwise: "linear" },
      },
      (it) => parYield(points, it.years, it.method),
    );
  });
}

/**
 * Yield spread over the interpolated par curve at the same maturity (for mortgages at the average life): the G-spread.
 * @customfunction GSPREAD
 * @param {any[][]} yld Yield as a decimal, semiannual, for example 0.0459.
 * @param {any[][]} years Maturity or average life in years.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @returns {any[][]} The spread of each row in basis points.
 */
export function gSpreadCells(yld: any[][], years: any[][], curve: any[][]): any[][] {
  return forExcel(() => {
    const points = readCurve(curve, "curve");
    return cases<{ yld: Rate; years: Years }>(
      { yld: { argument: yld, reader: readRate }, years: { argument: years, reader: tenor } },
      (it) => gSpread(it.yld, it.years, points),
    );
  });
}

/**
 * Spread of a yield over a blend of two Treasury yields; by default half 5-year and half 10-year, the press measure of the mortgage current coupon. The benchmark alone moves the number by 20 to 40 basis points.
 * @customfunction BLENDSPREAD
 * @param {any[][]} yld Yield as a decimal, semiannual, for example 0.0503.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [shortTenor] Shorter tenor in years; 5 by default.
 * @param {any[][]} [longTenor] Longer tenor in years; 10 by default.
 * @param {any[][]} [shortWeight] Weight of the shorter tenor, a fraction; 0.5 by default.
 * @returns {any[][]} The spread of each row in basis points.
 */
export function blendSpreadCells(
  yld: any[][],
  curve: any[][],
  shortTenor?: any[][],
  longTenor?: any[][],
  shortWeight?: any[][],
): any[][] {
  return forExcel(() => {
    const points = readCurve(curve, "curve");
    return cases<{ yld: Rate; shortTenor: Years; longTenor: Years; shortWeight: Rate }>(
      {
        yld: { argument: yld, reader: readRate },
        shortTenor: {
          argument: shortTenor,
          reader: zeroIsBlank(tenor, years(5)),
          otherwise: years(5),
        },
        longTenor: {
          argument: longTenor,
          reader: zeroIsBlank(tenor, years(10)),
          otherwise: years(10),
        },
        shortWeight: { argument: shortWeight, reader: readRate, otherwise: rate(0.5) },
      },
      (it) => blendSpread(it.yld, points, it),
    );
  });
}
