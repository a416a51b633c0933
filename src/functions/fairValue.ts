import { invalid, missing } from "../calc/errors";
import { fairValue, fairValueFit } from "../calc/timeseries/fairValue";
import type { History } from "../calc/series/observed";
import { regimeProbability } from "../calc/timeseries/regime";
import { choice, countFrom, optional } from "./excel/oneCell";
import { grid, width, type Argument } from "./excel/grid";
import { complete, series as readSeries } from "./excel/series";
import { card, finiteCell, forExcel, type Measure, type ResultCell } from "./excel/results";
import { notThere, numberOr, table } from "./excel/tables";

/** The columns of a matrix, each a series. */
function columnsOf(argument: Argument, name: string): History[] {
  const cells = grid(argument, name);
  if (cells === null) throw missing(`${name} is missing; give one column a driver`);
  return Array.from({ length: width(cells) }, (_, j) =>
    readSeries(
      cells.map((row) => [row[j]]),
      `${name}, column ${j + 1}`,
    ),
  );
}

const lagsOf = (lags: any): number | null => optional(lags, "lags", countFrom(0), null);

/**
 * Fair value of a spread at today's drivers, by a regression in levels; test with FAIRVALUEFIT whether the relation holds. #N/A where today's drivers are further from their mean than any row of the fit: nothing is extrapolated.
 * @customfunction FAIRVALUE
 * @param {any[][]} y The spread in basis points or another unit, one column, oldest first; blank or #N/A where missing.
 * @param {any[][]} X Drivers in their units, one column each, 1 to 5, of the same rows; rows that lack a value are left out.
 * @param {any[][]} xNow Today's value of each driver, in its unit, one row or column.
 * @param {any} [lags] Rows over which residuals may move together, for the standard errors of FAIRVALUEFIT; it does not change the value.
 * @returns {any} The fair value in the unit of y.
 */
export function fairValueCell(y: any[][], X: any[][], xNow: any[][], lags?: any): any {
  return forExcel(() => {
    lagsOf(lags);
    return finiteCell(fairValue(readSeries(y, "y"), columnsOf(X, "X"), complete(xNow, "xNow")));
  });
}

/**
 * A spread fitted to its drivers in levels: coefficients with Newey–West standard errors and the probability of so large a t where the driver has nothing to do with the spread, or the statistics that say whether to believe them.
 * @customfunction FAIRVALUEFIT
 * @param {any[][]} y The spread in basis points or another unit, one column, oldest first; blank or #N/A where missing.
 * @param {any[][]} X Drivers in their units, one column each, 1 to 5, of the same rows; rows that lack a value are left out.
 * @param {any} [lags] Rows over which residuals may move together; ⌊4 (n/100)^(2/9)⌋ by default.
 * @param {any} [output] "coefficients" (default): rows name, coefficient, se, t, p: the share of unrelated drivers with a t as large, by a bootstrap of the residuals, not by a table, which calls 12% to 40% of them significant at 5%; #N/A unless the residuals revert. "statistics": a card of R2, n, lags, durbinWatson, residualZ (the last residual in standard errors of the regression), engleGranger, critical (its own 5% value for so many drivers and rows) and verdict.
 * @param {any} [testLags] Rows of earlier changes in the test of the residuals, 0 to 24; 1 by default.
 * @returns {any[][]} The rows, or the card.
 */
export function fairValueFitRows(
  y: any[][],
  X: any[][],
  lags?: any,
  output?: any,
  testLags?: any,
): any[][] {
  return forExcel(() => {
    const word = optional(output, "output", choice(["coefficients", "statistics"]), "coefficients");
    const fit = fairValueFit(
      readSeries(y, "y"),
      columnsOf(X, "X"),
      lagsOf(lags),
      optional(testLags, "testLags", countFrom(0), 1),
    );
    const short = `${fit.rows} rows are too few to test the residuals`;
    const { engleGranger, critical } = fit;
    if (word === "coefficients") {
      const probabilities = fit.probabilities();
      const why =
        engleGranger === null
          ? short
          : "the residuals do not revert: no t of these levels says anything; fit changes";
      return Array.from(fit.coefficients, (coefficient, j) => {
        const error = fit.standardErrors[j] as number;
        return [
          j === 0 ? "constant" : `x${j}`,
          finiteCell(coefficient),
          finiteCell(error),
          numberOr(error > 0 ? coefficient / error : null, "the residuals do not vary"),
          numberOr(error > 0 ? (probabilities?.[j] ?? null) : null, why),
        ];
      });
    }
    const verdict: ResultCell =
      engleGranger === null || critical === null
        ? notThere(short)
        : fit.reverts
          ? "residuals revert: levels may be read"
          : "residuals do not revert: fit changes";
    const measures: Measure[] = [
      ["R2", fit.rSquared],
      ["n", fit.rows],
      ["lags", fit.lags],
      ["durbinWatson", fit.durbinWatson],
      ["residualZ", fit.residualZ],
      ["engleGranger", numberOr(engleGranger, short)],
      ["critical", numberOr(critical, short)],
      ["verdict", verdict],
    ];
    return card(measures);
  });
}

/**
 * Probability that a spread is in the regime with the lower mean, row by row, from the rows so far alone: Hamilton's filter with given regimes.
 * @customfunction REGIMEPROB
 * @param {any[][]} series Spreads or gaps in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any[][]} means Mean of each of the two regimes in basis points.
 * @param {any[][]} sds Standard deviation of each in basis points, above 0.
 * @param {any[][]} stay Probability, a decimal, that each lasts from one row to the next.
 * @param {any} [headings] TRUE puts the names of the columns on top: row, probability.
 * @returns {any[][]} Row and probability; #N/A where the row is missing. The first row begins with the share of time that each regime lasts.
 */
export function regimeProbRows(
  series: any[][],
  means: any[][],
  sds: any[][],
  stay: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const pair = (argument: any[][], name: string): [number, number] => {
      const values = complete(argument, name);
      if (values.length !== 2) {
        throw invalid(
          `${name} has ${values.length} values; it must have one for each of two regimes`,
        );
      }
      return [values[0] as number, values[1] as number];
    };
    const found = regimeProbability(readSeries(series, "series"), {
      means: pair(means, "means"),
      deviations: pair(sds, "sds"),
      stay: pair(stay, "stay"),
    });
    const rows = Array.from(found, (probability, t): ResultCell[] => [
      t + 1,
      Number.isNaN(probability) ? notThere("the row is missing") : finiteCell(probability),
    ]);
    return table(["row", "probability"], rows, headings);
  });
}
