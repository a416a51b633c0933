/* Rules of conditional formats as the formulas that say the same. */
import { rectangleOf, cellA1 } from "./a1";
import type { CellTest } from "./conditionalFormat";

type Named = Extract<CellTest, { readonly kind: "text" | "content" }>;

/**
 * The cell from which the references of a format's formulas count.
 *
 * @param ranges - The format's cells.
 * @returns The upper left cell of all of them, such as "A1".
 */
export function firstCell(ranges: readonly string[]): string {
  const all = ranges.map(rectangleOf);
  const least = (places: readonly number[]) => places.reduce((a, b) => Math.min(a, b));
  return cellA1(least(all.map(({ row }) => row)), least(all.map(({ column }) => column)));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The formula that says the same as a rule about a text or a content, as Excel writes it.
 *
 * @param test - The rule.
 * @param cell - The cell from which references count.
 * @returns Without an equals sign, for example `LEN(TRIM(A1))=0`.
 */
export function formulaOfTest(test: Named, cell: string): string {
  if (test.kind === "content") {
    return {
      containsBlanks: `LEN(TRIM(${cell}))=0`,
      notContainsBlanks: `LEN(TRIM(${cell}))>0`,
      containsErrors: `ISERROR(${cell})`,
      notContainsErrors: `NOT(ISERROR(${cell}))`,
    }[test.is];
  }
  const text = quoted(test.text);
  return {
    containsText: `NOT(ISERROR(SEARCH(${text},${cell})))`,
    notContains: `ISERROR(SEARCH(${text},${cell}))`,
    beginsWith: `LEFT(${cell},LEN(${text}))=${text}`,
    endsWith: `RIGHT(${cell},LEN(${text}))=${text}`,
  }[test.place];
}

/**
 * Whether a formula beside a rule about a text looks for that text, and not for that of another cell.
 *
 * @param formula - As the file has it; some programs write none.
 * @param text - The text.
 * @returns True where the text alone says what is looked for.
 */
export const looksFor = (formula: string | undefined, text: string): boolean =>
  // XlsxWriter 3.0 leaves quotes in the text as they are, which no formula may.
  formula === undefined || formula.includes(quoted(text)) || formula.includes(`"${text}"`);

const SIGNS = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
} as const;

/**
 * The formula that is true for the cells that a rule finds.
 *
 * @param test - The rule.
 * @param cell - The cell from which references count.
 * @returns With its equals sign; null for a rule that sets a cell against all others.
 *
 * @example
 * formulaOf({ kind: "cell", operator: "lessThan", formulas: ["=$B$1"] }, "A1"); // => "=A1<($B$1)"
 */
export function formulaOf(test: CellTest, cell: string): string | null {
  switch (test.kind) {
    case "formula":
      return test.formula;
    case "text":
    case "content":
      return `=${formulaOfTest(test, cell)}`;
    case "cell": {
      const [first = "", last = ""] = test.formulas.map((formula) => `(${formula.slice(1)})`);
      if (test.operator !== "between" && test.operator !== "notBetween") {
        return `=${cell}${SIGNS[test.operator]}${first}`;
      }
      const [low, high] = [`MIN(${first},${last})`, `MAX(${first},${last})`];
      return test.operator === "between"
        ? `=AND(${cell}>=${low},${cell}<=${high})`
        : `=OR(${cell}<${low},${cell}>${high})`;
    }
    default:
      return null;
  }
}
