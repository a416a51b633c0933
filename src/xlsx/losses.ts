/* What of a file is not kept, by feature, sheet and cell. */

/** Gathers what is not taken over while a file is read. */
export class Losses {
  private readonly places = new Map<string, string[]>();

  /**
   * Something that saving from here loses.
   * @param feature - In words, in the plural: "conditional formats".
   * @param place - A sheet, or cells of it; nothing for the workbook.
   */
  lost(feature: string, place = ""): void {
    this.add(`${feature}\u0001lost when it is saved from here`, place);
  }

  /**
   * Something that is kept in another form.
   * @param feature - In words.
   * @param how - What becomes of it.
   * @param place - A sheet, or cells of it; nothing for the workbook.
   */
  changed(feature: string, how: string, place = ""): void {
    this.add(`${feature}\u0001${how}`, place);
  }

  private add(key: string, place: string): void {
    const places = this.places.get(key);
    if (places === undefined) this.places.set(key, place === "" ? [] : [place]);
    else if (place !== "" && places[places.length - 1] !== place) places.push(place);
  }

  /** One line a feature, such as "conditional formats (Data!A1:A9): lost when it is saved from here". */
  get lines(): string[] {
    return [...this.places].map(([key, places]) => {
      const [feature = "", how = ""] = key.split("\u0001");
      const distinct = [...new Set(places)];
      const more = distinct.length > SHOWN ? ` and ${distinct.length - SHOWN} more` : "";
      const where = distinct.length === 0 ? "" : ` (${distinct.slice(0, SHOWN).join(", ")}${more})`;
      return `${feature}${where}: ${how}`;
    });
  }
}

const SHOWN = 3;

/**
 * Cells of a sheet as a report names them.
 * @param sheet - The sheet.
 * @param a1 - The cells, if the report is of cells.
 * @returns For example "Data!A1:A9".
 */
export const placeIn = (sheet: string, a1?: string): string =>
  a1 === undefined || a1 === "" ? sheet : `${sheet}!${a1}`;
