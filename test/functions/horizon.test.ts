import { bondHorizonCell, horizonReturnCells } from "../../src/functions/horizon";
import { answer } from "../support/errors";
import { column } from "../support/series";

describe("HORIZONRETURN", () => {
  it("spills a column of shifts: the mortgage side of the grid without its spread changes", () => {
    const shifts = column(-100, 0, 50) as any[][];
    const args = [undefined, undefined, undefined, undefined, undefined, undefined] as const;
    const returns = horizonReturnCells([[0.0503]], [[5.6]], [[-160]], shifts, ...args, [[false]]);
    // 5.03% + 5.6% − 0.8%; 5.03%; 5.03% − 2.8% − 0.2%.
    expect(returns.map(([cell]) => Number(cell).toFixed(4))).toEqual([
      "0.0983",
      "0.0503",
      "0.0203",
    ]);
  });

  it("reads rates and spreads as people write them, and keeps a missing row in its row", () => {
    const [first, second] = horizonReturnCells(column("4.59%", null), [[6.1]], [[45]], undefined, [
      ["10bp"],
    ]);
    expect(first?.[0]).toBeCloseTo(0.0459 - 5.1 * 0.001, 14);
    expect(second?.[0]).toMatchObject({ code: "#N/A", message: expect.stringMatching(/^yld/) });
  });

  it("0 is a horizon (at once) and a spread duration (none), blank is the default", () => {
    const call = (horizon: unknown, spreadDuration: unknown) =>
      horizonReturnCells(
        [[0.05]],
        [[6]],
        undefined,
        undefined,
        [[10]],
        [[horizon]],
        [[spreadDuration]],
        undefined,
        undefined,
        undefined,
        [[false]],
      )[0]?.[0];
    expect(call(0, null)).toBeCloseTo(-0.006, 14);
    expect(call(null, 0)).toBeCloseTo(0.05, 14);
    expect(call(null, null)).toBeCloseTo(0.044, 14);
  });

  it("names the row of an asset that would be older than its duration", () => {
    expect(answer(() => horizonReturnCells([[0.04]], column(6.1, 0.9)))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^row 2: horizon is 1 years but duration is 0\.9/),
    });
    expect(answer(() => horizonReturnCells([[4.59]], [[6.1]]))).toMatchObject({
      message: expect.stringMatching(/yld is 4\.59 \(459%\); rates are decimals/),
    });
    expect(answer(() => horizonReturnCells([[0.04]], [[-1]]))).toMatchObject({
      message: expect.stringMatching(/duration is -1; it must be a number of years/),
    });
  });
});

describe("BONDHORIZON", () => {
  it("of a par bond at its own yield is a year's compounding: (1 + y/2)² − 1", () => {
    expect(bondHorizonCell(0.05, 0.05, 10, 1, 0.05)).toBeCloseTo(1.025 ** 2 - 1, 12);
  });

  it("of a zero-coupon bond is the growth of its price from yield to yield", () => {
    const [before, after] = [1.025 ** -20, 1.02 ** -18];
    expect(bondHorizonCell(0.05, 0, 10, 1, 0.04)).toBeCloseTo(after / before - 1, 12);
  });
});
