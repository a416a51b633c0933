/* The names of columns, from the rows above the data. */
import type { Frame } from "./frame";
import { hasPhrase, nameTokens } from "./nameTokens";
import { isMissing } from "./numberText";

/** What a column is called, and what else stands above it. */
export interface Heading {
  /** "column 2" where there is none. */
  readonly name: string;
  /** Units and descriptions from the other rows above the data. */
  readonly context: string;
}

/** Names under which terminals put the field of a column whose name stands a row above. */
const FIELDS = [
  ...["px last", "px mid", "px close", "last price", "last", "mid", "value", "values", "close"],
  ...["level", "obs value", "price"],
];
/** A heading that is nothing but a unit. */
const UNITS = [
  "bp",
  "bps",
  "basis points",
  "percent",
  "pct",
  "%",
  "in bp",
  "in percent",
  "decimal",
];

const isOneOf = (text: string, phrases: readonly string[]) =>
  phrases.includes(nameTokens(text).join(" "));

/**
 * The headings of all columns.
 *
 * A name of a field, a unit or a name that several columns share takes the name a row above with it:
 * there it stands above the column, or above the dates that the column belongs to.
 *
 * @param frame - The table.
 * @param ownerOf - The column of dates that a column belongs to.
 * @returns A heading a column.
 */
export function headingsOf(frame: Frame, ownerOf: (at: number) => number): Heading[] {
  const { headings, width } = frame;
  const columns = Array.from({ length: width }, (_, at) => at);
  const lower = headings.at(-1) ?? [];
  const upper = headings.at(-2) ?? [];
  const cell = (row: readonly string[], at: number) => {
    const field = row[at] ?? "";
    return isMissing(field) ? "" : field;
  };
  const above = (at: number) => {
    for (let i = at; i >= Math.min(ownerOf(at), at); i--) {
      if (cell(upper, i) !== "") return cell(upper, i);
    }
    return "";
  };
  const isShared = (at: number) =>
    columns.some(
      (other) =>
        other !== at && !frame.dates.includes(other) && cell(lower, other) === cell(lower, at),
    );
  const names = columns.map((at) => {
    const own = cell(lower, at);
    const group = above(at);
    if (group === "" || group === own) return own;
    if (own === "" || isOneOf(own, UNITS) || isOneOf(own, FIELDS)) return group;
    return isShared(at) && !hasPhrase(nameTokens(own), nameTokens(group)) ? `${group} ${own}` : own;
  });
  return columns.map((at) => {
    const name = names[at] ?? "";
    const context = headings
      .map((row, i) => (i === headings.length - 2 ? above(at) : cell(row, at)))
      .filter((text) => text !== "" && text !== name)
      .join(" ");
    const isTwice = names.some((other, i) => i !== at && other === name && cell(lower, i) !== "");
    const named = name === "" ? `column ${at + 1}` : name;
    return { name: isTwice && name !== "" ? `${named} (column ${at + 1})` : named, context };
  });
}
