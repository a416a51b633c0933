import { forExcel } from "../../../src/functions/excel/results";
import { fromCells, lastError } from "../../../src/functions/excel/lastError";
import { missing } from "../../../src/calc/errors";

const refuse = () =>
  forExcel(() => {
    throw missing("gapHistory has 3 values; 4 are needed");
  });

describe("the last error", () => {
  it("is none of a function that stands in no cell", () => {
    expect(refuse).toThrow("gapHistory has 3 values");
    expect(lastError()).toBeNull();
  });

  it("is that of a cell, whose error is the same", () => {
    expect(fromCells("ZSCORE", refuse)).toThrow("gapHistory has 3 values");
    expect(lastError()).toEqual({
      functionName: "ZSCORE",
      message: "gapHistory has 3 values; 4 are needed",
    });
  });

  it("stays when a later cell has an answer, and leaves the answer as it is", () => {
    expect(fromCells("PCTRANK", (a: number, b: number) => a - b)(5, 3)).toBe(2);
    expect(lastError()?.functionName).toBe("ZSCORE");
  });
});
