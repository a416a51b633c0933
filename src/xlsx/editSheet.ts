/* Writes values into the cells of a sheet's part; every other character of it stays as it is. */
import { a1Of, cellA1, rectangleOf } from "../workbook/a1";
import { valueXml } from "./cellValueXml";
import { eachElement, type CellElement, type ElementSpan, type RowElement } from "./sheetElements";
import { escaped } from "./xmlText";

/** What becomes of a cell. */
export interface CellEdit {
  /** The value; null empties the cell, whose looks stay. */
  readonly value: number | string | boolean | null;
  /** The cells that its array formula fills from now on, such as "D1:D9", where they are others. */
  readonly reach?: string;
  /** Whether a cell that the file has not yet looks like the one above it. */
  readonly isLikeAbove?: boolean;
}

/** Cells to be changed: by row, then by column, from 0. */
export type SheetEdits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

/**
 * Changes cells of a sheet.
 *
 * @param part - The part's name, for the words when it is damaged.
 * @param xml - Its text.
 * @param edits - The cells; those that the part has not are added.
 * @returns The new text of the part.
 * @throws {FileRefused} when the part is damaged.
 */
export function editedSheet(part: string, xml: string, edits: SheetEdits): string {
  return new SheetEditor(part, xml, edits).run();
}

const inOrder = <Value>(map: ReadonlyMap<number, Value>): [number, Value][] =>
  [...map].sort(([a], [b]) => a - b);

const NONE: ReadonlyMap<number, CellEdit> = new Map();

class SheetEditor {
  private readonly pieces: string[] = [];
  private copied = 0;
  /** Rows and cells that are still to be written, the next one last. */
  private readonly rows: [number, ReadonlyMap<number, CellEdit>][];
  private cells: [number, CellEdit][] = [];
  private widened: { row: number; column: number } = { row: 0, column: 0 };
  private dimension: ElementSpan | undefined;
  private prefix = "";
  /** The look of the last cell of each column. */
  private readonly looks = new Map<number, string | undefined>();

  constructor(
    private readonly part: string,
    private readonly xml: string,
    edits: SheetEdits,
  ) {
    this.rows = inOrder(edits)
      .filter(([, cells]) => cells.size > 0)
      .reverse();
  }

  run(): string {
    eachElement(this.part, this.xml, {
      beside: (element) => {
        if (/^(\w+:)?dimension$/.test(element.tag)) this.dimension = element;
        if (/^(\w+:)?sheetData$/.test(element.tag)) this.prefix = element.tag.slice(0, -9);
      },
      row: (row) => {
        this.beginRow(row);
      },
      cell: (cell) => {
        this.replaceCell(cell);
      },
      rowEnd: (row, at) => {
        this.endRow(row, at);
      },
      dataEnd: (data, at) => {
        this.endData(data, at);
      },
    });
    this.copyTo(this.xml.length);
    return this.withDimension(this.pieces);
  }

  private copyTo(end: number): void {
    if (end > this.copied) this.pieces.push(this.xml.slice(this.copied, end));
    this.copied = Math.max(this.copied, end);
  }

  private beginRow(row: RowElement): void {
    this.addRowsBefore(row.row, row.start);
    this.cells = [];
    if (this.rows.at(-1)?.[0] === row.row) this.cells = inOrder(this.rows.pop()?.[1] ?? NONE);
    this.cells.reverse();
    const last = this.cells[0]?.[0] ?? -1;
    const { spans } = row.attributes;
    if (this.cells.length === 0) return;
    const isBeyond = spans !== undefined && last >= Number(spans.split(":").at(-1));
    this.copyTo(row.start);
    const tag = this.xml.slice(row.start, row.end);
    const own = isBeyond ? withoutAttribute(tag, "spans") : tag;
    this.pieces.push(row.isClosed ? own.replace(/\s*\/>$/, ">") : own);
    this.copied = row.end;
  }

  private replaceCell(cell: CellElement): void {
    this.addCellsBefore(cell.row, cell.column, cell.start);
    this.looks.set(cell.column, cell.attributes["s"]);
    if (this.cells.at(-1)?.[0] !== cell.column) return;
    const edit = this.cells.pop()?.[1];
    if (edit === undefined) return;
    this.copyTo(cell.start);
    this.pieces.push(editedCell(this.xml, cell, edit, this.prefix));
    this.copied = cell.end;
  }

  private endRow(row: RowElement, at: number): void {
    const hasNew = this.cells.length > 0;
    this.addCellsBefore(row.row, Infinity, at);
    if (row.isClosed && hasNew) this.pieces.push(`</${row.tag}>`);
  }

