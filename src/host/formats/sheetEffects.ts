/* What the conditional formats of one sheet make of its cells, until something changes. */
import type { IRange } from "@univerjs/core";
import { cellA1, rectangleOf } from "../../workbook/a1";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { firstCell } from "../../workbook/testFormulas";
import { engineRange } from "../engineRanges";
import { disjoint } from "./disjointRanges";
import type { EngineValue } from "../runtime/cellValue";
import { ruleEffect, type Effect } from "./ruleEffect";

/** A sheet as it is now. Rows and columns count from 0. */
export interface SheetNow {
  readonly formats: readonly ConditionalFormat[];
  /** Beyond these nothing holds a value. */
  readonly used: { readonly rows: number; readonly columns: number };
  readonly valueAt: (row: number, column: number) => EngineValue;
  /** What a formula gives in a cell that is written for another. */
  readonly evaluate: (
    formula: string,
    from: { readonly row: number; readonly column: number },
    place: { readonly row: number; readonly column: number },
  ) => EngineValue | undefined;
}

/** So many cells are remembered; more are looked at again. */
const MOST_CELLS = 50_000;

/** The effects of a sheet's formats, each looked at when it is first asked for. */
export class SheetEffects {
  private readonly formats;
  private readonly found = new Map<string, Effect | null>();

  /** @param sheet - The sheet. */
  constructor(sheet: SheetNow) {
    const valuesOf = valuesOfRanges(sheet);
    this.formats = sheet.formats.map((format) => ({
      ranges: format.ranges.map(engineRange),
      stops: format.stops === true,
      effect: once(() => ruleEffect(format.rule, cellsOf(format, sheet, valuesOf))),
    }));
  }

  /**
   * What the formats make of a cell.
   * @param row - From 0.
   * @param column - From 0.
   * @returns All of it, of two that contradict the first; null for a cell that looks as it does.
   */
  at(row: number, column: number): Effect | null {
    const key = cellA1(row + 1, column + 1);
    const known = this.found.get(key);
    if (known !== undefined) return known;
    if (this.found.size >= MOST_CELLS) this.found.clear();
    const effect = this.effectAt(row, column);
    this.found.set(key, effect);
    return effect;
  }

  /**
   * What the formats made of a cell when it was last looked at.
   * @param row - From 0.
   * @param column - From 0.
   * @returns The effect; null for a cell that looks as it does, or was not looked at.
   */
  lastAt(row: number, column: number): Effect | null {
    return this.found.get(cellA1(row + 1, column + 1)) ?? null;
  }

  private effectAt(row: number, column: number): Effect | null {
    let all = null as Effect | null;
    for (const { ranges, stops, effect } of this.formats) {
      if (!ranges.some((range) => isIn(range, row, column))) continue;
      const own = effect()(row, column);
      if (own === null) continue;
      all = { ...own, ...all, look: { ...own.look, ...all?.look } };
      if (stops) break;
    }
    return all;
  }
}

const isIn = ({ startRow, endRow, startColumn, endColumn }: IRange, row: number, column: number) =>
  row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;

function cellsOf(
  { ranges }: ConditionalFormat,
  { valueAt, evaluate }: SheetNow,
  valuesOf: (ranges: readonly string[]) => readonly EngineValue[],
) {
  const first = firstCell(ranges);
  const { row, column } = rectangleOf(first);
  const from = { row: row - 1, column: column - 1 };
  return {
    first,
    valueAt,
    values: () => valuesOf(ranges),
    evaluate: (formula: string, atRow = from.row, atColumn = from.column) =>
      evaluate(formula, from, { row: atRow, column: atColumn }),
  };
}

/** What ranges hold, each cell once; rules for the same ranges share it. */
function valuesOfRanges({ used, valueAt }: SheetNow) {
  const known = new Map<string, readonly EngineValue[]>();
  return (ranges: readonly string[]): readonly EngineValue[] => {
    const key = ranges.join(" ");
    const values =
      known.get(key) ??
      disjoint(ranges.map(engineRange)).flatMap((range) => valuesIn(range, used, valueAt));
    known.set(key, values);
    return values;
  };
}

function valuesIn(
  { startRow, endRow, startColumn, endColumn }: IRange,
  used: SheetNow["used"],
  valueAt: SheetNow["valueAt"],
): EngineValue[] {
  const values: EngineValue[] = [];
  for (let row = startRow; row <= Math.min(endRow, used.rows - 1); row++) {
    for (let column = startColumn; column <= Math.min(endColumn, used.columns - 1); column++) {
      values.push(valueAt(row, column));
    }
  }
  return values;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
