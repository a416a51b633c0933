import { choicesOf, readArgument } from "../../src/taskpane/functions/argument";
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
        'history is "INDIRECT(A1)"; it must be a range such as Data!B5:B184, a name of this workbook or a number',
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

  it("offers the words that the description quotes", () => {
    expect(choicesOf(option)).toEqual(["mid", "inc", "exc"]);
    expect(choicesOf({ name: "x", description: 'the text "score"' })).toEqual([]);
  });
});
