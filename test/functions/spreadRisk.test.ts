import {
  adjSpreadCells,
  breakevenWideningCells,
  capitalCostCells,
  convexityCostCells,
  expectedLossCells,
} from "../../src/functions/spreadRisk";
import { answer } from "../support/errors";
import { column } from "../support/series";

describe("ADJSPREAD", () => {
  it("takes each charge off its row, and leaves what was not given", () => {
    const rows = adjSpreadCells(
      column(101, 62),
      column(89, 0),
      column(0, 3.6),
      column(0),
      column(1, 8),
    );
    expect(rows).toEqual([[11], [expect.closeTo(50.4, 12)]]);
    expect(adjSpreadCells(column(62))).toEqual([[62]]);
  });

  it("names the row of a text", () => {
    expect(answer(() => adjSpreadCells(column(101, "wide")))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^spread, row 2, is the text "wide"/),
    });
  });
});

describe("BREAKEVENWIDENING", () => {
  it("is the carry of the horizon over the duration that is left at its end", () => {
    expect(breakevenWideningCells(column(100), column(6))).toEqual([[20]]);
    // A pool does not age: 100 ÷ 6.
    const held = breakevenWideningCells(
      column(100),
      column(6),
      undefined,
      undefined,
      column(false),
    );
    expect(held[0]?.[0]).toBeCloseTo(100 / 6, 12);
    // Half a year: 50 ÷ 5.5.
    expect(breakevenWideningCells(column(100), column(6), column(0.5))[0]?.[0]).toBeCloseTo(
      50 / 5.5,
      12,
    );
  });
});

describe("charges", () => {
  it("of capital: risk weight × ratio × (hurdle − funding)", () => {
    expect(
      capitalCostCells(column(1, 0.2), column(0.1), column(0.12), column(0.04)).map(([bp]) => bp),
    ).toEqual([expect.closeTo(80, 10), expect.closeTo(16, 10)]);
  });

  it("of convexity: −½·C·σ², a cost for mortgages and a gain for bonds", () => {
    expect(convexityCostCells(column(-200, 50), column(100))).toEqual([[100], [-25]]);
  });

  it("of default: pd × loss given default", () => {
    expect(expectedLossCells(column(0.01), column("60%"))).toEqual([[60]]);
  });
});
