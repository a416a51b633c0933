/* What the conditional formats of one sheet make of its cells, until something changes. */
import type { IRange } from "@univerjs/core";
import { cellA1, rectangleOf, type Rectangle } from "../../workbook/a1";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { firstCell } from "../../workbook/testFormulas";
import { engineRange } from "../engineRanges";
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
    this.formats = sheet.formats.map((format) => ({
      ranges: format.ranges.map(engineRange),
      stops: format.stops === true,
      effect: once(() => ruleEffect(format.rule, cellsOf(format, sheet))),
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

function cellsOf({ ranges }: ConditionalFormat, { used, valueAt, evaluate }: SheetNow) {
  const first = firstCell(ranges);
  const { row, column } = rectangleOf(first);
  const from = { row: row - 1, column: column - 1 };
  return {
    first,
    valueAt,
    values: once(() => ranges.flatMap((range) => valuesIn(rectangleOf(range), used, valueAt))),
    evaluate: (formula: string, atRow = from.row, atColumn = from.column) =>
      evaluate(formula, from, { row: atRow, column: atColumn }),
  };
}

function valuesIn(
  { row, column, rows, columns }: Rectangle,
  used: SheetNow["used"],
  valueAt: SheetNow["valueAt"],
): EngineValue[] {
  const values: EngineValue[] = [];
  for (let i = row - 1; i < Math.min(row - 1 + rows, used.rows); i++) {
    for (let j = column - 1; j < Math.min(column - 1 + columns, used.columns); j++) {
      values.push(valueAt(i, j));
    }
  }
  return values;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