  private addCellsBefore(row: number, column: number, at: number): void {
    for (let next = this.cells.at(-1); next && next[0] < column; next = this.cells.at(-1)) {
      this.cells.pop();
      if (next[1].value === null) continue;
      this.copyTo(at);
      this.pieces.push(this.newCell(row, next[0], next[1]));
    }
  }

  private addRowsBefore(row: number, at: number): void {
    for (let next = this.rows.at(-1); next && next[0] < row; next = this.rows.at(-1)) {
      this.rows.pop();
      const [number, cells] = next;
      const there = inOrder(cells).filter(([, { value }]) => value !== null);
      if (there.length === 0) continue;
      this.copyTo(at);
      const written = there.map(([column, edit]) => this.newCell(number, column, edit));
      this.pieces.push(
        `<${this.prefix}row r="${number + 1}">${written.join("")}</${this.prefix}row>`,
      );
    }
  }

  private endData(data: ElementSpan, at: number): void {
    const isClosed = data.inside === data.end;
    if (!isClosed) {
      this.addRowsBefore(Infinity, at);
      return;
    }
    if (this.rows.length === 0) return;
    this.copyTo(data.start);
    this.copied = data.end;
    this.pieces.push(this.xml.slice(data.start, data.end).replace(/\s*\/>$/, ">"));
    this.addRowsBefore(Infinity, data.end);
    this.pieces.push(`</${data.tag}>`);
  }

  private newCell(row: number, column: number, { value, isLikeAbove }: CellEdit): string {
    this.widened = {
      row: Math.max(this.widened.row, row + 1),
      column: Math.max(this.widened.column, column + 1),
    };
    const style = isLikeAbove ? this.looks.get(column) : undefined;
    const look = style === undefined ? "" : ` s="${escaped(style)}"`;
    const { kind, xml } = valueXml(value, this.prefix);
    const tag = `<${this.prefix}c r="${cellA1(row + 1, column + 1)}"${look}${kind}`;
    return xml === "" ? `${tag}/>` : `${tag}>${xml}</${this.prefix}c>`;
  }

  /** The size that a sheet states of itself holds the new cells, too. */
  private withDimension(pieces: readonly string[]): string {
    const text = pieces.join("");
    const { dimension, widened } = this;
    const stated = dimension?.attributes["ref"];
    if (dimension === undefined || stated === undefined || widened.row === 0) return text;
    const area = rectangleOf(stated);
    const wide = {
      ...area,
      rows: Math.max(area.rows, widened.row - area.row + 1),
      columns: Math.max(area.columns, widened.column - area.column + 1),
    };
    const tag = text.slice(dimension.start, dimension.end).replace(stated, a1Of(wide));
    return text.slice(0, dimension.start) + tag + text.slice(dimension.end);
  }
}

/** A cell of the file with another value; its formula and whatever else is in it stay. */
function editedCell(xml: string, cell: CellElement, edit: CellEdit, prefix: string): string {
  const { kind, xml: value } = valueXml(edit.value, prefix);
  // What a value was beside its text, such as a picture or a currency, it is no more.
  const plain = ["t", "vm"].reduce(withoutAttribute, xml.slice(cell.start, cell.inside));
  const tag = plain.replace(/\s*\/?>$/, "") + kind;
  const { formula, value: old, inline } = cell;
  let inner = "";
  let at = cell.inside;
  for (const piece of [formula, old, inline].filter((one) => one !== undefined).sort(byStart)) {
    inner += xml.slice(at, piece.start);
    if (piece === formula) inner += reaching(xml, piece, edit.reach) + value;
    at = piece.end;
  }
  if (formula === undefined) inner += value;
  const end = cell.inside === cell.end ? cell.end : xml.lastIndexOf("<", cell.end - 1);
  inner += xml.slice(at, end);
  return inner === "" ? `${tag}/>` : `${tag}>${inner}</${cell.tag}>`;
}

const byStart = (one: ElementSpan, other: ElementSpan): number => one.start - other.start;

function reaching(xml: string, formula: ElementSpan, reach: string | undefined): string {
  const written = xml.slice(formula.start, formula.end);
  if (reach === undefined) return written;
  const inside = formula.inside - formula.start;
  const tag = written.slice(0, inside).replace(ATTRIBUTES, (all, name: string) => {
    return name === "ref" ? ` ref="${reach}"` : all;
  });
  return tag + written.slice(inside);
}

const ATTRIBUTES = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

const withoutAttribute = (tag: string, attribute: string): string =>
  tag.replace(ATTRIBUTES, (all, name: string) => (name === attribute ? "" : all));
