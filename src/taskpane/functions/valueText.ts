/* Values that people type as texts: what they are, and the words that say how they were read. */
import { readDate, readPrice, readRate, readSpread } from "../../assumptions/humanValues";
import { rectangleOf } from "../../workbook/a1";
import { writeDate, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import type { CallArgument } from "../worksheetCall";

/** A value that was typed as a text. */
export interface TypedValue {
  readonly kind: "percent" | "basisPoints" | "price" | "day";
  /** In library units: a decimal, basis points, per 100, Excel's number of the day. */
  readonly value: number;
}

/** How each kind is written, and what reads it. */
const GRAMMAR: readonly (readonly [
  TypedValue["kind"],
  RegExp,
  (text: string, where: string) => number,
])[] = [
  ["percent", /%$/, readRate],
  ["basisPoints", /bps?$/i, readSpread],
  ["price", /^\d+-\d{2}(\+|[0-7])?$/, readPrice],
  ["day", /^\d{4}-\d{2}-\d{2}$/, readDate],
];

/**
 * Reads a value that was typed as a text.
 *
 * @param text - For example "4.5%", "125bp", "99-16+" or "2026-01-15".
 * @returns What it is; null for any other text.
 */
export function readValue(text: string): TypedValue | null {
  for (const [kind, form, read] of GRAMMAR) {
    if (!form.test(text)) continue;
    try {
      return { kind, value: read(text, "the value") };
    } catch {
      // Of that form and yet no value, as 2026-02-30: the function itself says why.
      return null;
    }
  }
  return null;
}

/**
 * How an argument was read, where that is not what was typed.
 *
 * @param argument - The argument.
 * @param typed - What was typed.
 * @param numbers - The language.
 * @returns For example "99.515625 per 100"; "" where there is nothing to add.
 */
export function readAs(argument: CallArgument, typed: string, numbers: NumberStyle): string {
  const words = texts.functions.readAs;
  switch (argument.kind) {
    case "number":
      return String(argument.value) === typed.trim() ? "" : words.number(argument.value);
    case "cells":
    case "name": {
      const { rows, columns } = rectangleOf(argument.place.a1);
      return words.cells(`${argument.place.sheet}!${argument.place.a1}`, rows, columns);
    }
    case "text": {
      const value = readValue(argument.text);
      if (value === null) return "";
      return value.kind === "day"
        ? words.day(writeDate(value.value, numbers))
        : words[value.kind](value.value);
    }
    default:
      return "";
  }
}
