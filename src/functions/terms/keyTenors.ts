import type { ParCurve } from "../../calc/curve/parCurve";
import { invalid } from "../../calc/errors";
import type { Argument } from "../excel/grid";
import { positiveYears } from "../excel/series";

/** Years: key rates are read at every half-year until the last tenor. */
const LONGEST = 100;

/**
 * Key tenors: one row or column of years, rising.
 *
 * @param argument - As Excel hands it over.
 * @param par - The curve, whose tenors they are when the argument is omitted.
 * @param most - How many there may be.
 * @returns The tenors.
 * @throws CalcError `invalid` when there are more, one is not above the one before, or one of them or of
 *   the curve's is above 100 years.
 */
export function keyTenors(argument: Argument, par: ParCurve, most = Infinity): Float64Array {
  const keys = positiveYears(argument, "keyTenors", par.tenors);
  if (keys.length > most) {
    throw invalid(`keyTenors has ${keys.length} tenors; it must have at most ${most}`);
  }
  const last = par.tenors.at(-1) as number;
  if (last > LONGEST) {
    throw invalid(
      `curve, row ${par.tenors.length}: the tenor is ${last}; it must be at most ${LONGEST} years`,
    );
  }
  keys.forEach((tenor, i) => {
    if (tenor > LONGEST) {
      throw invalid(`keyTenors, row ${i + 1}, is ${tenor}; it must be at most ${LONGEST} years`);
    }
    if (i === 0 || tenor > (keys[i - 1] as number)) return;
    throw invalid(
      `keyTenors, row ${i + 1}, is ${tenor} after ${keys[i - 1]}; tenors must be years that rise`,
    );
  });
  return keys;
}
