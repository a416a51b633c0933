/* A function of a warehouse: it answers one row, with words where a batch has words in the column `error`. */
import { shown } from "../assumptions/humanValues";
import { CalcError, invalid } from "../calc/errors";
import { nearest } from "../calc/numeric/nearest";
import { ERROR_COLUMN } from "../rows/answers";
import { cellOf, type Cell, type Cells } from "../rows/cells";
import type { Calculation, Kind } from "../rows/kind";
import declared from "./functions.json";
import { Calculations, jsonIn, type WrittenSettings } from "./settings";

/** Answers by field, and `error` where one is missing; what there is not is left out. */
export type RowAnswer = Readonly<Record<string, number | string>>;

/** The argument that has further terms by their names. */
const FURTHER = "more";

/**
 * A function of the table of functions.
 *
 * @param kind - What answers a row; the function has its name.
 * @returns The function. Its arguments are the terms and then the settings of the table, in their order; null and
 *   undefined are blank. It never throws for what they hold.
 */
export function rowFunction(kind: Kind): (...args: readonly unknown[]) => RowAnswer {
  const { terms, settings } = declared.find(({ name }) => name === kind.name) as Declared;
  const calculations = new Calculations(kind);
  return (...args) => {
    try {
      const written = settings.map((name, i) => [name, args[terms.length + i]]);
      const calculation = calculations.of(Object.fromEntries(written) as WrittenSettings);
      const cells = new Map<string, Cells>();
      terms.forEach(({ name, type }, i) => {
        if (name === FURTHER) addFurther(cells, args[i], kind);
        else cells.set(name, [type.endsWith("s") ? listOf(args[i], name) : cellOf(args[i])]);
      });
      return answerOf(calculation, cells);
    } catch (error) {
      if (!(error instanceof CalcError)) throw error;
      return { [ERROR_COLUMN]: error.message };
    }
  };
}

interface Declared {
  readonly terms: readonly { readonly name: string; readonly type: string }[];
  readonly settings: readonly string[];
}

function answerOf(calculation: Calculation, cells: ReadonlyMap<string, Cells>): RowAnswer {
  const { values, errors } = calculation.answer({ rows: 1, cells });
  const answer: Record<string, number | string> = {};
  calculation.columns.forEach(({ name }, column) => {
    const value = values[column]?.[0];
    if (typeof value === "string" || Number.isFinite(value)) answer[name] = value as number;
  });
  const words = errors.get(0);
  if (words !== undefined) answer[ERROR_COLUMN] = words;
  return answer;
}

function listOf(given: unknown, name: string): Cell {
  if (Array.isArray(given)) return given.map(cellOf);
  throw invalid(
    `${name} is ${given === null || given === undefined ? "NULL" : "no array"}; it must be an array`,
  );
}

/** Terms that hardly any row has stand in one text of JSON. */
function addFurther(cells: Map<string, Cells>, given: unknown, { terms }: Kind): void {
  if (given === null || given === undefined) return;
  const expectation = `it must be JSON such as {"frequency":2}`;
  if (typeof given !== "string") throw invalid(`${FURTHER} is no text; ${expectation}`);
  const object = jsonIn(given, FURTHER, expectation);
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    throw invalid(`${FURTHER} is ${shown(given)}; ${expectation}`);
  }
  for (const [name, value] of Object.entries(object)) {
    if (cells.has(name)) throw invalid(`${FURTHER} has ${name}, which is an argument of its own`);
    if (!terms.has(name)) {
      const near = nearest(name, [...terms.keys()]);
      throw invalid(
        `${FURTHER} has ${name}, which is no term${near === null ? "" : `; the nearest is ${near}`}`,
      );
    }
    cells.set(name, [cellOf(value)]);
  }
}
