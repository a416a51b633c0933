import { readFlag, readNumber, readSpread } from "../assumptions/humanValues";
import { CalcError, invalid, missing } from "../calc/errors";
import { breakTest, breakVerdict } from "../calc/timeseries/breakTest";
import { realisedVolatility } from "../calc/series/changes";
import {
  autoregression,
  halfLife,
  halfLifeOfFit,
  ouFit,
  ouForecast,
} from "../calc/timeseries/meanReversion";
import { spreadBeta } from "../calc/timeseries/spreadBeta";
import { bandOf, type Outlook } from "../calc/timeseries/predictive";
import { halfLifeInterval, reversionTest } from "../calc/timeseries/reversionTest";
import { unitRoot, UNIT_ROOT_TRENDS } from "../calc/timeseries/unitRoot";
import type { History } from "../calc/series/observed";
import { gapOutlook } from "../calc/signal/gapBelief";
import { reversionIn } from "../calc/signal/gapReversion";
import { bp, years } from "../calc/units";
import {
  choice,
  countFrom,
  optional,
  positive,
  type Reader,
  required,
  zeroIsBlank,
} from "./excel/oneCell";
import { sameLength, series as readSeries } from "./excel/series";
import { card, excelError, finiteCell, forExcel } from "./excel/results";

/** Refuses what a reader reads below 0, with the argument's own name. */
const notNegative =
  <T extends number>(reader: Reader<T>, expected: string): Reader<T> =>
  (written, where) => {
    const value = reader(written, where);
    if (value < 0)
      throw invalid(`${where} is ${value}; it must be a number of ${expected}, 0 or more`);
    return value;
  };

/**
 * Realised volatility of a spread or gap a year: standard deviation of its changes × √(periods ÷ lag).
 * @customfunction REALVOL
 * @param {any[][]} series Spreads or gaps in basis points, one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [periods] Rows a year; 12 by default.
 * @param {any} [window] Number of changes, the last rows, to measure; all by default. #N/A when there are fewer.
 * @param {any} [lag] Rows from one end of a change to the other; 1 by default.
 * @returns {any} Basis points per √year.
 */
export function realVolCell(series: any[][], periods?: any, window?: any, lag?: any): any {
  return forExcel(() =>
    finiteCell(
      realisedVolatility(readSeries(series, "series"), {
        periods: optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12),
        window: optional(window, "window", zeroIsBlank(countFrom(2), null), null),
        lag: optional(lag, "lag", zeroIsBlank(countFrom(1), 1), 1),
      }),
    ),
  );
}

/**
 * How mortgage spreads move with corporate spreads: a regression of changes on changes.
 * @customfunction SPREADBETA
 * @param {any[][]} mbs MBS spreads in basis points, one row or column, oldest first. Blank or #N/A where missing; rows that lack either side are dropped.
 * @param {any[][]} corporate Corporate spreads in basis points on the same dates.
 * @param {any} [lags] Rows over which changes may move together in the standard error (Newey–West), 0 to 126; 0 by default: the ordinary standard error.
 * @returns {any[][]} Card: beta, correlation, se (standard error of beta), n (changes used).
 */
export function spreadBetaCard(mbs: any[][], corporate: any[][], lags?: any): any[][] {
  return forExcel(() => {
    const columns = {
      mbs: readSeries(mbs, "mbs"),
      corporate: readSeries(corporate, "corporate"),
    };
    sameLength(columns);
    const { beta, correlation, se, n } = spreadBeta(
      columns.mbs,
      columns.corporate,
      optional(lags, "lags", countFrom(0), 0),
    );
    return card([
      ["beta", beta],
      ["correlation", correlation],
      ["se", se],
      ["n", n],
    ]);
  });
}

/**
 * Time until half of a deviation from the mean is gone, by a first-order autoregression. #N/A "no mean reversion detectable" where there is none, never hundreds of months.
 * @customfunction HALFLIFE
 * @param {any[][]} series Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [corrected] TRUE (default) takes off the bias that makes a history of 60 rows look twice as fast as it is; FALSE: plain least squares.
 * @param {any} [dt] Length of a row in the unit of the answer; 1 by default: the answer is in rows.
 * @param {any} [output] "halfLife" (default), or an end of its 90% interval: "low", 0 where a deviation may be gone within a row, or "high", #N/A where a random walk cannot be ruled out.
 * @returns {any} Half-life in units of dt: in months for monthly rows.
 */
