/* One cell of a sheet's part. */
import { SHEET_LIMITS } from "../workbook/limits";
import { a1Of, cellA1, type Rectangle, rectangleOf } from "../workbook/a1";
import type { BookCell } from "../workbook/book";
import { intersected } from "./arrayFormulas";
import type { FileContext } from "./fileContext";
import { refusedReference, spelledForCell } from "./formulaSpelling";
import { placeIn } from "./losses";
import { movedFormula } from "./movedFormula";
import { showsDay } from "./numberFormats";
import { readText, runsIn } from "./readText";
import { reportAttributes } from "./sheetFeatures";
import { withoutTableReferences } from "./tables";
import { one, type XmlElement } from "./xml";
import { textOfFile } from "./xmlText";
import { FileRefused } from "./fileRefused";

/** Days between the two counts of dates. */
const DAYS_FROM_1900_TO_1904 = 1462;

/** Reads the cells of one sheet, in their order. */
export class CellReader {
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();
  /** Arrays that the rows from here on may still belong to. */
  private arrays: Rectangle[] = [];

  constructor(
    private readonly sheet: string,
    private readonly file: FileContext,
  ) {}

  /**
   * Reads a cell.
   * @param cell - Its element.
   * @param next - Where it stands when it does not say so.
   * @returns The cell, or null when nothing is in it; and where it stands.
   * @throws {FileRefused} when it is beyond the greatest sheet.
   */
  read(
    cell: XmlElement,
    next: { row: number; column: number },
  ): { place: { row: number; column: number }; cell: BookCell | null } {
    const { r: address, s: number } = cell.attributes;
    const place = address === undefined ? next : this.placeOf(address);
    const a1 = address ?? cellA1(place.row + 1, place.column + 1);
    reportAttributes(cell, placeIn(this.sheet, a1), this.file.losses);
    const style = this.file.styleOf(number);
    const content = this.contentOf(cell, this.file.lookOf(number)?.numberFormat);
    const formula = this.formulaOf(one(cell, "f"), cell, a1, place);
    const spilled = formula === undefined && content.value !== "" && this.isInArray(place);
    const length = typeof content.value === "string" ? content.value.length : 0;
    this.file.count(length + (formula?.formula.length ?? 0));
    if (content.value === "" && formula === undefined && style === undefined) {
      return { place, cell: null };
    }
    return {
      place,
      cell: {
        ...place,
        value: content.value,
        ...formula,
        ...(spilled ? { spilled: true } : {}),
        ...(style === undefined ? {} : { style }),
        ...(content.runs && formula === undefined
          ? { runs: runsIn(content.runs, this.file.lookOf(number)) }
          : {}),
      },
    };
  }

  private placeOf(address: string): { row: number; column: number } {
    if (!/^[A-Z]{1,3}[1-9]\d{0,8}$/i.test(address)) {
      throw new FileRefused(
        `the sheet ${this.sheet} has a cell "${address}", which is no place of a sheet`,
      );
    }
    const { row, column } = rectangleOf(address);
    if (row > SHEET_LIMITS.rows || column > SHEET_LIMITS.columns) {
      throw new FileRefused(
        `the sheet ${this.sheet} has a cell ${address}, and a sheet ends at XFD1048576; the file is not opened`,
      );
    }
    return { row: row - 1, column: column - 1 };
  }

  private contentOf(
    cell: XmlElement,
    format: string | undefined,
  ): { value: BookCell["value"]; runs?: BookCell["runs"] } {
    const text = one(cell, "v")?.text ?? "";
    switch (cell.attributes["t"]) {
      case "s": {
        const found = this.file.texts[Number(text)];
        return { value: found?.text ?? "", ...(found?.runs ? { runs: found.runs } : {}) };
      }
      case "inlineStr": {
        const found = readText(one(cell, "is"), this.file.colors, this.file.losses);
        return { value: found.text, ...(found.runs ? { runs: found.runs } : {}) };
      }
      case "str":
        return { value: textOfFile(text) };
      case "e":
        return { value: text === "" ? "#N/A" : text };
      case "b":
        return { value: text === "1" || text === "true" };
      case "d":
        return { value: serialOf(text) };
      default:
        return { value: this.numberOf(text, format) };
    }
  }

