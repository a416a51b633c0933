/* The argument of an assumptions table: two columns, or the whole of the pane's. */
import { readAssumptions, type AssumptionRow } from "../../assumptions/assumptions";
import type { AssumptionValue } from "../../assumptions/keys";
import type { Assumptions } from "../../assumptions/marketLevels";
import { AS_OF_COLUMN, SOURCE_COLUMN, VALUE_COLUMN } from "../../assumptions/table";
import { invalid, missing } from "../../calc/errors";
import { isBlank, NOT_AVAILABLE, plain } from "../excel/cellContent";
import { grid, size, width, type Argument } from "../excel/grid";

/**
 * The values of an assumptions table.
 *
 * @param argument - As Excel hands it over; omitted means all defaults.
 * @param name - The argument's name.
 * @returns The values that were entered, by key, in library units.
 * @throws CalcError `invalid` for the first row that is wrong.
 */
export const assumptionsTable = (
  argument: Argument,
  name: string,
): ReadonlyMap<string, AssumptionValue> => assumptionsOf(argument, name).values;

/**
 * An assumptions table: keys in the first column, values in the second, and where it is as wide as the
 * pane's, sources in the sixth and their days in the seventh; the rest is passed over.
 *
 * @param argument - As Excel hands it over; omitted means all defaults.
 * @param name - The argument's name.
 * @returns What it holds.
 * @throws CalcError `invalid` for the first row that is wrong.
 */
export function assumptionsOf(argument: Argument, name: string): Assumptions {
  const cells = grid(argument, name) ?? [];
  if (cells.length > 0 && width(cells) < 2) {
    throw invalid(`${name} is a range of ${size(cells)}; it must be two columns, key and value`);
  }
  if (cells.length > MOST_ASSUMPTION_ROWS) {
    throw invalid(
      `${name} has ${cells.length} rows; it must have at most ${MOST_ASSUMPTION_ROWS}, name the table and not the whole column`,
    );
  }
  const rows = cells.map((line, i): AssumptionRow => {
    const row = i + 1;
    const key = plain(line[0], `${name}, row ${row}, key`);
    if (key === NOT_AVAILABLE) throw missing(`${name}, row ${row}, key is #N/A`);
    const label = isBlank(key) ? "" : String(key);
    if (label.trim() === "" || /^\s*(#|x\.)/i.test(label)) return { row, key: "", value: null };
    const value = plain(line[VALUE_COLUMN], `${name}, row ${row} (${label})`);
    if (value === NOT_AVAILABLE) throw missing(`${name}, row ${row}: ${label} is #N/A`);
    const [source, asOf] = [line[SOURCE_COLUMN], line[AS_OF_COLUMN]];
    return {
      row,
      key: label,
      value: isBlank(value) ? null : value,
      ...(typeof source === "string" ? { source } : {}),
      ...(typeof asOf === "string" || typeof asOf === "number" ? { asOf } : {}),
    };
  });
  const { problems, ...read } = readAssumptions(
    rows.filter(({ key }, i) => !(i === 0 && isHeading(key))),
  );
  const [problem] = problems;
  if (problem !== undefined) throw invalid(`${name}, row ${problem.row}: ${problem.message}`);
  return read;
}

/** Room for every key and many notes; a whole column would be read again in every cell. */
const MOST_ASSUMPTION_ROWS = 1000;

/** The pane's table with its headings selected too: the first row says Key. */
const isHeading = (key: string) => key.trim().toLowerCase() === "key";
