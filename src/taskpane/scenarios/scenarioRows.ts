/* The rows of the scenario table as the form takes them. */
import { readAnySpread } from "../../assumptions/anySpread";
import { readNumber } from "../../assumptions/humanValues";
import { invalid } from "../../calc/errors";
import type { CellValue } from "../../workbook/workbookPort";
import { localised, writeNumber, type NumberStyle } from "../numbers";
import { texts } from "../texts";
import { numberEntry, type Entry } from "../TypedField";

/** Texts of the form, a row a scenario: three moves in basis points, a probability in percent. */
export type TypedScenarios = readonly (readonly string[])[];

const PROBABILITY = 3;
const words = texts.scenarios;

/**
 * The table as the form shows it.
 *
 * @param scenarios - Cells of the table: moves in basis points, probabilities as decimals.
 * @param numbers - The language.
 * @returns A text a cell.
 */
export const typedScenarios = (
  scenarios: readonly (readonly CellValue[])[],
  numbers: NumberStyle,
): TypedScenarios =>
  scenarios.map((row) =>
    row.map((cell, j) => {
      if (typeof cell !== "number") return String(cell);
      const text = String(j === PROBABILITY ? Number((100 * cell).toPrecision(12)) : cell);
      return localised(j === PROBABILITY ? `${text}%` : text, numbers);
    }),
  );

function probability(text: string, where: string): number {
  const value = readNumber(text.replace(/%\s*$/, ""), where);
  if (!(value >= 0 && value <= 100)) {
    throw invalid(`${where} is ${value}%; it must be 0% to 100%`);
  }
  return value / 100;
}

/** A move beyond this is a slip: a rate in percent would be a hundredth, one in decimals less. */
const MOST_MOVE = 2_000;

function move(text: string, where: string): number {
  const value = readAnySpread(text, where);
  if (Math.abs(value) > MOST_MOVE) {
    throw invalid(`${where} is ${value}; it must be up to ${MOST_MOVE} basis points`);
  }
  return value;
}

/**
 * What the typed table comes to.
 *
 * @param typed - The texts.
 * @param numbers - The language.
 * @returns Each cell's entry; the values when all are in order and the probabilities sum to 1; and what
 *   is blank, or wrong with their sum.
 */
export function readScenarios(
  typed: TypedScenarios,
  numbers: NumberStyle,
): {
  readonly entries: readonly (readonly Entry[])[];
  readonly values: readonly (readonly number[])[] | null;
  readonly problem: string | null;
} {
  const entries = typed.map((row, i) =>
    row.map((text, j) => {
      const where = words.fieldOf(words.fields[j] ?? "", i + 1);
      const read = j === PROBABILITY ? probability : move;
      return numberEntry(text, numbers, (plain) => read(plain, where));
    }),
  );
  const blank = entries.flatMap((row, i) =>
    row.flatMap(({ kind }, j) =>
      kind === "blank" ? [words.blank(words.fieldOf(words.fields[j] ?? "", i + 1))] : [],
    ),
  );
  const values = entries.map((row) =>
    row.map((entry) => (entry.kind === "value" ? entry.value : NaN)),
  );
  if (values.flat().some(Number.isNaN)) {
    return { entries, values: null, problem: blank[0] ?? null };
  }
  const sum = values.reduce((total, row) => total + (row[PROBABILITY] as number), 0);
  return Math.abs(sum - 1) <= 1e-6
    ? { entries, values, problem: null }
    : { entries, values: null, problem: words.sumIs(`${writeNumber(100 * sum, 1, numbers)}%`) };
}
