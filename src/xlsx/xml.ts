/* Reads the XML of .xlsx parts: elements, attributes and texts, and nothing that runs. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { FileRefused } from "./fileRefused";

/** An element as it begins. */
export interface XmlStart {
  /** Without a prefix in the format's own namespace; "r:", "mc:" and the like in others. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element with all that is in it. */
export interface XmlElement extends XmlStart {
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

/** The namespaces of the format itself: as Excel writes it, and the strict one. */
const OWN = [
  /^http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|package|drawingml)\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\/(spreadsheetml|drawingml)\//,
];
const RELATIONS = /\/relationships$/;
const DEEPEST = 60;
/** Characters that are parsed at once: a sheet of millions of cells is never all in elements. */
const SLICE = 65_536;

interface Open extends XmlStart {
  readonly children: XmlElement[];
  text: string;
}

/** The start of an element, a text, or null for an end. */
type Piece = XmlStart | string | null;

/** Goes through a part from its first element to its last. */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private pieces: Piece[] = [];
  private taken = 0;
  private parsed = 0;

  /**
   * @param part - The part's name, for the words when it is damaged.
   * @param xml - Its text.
   */
  constructor(
    private readonly part: string,
    private readonly xml: string,
  ) {
    const add = (piece: Piece) => {
      this.pieces.push(piece);
    };
    this.parser.on("opentag", (tag) => {
      add(startOf(tag));
    });
    this.parser.on("text", add);
    this.parser.on("cdata", add);
    this.parser.on("closetag", () => {
      add(null);
    });
    this.parser.on("doctype", () => {
      throw new FileRefused(`the part ${part} declares entities, which no workbook needs`);
    });
    this.parser.on("error", () => {
      throw this.broken();
    });
  }

  /**
   * The next start of an element, or the end of the one around it.
   * @returns The element without what is in it, or null at an end.
   * @throws {FileRefused} when the part is damaged there.
   */
  next(): XmlStart | null {
    for (;;) {
      const piece = this.take();
      if (piece === undefined || piece === null) return null;
      if (typeof piece !== "string") return piece;
    }
  }

  /**
   * All that is in the element that was just begun.
   * @param begun - What {@link next} returned.
   * @returns The whole element; the reader stands behind it.
   * @throws {FileRefused} when it is damaged, or deeper than any part of a workbook.
   */
  whole(begun: XmlStart): XmlElement {
    const around: Open[] = [];
    let element: Open = { ...begun, children: [], text: "" };
    for (;;) {
      const piece = this.take();
      if (piece === undefined || around.length > DEEPEST) throw this.broken();
      if (typeof piece === "string") element.text += piece;
      else if (piece !== null) {
        const child: Open = { ...piece, children: [], text: "" };
        element.children.push(child);
        around.push(element);
        element = child;
      } else {
        const outer = around.pop();
        if (outer === undefined) return element;
        element = outer;
      }
    }
  }

  private broken(): FileRefused {
    return new FileRefused(`the part ${this.part} is damaged at character ${this.parser.position}`);
  }

  /** The next piece; undefined behind the last. */
  private take(): Piece | undefined {
    while (this.taken === this.pieces.length) {
      if (this.parser.closed) return undefined;
      this.pieces = [];
      this.taken = 0;
      if (this.parsed < this.xml.length) {
        this.parser.write(this.xml.slice(this.parsed, this.parsed + SLICE));
        this.parsed += SLICE;
      } else this.parser.close();
    }
    return this.pieces[this.taken++];
  }
}

function startOf({ name, local, uri, attributes }: SaxesTagNS): XmlStart {
  const plain: Record<string, string> = {};
  for (const attribute of Object.values(attributes)) {
    if (attribute.name === "xmlns" || attribute.prefix === "xmlns") continue;
    plain[nameOf(attribute)] = attribute.value;
  }
  return { name: nameOf({ name, local, uri }), attributes: plain };
}

function nameOf(written: {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
}): string {
  const { name, local, uri } = written;
  if (name === local || OWN.some((own) => own.test(uri))) return local;
  return RELATIONS.test(uri) ? `r:${local}` : name;
}

/**
 * Reads a whole part.
 *
 * @param part - The part's name, for the words when it is damaged.
 * @param xml - Its text.
 * @returns Its root.
 * @throws {FileRefused} when it is no XML.
 */
export function readXml(part: string, xml: string): XmlElement {
  const reader = new XmlReader(part, xml);
  const root = reader.next();
  if (root === null) throw new FileRefused(`the part ${part} is empty`);
  return reader.whole(root);
}

/**
 * The children of a name.
 * @param element - Where; undefined has none.
 * @param name - The name.
 * @returns The children.
 */
export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/**
 * The first child of a name.
 * @param element - Where; undefined has none.
 * @param name - The name.
 * @returns The child, if there is one.
 */
export const one = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/**
 * A flag as the format writes it.
 * @param value - "1", "true", "on"; undefined for an attribute that is not there.
 * @returns Whether it is on.
 */
export const isOn = (value: string | undefined): boolean =>
  value === "1" || value === "true" || value === "on";
