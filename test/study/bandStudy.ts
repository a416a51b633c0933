import { autoregression, ouFit, ouForecast } from "../../src/calc/timeseries/meanReversion";
import { outlookOf, quantileOf } from "../../src/calc/timeseries/predictive";
import { reversionPosterior } from "../../src/calc/timeseries/reversionPosterior";
import { autoregressiveSums } from "../../src/calc/timeseries/restrictedLikelihood";
import { bp, years } from "../../src/calc/units";
import type { CalibrationLine } from "./calibration";
import { gapPath } from "./gapTruths";
import { normalShocks } from "./shocks";

/** Shares of the value half a year on within the plug-in band and within the band with the parameters' own error. */
export function bandShares(
  halfLife: number,
  rows: number,
  paths: number,
): { readonly plugIn: number; readonly whole: number } {
  const shock = normalShocks(4_000 + rows + halfLife);
  let [plugIn, whole, fitted] = [0, 0, 0];
  for (let i = 0; i < paths; i++) {
    const { seen, halfAYearOn } = gapPath({ halfLife, rows, periods: 12 }, shock);
    const last = seen[rows - 1] as number;
    const outlook = outlookOf(reversionPosterior(autoregressiveSums(seen), 12), 6);
    const [p10, p90] = [quantileOf(outlook, last, 0.1), quantileOf(outlook, last, 0.9)];
    if (halfAYearOn >= p10 && halfAYearOn <= p90) whole++;
    if (!(autoregression(seen).phi < 1 && autoregression(seen).phi > 0)) continue;
    fitted++;
    const { kappa, theta, sigma } = ouFit(seen);
    const months = (12 * Math.LN2) / kappa;
    const band = ouForecast(bp(last), bp(theta), months, bp(sigma), years(0.5));
    if (halfAYearOn >= band.p10 && halfAYearOn <= band.p90) plugIn++;
  }
  return { plugIn: plugIn / fitted, whole: whole / paths };
}

/** The 80% band of OUFORECAST with a series, and the plug-in band that it is to be compared with. */
export const bandLines = (paths: number): CalibrationLine[] =>
  [60, 120].flatMap((rows) =>
    [8, 12].flatMap((halfLife) => {
      const { plugIn, whole } = bandShares(halfLife, rows, paths);
      const line = (what: string, measured: number, within: number) => ({
        what: `${what}, half-life ${halfLife} months, ${rows} months`,
        n: paths,
        stated: 0.8,
        measured,
        above: within,
        below: within,
      });
      return [
        line("OUFORECAST p10 to p90 with a series", whole, 0.02),
        line("OUFORECAST p10 to p90 on OUFIT, plug-in (not calibrated)", plugIn, 1),
      ];
    }),
  );
