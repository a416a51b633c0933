import { leastSquares } from "../../src/calc/numeric/leastSquares";
import { neweyWest } from "../../src/calc/numeric/neweyWest";
import { driverProbabilities } from "../../src/calc/timeseries/driverProbability";
import type { CalibrationLine } from "./calibration";
import { autoregressivePath, normalShocks } from "./shocks";

/** Rows of a history, and of the standard errors' lags. */
const [ROWS, LAGS] = [120, 4];

/** Probability and t-ratio of one driver of a spread. */
export function driverOf(spread: Float64Array, driver: Float64Array) {
  const columns = [new Float64Array(spread.length).fill(1), driver];
  const fit = leastSquares(columns, spread);
  const errors = neweyWest(columns, fit, LAGS);
  const [, probability = NaN] = driverProbabilities(columns, fit, errors, LAGS);
  return { probability, t: (fit.coefficients[1] as number) / (errors[1] as number) };
}

/** Share of unrelated drivers that FAIRVALUEFIT's probability, and a table of the t, call significant at 5%. */
function driverShares(phi: number, paths: number) {
  const shock = normalShocks(100 * phi);
  const found = Array.from({ length: paths }, () =>
    driverOf(autoregressivePath(phi, ROWS, shock), autoregressivePath(phi, ROWS, shock)),
  );
  return {
    byProbability: found.filter(({ probability }) => probability < 0.05).length / paths,
    byTable: found.filter(({ t }) => Math.abs(t) > 1.96).length / paths,
  };
}

/** Unrelated drivers at 5%: as often as said, within 3 points; by the table, as a measure of why. */
export const driverLines = (paths: number): CalibrationLine[] =>
  [0.5, 0.8, 0.95].flatMap((phi) => {
    const { byProbability, byTable } = driverShares(phi, paths);
    const line = { n: paths, stated: 0.05 };
    const which = `of an unrelated driver below 5%, AR(${phi}), ${ROWS} rows`;
    return [
      {
        ...line,
        what: `FAIRVALUEFIT p ${which}`,
        measured: byProbability,
        above: 0.03,
        below: 0.03,
      },
      {
        ...line,
        what: `t table's p (not calibrated) ${which}`,
        measured: byTable,
        above: 1,
        below: 1,
      },
    ];
  });
