import { readNumberText } from "../../src/data/numberText";

describe("readNumberText", () => {
  it("leaves identifiers of digits and an E to be texts, and reads powers of ten", () => {
    const values = (...texts: string[]) => texts.map((text) => readNumberText(text, ".")?.value);
    expect(values("31418E107", "00E12", "12e3")).toEqual([undefined, undefined, undefined]);
    expect(values("1E3", "1.2e3", "12e+3", "-2E-3")).toEqual([1000, 1200, 12_000, -0.002]);
  });
});
