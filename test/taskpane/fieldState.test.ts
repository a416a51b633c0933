import { keyNamed } from "../../src/assumptions/assumptions";
import { fieldState, fieldText } from "../../src/taskpane/assumptions/fieldState";
import { numberStyle } from "../../src/taskpane/numbers";

const english = numberStyle("en-US");
const german = numberStyle("de-DE");
const ust10 = keyNamed("ust10");
const corpOas = keyNamed("corpOas");

describe("a field of an assumption", () => {
  it("shows the default when the workbook holds nothing, in the reader's language", () => {
    expect(fieldText(ust10, null, english)).toBe("4.23%");
    expect(fieldText(ust10, 0.0451, german)).toBe("4,51%");
  });

  it.each([
    ["4.51%", 0.0451],
    ["0.0451", 0.0451],
  ])("reads %s", (typed, value) => {
    expect(fieldState(ust10, typed, null, english)).toEqual({ kind: "edited", value });
  });

  it("reads basis points as people write them", () => {
    expect(fieldState(corpOas, "125bp", null, english)).toEqual({ kind: "edited", value: 125 });
  });

  it("reads percent with its sign as a spread", () => {
    expect(fieldState(corpOas, "1.25%", null, english)).toEqual({ kind: "edited", value: 125 });
    expect(fieldState(corpOas, "1,25 %", null, german)).toEqual({ kind: "edited", value: 125 });
    expect(fieldState(corpOas, "125%", null, english)).toMatchObject({ kind: "wrong" });
    expect(fieldState(corpOas, "62%", null, english)).toEqual({
      kind: "wrong",
      message: "corpOas is 6200; it must be -50 to 1000 bp",
    });
  });

  it("reads a decimal comma", () => {
    expect(fieldState(ust10, "4,51%", null, german)).toEqual({ kind: "edited", value: 0.0451 });
    expect(fieldState(corpOas, "1.234", null, german)).toMatchObject({ kind: "wrong" });
  });

  it("names a slip and gives no value", () => {
    expect(fieldState(ust10, "4.5", null, english)).toEqual({
      kind: "wrong",
      message: expect.stringMatching(/ust10 is 4\.5 \(450%\).*did you mean 0\.045/),
    });
  });

  it("goes back to the default when it is emptied or the default is typed", () => {
    expect(fieldState(corpOas, "", 75, english)).toEqual({ kind: "edited", value: null });
    expect(fieldState(corpOas, "62", 75, english)).toEqual({ kind: "edited", value: null });
  });

  it("is unchanged when it says what the workbook holds", () => {
    expect(fieldState(corpOas, " 75 ", 75, english)).toEqual({ kind: "unchanged" });
    expect(fieldState(corpOas, null, 75, english)).toEqual({ kind: "unchanged" });
  });
});
