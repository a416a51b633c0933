import type { BookStyle } from "./bookStyle";

/** The looks of a workbook, each once, in the order in which they come. */
export class StyleTable<Look extends object = BookStyle> {
  /** The looks so far. */
  readonly all: Look[] = [];
  private readonly places = new Map<string, number>();

  /**
   * Where a look stands; one that is new is added.
   * @param style - The look; its properties in one order, or it counts as another.
   * @returns Its place.
   */
  placeOf(style: Look): number {
    const key = JSON.stringify(style);
    const place = this.places.get(key) ?? this.all.push(style) - 1;
    this.places.set(key, place);
    return place;
  }
}
