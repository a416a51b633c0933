import { readNumber, readRate, shown } from "../assumptions/humanValues";
import { bootstrapPar } from "../calc/curve/bootstrap";
import { discountFactor } from "../calc/curve/discountCurve";
import type { ParCurve } from "../calc/curve/parCurve";
import { invalid, missing } from "../calc/errors";
import { fitHullWhite, type HullWhiteFit } from "../calc/rates/fitHullWhite";
import { VOLATILITY_KINDS, type VolatilityKind } from "../calc/rates/impliedVolatility";
import type { SwaptionQuote } from "../calc/rates/quotedSwaption";
import { isBlank, NOT_AVAILABLE, plain } from "./excel/cellContent";
import { grid, size, width, type Argument } from "./excel/grid";
import { choice, optional, positive, type Reader } from "./excel/oneCell";
import { card, finiteCell, forExcel } from "./excel/results";
import { notThere } from "./excel/tables";
import { curve as readCurve } from "./terms/curve";

const OUTPUTS = ["parameters", "residuals", "hwVol", "hwMeanReversion", "volatilityWidth"] as const;

/**
 * Volatility and mean reversion of the Hull–White short rate from swaption volatilities, by least squares and exact in the model for each quote (Jamshidian's formula). The result stands as an assumptions table that MBSOAS and its family take. Where the quotes cannot tell both parameters, the mean reversion is held and said to be.
 * @customfunction HWFIT
 * @param {any[][]} swaptions Three columns, a row a swaption, 100 at most: expiry in years; tenor of the swap in years, whole half-years; volatility a year, in basis points where normal, a decimal where lognormal. A fourth column may hold strikes as decimals; blank at the money. A row without a volatility is left out.
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal, to the end of the last swap. Swaps pay half-yearly and are discounted on the same curve.
 * @param {any} [kind] "normal" (default), volatility of the rate in basis points: 85; or "lognormal", of its logarithm, a decimal: 0.225.
 * @param {any} [fixed] Mean reversion a year to hold, a decimal from 0 to 0.5; fitted where blank.
 * @param {any} [output] "parameters" (default): hwVol, hwMeanReversion, then notes: held, rmse (basis points, or a decimal where lognormal), volatilityWidth (relative error, for OASBAND), rows. "residuals": rows of expiry, tenor, strike, market and model volatility and their difference. Or one of "hwVol", "hwMeanReversion", "volatilityWidth".
 * @returns {any[][]} The parameters as keys and values, the residuals, or the one number.
 */
export function hwFitRows(
  swaptions: any[][],
  curve: any[][],
  kind?: any,
  fixed?: any,
  output?: any,
): any[][] {
  return forExcel(() => {
    const of = optional(kind, "kind", choice(VOLATILITY_KINDS), "normal");
    const par = readCurve(curve, "curve");
    const quotes = readSwaptions(swaptions, of, par);
    const wanted = optional(output, "output", choice(OUTPUTS), "parameters");
    const discount = bootstrapPar(par);
    const reversion = optional(fixed, "fixed", reversionReader, null);
    const fit = fitHullWhite(quotes, of, (years) => discountFactor(discount, years), reversion);
    if (wanted === "residuals") return residualRows(fit, of);
    const { volatility, meanReversion } = fit.model;
    const inUnit = of === "normal" ? 10_000 : 1;
    const width =
      fit.relativeError ??
      notThere("there are as many quotes as fitted parameters, which leaves no error to see");
    if (wanted !== "parameters") {
      return card(
        [
          ["hwVol", volatility],
          ["hwMeanReversion", meanReversion],
          ["volatilityWidth", width],
        ],
        wanted,
      );
    }
    return card([
      ["hwVol", volatility],
      ["hwMeanReversion", meanReversion],
      ["# held", fit.held === "none" ? "none" : `hwMeanReversion, ${fit.held}`],
      ["# rmse", fit.rms * inUnit],
      ["# volatilityWidth", width],
      ["# rows", quotes.length],
    ]);
  });
}

