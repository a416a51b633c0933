import { numberStyle } from "../../src/taskpane/numbers";
import { readAs, readValue } from "../../src/taskpane/functions/valueText";

const english = numberStyle("en-US");

describe("a value that is typed as a text", () => {
  it.each([
    ["4.5%", { kind: "percent", value: 0.045 }],
    ["125bp", { kind: "basisPoints", value: 125 }],
    ["99-16+", { kind: "price", value: 99.515625 }],
    // 15 January 2026, as Excel counts days.
    ["2026-01-15", { kind: "day", value: 46_037 }],
    ["2026-02-30", null],
    ["99-40", null],
    ["mid", null],
  ])("%s", (typed, value) => {
    expect(readValue(typed)).toEqual(value);
  });

  it.each([
    ["4.5%", "Read as 0.045, a decimal."],
    ["99-16", "Read as 99.5 per 100."],
    ["2026-01-15", "Read as Jan 15, 2026."],
    ["mid", ""],
  ])("says how %s was read", (text, words) => {
    expect(readAs({ kind: "text", text }, text, english)).toBe(words);
  });

  it("says which cells a name stands for, and a number only where it was typed another way", () => {
    const place = { sheet: "Data", a1: "F5:F184" };
    expect(readAs({ kind: "name", name: "RV_Gap", place }, "rv_gap", english)).toBe(
      "Data!F5:F184: 180 rows, 1 column.",
    );
    expect(readAs({ kind: "number", value: 39.4 }, "39,4", english)).toBe("Read as 39.4.");
    expect(readAs({ kind: "number", value: 39.4 }, "39.4", english)).toBe("");
  });
});
