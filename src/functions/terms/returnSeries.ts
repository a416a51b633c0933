import { invalid } from "../../calc/errors";
import type { Argument } from "../excel/grid";
import { series } from "../excel/series";

/**
 * A series of returns as decimals.
 *
 * @param argument - As Excel hands it over: one row or column; blank or #N/A where missing.
 * @param name - The argument's name.
 * @returns The returns, NaN where missing.
 * @throws CalcError `invalid` for a return above 1 in size: that is percent.
 */
export function returnsOf(argument: Argument, name: string): Float64Array {
  const values = series(argument, name);
  values.forEach((value, i) => {
    if (!(Math.abs(value) > 1)) return;
    throw invalid(
      `${name}, row ${i + 1}, is ${value}; returns are decimals, did you mean ${value / 100}?`,
    );
  });
  return values;
}
