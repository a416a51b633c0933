import { bootstrapPar } from "../calc/curve/bootstrap";
import {
  compounding,
  discountFactor,
  parYieldAt,
  segmentAt,
  segmentForward,
  zeroRate,
} from "../calc/curve/discountCurve";
import { CURVE_MODELS } from "../calc/curve/fitNelsonSiegel";
import { fitParYields } from "../calc/curve/fitParYields";
import type { ParCurve } from "../calc/curve/parCurve";
import { invalid } from "../calc/errors";
import { bpBetween, rate } from "../calc/units";
import { choice, optional } from "./excel/oneCell";
import { curve as readCurve } from "./terms/curve";
import { positiveYears } from "./excel/series";
import { card, finiteCell, forExcel } from "./excel/results";
import { notThere, table } from "./excel/tables";

/**
 * Zero rates, discount factors, par yields and forwards of the curve through par yields: discount factors are log-linear between its nodes, so that each forward holds from tenor to tenor.
 * @customfunction CURVETABLE
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [times] Times in years, one row or column; the curve's tenors by default. Beyond the last tenor its last forward holds: a projection, not a market rate.
 * @param {any} [headings] TRUE puts the names of the columns on top: time, zero, discountFactor, par, forward.
 * @returns {any[][]} A row a time: zero rate (semiannual), discount factor, semiannual par yield, and the continuous forward just before that time.
 */
export function curveTableRows(curve: any[][], times?: any[][], headings?: any): any[][] {
  return forExcel(() => {
    const par = readCurve(curve, "curve");
    const discount = bootstrapPar(par);
    const rows = Array.from(readTimes(times, par), (time) => [
      time,
      finiteCell(compounding(zeroRate(discount, time), 2)),
      finiteCell(discountFactor(discount, time)),
      finiteCell(parYieldAt(discount, time)),
      finiteCell(segmentForward(discount, segmentAt(discount, time))),
    ]);
    return table(["time", "zero", "discountFactor", "par", "forward"], rows, headings);
  });
}

const FIT_OUTPUTS = ["parameters", "fitted"] as const;
const MOST_POINTS = 100;

/**
 * A smooth curve through par yields: Nelson and Siegel's, or Svensson's with a second hump, by the least sum of squared differences of the par yields. Its zero rate is continuously compounded; far out it is beta0, at time 0 beta0 + beta1.
 * @customfunction CURVEFIT
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal; at most 100 rows. NS needs 4, NSS 6.
 * @param {any} [model] "NSS" (default): Svensson's six parameters; "NS": Nelson and Siegel's four.
 * @param {any} [output] "parameters" (default) for the card; "fitted" for a row a tenor.
 * @returns {any[][]} A card: beta0, beta1, beta2, beta3 as decimals, tau1, tau2 in years, rmse in basis points (beta3 and tau2 are #N/A with NS); or rows of tenor, par yield, fitted par yield, and the residual, fitted less input, in basis points.
 */
export function curveFitCells(curve: any[][], model?: any, output?: any): any[][] {
  return forExcel(() => {
    const par = readCurve(curve, "curve");
    if (par.tenors.length > MOST_POINTS) {
      throw invalid(
        `curve has ${par.tenors.length} rows; it must have at most ${MOST_POINTS} to fit a curve to`,
      );
    }
    const longest = par.tenors.at(-1) as number;
    if (longest > LONGEST) {
      throw invalid(
        `curve, row ${par.tenors.length}: the tenor is ${longest}; it must be at most ${LONGEST} years`,
      );
    }
    const kind = optional(model, "model", choice(CURVE_MODELS), "NSS");
    const what = optional(output, "output", choice(FIT_OUTPUTS), "parameters");
    const { curve: fit, fitted, rmse } = fitParYields(par, kind);
    if (what === "fitted") {
      return Array.from(par.tenors, (tenor, i) => {
        const [input, value] = [par.yields[i] as number, finiteCell(fitted[i] as number)];
        return [tenor, input, value, bpBetween(rate(value), rate(input))];
      });
    }
    const onlySvensson = (value: number) =>
      kind === "NSS" ? value : notThere("NS has one hump; NSS has a second one");
    return card([
      ["beta0", fit.beta0],
      ["beta1", fit.beta1],
      ["beta2", fit.beta2],
      ["beta3", onlySvensson(fit.beta3)],
      ["tau1", fit.tau1],
      ["tau2", onlySvensson(fit.tau2)],
      ["rmse", rmse],
    ]);
  });
}

/** Years beyond which nothing is projected. */
const LONGEST = 100;

function readTimes(argument: any, par: ParCurve): Float64Array {
  const times = positiveYears(argument, "times", par.tenors);
  const beyond = times.findIndex((time) => time > LONGEST);
  if (beyond < 0) return times;
  throw invalid(
    `times, row ${beyond + 1}, is ${times[beyond]}; it must be at most ${LONGEST} years`,
  );
}