  private numberOf(text: string, format: string | undefined): number | string {
    const number = Number(text);
    if (text.trim() === "" || !Number.isFinite(number)) return "";
    const isDay = this.file.isFrom1904 && format !== undefined && showsDay(format);
    return isDay ? number + DAYS_FROM_1900_TO_1904 : number;
  }

  private formulaOf(
    element: XmlElement | undefined,
    cell: XmlElement,
    a1: string,
    place: { row: number; column: number },
  ): { formula: string; spill?: string } | undefined {
    if (element === undefined) return undefined;
    const { losses } = this.file;
    const where = placeIn(this.sheet, a1);
    reportAttributes(element, where, losses);
    const { t: kind, ref } = element.attributes;
    if (kind === "dataTable") {
      losses.lost(
        "data tables (what-if), whose last values are kept",
        placeIn(this.sheet, ref ?? a1),
      );
      return undefined;
    }
    const stored = kind === "shared" ? this.sharedFormula(element, place) : element.text;
    if (stored === undefined || stored.trim() === "") return undefined;
    const refused = refusedReference(stored);
    if (refused !== null) {
      losses.lost(`formulas to ${refused}, whose last values are kept`, where);
      return undefined;
    }
    const standing = { sheet: this.sheet, row: place.row + 1, column: place.column + 1 };
    const plain = withoutTableReferences(stored, this.file.tables, standing);
    if (plain === null) {
      losses.lost(
        "formulas with a table or column that there is not, whose last values are kept",
        where,
      );
      return undefined;
    }
    if (plain !== stored)
      losses.changed("formulas with columns of tables", "written with cells", where);
    const formula = spelledForCell(plain, this.file.names);
    if (/[A-Z0-9]#(?![A-Z])/i.test(formula.replace(/"[^"]*"/g, ""))) {
      losses.changed("the spill operator (A1#)", "kept; here it is #VALUE!", where);
    }
    if (kind === "array") return this.arrayFormula(formula, ref ?? a1, cell, where);
    return { formula: intersected(formula) };
  }

  /** A formula that is written once for many cells: the first has it, the others its number. */
  private sharedFormula(
    { attributes, text }: XmlElement,
    { row, column }: { row: number; column: number },
  ): string | undefined {
    const number = attributes["si"] ?? "";
    if (text.trim() !== "") {
      this.shared.set(number, { formula: text, row, column });
      return text;
    }
    const first = this.shared.get(number);
    return first && movedFormula(first.formula, row - first.row, column - first.column);
  }

  private arrayFormula(
    formula: string,
    ref: string,
    cell: XmlElement,
    where: string,
  ): { formula: string; spill?: string } {
    const area = rectangleOf(ref);
    const isOne = area.rows === 1 && area.columns === 1;
    const isDynamic = this.file.dynamicArrays.has(cell.attributes["cm"] ?? "");
    if (!isDynamic && !isOne) {
      this.file.losses.changed(
        "array formulas of a fixed size",
        "they spill as far as they reach",
        where,
      );
    }
    if (isOne) return { formula };
    this.arrays.push(area);
    return { formula, spill: a1Of(area) };
  }

  private isInArray({ row, column }: { row: number; column: number }): boolean {
    if (this.arrays.length === 0) return false;
    this.arrays = this.arrays.filter((area) => area.row - 1 + area.rows > row);
    return this.arrays.some(
      (area) =>
        row >= area.row - 1 && column >= area.column - 1 && column < area.column - 1 + area.columns,
    );
  }
}

/** A day or a time as ISO 8601 writes it, as a serial number of 1900. */
function serialOf(text: string): number | string {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(
    text,
  );
  if (match === null || text === "") return text;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  // Excel counts a 29 February 1900.
  return (days < 61 ? days - 1 : days) + time;
}
