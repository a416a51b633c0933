import fc from "fast-check";
import { amount } from "../../support/amount";
import { breakevenGap, breakevenRate } from "../../../src/calc/returns/breakevenGap";
import { bp, years } from "../../../src/calc/units";
import { asset, CORPORATE, MBS, movedBp } from "../../support/assets";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

const year = years(1);

describe("breakevenGap", () => {
  it.each([
    [0.5, 10, "5.27"],
    [0.25, 0, "1.7"],
    [1, 0, "7.0"],
  ])("of 39 bp a year over %d years at a cost of %d is %s", (horizon, cost, expected) => {
    const digits = expected.split(".")[1]?.length ?? 0;
    const it = breakevenGap(bp(39), years(5.6), years(horizon), bp(cost));
    expect(it.toFixed(digits)).toBe(expected);
  });

  it("is the reference table's change of spread that makes two returns equal", () => {
    const rows = golden("rv_identities.csv");
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const edge = Number(row.oas_a_bp) - Number(row.oas_b_bp);
      const it = breakevenGap(
        bp(edge),
        years(Number(row.dur_a)),
        years(Number(row.horizon_years)),
        bp(0),
      );
      expect(it).toBeCloseTo(Number(row.spread_change_equal_return_bp_b_fixed), 9);
    }
  });

  it("refuses a duration of 0", () => {
    expect(() => breakevenGap(bp(39), years(0), year, bp(0))).toThrow(
      calcError("invalid", /duration is 0; it must be a number of years above 0/),
    );
  });
});

describe("breakevenRate", () => {
  it("of the base mortgage and corporate is −96.8 and 48.0", () => {
    const shifts = breakevenRate(MBS, CORPORATE, year, bp(300));
    expect(shifts.map((it) => it.toFixed(1))).toEqual(["-96.8", "48.0"]);
  });

  it("leaves out what is beyond the range, and says so where nothing is left", () => {
    expect(breakevenRate(MBS, CORPORATE, year, bp(60)).map((it) => it.toFixed(1))).toEqual([
      "48.0",
    ]);
    expect(() => breakevenRate(MBS, CORPORATE, year, bp(40))).toThrow(
      calcError("missing", /no parallel shift within ±40 bp/),
    );
    expect(() => breakevenRate(MBS, MBS, year, bp(300))).toThrow(
      calcError("missing", /return the same after every shift/),
    );
  });

  it("is where the returns are equal, for any two assets, and the same seen from the other", () => {
    const some = fc
      .tuple(amount(0.01, 0.08), amount(1.5, 9), amount(-300, 150), fc.boolean())
      .map(([yld, duration, convexity, aged]) => asset(yld, duration, convexity, aged));
    let found = 0;
    fc.assert(
      fc.property(some, some, (a, b) => {
        let shifts: number[];
        try {
          shifts = breakevenRate(a, b, year, bp(2000));
        } catch {
          expect(() => breakevenRate(b, a, year, bp(2000))).toThrow();
          return;
        }
        found += shifts.length;
        for (const shift of shifts) {
          expect(Math.abs(movedBp(a, 1, shift, 0) - movedBp(b, 1, shift, 0))).toBeLessThan(1e-9);
        }
        const back = breakevenRate(b, a, year, bp(2000));
        expect(back.length).toBe(shifts.length);
        back.forEach((shift, i) => {
          expect(shift).toBeCloseTo(shifts[i] as number, 8);
        });
      }),
    );
    expect(found).toBeGreaterThan(50);
  });
});
