import { bootstrapPar } from "../calc/curve/bootstrap";
import {
  compounding,
  discountFactor,
  parYieldAt,
  segmentAt,
  segmentForward,
  zeroRate,
} from "../calc/curve/discountCurve";
import { invalid } from "../calc/errors";
import type { ParCurve } from "../calc/curve/parCurve";
import { curve as readCurve, positiveYears } from "./ranges";
import { finite, forExcel } from "./results";
import { table } from "./tables";

/**
 * Zero rates, discount factors, par yields and forwards of the curve through par yields: discount factors are log-linear between its nodes, so that each forward holds from tenor to tenor.
 * @customfunction CURVETABLE
 * @param {any[][]} curve Two columns: tenor in years, rising, and semiannual par yield as a decimal.
 * @param {any[][]} [times] Times in years, one row or column; the curve's tenors by default. Beyond the last tenor its last forward holds: a projection, not a market rate.
 * @param {any} [headings] TRUE puts the names of the columns on top: time, zero, discountFactor, par, forward.
 * @returns {any[][]} A row a time: zero rate (semiannual), discount factor, semiannual par yield, and the continuous forward just before that time.
 */
export function curveTableRows(curve: any[][], times?: any[][], headings?: any): any[][] {
  return forExcel("CURVETABLE", () => {
    const par = readCurve(curve, "curve");
    const discount = bootstrapPar(par);
    const rows = Array.from(readTimes(times, par), (time) => [
      time,
      finite(compounding(zeroRate(discount, time), 2)),
      finite(discountFactor(discount, time)),
      finite(parYieldAt(discount, time)),
      finite(segmentForward(discount, segmentAt(discount, time))),
    ]);
    return table(["time", "zero", "discountFactor", "par", "forward"], rows, headings);
  });
}

const LONGEST = 100;

function readTimes(argument: any, par: ParCurve): Float64Array {
  const times = positiveYears(argument, "times", par.tenors);
  const beyond = times.findIndex((time) => time > LONGEST);
  if (beyond < 0) return times;
  throw invalid(
    `times, row ${beyond + 1}, is ${times[beyond]}; at most ${LONGEST} years were expected`,
  );
}
