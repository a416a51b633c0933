/* What is typed for an argument of a function, read as Excel would read it in a formula. */
import { choicesOf, type Choice } from "../../catalogue/choices";
import { a1Of, rectangleOf } from "../../workbook/a1";
import type { Place } from "../../workbook/workbookPort";
import { canonical, type NumberStyle } from "../numbers";
import type { ArgumentDescription } from "../paneFacts";
import type { CallArgument } from "../worksheetCall";
import { readValue } from "./valueText";

/** What a typed reference can mean. */
export interface Surroundings {
  /** The sheet that is shown: a reference without a sheet is to this one. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** Where each defined name and table stands, by its name in lower case. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly place: Place }>;
  readonly numbers: NumberStyle;
}

/** A typed argument, read; or what is wrong with it. */
export type ReadArgument = CallArgument | { readonly kind: "problem"; readonly message: string };

const REFERENCE =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)$/i;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What may be typed for an argument: the words that it takes, or the examples of its description such as "150 PSA".
 *
 * @param id - The function.
 * @param parameter - The argument.
 * @returns Words with their meanings, in order.
 */
export function suggestionsOf(
  id: string,
  { name, description = "" }: ArgumentDescription,
): readonly Choice[] {
  const choices = choicesOf(id, name);
  if (choices.length > 0) return choices;
  const words = [...description.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
  return [...new Set(words)].map((word) => ({ word, meaning: "" }));
}

/**
 * Reads what was typed for an argument.
 *
 * A reference or a name must be one that the workbook has; everything else is a number, a flag or a
 * text. Nothing typed here becomes formula syntax.
 *
 * @param parameter - The argument.
 * @param typed - What was typed.
 * @param around - What references can mean.
 * @returns The argument, or the problem.
 */
export function readArgument(
  parameter: ArgumentDescription,
  typed: string,
  around: Surroundings,
): ReadArgument {
  const text = typed.trim();
  if (text === "") {
    return parameter.optional === true
      ? { kind: "omitted" }
      : { kind: "problem", message: `${parameter.name} is needed` };
  }
  const reference = readReference(text, around);
  if (reference !== null) return reference;
  if (/^(true|false)$/i.test(text)) return { kind: "flag", value: /^true$/i.test(text) };
  return readPlain(parameter, text, around);
}

function readPlain(
  parameter: ArgumentDescription,
  text: string,
  { numbers }: Surroundings,
): ReadArgument {
  const looksNumeric = /^[+-]?[\d.,]+\s*(%|bps?)?$/i.test(text);
  const plain = looksNumeric ? canonical(text, numbers) : { text };
  if ("problem" in plain) return { kind: "problem", message: plain.problem };
  if (PLAIN_NUMBER.test(plain.text)) return { kind: "number", value: Number(plain.text) };
  const isValue = readValue(plain.text) !== null || namesWords(parameter);
  if (parameter.dimensionality !== "matrix" || isValue) return { kind: "text", text: plain.text };
  return {
    kind: "problem",
    message: `${parameter.name} is ${JSON.stringify(text.slice(0, 40))}; it must be a range such as Data!B5:B184, a name of this workbook, a number, or a value such as 4.5%, 125bp, 99-16 or 2026-01-15`,
  };
}

/** Whether the description has words in quotes, so that a text may be one of them. */
const namesWords = ({ description = "" }: ArgumentDescription): boolean =>
  /"[^"]+"/.test(description);

function readReference(text: string, around: Surroundings): ReadArgument | null {
  const named = around.names.get(text.toLowerCase());
  if (named !== undefined) return { kind: "name", ...named };
  const match = REFERENCE.exec(text);
  const a1 = match?.[3];
  if (!match || a1 === undefined) return null;
  const written = match[1]?.replaceAll("''", "'") ?? match[2] ?? around.sheet;
  const sheet = around.sheets.find((one) => one.toLowerCase() === written.toLowerCase());
  if (sheet === undefined) {
    return {
      kind: "problem",
      message: `there is no sheet ${written}; the sheets are ${around.sheets.join(", ")}`,
    };
  }
  return { kind: "cells", place: { sheet, a1: a1Of(rectangleOf(a1.toUpperCase())) } };
}
