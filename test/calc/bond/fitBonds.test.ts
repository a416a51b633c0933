import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fitBonds, type BondWeights } from "../../../src/calc/bond/fitBonds";
import { price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { calcError } from "../../support/errors";

const { reference, fits } = JSON.parse(
  readFileSync(resolve(__dirname, "../../golden/nss_fits.json"), "utf8"),
);
const settlement = day(reference);
const quotesOf = (fit: any) =>
  fit.bonds.map((it: any) => ({
    bond: bondOf({ maturity: day(it.maturity), coupon: rate(it.coupon), basis: 1 }),
    clean: price(it.clean),
  }));
const modelOf = (fit: any) => (fit.method === "Svensson" ? "NSS" : "NS");
const nameOf = (fit: any) => `${fit.fit} ${modelOf(fit)}`;

const fitted = (weights: BondWeights) =>
  fits.map((fit: any) => ({ fit, ...fitBonds(settlement, quotesOf(fit), modelOf(fit), weights) }));
const byDuration = fitted("duration");

describe("fitBonds against QuantLib's fits", () => {
  it("has a smaller weighted sum of squares in every fit", () => {
    expect(byDuration).toHaveLength(28);
    for (const { fit, weighted } of byDuration) {
      expect([nameOf(fit), weighted < fit.ql_min_cost]).toEqual([nameOf(fit), true]);
    }
  });

  it("misses prices by at most 1.05 of QuantLib's in every fit where prices are weighted alike", () => {
    for (const { fit, rmse } of fitted("equal")) {
      expect([nameOf(fit), rmse <= 1.05 * fit.price_rmse]).toEqual([nameOf(fit), true]);
    }
  });

  /*
   * Weighted by inverse duration a fit can be better and yet miss prices by more. In the one fit where
   * that happens QuantLib's simplex stopped in a local minimum with a τ below 0 (κ = −0.00036).
   */
  it("misses prices by more only where QuantLib's τ is below 0 and its weighted sum greater", () => {
    const worse = byDuration.filter(({ fit, rmse }: any) => !(rmse <= 1.05 * fit.price_rmse));
    expect(worse.map(({ fit }: any) => nameOf(fit))).toEqual(["19 NS"]);
    for (const { fit, weighted } of worse) {
      expect(fit.ql_solution.at(-1)).toBeLessThan(0);
      expect(weighted).toBeLessThan(0.7 * fit.ql_min_cost);
    }
  });

  it("has the parameters that made prices without noise, where the model is Svensson's", () => {
    const exact = byDuration.filter(
      ({ fit }: any) => fit.noisy === false && fit.method === "Svensson",
    );
    expect(exact).toHaveLength(7);
    for (const { fit, curve, rmse } of exact) {
      // Prices have four decimals.
      expect(rmse).toBeLessThan(0.00005);
      const { beta0, beta1, beta2, beta3, tau1, tau2 } = curve;
      [beta0, beta1, beta2, beta3].forEach((beta, i) => {
        expect(Math.abs(beta - fit.true_params[i])).toBeLessThan(2e-5);
      });
      expect(Math.abs(tau1 / fit.true_params[4] - 1)).toBeLessThan(2e-3);
      expect(Math.abs(tau2 / fit.true_params[5] - 1)).toBeLessThan(2e-3);
    }
  });
});

describe("fitBonds", () => {
  const [first] = fits;

  it("gives the same curve whatever the order of the bonds", () => {
    const quotes = quotesOf(first);
    const one = fitBonds(settlement, quotes, "NSS");
    const other = fitBonds(settlement, [...quotes].reverse(), "NSS");
    expect(other.rmse).toBeCloseTo(one.rmse, 9);
    one.prices.forEach((clean, i) => {
      expect(other.prices.at(-1 - i)).toBeCloseTo(clean, 6);
    });
  });

  it("wants as many bonds as the model has parameters", () => {
    expect(() => fitBonds(settlement, quotesOf(first).slice(0, 5), "NSS")).toThrow(
      calcError("missing", /6 points or more are needed, there are 5/),
    );
  });
});
