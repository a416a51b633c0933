import { breakevenWidening, dts } from "../../../src/calc/spread/breakevenWidening";
import { bp, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

describe("breakevenWidening and dts", () => {
  const rows = golden("rv_identities.csv");

  it("agree with the table of identities, simple and aged", () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const [spread, duration] = [bp(Number(row.oas_a_bp)), years(Number(row.dur_a))];
      const horizon = years(Number(row.horizon_years));
      expect(breakevenWidening(spread, duration, { horizon, aged: false })).toBeCloseTo(
        Number(row.breakeven_widening_a_bp),
        9,
      );
      expect(breakevenWidening(spread, duration, { horizon })).toBeCloseTo(
        Number(row.breakeven_a_exit_dur_bp),
        9,
      );
      expect(100 * dts([duration], [spread], [1])).toBeCloseTo(Number(row.dts_a), 9);
    }
  });

  it("gives the worked numbers: 12.16 aged, 10.16 simple, 2.5 over three months", () => {
    expect(breakevenWidening(bp(62), years(6.1)).toFixed(2)).toBe("12.16");
    expect(breakevenWidening(bp(62), years(6.1), { aged: false }).toFixed(2)).toBe("10.16");
    expect(
      breakevenWidening(bp(62), years(6.1), { horizon: years(0.25), aged: false }).toFixed(1),
    ).toBe("2.5");
  });

  it("adds the roll, and may be negative", () => {
    expect(breakevenWidening(bp(0), years(5), { horizon: years(1), roll: bp(8) })).toBe(2);
    expect(breakevenWidening(bp(-10), years(6), { horizon: years(1) })).toBe(-2);
  });

  it("refuses a horizon that reaches the duration", () => {
    expect(() => breakevenWidening(bp(62), years(1))).toThrow(
      calcError("invalid", /duration is 1; it must be more than the horizon of 1/),
    );
    expect(() => breakevenWidening(bp(62), years(0), { aged: false })).toThrow(
      calcError("invalid", /more than 0/),
    );
    expect(() => breakevenWidening(bp(62), years(5), { horizon: years(0) })).toThrow(
      calcError("invalid", /horizon is 0/),
    );
  });

  it("weighs positions, whatever the scale of the weights", () => {
    expect(dts([6, 4], [100, 50], [1, 3])).toBeCloseTo((6 + 3 * 2) / 4, 12);
    expect(dts([6, 4], [100, 50], [10, 30])).toBeCloseTo(dts([6, 4], [100, 50], [1, 3]), 12);
    expect(() => dts([6, 4], [100, 50], [1, -1])).toThrow(calcError("invalid", /sum to 0/));
  });
});
