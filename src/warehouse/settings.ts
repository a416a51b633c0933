/* The settings of a warehouse's function: texts that are the same in every row of a query. */
import { shown } from "../assumptions/humanValues";
import { CalcError, invalid } from "../calc/errors";
import { fieldsNamed } from "../rows/fields";
import type { Calculation, CellRows, Kind } from "../rows/kind";

/** The settings as a query hands them over; null or undefined for the usual ones. */
export interface WrittenSettings {
  readonly curve?: unknown;
  readonly assumptions?: unknown;
  readonly fields?: unknown;
  readonly keyTenors?: unknown;
}

const NAMES = ["curve", "assumptions", "fields", "keyTenors"] as const;

/** A calculation, or why there is none: settings that are wrong are wrong in each row. */
type Prepared = Calculation | CalcError;

/** Settings for which a calculation is kept. */
const MOST_KEPT = 4;

/** Calculations by the values of their settings: the walks of a book are made once, not in each row. */
export class Calculations {
  /** The one that was used last stands first. */
  private readonly kept: {
    readonly texts: readonly (string | null)[];
    readonly prepared: Prepared;
  }[] = [];

  /** @param kind - What answers a row. */
  constructor(private readonly kind: Kind) {}

  /**
   * The calculation of some settings.
   *
   * @param written - The settings.
   * @returns The calculation.
   * @throws CalcError when one of them is wrong.
   */
  of(written: WrittenSettings): Calculation {
    const texts = NAMES.map((name) => textOf(written[name], name));
    const place = this.kept.findIndex((one) => one.texts.every((text, i) => text === texts[i]));
    const found =
      place < 0
        ? { texts, prepared: this.prepared(texts) }
        : (this.kept[place] as (typeof this.kept)[0]);
    if (place !== 0) {
      this.kept.splice(place < 0 ? MOST_KEPT - 1 : place, 1);
      this.kept.unshift(found);
    }
    if (found.prepared instanceof CalcError) throw found.prepared;
    return found.prepared;
  }

  private prepared([curve, assumptions, fields, keyTenors]: readonly (string | null)[]): Prepared {
    try {
      return this.kind.prepare({
        kind: this.kind.name,
        curve: cellRows(curve ?? null, "curve", ["tenor", "yield"]),
        assumptions: cellRows(assumptions ?? null, "assumptions", ["key", "value"]),
        fields: fieldsNamed(fields ?? null, this.kind, "fields"),
        keyTenors: keyTenors ?? null,
      });
    } catch (error) {
      if (error instanceof CalcError) return error;
      throw error;
    }
  }
}

function textOf(written: unknown, name: string): string | null {
  if (written === null || written === undefined) return null;
  if (typeof written === "string") return written;
  throw invalid(`${name} is no text; it must be a text or NULL`);
}

/**
 * A small table that a query hands over as JSON.
 *
 * @param text - An array of objects.
 * @param name - What sentences call it.
 * @param columns - The objects' keys.
 * @returns The rows' values in the order of the columns; null where there are none.
 * @throws CalcError `invalid` when it is not that.
 */
function cellRows(
  text: string | null,
  name: string,
  columns: readonly [string, string],
): CellRows | null {
  if (text === null) return null;
  const expectation = `it must be JSON such as [{"${columns[0]}":…,"${columns[1]}":…},…]`;
  const rows = jsonIn(text, name, expectation);
  if (!Array.isArray(rows)) throw invalid(`${name} is no JSON array; ${expectation}`);
  if (rows.length === 0) return null;
  return rows.map((row: unknown, i) => {
    const object = typeof row === "object" && row !== null ? new Map(Object.entries(row)) : null;
    if (object === null || !columns.every((column) => object.has(column))) {
      throw invalid(`${name}, row ${i + 1}, is ${shown(JSON.stringify(row))}; ${expectation}`);
    }
    return columns.map((column) => {
      const cell: unknown = object.get(column);
      if (cell === null || ["number", "string", "boolean"].includes(typeof cell)) {
        return cell as CellRows[number][number];
      }
      throw invalid(`${name}, row ${i + 1}, ${column}, must be a number or a text`);
    });
  });
}

/**
 * What a text of JSON holds.
 *
 * @param text - The text.
 * @param name - What sentences call it.
 * @param expectation - What it must be.
 * @returns The value.
 * @throws CalcError `invalid` when it is not JSON.
 */
export function jsonIn(text: string, name: string, expectation: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(`${name} is ${shown(text)}; ${expectation}`);
  }
}
