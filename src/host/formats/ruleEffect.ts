/* What a rule of a conditional format does with each of its cells. */
import type { CellTest, FormatLook, FormatRule } from "../../workbook/conditionalFormat";
import { formulaOf } from "../../workbook/testFormulas";
import { isCellError, type EngineValue } from "../runtime/cellValue";
import { scaleColor, type PlacedColor } from "./scaleColor";
import { scaleNumber } from "./scaleNumber";

/** What a cell looks like by a rule. */
export interface Effect {
  readonly look?: FormatLook;
  /** Percent of the cell that a bar takes. */
  readonly bar?: { readonly length: number; readonly color: string };
  readonly icon?: { readonly icons: string; readonly place: number };
  /** Whether the bar or the icon stands there alone. */
  readonly alone?: true;
}

/** The cells of a format while nothing changes. Rows and columns count from 0. */
export interface FormatCells {
  /** The cell from which references of formulas count, such as "A1". */
  readonly first: string;
  /** What the cells hold. */
  readonly values: () => readonly EngineValue[];
  readonly valueAt: (row: number, column: number) => EngineValue;
  /**
   * What a formula gives that is written for the first cell, in another one; in the first without a place.
   * Undefined where it cannot be said here.
   */
  readonly evaluate: (formula: string, row?: number, column?: number) => EngineValue | undefined;
}

/** What a rule does with a cell; null where it does nothing. */
type EffectAt = (row: number, column: number) => Effect | null;

/**
 * What a rule does with each cell of its format.
 *
 * @param rule - The rule.
 * @param cells - The cells, as they are now.
 * @returns What says it of a cell.
 */
export function ruleEffect(rule: FormatRule, cells: FormatCells): EffectAt {
  const numbers = () =>
    cells
      .values()
      .filter((value) => typeof value === "number")
      .sort((a, b) => a - b);
  const ofNumber =
    (effect: (value: number) => Effect | null): EffectAt =>
    (row, column) => {
      const value = cells.valueAt(row, column);
      return typeof value === "number" ? effect(value) : null;
    };
  const sorted = rule.kind in SCALES ? numbers() : [];
  const placeOf = (at: Parameters<typeof scaleNumber>[0]) =>
    scaleNumber(at, sorted, (formula) => {
      const value = cells.evaluate(formula);
      return typeof value === "number" ? value : null;
    });
  switch (rule.kind) {
    case "colorScale": {
      const scale = rule.points.flatMap(({ at, color }): PlacedColor[] => {
        const value = placeOf(at);
        return value === null ? [] : [{ value, color }];
      });
      if (scale.length < rule.points.length) return NOTHING;
      return ofNumber((value) => ({ look: { fill: scaleColor(value, scale) } }));
    }
    case "dataBar": {
      const { color, shortest = 10, longest = 90, barOnly } = rule;
      const [from, to] = [placeOf(rule.from), placeOf(rule.to)];
      if (from === null || to === null) return NOTHING;
      return ofNumber((value) => {
        const share = to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0.5;
        const length = shortest + share * (longest - shortest);
        return { bar: { length, color }, ...(barOnly ? { alone: true } : {}) };
      });
    }
    case "iconSet": {
      const { icons, steps, reversed, iconOnly } = rule;
      const starts = steps.map(({ at }) => placeOf(at));
      return ofNumber((value) => {
        const place = steps.reduce((reached, { above }, i) => {
          const start = starts[i];
          return start != null && (above ? value > start : value >= start) ? i : reached;
        }, 0);
        return {
          icon: { icons, place: reversed ? steps.length - 1 - place : place },
          ...(iconOnly ? { alone: true } : {}),
        };
      });
    }
    default: {
      const { look } = rule;
      const isFound = testOf(rule, cells);
      return (row, column) => (isFound(row, column) ? { look } : null);
    }
  }
}

const SCALES = { colorScale: true, dataBar: true, iconSet: true };
const NOTHING: EffectAt = () => null;

function testOf(test: CellTest, cells: FormatCells): (row: number, column: number) => boolean {
  const formula = formulaOf(test, cells.first);
  if (formula !== null) {
    return (row, column) => {
      const value = cells.evaluate(formula, row, column);
      return value === true || (typeof value === "number" && value !== 0);
    };
  }
  const isFound = valueTest(test, cells.values());
  return (row, column) => isFound(cells.valueAt(row, column));
}

/** A rule that sets a value against all others. */
function valueTest(
  test: CellTest,
  values: readonly EngineValue[],
): (value: EngineValue) => boolean {
  const numbers = values.filter((value) => typeof value === "number");
  switch (test.kind) {
    case "rank": {
      const { count, percent, bottom } = test;
      const most = percent ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
      const sorted = numbers.sort((a, b) => (bottom ? a - b : b - a));
      const last = sorted[Math.min(most, sorted.length) - 1] ?? NaN;
      return (value) => typeof value === "number" && (bottom ? value <= last : value >= last);
    }
    case "average": {
      // Which deviation Excel takes, of a sample or of all, is not documented: such a rule is kept, not shown.
      if (test.deviations !== undefined) return () => false;
      const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      return (value) => {
        if (typeof value !== "number") return false;
        return (
          (test.orEqual === true && value === mean) || (test.below ? value < mean : value > mean)
        );
      };
    }
    case "duplicate":
    case "unique": {
      const counts = new Map<string, number>();
      for (const key of values.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
      return (value) => {
        const key = keyOf(value);
        return key !== "" && (counts.get(key) === 1) === (test.kind === "unique");
      };
    }
    default:
      return () => false;
  }
}

/** Texts are the same in large and small letters, and a number the same as its text. */
const keyOf = (value: EngineValue): string =>
  isCellError(value) ? value.error : String(value ?? "").toLowerCase();
