/* Goes through a sheet's part and says where in its text each row and cell stands, so that one can be exchanged. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { cellA1, rectangleOf } from "../workbook/a1";
import { SHEET_LIMITS } from "../workbook/limits";
import { FileRefused } from "./fileRefused";

/** A piece of the part's text, from its first character to the one behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An element, and where its first tag ends. */
export interface ElementSpan extends Span {
  readonly inside: number;
  /** Its name as it is written, with a prefix if it has one. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A formula, the value, or another element of a cell. */
export interface CellPart extends ElementSpan {
  readonly text: string;
}

/** A cell. Rows and columns count from 0. */
export interface CellElement extends ElementSpan {
  readonly row: number;
  readonly column: number;
  readonly formula?: CellPart;
  readonly value?: CellPart;
  /** A text that stands in the cell itself. */
  readonly inline?: CellPart;
}

/** A row as it begins: its end is that of its first tag. */
export interface RowElement extends ElementSpan {
  readonly row: number;
  /** Whether it has no end tag. */
  readonly isClosed: boolean;
}

/** Is told what there is, in the order of the part. */
export interface SheetListener {
  row?(row: RowElement): void;
  cell?(cell: CellElement): void;
  /** Where the end tag of the row begins; the end of a row without one. */
  rowEnd?(row: RowElement, at: number): void;
  /** The element around all rows, and where its end tag begins. */
  dataEnd?(data: ElementSpan, at: number): void;
  /** An element beside the rows, as its first tag ends. */
  beside?(element: ElementSpan): void;
}

interface Open {
  readonly tag: string;
  readonly local: string;
  readonly start: number;
  readonly inside: number;
  readonly isClosed: boolean;
  readonly attributes: Record<string, string>;
  text: string;
}

const MAIN = /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/spreadsheetml\//;

/**
 * Goes through a sheet.
 *
 * @param part - The part's name, for the words when it is damaged.
 * @param xml - Its text.
 * @param listener - Is told of rows and cells.
 * @throws {FileRefused} when the part is damaged, declares entities, or has a cell beyond the sheet.
 */
export function eachElement(part: string, xml: string, listener: SheetListener): void {
  new SheetWalk(part, xml, listener).run();
}

class SheetWalk {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: Open[] = [];
  private start = 0;
  private row: RowElement | null = null;
  private nextRow = 0;
  private nextColumn = 0;
  private parts: { -readonly [K in "formula" | "value" | "inline"]?: CellPart } = {};

  constructor(
    private readonly part: string,
    private readonly xml: string,
    private readonly listener: SheetListener,
  ) {
    const { parser } = this;
    parser.on("opentagstart", () => {
      this.start = xml.lastIndexOf("<", parser.position - 1);
    });
    parser.on("opentag", (tag) => {
      this.opened(tag);
    });
    parser.on("closetag", () => {
      this.closed();
    });
    const add = (text: string) => {
      const last = this.open.at(-1);
      // Only the parts of a cell have a text that is looked at.
      if (last && this.open.length === 5) last.text += text;
    };
    parser.on("text", add);
    parser.on("cdata", add);
    parser.on("doctype", () => {
      throw new FileRefused(`the part ${part} declares entities, which no workbook needs`);
    });
    parser.on("error", () => {
      throw new FileRefused(`the part ${part} is damaged at character ${parser.position}`);
    });
  }

  run(): void {
    this.parser.write(this.xml).close();
  }

  /** The names from the root to the element that is open, such as "worksheet/sheetData/row". */
  private get path(): string {
    return this.open.map(({ local }) => local).join("/");
  }

  private opened(tag: SaxesTagNS): void {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element: Open = {
      tag: tag.name,
      local: MAIN.test(tag.uri) ? tag.local : `:${tag.name}`,
      start: this.start,
      inside: this.parser.position,
      isClosed: tag.isSelfClosing,
      attributes,
      text: "",
    };
    this.open.push(element);
    if (this.open.length === 2) this.listener.beside?.({ ...element, end: element.inside });
    if (this.open.length === 3 && this.path === ROW) this.beginRow(element);
  }

  private beginRow(element: Open): void {
    const { r } = element.attributes;
    const row = r === undefined ? this.nextRow : Number(r) - 1;
    this.nextRow = row + 1;
    this.nextColumn = 0;
    this.row = { ...element, end: element.inside, row };
    this.listener.row?.(this.row);
  }

  private closed(): void {
    const element = this.open.at(-1);
    if (element === undefined) return;
    const depth = this.open.length;
    const end = this.parser.position;
    // The end tag of an element that has one.
    const at = element.isClosed ? end : this.xml.lastIndexOf("<", end - 1);
    const path = depth <= 5 ? this.path : "";
    if (depth === 5 && path.startsWith(`${CELL}/`)) this.addPart({ ...element, end });
    else if (depth === 4 && path === CELL) this.endCell({ ...element, end });
    else if (depth === 3 && path === ROW && this.row) this.listener.rowEnd?.(this.row, at);
    else if (depth === 2 && path === DATA) this.listener.dataEnd?.({ ...element, end }, at);
    this.open.pop();
  }

  private addPart(part: CellPart & { readonly local: string }): void {
    if (part.local === "f") this.parts.formula = part;
    else if (part.local === "v") this.parts.value = part;
    else if (part.local === "is") this.parts.inline = part;
  }

  private endCell(element: ElementSpan): void {
    const row = this.row?.row ?? 0;
    const place = this.placeOf(element.attributes["r"] ?? cellA1(row + 1, this.nextColumn + 1));
    this.nextColumn = place.column + 1;
    this.listener.cell?.({ ...element, ...place, ...this.parts });
    this.parts = {};
  }

  private placeOf(address: string): { row: number; column: number } {
    const { row, column } = rectangleOf(address);
    if (row <= SHEET_LIMITS.rows && column <= SHEET_LIMITS.columns && row - 1 === this.row?.row) {
      return { row: row - 1, column: column - 1 };
    }
    throw new FileRefused(`the part ${this.part} has a cell ${address} where no such cell can be`);
  }
}

const DATA = "worksheet/sheetData";
const ROW = `${DATA}/row`;
const CELL = `${ROW}/c`;
