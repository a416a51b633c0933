import type { Pool } from "../../../src/calc/mortgage/pool";
import { dollarRoll, type Roll } from "../../../src/calc/mortgage/dollarRoll";
import { factorSpeed } from "../../../src/calc/mortgage/factorSpeed";
import { impliedSpeed } from "../../../src/calc/mortgage/impliedSpeed";
import { poolPayments } from "../../../src/calc/mortgage/poolPayments";
import type { PoolAtSpeed, PoolTiming } from "../../../src/calc/mortgage/poolTiming";
import { poolYield } from "../../../src/calc/mortgage/poolValue";
import type { Speed } from "../../../src/calc/prepayment/speed";
import { price, rate } from "../../../src/calc/units";
import * as fc from "fast-check";
import { calcError } from "../../support/errors";
import { externalJson, itWithExternal } from "../../support/externalGolden";
import { golden } from "../../support/golden";

const atSpeed = (pool: Pool, speed: Speed, timing: PoolTiming): PoolAtSpeed => ({
  pool,
  speed,
  timing,
});

const example = (file: string, key: string, value: string) =>
  externalJson(file).rows.find((row: any) => row[key] === value);

describe("impliedSpeed", () => {
  itWithExternal("has MathWorks' PSA for the price at 0.5% SMM", () => {
    const row = example("matlab_mbs.json", "fn", "mbsprice2speed");
    const pool = { coupon: rate(row.net), wac: rate(row.gross), wam: 360, age: 0 };
    const timing = { delayDays: row.delay, accruedDays: 0 };
    const custom = { kind: "smm", smm: rate(row.custom_smm) } as const;
    const yld = poolYield(atSpeed(pool, custom, timing), price(row.price));
    const psa = impliedSpeed(pool, timing, price(row.price), yld, "PSA");
    expect(psa).toBeCloseTo(row.psa_on_price, 2);
  });

  const premium = { coupon: rate(0.06), wac: rate(0.0695), wam: 350, age: 10 };
  const timing = { delayDays: 24, accruedDays: 0 };

  it("has the worked breakeven: 6% at 103 yields 5.03% at 21.7 CPR", () => {
    const cpr = impliedSpeed(premium, timing, price(103), rate(0.0503), "CPR");
    expect((100 * cpr).toFixed(1)).toBe("21.7");
    const it = atSpeed(premium, { kind: "cpr", cpr: rate(cpr) }, timing);
    expect(poolYield(it, price(103))).toBeCloseTo(0.0503, 12);
  });

  it("answers #N/A where none joins them, and where there is no second", () => {
    expect(() => impliedSpeed(premium, timing, price(103), rate(0.07), "CPR")).toThrow(
      calcError("missing", /^no constant speed up to 99% CPR/),
    );
    expect(() => impliedSpeed(premium, timing, price(103), rate(0.0503), "CPR", 2)).toThrow(
      calcError("missing", /^no second constant speed/),
    );
  });
});

