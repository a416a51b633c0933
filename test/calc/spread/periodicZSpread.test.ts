import fc from "fast-check";
import type { Bond } from "../../../src/calc/bond/bond";
import { bondFlows } from "../../../src/calc/bond/flows";
import { accrued } from "../../../src/calc/bond/price";
import { FREQUENCIES } from "../../../src/calc/date/couponGrid";
import { periodicZSpread } from "../../../src/calc/spread/periodicZSpread";
import { zSpread } from "../../../src/calc/spread/zSpread";
import { daySerial, price, rate } from "../../../src/calc/units";
import { bondOf, day } from "../../support/bondRows";
import { calcError } from "../../support/errors";

const zeros = [0.043, 0.042, 0.04, 0.038, 0.038, 0.0395, 0.041, 0.043, 0.048, 0.0485];
const times = Float64Array.of(0, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 20, 30);
const curve = {
  times,
  exponents: times.map((time, i) => (i === 0 ? 0 : time * (zeros[i - 1] as number))),
};
const settlement = day("2026-01-16");

/** By the general function, from the bond's flows. */
function general(bond: Bond, clean: number): number {
  const { periods, interest, principal } = bondFlows(bond, settlement);
  const amounts = interest.map((paid, k) => paid + (principal[k] as number));
  const dirty = clean + accrued(bond, settlement);
  return zSpread(
    dirty,
    periods.map((it) => it / bond.frequency),
    amounts,
    curve,
    "continuous",
  );
}

describe("periodicZSpread", () => {
  it("is the Z-spread of the flows to 1e-9 bp, also beyond the last node", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 15_000 }),
        fc.constantFrom(...FREQUENCIES),
        fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.12, noNaN: true })),
        fc.double({ min: -300, max: 1_500, noNaN: true }),
        (days, frequency, coupon, spread) => {
          const bond = bondOf({
            maturity: daySerial(settlement + days),
            coupon: rate(coupon),
            frequency,
          });
          const { periods, interest, principal } = bondFlows(bond, settlement);
          // A price that some spread explains.
          const growth = 1 + (0.04 + spread / 10_000) / frequency;
          const dirty = periods.reduce(
            (sum, it, k) =>
              sum + ((interest[k] as number) + (principal[k] as number)) * growth ** -it,
            0,
          );
          const clean = price(dirty - accrued(bond, settlement));
          const found = periodicZSpread(bond, settlement, clean, curve);
          expect(Math.abs(found - general(bond, clean))).toBeLessThan(1e-9);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  it("refuses odd periods and a price below 0", () => {
    const odd = bondOf({ maturity: day("2031-04-10"), lastCoupon: day("2031-01-15") });
    expect(() => periodicZSpread(odd, settlement, price(99), curve)).toThrow(
      calcError("invalid", /periods must be equal/),
    );
    const bond = bondOf({ maturity: day("2031-01-15") });
    expect(() => periodicZSpread(bond, settlement, price(-1), curve)).toThrow(
      calcError("invalid", /price is -1, with accrued interest/),
    );
  });
});
