import fc from "fast-check";
import {
  canonical,
  localised,
  numberStyle,
  writeDate,
  writeNumber,
} from "../../src/taskpane/numbers";

const english = numberStyle("en-US");
const german = numberStyle("de-DE");

describe("numbers as a language writes them", () => {
  it.each([
    [1234.56, 1, "1,234.6", "1.234,6"],
    [-0.355, 2, "−0.36", "−0,36"],
    [0, 1, "0.0", "0,0"],
    [-0.04, 1, "0.0", "0,0"],
  ])("%d with %d digits", (value, digits, inEnglish, inGerman) => {
    expect(writeNumber(value, digits, english)).toBe(inEnglish);
    expect(writeNumber(value, digits, german)).toBe(inGerman);
  });

  it("dates from Excel's serials, the same day wherever the reader is", () => {
    expect(writeDate(42_004, english)).toBe("Dec 31, 2014");
    expect(writeDate(42_004, german)).toBe("31.12.2014");
  });

  it.each(["th-TH", "fa-IR", "ar-EG", "ja-JP-u-ca-japanese"])(
    "years of our era and digits 0 to 9 in %s too, as in the cells",
    (language) => {
      const numbers = numberStyle(language);
      expect(writeDate(42_004, numbers)).toMatch(/2014/);
      expect(writeNumber(1.5, 1, numbers)).toMatch(/^1.5$/);
    },
  );
});

describe("what is typed where the comma is the decimal sign", () => {
  it.each([
    ["5,03%", "5.03%"],
    ["1.234,5", "1234.5"],
    ["5.03%", "5.03%"],
    ["62", "62"],
    ["99-16+", "99-16+"],
    ["1.234.567", "1234567"],
    ["−39,4", "−39.4"],
  ])("%s is read as %s", (typed, text) => {
    expect(canonical(typed, german)).toEqual({ text });
  });

  it("asks when a dot can be either sign", () => {
    expect(canonical("1.234", german)).toEqual({
      problem: "1.234 can be two numbers here; write 1234 or 1,234",
    });
  });

  it("leaves everything alone where the dot is the decimal sign", () => {
    expect(canonical("1.234", english)).toEqual({ text: "1.234" });
  });

  it("reads back what it wrote", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (hundredths) => {
        const written = `${(hundredths / 100).toFixed(2)}%`;
        expect(canonical(localised(written, german), german)).toEqual({ text: written });
      }),
    );
  });
});
