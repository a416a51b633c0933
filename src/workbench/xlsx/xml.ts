/* Reads the XML of .xlsx parts: elements, attributes and texts, and nothing that runs. */
import { unescaped } from "./xmlText";
import { FileRefused } from "./zipCheck";

/** An element with all that is in it. */
export interface XmlElement {
  /** Without a prefix in the format's own namespace; "r:", "mc:" and the like in others. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

/** The namespaces of the format itself: as Excel writes it, and the strict one. */
const OWN = [
  /^http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|package)\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml\//,
  /^http:\/\/schemas\.openxmlformats\.org\/drawingml\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\/drawingml\//,
];
const RELATIONS = /\/relationships$/;
const DEEPEST = 60;

const TAG = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Goes through a part from its first element to its last. */
export class XmlReader {
  private at = 0;
  private readonly prefixes = new Map<string, string>();
  /** The elements around, as they are written. */
  private readonly around: string[] = [];

  constructor(
    private readonly part: string,
    private readonly xml: string,
  ) {}

  /**
   * The next start of an element, or the end of the one around it.
   * @returns The element without what is in it, or null at an end; `isEmpty` when it ends at once.
   */
  next(): {
    readonly element: Omit<XmlElement, "children" | "text">;
    readonly isEmpty: boolean;
  } | null {
    for (;;) {
      const tag = this.nextTag();
      if (tag === undefined && this.around.length === 0) return null;
      if (tag === undefined) throw this.broken(this.at);
      if (tag.startsWith("/")) {
        this.end(tag);
        return null;
      }
      if (!isElement(tag)) continue;
      const { name, attributes } = this.opened(tag);
      return { element: { name, attributes }, isEmpty: tag.endsWith("/") };
    }
  }

  /**
   * All that is in the element that was just begun.
   * @param begun - What {@link next} returned.
   * @returns The whole element; the reader stands behind it.
   */
  whole(begun: NonNullable<ReturnType<XmlReader["next"]>>): XmlElement {
    const root: Open = { ...begun.element, children: [], text: "" };
    if (begun.isEmpty) return root;
    const open: Open[] = [root];
    for (;;) {
      const from = this.at;
      const tag = this.nextTag((text) => {
        const last = open[open.length - 1];
        if (last) last.text += text;
      });
      if (tag === undefined) throw this.broken(from);
      if (tag.startsWith("/")) {
        this.end(tag);
        open.pop();
        if (open.length === 0) return root;
        continue;
      }
      if (!isElement(tag)) continue;
      if (open.length > DEEPEST) throw this.broken(from);
      const child: Open = this.opened(tag);
      open[open.length - 1]?.children.push(child);
      if (!tag.endsWith("/")) open.push(child);
    }
  }

  /** A closing tag has to be that of the element around it. */
  private end(tag: string): void {
    if (this.around.pop() !== tag.slice(1).trim()) throw this.broken(this.at);
  }

  private broken(at: number): FileRefused {
    return new FileRefused(`the part ${this.part} is damaged at character ${at}`);
  }

  /** What stands between the next angle brackets; a text before it goes to `take`. */
  private nextTag(take?: (text: string) => void): string | undefined {
    const { xml } = this;
    const start = xml.indexOf("<", this.at);
    if (start === -1) {
      this.at = xml.length;
      return undefined;
    }
    if (take && start > this.at) take(unescaped(xml.slice(this.at, start)));
    if (xml.startsWith("<![CDATA[", start)) {
      const end = this.endOf("]]>", start);
      take?.(xml.slice(start + 9, end - 3));
      this.at = end;
      return "!";
    }
    if (xml.startsWith("<!--", start)) {
      this.at = this.endOf("-->", start);
      return "!";
    }
    this.at = this.endOfTag(start);
    return xml.slice(start + 1, this.at - 1);
  }

  private endOf(mark: string, start: number): number {
    const end = this.xml.indexOf(mark, start);
    if (end === -1) throw this.broken(start);
    return end + mark.length;
  }

  /** A ">" may stand in an attribute. */
  private endOfTag(start: number): number {
    TAG.lastIndex = start;
    if (!TAG.test(this.xml)) throw this.broken(start);
    return TAG.lastIndex;
  }

  private opened(tag: string): Open {
    const body = tag.endsWith("/") ? tag.slice(0, -1) : tag;
    const space = body.search(/\s/);
    const written = space === -1 ? body : body.slice(0, space);
    if (!tag.endsWith("/")) this.around.push(written);
    const attributes: Record<string, string> = {};
    if (space !== -1) {
      for (const match of body.slice(space).matchAll(ATTRIBUTE)) {
        const [, name = "", double, single = ""] = match;
        const value = unescaped(double ?? single);
        if (name === "xmlns") continue;
        if (name.startsWith("xmlns:")) this.prefixes.set(name.slice(6), value);
        else attributes[name] = value;
      }
    }
    const named = Object.entries(attributes).map(([name, value]) => [this.plain(name), value]);
    return {
      name: this.plain(written),
      attributes: Object.fromEntries(named) as Record<string, string>,
      children: [],
      text: "",
    };
  }

  private plain(name: string): string {
    const colon = name.indexOf(":");
    if (colon === -1) return name;
    const namespace = this.prefixes.get(name.slice(0, colon));
    if (namespace === undefined) return name;
    const local = name.slice(colon + 1);
    if (OWN.some((own) => own.test(namespace))) return local;
    return RELATIONS.test(namespace) ? `r:${local}` : name;
  }
}

const isElement = (tag: string): boolean => !tag.startsWith("?") && !tag.startsWith("!");

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
