/* What the sheets of a file share while it is read. */
import type { BookStyle } from "../workbook/bookStyle";
import { StyleTable } from "../workbook/styleTable";
import type { Colors } from "./colors";
import type { Losses } from "./losses";
import type { FileText } from "./readText";
import type { Table } from "./tables";
import type { XmlElement } from "./xml";
import { FileRefused } from "./fileRefused";
import { LIMITS } from "./zipCheck";

/** Texts of one file come to no more characters than this, repeated ones counted each time. */
const MOST_CHARACTERS = 250_000_000;

/** What the sheets of a file share. */
export class FileContext {
  /** The looks that the workbook will have. */
  readonly styles = new StyleTable();
  private cells = 0;
  private characters = 0;

  constructor(
    readonly losses: Losses,
    readonly colors: Colors,
    /** The look of each number that cells have. */
    readonly looks: readonly BookStyle[],
    readonly texts: readonly FileText[],
    readonly tables: readonly Table[],
    /** Defined names in capitals. */
    readonly names: ReadonlySet<string>,
    readonly isFrom1904: boolean,
    /** The numbers of cell metadata that say "this formula gives an array". */
    readonly dynamicArrays: ReadonlySet<string>,
    /** The looks of conditional formats, as the file has them. */
    readonly differentials: readonly XmlElement[],
  ) {}

  /**
   * Where the look of a cell stands in the workbook.
   * @param number - As the cell names it.
   * @returns Its place; undefined when it looks as usual.
   */
  styleOf(number: string | undefined): number | undefined {
    const look = this.lookOf(number);
    return look && Object.keys(look).length > 0 ? this.styles.placeOf(look) : undefined;
  }

  /**
   * A look that a cell names.
   * @param number - As the cell names it; without one it is the first.
   * @returns The look.
   */
  lookOf(number: string | undefined): BookStyle | undefined {
    return this.looks[Number(number ?? 0)];
  }

  /**
   * Counts a cell.
   * @param characters - Of its text and formula.
   * @throws {FileRefused} when the file has too much.
   */
  count(characters: number): void {
    this.cells++;
    this.characters += characters;
    if (this.cells > LIMITS.cells) {
      throw new FileRefused(`the file has more than ${LIMITS.cells} cells; it is not opened`);
    }
    if (this.characters > MOST_CHARACTERS) {
      throw new FileRefused(
        "the texts of the file are longer than 250 million letters in all; it is not opened",
      );
    }
  }
}
