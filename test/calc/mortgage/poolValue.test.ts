import * as fc from "fast-check";
import {
  averageLife,
  mortgageYield,
  poolPayments,
  poolPrice,
  poolStatic,
  poolYield,
} from "../../../src/calc/mortgage/poolValue";
import type { Speed } from "../../../src/calc/prepayment/speed";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { externalJson, itWithExternal } from "../../support/externalGolden";
import { golden } from "../../support/golden";

const speedOf = (type: string | undefined, speed: string | undefined): Speed => {
  if (type === "PSA") return { kind: "psa", percent: Number(speed) };
  if (type === "CPR") return { kind: "cpr", cpr: rate(Number(speed) / 100) };
  throw new Error(`mbs_grid.csv has a speed in ${type}`);
};
const BASE = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
const SIX = { kind: "cpr", cpr: rate(0.06) } as const;
const UMBS = { delayDays: 24, accruedDays: 0 };

describe("pools of the reference table", () => {
  const rows = golden("mbs_grid.csv");
  it("has its yields to 1e-9 and its measures to 1e-7", () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const it = poolPayments(
        {
          coupon: rate(Number(row.net)),
          wac: rate(Number(row.wac)),
          wam: Number(row.wam),
          age: Number(row.age),
        },
        speedOf(row.speed_type, row.speed),
        { delayDays: Number(row.actual_delay), accruedDays: Number(row.settle_days_into_accrual) },
      );
      const found = poolStatic(it, price(Number(row.price_clean)));
      for (const [name, value, expected, by] of [
        ["yield", found.yield, row.bey, 1e-9],
        ["mortgage yield", found.mortgageYield, row.mortgage_yield, 1e-9],
        ["wal", found.wal, row.wal_years, 1e-7],
        ["macaulay", found.macaulay, row.macaulay, 1e-7],
        ["modified", found.modified, row.modified, 1e-7],
        ["convexity", found.convexity, row.convexity, 1e-7],
        ["accrued", found.accrued, row.accrued, 1e-9],
      ] as const) {
        const near = Math.abs(value - Number(expected)) <= by;
        expect([row.id, name, value, near]).toEqual([row.id, name, value, true]);
      }
    }
  });

  itWithExternal("has SIFMA's GNMA I 9% at par, 150 PSA (SF-50)", () => {
    const { inp, out } = externalJson("bma_sf_examples.json").rows.find(
      ({ ref }: { ref: string }) => ref === "SF-50/51",
    );
    const it = poolPayments(
      { coupon: rate(inp.net / 100), wac: rate(inp.gross / 100), wam: inp.term, age: 0 },
      { kind: "psa", percent: inp.psa },
      { delayDays: inp.actual_delay, accruedDays: 0 },
    );
    const found = poolStatic(it, price(inp.price));
    expect((100 * found.yield).toFixed(5)).toBe(out.bey_pct.toFixed(5));
    expect((100 * found.mortgageYield).toFixed(5)).toBe(out.mortgage_yield_pct.toFixed(5));
    expect(found.wal.toFixed(5)).toBe(out.avg_life.toFixed(5));
    expect(found.macaulay.toFixed(5)).toBe(out.duration.toFixed(5));
    expect(found.modified.toFixed(5)).toBe(out.mod_duration.toFixed(5));
    expect(found.convexity.toFixed(4)).toBe(out.cf_convexity.toFixed(4));
    [out.CF1, out.CF2, out.CF3].forEach((expected: number, k) => {
      expect((it.paid[k] as number).toFixed(4)).toBe(expected.toFixed(4));
    });
  });
});

describe("poolPrice and poolYield", () => {
  it("have the worked numbers", () => {
    const it = poolPayments(BASE, SIX, UMBS);
    expect(poolPrice(it, rate(0.0503)).toFixed(3)).toBe("99.829");
    expect(poolStatic(it, price(99.75)).wal.toFixed(2)).toBe("10.60");
    expect(averageLife(BASE, SIX).toFixed(2)).toBe("10.53");
  });

  it("give back each other's argument", () => {
    const speeds = fc.double({ min: 0, max: 0.8, noNaN: true });
    const yields = fc.double({ min: -0.02, max: 0.3, noNaN: true });
    const days = fc.integer({ min: 0, max: 29 });
    fc.assert(
      fc.property(speeds, yields, days, fc.boolean(), (cpr, yld, accruedDays, monthly) => {
        const it = poolPayments(
          BASE,
          { kind: "cpr", cpr: rate(cpr) },
          { delayDays: 24, accruedDays },
        );
        const basis = monthly ? "mortgage" : "BEY";
        expect(poolYield(it, poolPrice(it, rate(yld), basis), basis)).toBeCloseTo(yld, 11);
      }),
      { seed: 1 },
    );
  });

  it("cost par at the yield of a payment without delay", () => {
    const none = { delayDays: 0, accruedDays: 0 };
    const flat = poolPayments({ ...BASE, wac: rate(0.05) }, SIX, none);
    expect(poolPrice(flat, rate(0.05), "mortgage")).toBeCloseTo(100, 10);
  });

  it("shorten with speed, and lose by it above par", () => {
    const at = (cpr: number) => poolPayments(BASE, { kind: "cpr", cpr: rate(cpr) }, UMBS);
    expect(averageLife(BASE, { kind: "cpr", cpr: rate(0.2) })).toBeLessThan(averageLife(BASE, SIX));
    expect(poolYield(at(0.2), price(103))).toBeLessThan(poolYield(at(0.06), price(103)));
    expect(poolYield(at(0.2), price(97))).toBeGreaterThan(poolYield(at(0.06), price(97)));
  });

  it("tell the months in which principal is paid", () => {
    const { firstMonth, lastMonth } = poolStatic(poolPayments(BASE, SIX, UMBS), price(100));
    expect([firstMonth, lastMonth]).toEqual([1, 357]);
    expect(mortgageYield(rate(0))).toBe(0);
  });

  it("refuse a payment before settlement", () => {
    expect(() => poolPayments(BASE, SIX, { delayDays: 0, accruedDays: 40 })).toThrow(
      calcError("invalid", /^accruedDays is 40 with a delay of 0 days/),
    );
  });
});
