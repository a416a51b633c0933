import { pctRankCell, zScoreCell } from "../../src/functions/history";
import { rollingRankColumn, rollingZColumn } from "../../src/functions/rolling";
import { column } from "../support/series";

const HISTORY = [1, 2, 3, 5, 4, 4, 7];
const missing = expect.objectContaining({ code: "#N/A" });

describe("ROLLINGZ", () => {
  it("judges each row by the rows before it, and says #N/A until there are enough", () => {
    const rows = rollingZColumn(column(...HISTORY), 3).map(([cell]) => cell);
    expect(rows.slice(0, 3)).toEqual([missing, missing, missing]);
    // Row 4: mean 2 and deviation 1 of {1, 2, 3}; row 5: mean 10/3, deviation √(7/3) of {2, 3, 5}.
    expect(rows[3]).toBeCloseTo(3, 12);
    expect(rows[4]).toBeCloseTo((4 - 10 / 3) / Math.sqrt(7 / 3), 12);
  });

  it("ends with what ZSCORE says", () => {
    expect(rollingZColumn(column(...HISTORY), 4).at(-1)?.[0]).toBeCloseTo(
      zScoreCell(column(...HISTORY), 4) as number,
      12,
    );
  });
});

describe("ROLLINGRANK", () => {
  it("is the share of the window that is lower, ties half", () => {
    const rows = rollingRankColumn(column(...HISTORY), 3).map(([cell]) => cell);
    expect(rows[3]).toBe(1);
    // Row 6: 4 among {3, 5, 4}: one lower, one tie.
    expect(rows[5]).toBeCloseTo(0.5, 12);
  });

  it("ends with what PCTRANK says of the window alone", () => {
    const last = rollingRankColumn(column(...HISTORY), 3, "weak").at(-1)?.[0];
    expect(last).toBe(pctRankCell(column(...HISTORY.slice(-4)), undefined, "weak"));
  });
});