export function halfLifeCell(series: any[][], corrected?: any, dt?: any, output?: any): any {
  return forExcel(() => {
    const history = readSeries(series, "series");
    const unbiased = optional(corrected, "corrected", readFlag, true);
    const row = optional(dt, "dt", zeroIsBlank(positive("units of the answer"), 1), 1);
    const word = optional(output, "output", choice(["halfLife", "low", "high"]), "halfLife");
    if (word === "low") return finiteCell(halfLifeEnds(history).low * row);
    if (word === "high") return finiteCell(longest(history) * row);
    return finiteCell(halfLife(history, unbiased, row));
  });
}

/** Ends of the 90% interval in rows. */
function halfLifeEnds(history: History): { low: number; high: number } {
  const [low, high] = halfLifeInterval(reversionTest(history));
  return { low, high };
}

/** The upper end, where there is one. */
function longest(history: History): number {
  const { high } = halfLifeEnds(history);
  if (high === Infinity) throw missing("no upper end: a random walk cannot be ruled out");
  return high;
}

/** Length of a monthly row in years. */
const MONTH = 1 / 12;

/**
 * Fits an Ornstein–Uhlenbeck process to a history: speed of reversion, level and volatility. A measure that the history does not give is #N/A in its own cell; so is a half-life, corrected or not, where the corrected coefficient shows no reversion.
 * @customfunction OUFIT
 * @param {any[][]} series Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [dt] Length of a row in years; 1/12 by default.
 * @param {any} [corrected] TRUE: kappa, theta, sigma, phi and halfLife with the bias of few rows taken off; FALSE (default): plain least squares.
 * @returns {any[][]} Card: kappa (a year), theta (in the series' unit), sigma (per √year), phi, se (standard error of phi), halfLife and correctedHalfLife (months), halfLifeLow and halfLifeHigh (ends of the 90% interval in months; no high where a random walk cannot be ruled out).
 */
export function ouFitCard(series: any[][], dt?: any, corrected?: any): any[][] {
  return forExcel(() => {
    const history = readSeries(series, "series");
    const row = optional(dt, "dt", zeroIsBlank(positive("years"), MONTH), MONTH);
    const unbiased = optional(corrected, "corrected", readFlag, false);
    const fit = autoregression(history);
    const phi = unbiased ? fit.correctedPhi : fit.phi;
    const process = () => ouFit(history, row, unbiased);
    return cardOf([
      ["kappa", () => process().kappa],
      ["theta", () => process().theta],
      ["sigma", () => process().sigma],
      ["phi", () => phi],
      ["se", () => fit.phiError],
      ["halfLife", () => halfLifeOfFit(fit, unbiased) * row * 12],
      ["correctedHalfLife", () => halfLifeOfFit(fit, true) * row * 12],
      ["halfLifeLow", () => halfLifeEnds(history).low * row * 12],
      ["halfLifeHigh", () => longest(history) * row * 12],
    ]);
  });
}

/** A card whose measures may each be without a value: that cell is then an error with words. */
function cardOf(measures: readonly (readonly [name: string, value: () => number])[]): any[][] {
  return measures.map(([name, value]) => {
    try {
      return [name, finiteCell(value())];
    } catch (error) {
      if (error instanceof CalcError) return [name, excelError(error)];
      throw error;
    }
  });
}

/**
 * Where a mean-reverting spread or gap will be: mean, standard deviation and the band of 80%. Parameters that are given are taken as certain: on those of OUFIT the band is a plug-in and holds 69% to 74% of what comes at 60 to 120 months. With a series what is left blank is estimated, and the band counts how unsure that is: it holds 79% to 82%.
 * @customfunction OUFORECAST
 * @param {any} x0 Where it is now, in basis points.
 * @param {any} theta Level that it reverts to, in basis points; blank: estimated from series.
 * @param {any} halfLife Half-life in months; blank: estimated from series, no reversion included.
 * @param {any} sigma Volatility in basis points per √year; blank: estimated from series.
 * @param {any} horizon Horizon in years.
 * @param {any[][]} [series] Spreads or gaps in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any} [dt] Length of a row of the series in years; 1/12 by default.
 * @returns {any[][]} Card: mean, sd, p10, p90, all in basis points.
 */