describe("factorSpeed", () => {
  itWithExternal("has SIFMA's examples", () => {
    const a = example("bma_sf_examples.json", "ref", "SF-7/8").inp;
    const speedA = (unit: "smm" | "cpr" | "psa") =>
      factorSpeed(a.F1, a.F2, rate(a.gross / 100), a.M1, 1, unit, a.MONTH - 1);
    expect((100 * speedA("smm")).toFixed(5)).toBe("0.43527");
    expect((100 * speedA("cpr")).toFixed(1)).toBe("5.1");
    expect(speedA("psa").toFixed(0)).toBe("150");
    for (const [ref, by] of [
      ["SF-41 FHLMC one-month PSA", 1],
      // The book prints 1087; its formula on its numbers gives 1088.
      ["SF-42 GNMA one-month PSA", 2],
    ] as const) {
      const { inp, out } = example("bma_sf_examples.json", "ref", ref);
      const psa = factorSpeed(
        inp.F1,
        inp.F2,
        rate(inp.gross / 100),
        inp.M1,
        1,
        "psa",
        inp.MONTH - 1,
      );
      expect(Math.abs(psa - out.psa)).toBeLessThanOrEqual(by);
    }
    const b = example("bma_sf_examples.json", "ref", "SF-14 ABS");
    const abs = factorSpeed(1, b.inp.F2, rate(b.inp.gross / 100), b.inp.wam, 9, "abs", b.inp.age1);
    expect(abs.toFixed(1)).toBe(b.out.abs_hist.toFixed(1));
  });

  it("finds the speed that made the factors, over any period", () => {
    const pool = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
    const { principal } = poolPayments(
      atSpeed(pool, { kind: "psa", percent: 180 }, { delayDays: 24, accruedDays: 0 }),
    );
    const left = 1 - principal.slice(0, 40).reduce((a, b) => a + b) / 100;
    expect(factorSpeed(1, left, pool.wac, 357, 40, "psa", 3)).toBeCloseTo(180, 8);
  });

  it("finds a PSA speed from any age, over any period, also below 0", () => {
    const percents = fc.double({ min: -500, max: 1600, noNaN: true });
    const ages = fc.integer({ min: 0, max: 60 });
    const periods = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(percents, ages, periods, (percent, age, months) => {
        let left = 1;
        for (let k = 1; k <= months; k++) {
          left *= (1 - (percent / 100) * 0.002 * Math.max(1, Math.min(age + k, 30))) ** (1 / 12);
        }
        const scheduled = (360 - months) / 360;
        fc.pre(left * scheduled <= 1 && left > 1e-200);
        const found = factorSpeed(1, left * scheduled, rate(0), 360, months, "psa", age);
        expect(Math.abs(found - percent)).toBeLessThan(1e-9 * Math.max(1, Math.abs(percent)));
      }),
      { seed: 6 },
    );
  });

  it("finds the slowest PSA speed that leaves nothing", () => {
    // 100% CPR in month 5, at 1% CPR of 100 PSA.
    expect(factorSpeed(1, 0, rate(0.06), 360, 5, "psa", 0)).toBeCloseTo(10_000, 9);
  });

  it("refuses factors that rise", () => {
    expect(() => factorSpeed(0.8, 0.9, rate(0.06), 300, 1, "cpr", 0)).toThrow(
      calcError("invalid", /^factor2 is 0.9; it must be a factor from 0 to factor1, 0.8/),
    );
  });
});

describe("dollarRoll", () => {
  const ROLL: Roll = {
    price: price(100.25),
    drop32: 8,
    coupon: rate(0.05),
    days: 30,
    paydown: rate(0.0062),
    financing: rate(0.0365),
    accruedDays: 12,
    farAccruedDays: 12,
    delayDays: null,
  };
  const shown = (roll: Roll) => {
    const { impliedFinancing, advantage32, breakevenDrop32 } = dollarRoll(roll);
    return [
      (100 * impliedFinancing).toFixed(3),
      advantage32.toFixed(2),
      breakevenDrop32.toFixed(2),
    ];
  };

  it("has the worked numbers, without and with the delay", () => {
    expect(shown(ROLL)).toEqual(["1.979", "4.47", "3.50"]);
    expect(shown({ ...ROLL, delayDays: 24 })).toEqual(["1.971", "4.51", "3.46"]);
  });

  it("has the reference table", () => {
    const rows = golden("dollar_roll.csv");
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const paydown = (Number(row.forgone_sched) + Number(row.forgone_prepay)) / 100;
      const { impliedFinancing, breakevenDrop32 } = dollarRoll({
        price: price(Number(row.near_price)),
        drop32: Number(row.drop_32nds),
        coupon: rate(Number(row.net)),
        days: Number(row.roll_days_act),
        paydown: rate(paydown),
        financing: rate(Number(row.reinvest_rate_act360)),
        accruedDays: Number(row.near_settle_days),
        farAccruedDays: Number(row.far_settle_days),
        delayDays: Number(row.delay_days),
      });
      const near =
        Math.abs(impliedFinancing - Number(row.implied_financing_rate_act360)) <= 1e-8 &&
        Math.abs(breakevenDrop32 - Number(row.breakeven_drop_32nds_at_reinvest)) <= 1e-6;
      expect([row.id, impliedFinancing, breakevenDrop32, near]).toEqual([
        row.id,
        impliedFinancing,
        breakevenDrop32,
        true,
      ]);
    }
  });

  it("gains nothing at the breakeven drop", () => {
    const { breakevenDrop32 } = dollarRoll(ROLL);
    const { advantage32, impliedFinancing } = dollarRoll({ ...ROLL, drop32: breakevenDrop32 });
    expect(advantage32).toBeCloseTo(0, 10);
    expect(impliedFinancing).toBeCloseTo(0.0365, 12);
  });
});
