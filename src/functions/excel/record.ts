/* One row or column of a sheet whose cells have names. */
import { invalid, missing } from "../../calc/errors";
import { isBlank, NOT_AVAILABLE, plain } from "./cellContent";
import { line, type Argument } from "./grid";
import type { Reader } from "./oneCell";

/** The cells of a record, by the place of their field. */
export interface RecordCells {
  /** A cell that must be there. */
  needed<T>(field: number, reader: Reader<T>): T;
  /** A cell that may be blank, or left out at the end. */
  optional<T, D>(field: number, reader: Reader<T>, otherwise: D): T | D;
}

/**
 * A record: one row or one column, a cell for each field.
 *
 * @param argument - As Excel hands it over.
 * @param name - The argument's name.
 * @param fields - The names of the fields, in order.
 * @param least - How many must be there.
 * @returns Its cells.
 * @throws CalcError `invalid` when there are fewer or more cells; `missing` when it is omitted.
 */
export function record(
  argument: Argument,
  name: string,
  fields: readonly string[],
  least: number,
): RecordCells {
  const cells = line(argument, name);
  if (cells.length < least || cells.length > fields.length) {
    const many = least === fields.length ? `${least}` : `${least} to ${fields.length}`;
    throw invalid(`${name} has ${cells.length} cells; it must have ${many}: ${fields.join(", ")}`);
  }
  const optional = <T, D>(field: number, reader: Reader<T>, otherwise: D): T | D => {
    const where = `${name}, ${fields[field] as string},`;
    const value = plain(cells[field], where);
    if (value === NOT_AVAILABLE) throw missing(`${where} is #N/A`);
    return isBlank(value) ? otherwise : reader(value, where);
  };
  const needed = <T>(field: number, reader: Reader<T>): T => {
    const value = optional(field, reader, NOT_AVAILABLE);
    if (value === NOT_AVAILABLE) throw missing(`${name}, ${fields[field] as string}, is blank`);
    return value;
  };
  return { needed, optional };
}