export function ouForecastCard(
  x0: any,
  theta: any,
  halfLife: any,
  sigma: any,
  horizon: any,
  series?: any[][],
  dt?: any,
): any[][] {
  return forExcel(() => {
    const start = required(x0, "x0", readSpread);
    const row = optional(dt, "dt", zeroIsBlank(positive("years"), MONTH), MONTH);
    const reversion = series == null ? null : reversionIn(readSeries(series, "series"), 1 / row);
    /** Without a series there is nothing to estimate from. */
    const assumed = <T>(value: any, name: string, reader: Reader<T>): T | null =>
      reversion === null ? required(value, name, reader) : optional(value, name, reader, null);
    const level = assumed(theta, "theta", readSpread);
    const months = assumed(halfLife, "halfLife", positive("months"));
    const volatility = assumed(sigma, "sigma", notNegative(readSpread, "basis points per √year"));
    const ahead = years(required(horizon, "horizon", notNegative(readNumber, "years")));
    const assumptions = { fair: level, fairError: bp(0), halfLife: months, gapVol: volatility };
    const outlook = gapOutlook(assumptions, reversion, 1 / row, ahead);
    const forecast =
      level !== null && months !== null && volatility !== null
        ? ouForecast(start, level, months, volatility, ahead)
        : bandOf(outlook as Outlook, start);
    return card([
      ["mean", forecast.mean],
      ["sd", forecast.sd],
      ["p10", forecast.p10],
      ["p90", forecast.p90],
    ]);
  });
}

/**
 * Does a series wander, or revert to a mean? The augmented Dickey–Fuller test with a constant, with none or with a trend.
 * @customfunction UNITROOT
 * @param {any[][]} series Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped.
 * @param {any} [lags] Earlier changes in the regression, in rows; 1 by default, 0 to 24.
 * @param {any} [trend] What it may revert to: "constant" (default) a mean, "none" 0, "trend" a line.
 * @returns {any[][]} Card: statistic, p (MacKinnon's, that it is as low when nothing reverts), verdict ("unit root rejected at 1%", "… 5%", "… 10%" or "unit root not rejected").
 */
export function unitRootCard(series: any[][], lags?: any, trend?: any): any[][] {
  return forExcel(() => {
    const { statistic, p, verdict } = unitRoot(
      readSeries(series, "series"),
      optional(lags, "lags", countFrom(0), 1),
      optional(trend, "trend", choice(UNIT_ROOT_TRENDS), "constant"),
    );
    return card([
      ["statistic", statistic],
      ["p", p],
      ["verdict", verdict],
    ]);
  });
}

/**
 * Has the mean of a series shifted, and when? Judged with its autocorrelation allowed for: taken as it stands, almost every persistent series seems to break.
 * @customfunction BREAKTEST
 * @param {any[][]} series Spreads or gaps in basis points (or any one unit), one row or column, oldest first. Blank or #N/A where missing; such rows are dropped but counted in the answer's row.
 * @param {any} [trim] Smallest share of the rows on either side of a break, as a decimal; 0.15 by default, 0.05 to 0.25.
 * @param {any} [robust] TRUE (default): each row is tried as a shift of the AR(1)-filtered series, with simulated critical values; FALSE: naive, for white noise only.
 * @returns {any[][]} Card: row (the first of the likeliest new regime, counted in the series from 1, whether or not the break is significant), F, p (0.001 stands for anything below), verdict ("no break at 5%", "break at 5%", "break at 1%" or "break, p < 0.001").
 */
export function breakTestCard(series: any[][], trim?: any, robust?: any): any[][] {
  return forExcel(() => {
    const { row, f, p } = breakTest(readSeries(series, "series"), {
      trim: optional(trim, "trim", zeroIsBlank(readNumber, 0.15), 0.15),
      robust: optional(robust, "robust", readFlag, true),
    });
    return card([
      ["row", row],
      ["F", f],
      ["p", p],
      ["verdict", breakVerdict(p)],
    ]);
  });
}
