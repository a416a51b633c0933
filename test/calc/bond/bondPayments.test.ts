import { bondPayments, ONE_COUPON } from "../../../src/calc/bond/bondPayments";
import { bondFlows } from "../../../src/calc/bond/flows";
import { flowYield } from "../../../src/calc/bond/flowYield";
import { accrued, bondYield } from "../../../src/calc/bond/price";
import { price, rate } from "../../../src/calc/units";
import { bondOf, bondRows, day } from "../../support/bondRows";
import { calcError } from "../../support/errors";

const settlement = day("2026-03-02");
const bond = bondOf({ maturity: day("2031-08-31"), coupon: rate(0.04) });
const sinking = [
  { day: day("2028-02-29"), amount: 20 },
  { day: day("2029-08-31"), amount: 30 },
];
const steps = [
  { day: day("2027-08-31"), coupon: rate(0.05) },
  { day: day("2030-02-28"), coupon: rate(0.02) },
];

describe("bondPayments", () => {
  it("of one coupon are the bond's own", () => {
    const { days, interest, principal, accrued: on } = bondPayments(bond, ONE_COUPON, settlement);
    const flows = bondFlows(bond, settlement);
    expect([days, interest, principal]).toEqual([flows.days, flows.interest, flows.principal]);
    expect(on(day("2027-01-15"))).toBe(accrued(bond, day("2027-01-15")));
  });

  it("of a sinking fund are those of bonds that mature with each part", () => {
    const sunk = bondPayments(bond, { steps: [], sinking }, settlement);
    const parts = [...sinking, { day: bond.maturity, amount: 50 }].map((it) => ({
      flows: bondFlows({ ...bond, maturity: it.day }, settlement),
      share: it.amount / 100,
    }));
    sunk.days.forEach((on, k) => {
      const of = (what: "interest" | "principal") =>
        parts.reduce((sum, { flows, share }) => {
          const j = flows.days.indexOf(on);
          return sum + (j < 0 ? 0 : share * (flows[what][j] as number));
        }, 0);
      expect(sunk.interest[k]).toBeCloseTo(of("interest"), 12);
      expect(sunk.principal[k]).toBeCloseTo(of("principal"), 12);
    });
    expect(sunk.accrued(day("2029-01-15"))).toBeCloseTo(0.8 * accrued(bond, day("2029-01-15")), 12);
    expect([sunk.outstanding(day("2028-02-28")), sunk.outstanding(day("2029-08-31"))]).toEqual([
      1, 0.5,
    ]);
  });

  it("is per 100 of what past payments have left", () => {
    const later = day("2028-06-01");
    const sunk = bondPayments(bond, { steps: [], sinking }, later);
    // 80 of 100 are left, of which 30 and 50 are repaid.
    expect(sunk.outstanding(later)).toBe(1);
    expect(sunk.principal.filter((it) => it > 0)).toEqual(Float64Array.of(37.5, 62.5));
    expect(sunk.accrued(later)).toBeCloseTo(accrued(bond, later), 12);
  });

  it("has the coupon of the day on which a period begins", () => {
    const stepped = bondPayments(bond, { steps, sinking: [] }, settlement);
    const coupons = stepped.interest.map((it) => Math.round(it * 2000) / 1000);
    expect(Array.from(coupons)).toEqual([4, 4, 4, 5, 5, 5, 5, 5, 2, 2, 2]);
    expect(stepped.accrued(day("2027-11-30"))).toBeCloseTo(1.25, 12);
    expect(stepped.accrued(day("2027-08-31"))).toBe(0);
  });

  it.each<[string, object, RegExp]>([
    [
      "a step between coupons",
      { steps: [{ day: day("2027-08-30"), coupon: rate(0.05) }] },
      /^couponSteps, row 1, is 2027-08-30; it must be a coupon day before maturity, 2031-08-31/,
    ],
    [
      "principal that is repaid at maturity",
      { sinking: [{ day: bond.maturity, amount: 10 }] },
      /^sinking, row 1, is 2031-08-31; it must be a coupon day before maturity/,
    ],
    ["falling days", { steps: [...steps].reverse() }, /^couponSteps, row 2, .*; days must rise/],
    [
      "more than everything",
      { sinking: sinking.map((it) => ({ ...it, amount: 60 })) },
      /^sinking repays 120 of 100 before maturity; the sum must be below 100/,
    ],
  ])("refuses %s", (_, schedule, words) => {
    expect(() => bondPayments(bond, { ...ONE_COUPON, ...schedule }, settlement)).toThrow(
      calcError("invalid", words),
    );
  });
});

describe("flowYield", () => {
  it("is the street yield of the closed form, for the reference table's bonds", () => {
    const rows = bondRows();
    expect(rows.length).toBeGreaterThan(100);
    for (const { bond: it, settlement: on, row } of rows) {
      const clean = price(Number(row.clean));
      const { periods, interest, principal, accrued: due } = bondFlows(it, on);
      const amounts = interest.map((paid, k) => paid + (principal[k] as number));
      const found = flowYield(clean + due, periods, amounts, it.frequency);
      expect(found).toBeCloseTo(bondYield(it, on, clean), 11);
    }
  });

  it("refuses a price that no yield explains", () => {
    expect(() => flowYield(-1, [1, 2], [2, 102], 2)).toThrow(
      calcError(
        "invalid",
        /^price with accrued interest is -1; it must be a price that some yield/,
      ),
    );
  });
});
