import { poolHorizon, type PoolHolding } from "../../../src/calc/returns/poolHorizon";
import { poolPrice } from "../../../src/calc/mortgage/poolValue";
import { price, rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const cpr = (value: number) => ({ kind: "cpr", cpr: rate(value) }) as const;
const held = (terms: Partial<PoolHolding> = {}): PoolHolding => ({
  pool: { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 },
  timing: { delayDays: 24, accruedDays: 0 },
  price: price(99.75),
  speed: cpr(0.06),
  months: 12,
  exitYield: rate(0.0504098),
  exitSpeed: cpr(0.06),
  reinvestment: rate(0.036),
  ...terms,
});

describe("poolHorizon", () => {
  it("has the worked numbers of a year: unchanged, and 80 bp lower with faster payments", () => {
    const same = poolHorizon(held());
    expect((100 * same.return).toFixed(3)).toBe("5.037");
    expect(same.factor.toFixed(4)).toBe("0.9281");
    const lower = poolHorizon(
      held({
        speed: cpr(0.25),
        exitSpeed: cpr(0.25),
        exitYield: rate(0.0424098),
        reinvestment: rate(0.031),
      }),
    );
    expect((100 * lower.return).toFixed(3)).toBe("6.542");
    expect(lower.factor.toFixed(4)).toBe("0.7405");
    expect(lower.exitPrice.toFixed(2)).toBe("102.04");
  });

  it("returns the yield when bought, reinvested and sold at it", () => {
    const monthly = 0.06;
    const yld = rate(2 * ((1 + monthly / 12) ** 6 - 1));
    const it = held({ exitYield: yld, reinvestment: rate(monthly) });
    const today = poolPrice(it, yld);
    const { returnBey } = poolHorizon({ ...it, price: today });
    expect(returnBey).toBeCloseTo(yld, 12);
  });

  it("refuses a horizon beyond the pool", () => {
    expect(() => poolHorizon(held({ months: 357 }))).toThrow(
      calcError("invalid", /^months is 357; it must be a whole number of months from 1 to 356/),
    );
  });
});