function residualRows(fit: HullWhiteFit, kind: VolatilityKind): number[][] {
  const inUnit = kind === "normal" ? 10_000 : 1;
  return fit.quotes.map(({ quote, strike, modelVolatility }) => {
    const { expiry, leg, volatility } = quote;
    const tenor = leg.times.length / 2;
    const [market, model] = [volatility * inUnit, modelVolatility * inUnit];
    return [expiry, tenor, strike, market, model, model - market].map(finiteCell);
  });
}

/** A cell looks at each quote some dozen times. */
const MOST_ROWS = 100;
/** A normal volatility below this is no number of basis points: 1 bp a year. */
const [LEAST_NORMAL, MOST_NORMAL] = [1, 1_000];

const normalReader: Reader<number> = (written, where) => {
  const value = readNumber(written, where, "a volatility in basis points a year, such as 85");
  if (value >= LEAST_NORMAL && value <= MOST_NORMAL) return value / 10_000;
  const meant =
    value > 0 && value < LEAST_NORMAL ? "; a lognormal one needs the kind lognormal" : "";
  throw invalid(
    `${where} is ${shown(value)}; it must be basis points a year from ${LEAST_NORMAL} to ${MOST_NORMAL}, such as 85${meant}`,
  );
};

const lognormalReader: Reader<number> = (written, where) => {
  const value = readRate(written, where);
  if (value > 0) return value;
  throw invalid(`${where} is ${shown(value)}; it must be a decimal above 0, such as 0.225`);
};

const reversionReader: Reader<number> = (written, where) => {
  const value = readRate(written, where);
  if (value >= 0 && value <= 0.5) return value;
  throw invalid(`${where} is ${shown(value)}; it must be a mean reversion from 0 to 0.5 a year`);
};

const expiryReader = positive("years");

/** The number of half-years of a swap. */
const halfYearsReader: Reader<number> = (written, where) => {
  const halfYears = 2 * positive("years")(written, where);
  if (Number.isInteger(halfYears)) return halfYears;
  throw invalid(`${where} is ${shown(written)}; it must be a number of whole half-years`);
};

/** The swaptions of an argument that have a volatility. */
function readSwaptions(argument: Argument, kind: VolatilityKind, par: ParCurve): SwaptionQuote[] {
  const cells = grid(argument, "swaptions");
  if (cells === null) throw missing("swaptions is missing; give expiry, tenor and volatility");
  const across = width(cells);
  if (across !== 3 && across !== 4) {
    throw invalid(
      `swaptions is a range of ${size(cells)}; it must be three columns, expiry, tenor and volatility, or four with strikes`,
    );
  }
  if (cells.length > MOST_ROWS) {
    throw invalid(`swaptions has ${cells.length} rows; it must have at most ${MOST_ROWS}`);
  }
  return cells.flatMap((row, i) => {
    const at = <T>(j: number, what: string, reader: Reader<T>): T | null => {
      const where = `swaptions, row ${i + 1}, ${what}`;
      const value = plain(row[j], where);
      return value === NOT_AVAILABLE || isBlank(value) ? null : reader(value, where);
    };
    const needed = <T>(j: number, what: string, reader: Reader<T>): T => {
      const value = at(j, what, reader);
      if (value === null) throw missing(`swaptions, row ${i + 1}, ${what} is missing`);
      return value;
    };
    const volatility = at(2, "volatility", kind === "normal" ? normalReader : lognormalReader);
    if (volatility === null) return [];
    const expiry = needed(0, "expiry", expiryReader);
    const halfYears = needed(1, "tenor", halfYearsReader);
    const strike = across === 4 ? at(3, "strike", readRate) : null;
    const end = expiry + halfYears / 2;
    const last = par.tenors.at(-1) as number;
    if (end > last) {
      throw invalid(
        `swaptions, row ${i + 1}, ends after ${end} years; the curve must reach so far, it ends at ${last}`,
      );
    }
    const times = Array.from({ length: halfYears }, (_, k) => expiry + (k + 1) / 2);
    return [{ expiry, leg: { times, accruals: times.map(() => 0.5) }, strike, volatility }];
  });
}
