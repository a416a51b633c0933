import { pctRankCell, zScoreCell } from "../../src/functions/history";
import { answer } from "../support/errors";
import { column } from "../support/series";

describe("ZSCORE and PCTRANK", () => {
  it("answer #N/A with words when the history is too short for the window", () => {
    expect(answer(() => zScoreCell(column(1, 2, 3), 60))).toEqual({
      code: "#N/A",
      message: "window is 60 rows but history has only 2 values before the last",
    });
  });

  it("take an older Excel's blank (0) for an omitted window and half-life", () => {
    const history = column(50, 60, 41, 40);
    expect(zScoreCell(history, 0, null, 0)).toBe(zScoreCell(history));
    expect(zScoreCell(history, null, "ewma", 0)).toBe(zScoreCell(history, null, "ewma", 12));
  });

  it("rank a value that is 0: spreads can be", () => {
    expect(pctRankCell(column(-5, 0, 5, 10), 0)).toBe(0.375);
  });
});
