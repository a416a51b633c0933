/* The argument of a par curve: tenors beside yields. */
import { readNumber, readRate } from "../../assumptions/humanValues";
import { parCurve, type ParCurve } from "../../calc/curve/parCurve";
import { invalid, missing } from "../../calc/errors";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { grid, size, width, type Argument } from "../excel/grid";
import type { Reader } from "../excel/oneCell";

/**
 * A curve: two columns, tenor in years and semiannual par yield.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @returns The checked curve.
 */
export function curve(argument: Argument, name: string): ParCurve {
  const cells = grid(argument, name);
  if (cells === null) throw missing(`${name} is missing; give tenors and par yields`);
  if (width(cells) !== 2) {
    throw invalid(
      `${name} is a range of ${size(cells)}; it must be two columns, tenor and par yield`,
    );
  }
  const column = (j: 0 | 1, what: string, reader: Reader<number>) =>
    Float64Array.from(cells, (row, i) => {
      const where = `${name}, row ${i + 1}, ${what}`;
      const value = plain(row[j], where);
      if (value === NOT_AVAILABLE || isBlank(value)) throw missing(`${where} is missing`);
      return reader(value, where);
    });
  return parCurve(column(0, "tenor", readNumber), column(1, "par yield", readRate), name);
}
