import type { Pool } from "../../../src/calc/mortgage/pool";
import * as fc from "fast-check";
import { poolPayments } from "../../../src/calc/mortgage/poolPayments";
import { poolStatic } from "../../../src/calc/mortgage/poolStatic";
import type { PoolAtSpeed, PoolTiming } from "../../../src/calc/mortgage/poolTiming";
import {
  averageLife,
  mortgageYield,
  poolPrice,
  poolYield,
} from "../../../src/calc/mortgage/poolValue";
import type { Speed } from "../../../src/calc/prepayment/speed";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { externalJson, itWithExternal } from "../../support/externalGolden";
import { golden } from "../../support/golden";

const atSpeed = (pool: Pool, speed: Speed, timing: PoolTiming): PoolAtSpeed => ({
  pool,
  speed,
  timing,
});

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
      const it = atSpeed(
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
    const it = atSpeed(
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
      expect((poolPayments(it).paid[k] as number).toFixed(4)).toBe(expected.toFixed(4));
    });
  });
});

describe("poolPrice and poolYield", () => {
  it("have the worked numbers", () => {
    const it = atSpeed(BASE, SIX, UMBS);
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
        const it = atSpeed(BASE, { kind: "cpr", cpr: rate(cpr) }, { delayDays: 24, accruedDays });
        const basis = monthly ? "mortgage" : "BEY";
        expect(poolYield(it, poolPrice(it, rate(yld), basis), basis)).toBeCloseTo(yld, 11);
      }),
      { seed: 1 },
    );
  });

  it("cost par at the yield of a payment without delay", () => {
    const none = { delayDays: 0, accruedDays: 0 };
    const flat = atSpeed({ ...BASE, wac: rate(0.05) }, SIX, none);
    expect(poolPrice(flat, rate(0.05), "mortgage")).toBeCloseTo(100, 10);
  });

  it("have the value of the added payments where they have a closed form", () => {
    const any = fc.record({
      wam: fc.integer({ min: 1, max: 360 }),
      age: fc.integer({ min: 0, max: 60 }),
      wac: fc.double({ min: 0.001, max: 0.12, noNaN: true }),
      percent: fc.double({ min: 0, max: 1000, noNaN: true }),
      yld: fc.double({ min: -0.02, max: 0.3, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ wam, age, wac, percent, yld }) => {
        const pool = { coupon: rate(wac / 2), wac: rate(wac), wam, age };
        const it = atSpeed(pool, { kind: "psa", percent }, UMBS);
        const { paid, times, principal } = poolPayments(it);
        const added = paid.reduce(
          (sum, payment, k) => sum + payment * (1 + yld / 2) ** (-2 * (times[k] as number)),
          0,
        );
        expect(Math.abs(poolPrice(it, rate(yld)) / added - 1)).toBeLessThan(1e-11);
        const life = principal.reduce((sum, repaid, k) => sum + ((k + 1) / 1200) * repaid, 0);
        expect(averageLife(pool, it.speed)).toBeCloseTo(life, 9);
      }),
      { seed: 4 },
    );
  });

  it("shorten with speed, and lose by it above par", () => {
    const at = (cpr: number) => atSpeed(BASE, { kind: "cpr", cpr: rate(cpr) }, UMBS);
    expect(averageLife(BASE, { kind: "cpr", cpr: rate(0.2) })).toBeLessThan(averageLife(BASE, SIX));
    expect(poolYield(at(0.2), price(103))).toBeLessThan(poolYield(at(0.06), price(103)));
    expect(poolYield(at(0.2), price(97))).toBeGreaterThan(poolYield(at(0.06), price(97)));
  });

  it("tell the months in which principal is paid", () => {
    const { firstMonth, lastMonth } = poolStatic(atSpeed(BASE, SIX, UMBS), price(100));
    expect([firstMonth, lastMonth]).toEqual([1, 357]);
    expect(mortgageYield(rate(0))).toBe(0);
  });

  it("refuse a payment before settlement", () => {
    expect(() =>
      poolPrice(atSpeed(BASE, SIX, { delayDays: 0, accruedDays: 40 }), rate(0.05)),
    ).toThrow(calcError("invalid", /^accruedDays is 40 with a delay of 0 days/));
  });
});
