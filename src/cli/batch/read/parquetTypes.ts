/* Which columns of Parquet can be carried through whole, and how their stored values read. */
import type { SchemaElement } from "hyparquet";
import type { ColumnType } from "../columnTypes";

const DAY = 86_400_000;

/** What a reader of stored values needs, and what the rest of the program does. */
export interface StoredColumn {
  /** The element by which the file is read: without the annotations whose conversion would lose digits. */
  readonly stored: SchemaElement;
  readonly type: ColumnType;
}

const WHOLE = /^U?INT_(8|16|32|64)$/;

/**
 * How a column is stored and what it says.
 *
 * @param element - The column's element of the schema.
 * @returns Both; null for a type that could not be carried through: lists, structures, intervals and rarer ones.
 */
export function storedColumn(element: SchemaElement): StoredColumn | null {
  const { type, converted_type: converted, logical_type: logical, repetition_type } = element;
  if (type === undefined || (element.num_children ?? 0) > 0 || repetition_type === "REPEATED") {
    return null;
  }
  const bare = withoutAnnotation(element);
  const unit = timeUnit(element);
  if (unit !== null && type === "INT64") {
    return { stored: bare, type: { element, plain: timeText(unit) } };
  }
  if (converted === "DATE" || logical?.type === "DATE") {
    return {
      stored: bare,
      type: { element: { ...element, converted_type: "DATE" }, plain: dayText },
    };
  }
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") return decimalColumn(element, bare);
  if (type === "BYTE_ARRAY") {
    const isText = converted === undefined || ["UTF8", "ENUM", "JSON"].includes(converted);
    const text: SchemaElement = { ...bare, converted_type: "UTF8" };
    return isText ? { stored: text, type: { element: text, plain: null } } : null;
  }
  const isNumber = ["BOOLEAN", "INT32", "INT64", "FLOAT", "DOUBLE"].includes(type);
  const isPlain = converted === undefined ? logical === undefined : WHOLE.test(converted);
  if (isNumber && isPlain) return { stored: element, type: { element, plain: null } };
  return null;
}

function withoutAnnotation(element: SchemaElement): SchemaElement {
  const bare = { ...element };
  delete bare.converted_type;
  delete bare.logical_type;
  return bare;
}

const PER_SECOND = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;
type TimeUnit = keyof typeof PER_SECOND;

function timeUnit({ converted_type: converted, logical_type: logical }: SchemaElement) {
  if (logical?.type === "TIMESTAMP") return logical.unit;
  if (converted === "TIMESTAMP_MILLIS") return "MILLIS";
  return converted === "TIMESTAMP_MICROS" ? "MICROS" : null;
}

/** A moment as ISO 8601 writes it, with all its digits. */
const timeText = (unit: TimeUnit) => (stored: unknown) => {
  if (stored === null || stored === undefined) return null;
  const [time, per] = [stored as bigint, PER_SECOND[unit]];
  const fraction = ((time % per) + per) % per;
  const seconds = (time - fraction) / per;
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}.${String(fraction).padStart(String(per).length - 1, "0")}Z`;
};

function dayText(stored: unknown): string | null {
  if (stored === null || stored === undefined) return null;
  return new Date(Number(stored) * DAY).toISOString().slice(0, 10);
}

/** A decimal is a whole number and the place of its point; as such it is read, written and shown. */
function decimalColumn(element: SchemaElement, bare: SchemaElement): StoredColumn {
  const scale = element.scale ?? 0;
  const plain = (stored: unknown) => {
    if (stored === null || stored === undefined) return null;
    const digits = String(wholeOf(stored))
      .replace("-", "")
      .padStart(scale + 1, "0");
    const sign = wholeOf(stored) < 0n ? "-" : "";
    const point = digits.length - scale;
    return sign + (scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`);
  };
  const annotated: SchemaElement = { ...element, converted_type: "DECIMAL" };
  return { stored: bare, type: { element: annotated, plain } };
}

/**
 * The whole number of a stored decimal.
 *
 * @param stored - A number, or bytes of which the greatest comes first.
 * @returns The number.
 */
export function wholeOf(stored: unknown): bigint {
  if (!(stored instanceof Uint8Array)) return BigInt(stored as bigint | number);
  const magnitude = stored.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(8 * stored.length, magnitude);
}
