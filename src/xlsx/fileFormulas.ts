/* The formulas of a file: where they stand, how the file has them, and what they read as here. */
import { cellA1, isErrorText, rectangleOf, type Rectangle } from "../workbook/a1";
import type { BookCell, OpenedBook } from "../workbook/book";
import type { FileParts } from "./fileParts";
import { refusedReference } from "./formulaSpelling";
import { eachElement, type CellElement } from "./sheetElements";
import { dynamicArrays, mainPart, sheetEntries } from "./workbookParts";
import { isOn, one } from "./xml";

/** A formula of a file. Rows and columns count from 0. */
export interface FileFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /**
   * Whether Excel gives it one cell (`cell`), the cells that it has (`fixed`), or as many as its result needs
   * (`dynamic`).
   */
  readonly kind: "cell" | "fixed" | "dynamic";
  /** The cells that its last result fills; rows and columns from 1. */
  readonly area: Rectangle;
  /** As a cell shows it; undefined where it cannot be taken over, and why. */
  readonly formula: string | undefined;
  readonly refused: string | undefined;
  /** Whether its last value is an error of the newer kinds, which the file calls `#VALUE!`. */
  readonly isNewerError: boolean;
}

/** What a file has of a sheet. */
export interface FileSheet {
  readonly name: string;
  readonly part: string;
  readonly xml: string;
  /** Each cell with something in it: by row, then by column, from 0. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, BookCell>>;
  readonly formulas: readonly FileFormula[];
  /** Cells whose text spells an error, and is none. */
  readonly errorTexts: readonly Rectangle[];
}

/** A file for calculation. */
export interface FormulaFile {
  readonly book: OpenedBook;
  readonly sheets: readonly FileSheet[];
  readonly isFrom1904: boolean;
  /** Whether Excel calculates this file with what cells show. */
  readonly isRounded: boolean;
}

/**
 * Gathers the formulas of a file.
 *
 * @param parts - The file.
 * @param book - What was read of it.
 * @returns Its sheets with their formulas.
 * @throws {FileRefused} when a part is damaged.
 */
export function formulaFile(parts: FileParts, book: OpenedBook): FormulaFile {
  const { workbook, relations } = mainPart(parts);
  const dynamic = dynamicArrays(parts, relations);
  const settings = (element: string) => one(workbook, element)?.attributes ?? {};
  return {
    book,
    isFrom1904: isOn(settings("workbookPr")["date1904"]),
    isRounded: /^(0|false)$/.test(settings("calcPr")["fullPrecision"] ?? ""),
    sheets: sheetEntries(workbook, relations).map(({ name, part }) =>
      fileSheet({ name, part, xml: parts.text(part) ?? "" }, book, dynamic),
    ),
  };
}

function fileSheet(
  own: Pick<FileSheet, "name" | "part" | "xml">,
  book: OpenedBook,
  dynamic: ReadonlySet<string>,
): FileSheet {
  const cells = cellsByPlace(book.sheets.find(({ name }) => name === own.name)?.cells ?? []);
  const formulas: FileFormula[] = [];
  const errorTexts: Rectangle[] = [];
  const shared = new Map<string, string>();
  eachElement(own.part, own.xml, {
    cell: (element) => {
      const { row, column } = element;
      const cell = cells.get(row)?.get(column);
      if (element.formula === undefined) {
        if (isErrorWords(cell) && element.attributes["t"] !== "e") {
          errorTexts.push({ row: row + 1, column: column + 1, rows: 1, columns: 1 });
        }
        return;
      }
      const stored = storedFormula(element.formula, shared);
      // What is written beside a formula of several cells, in one of the others.
      if (stored === "" && !/^(dataTable|shared)$/.test(element.formula.attributes["t"] ?? ""))
        return;
      formulas.push({
        ...{ sheet: own.name, row, column },
        ...kindOf(element, dynamic),
        formula: stored === "" ? undefined : cell?.formula,
        refused:
          stored === "" || cell?.formula === undefined ? whyNotTaken(element, stored) : undefined,
        isNewerError: element.attributes["t"] === "e" && element.attributes["vm"] !== undefined,
      });
    },
  });
  return { ...own, cells, formulas, errorTexts };
}

function cellsByPlace(cells: readonly BookCell[]): Map<number, Map<number, BookCell>> {
  const rows = new Map<number, Map<number, BookCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, BookCell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return rows;
}

const isErrorWords = (cell: BookCell | undefined): boolean =>
  typeof cell?.value === "string" && !cell.spilled && isErrorText(cell.value);

type Formula = NonNullable<CellElement["formula"]>;

/** A shared formula is written in its first cell alone. */
function storedFormula({ attributes, text }: Formula, shared: Map<string, string>): string {
  if (attributes["t"] !== "shared") return text.trim();
  const number = attributes["si"] ?? "";
  if (text.trim() !== "") shared.set(number, text.trim());
  return shared.get(number) ?? "";
}

function kindOf(
  { row, column, attributes, formula }: CellElement,
  dynamic: ReadonlySet<string>,
): Pick<FileFormula, "kind" | "area"> {
  const own = rectangleOf(cellA1(row + 1, column + 1));
  const { t: kind, ref } = formula?.attributes ?? {};
  if (kind === "dataTable")
    return { kind: "cell", area: rectangleOf(ref ?? cellA1(row + 1, column + 1)) };
  if (kind !== "array") return { kind: "cell", area: own };
  const area = ref === undefined ? own : rectangleOf(ref);
  return { kind: dynamic.has(attributes["cm"] ?? "") ? "dynamic" : "fixed", area };
}

function whyNotTaken({ formula }: CellElement, stored: string): string {
  if (formula?.attributes["t"] === "dataTable") return "it is a data table (what-if)";
  if (stored === "") return "it repeats a formula that the file does not have above it";
  const outside = refusedReference(stored);
  if (outside !== null) return `it reads ${outside}`;
  return "it names a table or a column that there is not";
}
