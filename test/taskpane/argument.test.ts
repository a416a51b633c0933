import { readArgument, suggestionsOf } from "../../src/taskpane/functions/argument";
import { numberStyle } from "../../src/taskpane/numbers";

const place = { sheet: "Data", a1: "F5:F184" };
const around = {
  sheet: "Sheet1",
  sheets: ["Sheet1", "Data", "x'!A1)&WEBSERVICE(\"…\")&'"],
  names: new Map([["rv_gap", { name: "RV_Gap", place }]]),
  numbers: numberStyle("en-US"),
};
const range = { name: "history", dimensionality: "matrix" };
const option = { name: "method", optional: true, description: '"mid" (default), "inc" or "exc"' };

describe("what is typed for an argument", () => {
  it.each([
    ["b2:b9", { kind: "cells", place: { sheet: "Sheet1", a1: "B2:B9" } }],
    ["$B$2:$B$9", { kind: "cells", place: { sheet: "Sheet1", a1: "B2:B9" } }],
    ["data!F5", { kind: "cells", place: { sheet: "Data", a1: "F5" } }],
    ["'Data'!F5:F9", { kind: "cells", place: { sheet: "Data", a1: "F5:F9" } }],
    ["rv_gap", { kind: "name", name: "RV_Gap", place }],
    ["62", { kind: "number", value: 62 }],
    ["-3.5e-2", { kind: "number", value: -0.035 }],
    ["TRUE", { kind: "flag", value: true }],
  ])("%s is read as Excel would", (typed, expected) => {
    expect(readArgument(range, typed, around)).toEqual(expected);
  });

  it("a text is a text, never formula syntax", () => {
    for (const typed of ['exc"&A1&"', "=1+1", "__proto__", "INDIRECT(A1)", "A1+B1"]) {
      expect(readArgument(option, typed, around)).toEqual({ kind: "text", text: typed });
    }
  });

  it("names what a range may be when it is none", () => {
    expect(readArgument(range, "INDIRECT(A1)", around)).toEqual({
      kind: "problem",
      message:
        'history is "INDIRECT(A1)"; it must be a range such as Data!B5:B184, a name of this workbook, a number, or a value such as 4.5%, 125bp, 99-16 or 2026-01-15',
    });
    expect(readArgument(range, "Dta!A1", around)).toMatchObject({
      message: expect.stringMatching(/there is no sheet Dta; the sheets are Sheet1, Data/),
    });
    expect(readArgument(range, "", around)).toMatchObject({ message: "history is needed" });
    expect(readArgument(option, " ", around)).toEqual({ kind: "omitted" });
  });

  it("asks about a number that can be two, where the comma is the decimal sign", () => {
    const german = { ...around, numbers: numberStyle("de-DE") };
    expect(readArgument(range, "39,4", german)).toEqual({ kind: "number", value: 39.4 });
    expect(readArgument(range, "1.234", german)).toMatchObject({ kind: "problem" });
  });

  it.each(["4.5%", "125bp", "99-16+", "2026-01-15"])("takes %s for cells or a value", (typed) => {
    expect(readArgument(range, typed, around)).toEqual({ kind: "text", text: typed });
  });

  it("takes any text where the description has words of its own: they are examples, too", () => {
    const speed = { ...range, name: "speed", description: 'A CPR, "150 PSA" or a vector.' };
    expect(readArgument(speed, "350 PSA", around)).toEqual({ kind: "text", text: "350 PSA" });
  });

  it("takes a percentage as the language writes it", () => {
    const german = { ...around, numbers: numberStyle("de-DE") };
    expect(readArgument(range, "4,5%", german)).toEqual({ kind: "text", text: "4.5%" });
  });

  it("offers the words that an argument takes, with their meanings", () => {
    expect(suggestionsOf("CURVEON", { name: "method", description: 'As "other" words.' })).toEqual([
      { word: "linear", meaning: "straight lines between tenors (default)" },
      { word: "cubic", meaning: "a natural spline" },
    ]);
  });

  it("offers the words that the description quotes where there is no list", () => {
    expect(suggestionsOf("X", option).map(({ word }) => word)).toEqual(["mid", "inc", "exc"]);
    expect(suggestionsOf("X", { name: "x", description: "Months that are left." })).toEqual([]);
  });
});
