/* The parts of a file, and how they name each other. */
import { all, readXml, type XmlElement } from "./xml";
import type { Parts } from "./zipCheck";

/** Where a part points. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, such as "worksheet". */
  readonly kind: string;
  /** The part's name, or an address outside of the file. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** The parts of a file by name; names differ in case from file to file. */
export class FileParts {
  private readonly names: ReadonlyMap<string, string>;
  /** Parts that were asked for, in small letters. */
  readonly read = new Set<string>();

  constructor(private readonly parts: Parts) {
    this.names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** Every name. */
  get all(): string[] {
    return [...this.parts.keys()];
  }

  /**
   * The text of a part.
   * @param name - Its name.
   * @returns The text; undefined when there is no such part.
   */
  text(name: string): string | undefined {
    this.read.add(name.toLowerCase());
    const bytes = this.parts.get(this.names.get(name.toLowerCase()) ?? "");
    if (bytes === undefined) return undefined;
    const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
    const encoding = !isWide ? "utf-8" : bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    return new TextDecoder(encoding).decode(bytes);
  }

  /**
   * The root of a part.
   * @param name - Its name.
   * @returns The root; undefined when there is no such part.
   */
  root(name: string | undefined): XmlElement | undefined {
    const text = name === undefined ? undefined : this.text(name);
    return name === undefined || text === undefined ? undefined : readXml(name, text);
  }

  /**
   * What a part points to.
   * @param name - Its name; "" for the file itself.
   * @returns Its relations.
   */
  relations(name: string): Relation[] {
    const slash = name.lastIndexOf("/") + 1;
    const folder = name.slice(0, slash);
    const root = this.root(`${folder}_rels/${name.slice(slash)}.rels`);
    return all(root, "Relationship").map(({ attributes }) => {
      const { Id = "", Type = "", Target = "", TargetMode } = attributes;
      const isOutside = TargetMode === "External";
      return {
        id: Id,
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        target: isOutside ? Target : resolved(folder, Target),
        isOutside,
      };
    });
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
