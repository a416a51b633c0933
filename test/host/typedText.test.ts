import "./nativeEngine";
import { readTyped, typingLocale } from "../../src/host/typedText";
import typed from "../golden/typedCells.json";

interface Row {
  readonly locale: string;
  readonly typed: string;
  readonly value: number | string | boolean;
  readonly format?: string;
  readonly excel?: string;
  readonly why?: string;
}
const rows: readonly Row[] = typed.rows;

describe("what is typed into a cell", () => {
  it.each(rows)("is stored in $locale for $typed", ({ locale, typed: text, value, format }) => {
    const read = readTyped(text, typingLocale(locale));
    expect(read).toEqual({
      value: typeof value === "number" ? expect.closeTo(value, 12) : value,
      ...(format === undefined ? {} : { pattern: format }),
    });
  });

  it("says why wherever Excel makes something else of it", () => {
    for (const { excel, why } of rows) expect(excel === undefined).toBe(why === undefined);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rows.map(({ locale }) => locale)).size).toBeGreaterThanOrEqual(3);
  });

  it("never depends on the clock", () => {
    for (const { locale, typed: text } of rows) {
      const inYear = (now: string) => {
        jest.useFakeTimers({ now: new Date(now) });
        const read = readTyped(text, typingLocale(locale));
        jest.useRealTimers();
        return read;
      };
      expect(inYear("2014-06-01")).toEqual(inYear("2031-06-01"));
    }
  });
});
