import { readSpread } from "../assumptions/written";
import { invalid } from "../calc/errors";
import { requireSameBasis, spreadBasis } from "../calc/spread/spreadBasis";
import { gapPerDuration, gapPerVolatility, spreadGap, spreadRatio } from "../calc/spread/spreadGap";
import { bp, years, type Bp } from "../calc/units";
import { cases } from "./cases";
import { choice, forExcel, positive, text, zeroIsBlank } from "./cell";

const GAP_METHODS = ["difference", "ratio", "perduration", "pervol"] as const;

const gapMethod = choice(GAP_METHODS);
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
  return forExcel("SPREADGAP", () =>
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

function gapOf(it: GapCase): number {
  const mbsBasis = it.mbsBasis === null ? null : spreadBasis(it.mbsBasis, "mbsBasis");
  const corporateBasis =
    it.corporateBasis === null ? null : spreadBasis(it.corporateBasis, "corporateBasis");
  if (mbsBasis !== null && corporateBasis !== null) requireSameBasis(mbsBasis, corporateBasis);
  switch (it.method) {
    case "difference":
      return spreadGap(it.mbs, it.corporate);
    case "ratio":
      return spreadRatio(it.mbs, it.corporate);
    case "perduration":
      return gapPerDuration(
        it.mbs,
        it.corporate,
        years(given(it.mbsDuration, "mbsDuration", it.method)),
        years(given(it.corporateDuration, "corporateDuration", it.method)),
      );
    case "pervol":
      return gapPerVolatility(
        it.mbs,
        it.corporate,
        bp(given(it.mbsVol, "mbsVol", it.method)),
        bp(given(it.corporateVol, "corporateVol", it.method)),
      );
  }
}

function given(value: number | null, argument: string, method: string): number {
  if (value === null) throw invalid(`${argument} is blank; method ${method} needs it`);
  return value;
}
