import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bootstrapBonds, bootstrapDated } from "../../../src/calc/bond/datedCurve";
import { discountFactor, zeroRate } from "../../../src/calc/curve/discountCurve";
import { monthsLater } from "../../../src/calc/date/serial";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";

/** Made by QuantLib 1.29 for this project: log-linear discount factors, ACT/365F, unadjusted days. */
const { reference, treasury, swap } = JSON.parse(
  readFileSync(resolve(__dirname, "../../golden/curve_bootstrap.json"), "utf8"),
);
const settlement = day(reference);

describe("bootstrapBonds", () => {
  it("has QuantLib's nodes of the Treasury curve to 1e-10", () => {
    const curve = bootstrapBonds(
      settlement,
      treasury.instruments.map((it: any) => ({
        bond: bondOf({ maturity: day(it.maturity), coupon: rate(it.coupon), basis: 1 }),
        clean: price(it.clean_price),
      })),
    );
    treasury.nodes.forEach((node: any, i: number) => {
      expect(curve.times[i]).toBeCloseTo(node.t, 12);
      expect(Math.abs(discountFactor(curve, node.t) - node.df)).toBeLessThan(1e-10);
      if (node.zero_cont !== null) {
        expect(Math.abs(zeroRate(curve, node.t) - node.zero_cont)).toBeLessThan(1e-10);
      }
    });
  });

  it("has QuantLib's nodes of the swap curve from annual par bonds", () => {
    const curve = bootstrapBonds(
      settlement,
      swap.instruments.map((it: any) => ({
        bond: bondOf({
          maturity: monthsLater(settlement, 12 * Number.parseInt(it.tenor)),
          coupon: rate(it.rate),
          frequency: 1,
          basis: 1,
        }),
        clean: price(100),
      })),
    );
    for (const { t, df } of swap.nodes) {
      expect(Math.abs(discountFactor(curve, t) - df)).toBeLessThan(1e-10);
    }
  });
});

describe("bootstrapDated", () => {
  it("puts the tenors of a par curve on the same days", () => {
    const tenors = treasury.instruments.map(({ tenor }: { tenor: string }) =>
      tenor === "6M" ? 0.5 : Number.parseInt(tenor),
    );
    const yields = treasury.instruments.map(({ coupon }: { coupon: number }) => coupon);
    const curve = bootstrapDated(
      { tenors: Float64Array.from(tenors), yields: Float64Array.from(yields) },
      settlement,
    );
    for (const { t, df } of treasury.nodes) {
      expect(Math.abs(discountFactor(curve, t) - df)).toBeLessThan(1e-10);
    }
  });
});
