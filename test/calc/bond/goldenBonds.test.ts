import { bondFlows } from "../../../src/calc/bond/flows";
import { bondPrice, bondYield } from "../../../src/calc/bond/price";
import { bondRisk, couponsLeft } from "../../../src/calc/bond/risk";
import { isoFromSerial } from "../../../src/calc/date/serial";
import { price, rate } from "../../../src/calc/units";
import { bondRows } from "../../support/bondRows";

/*
 * QuantLib pays rate × days/360 (or 365) on these day counts and discounts by the same fraction; a
 * worksheet's coupon is rate/frequency. The rule predicts these rows and no others.
 */
const rows = bondRows();
const paysByDays = ({ bond }: (typeof rows)[number]) => bond.basis === 2 || bond.basis === 3;
const ours = rows.filter((row) => !paysByDays(row));
const differing = rows.filter(paysByDays);

/** Fails with the row's id. */
const near = (id: string | undefined, found: number, expected: string | undefined, by: number) => {
  expect([id, found, expected, Math.abs(found - Number(expected)) <= by]).toEqual([
    id,
    found,
    expected,
    true,
  ]);
};

describe("bonds of the reference table", () => {
  it("has the rows that it should have", () => {
    expect([rows.length, ours.length, differing.length]).toEqual([353, 342, 11]);
  });

  it("has QuantLib's clean price to 1e-8", () => {
    for (const { row, bond, settlement, convention } of ours) {
      const clean = bondPrice(bond, settlement, rate(Number(row.yield_in)), convention);
      near(row.id, clean, row.clean, 1e-8);
    }
  });

  it("has QuantLib's yield to 1e-10, at the price and at the price in 32nds", () => {
    for (const { row, bond, settlement, convention } of ours) {
      const yieldAt = (clean: string | undefined) =>
        bondYield(bond, settlement, price(Number(clean)), convention);
      near(row.id, yieldAt(row.clean), row.yield_solved, 1e-10);
      near(row.id, yieldAt(row.px_32nds_rounded), row.yield_at_px, 1e-10);
    }
  });

  it("has QuantLib's durations, convexity and accrued interest to 1e-7", () => {
    for (const { row, bond, settlement, convention } of ours) {
      const risk = bondRisk(bond, settlement, rate(Number(row.yield_in)), convention);
      near(row.id, risk.clean, row.clean, 1e-8);
      near(row.id, risk.accrued, row.accrued, 1e-8);
      near(row.id, risk.dirty, row.dirty, 1e-8);
      // QuantLib has no Macaulay duration where interest is simple.
      if (convention === "compounded") near(row.id, risk.macaulay, row.mac_dur, 1e-7);
      near(row.id, risk.modified, row.mod_dur, 1e-7);
      near(row.id, risk.convexity, row.convexity, 1e-7);
    }
  });

  it("has the coupon dates around settlement and the number left", () => {
    for (const { row, bond, settlement } of ours) {
      const { previousCoupon, nextCoupon, coupons } = couponsLeft(bond, settlement);
      const found = [isoFromSerial(previousCoupon), isoFromSerial(nextCoupon), String(coupons)];
      expect([row.id, ...found]).toEqual([
        row.id,
        row.prev_coupon,
        row.next_coupon,
        row.n_coupons_left,
      ]);
    }
  });

  it("pays flows whose present value is the dirty price", () => {
    for (const { row, bond, settlement, convention } of ours) {
      if (convention !== "compounded") continue;
      const { periods, interest, principal } = bondFlows(bond, settlement);
      const growth = 1 + Number(row.yield_in) / bond.frequency;
      const values = periods.map(
        (time, i) => ((interest[i] as number) + (principal[i] as number)) * growth ** -time,
      );
      near(
        row.id,
        values.reduce((a, b) => a + b),
        row.dirty,
        1e-8,
      );
    }
  });

  it("differs from QuantLib where QuantLib pays by days, in each of those rows", () => {
    for (const { row, bond, settlement, convention } of differing) {
      const clean = bondPrice(bond, settlement, rate(Number(row.yield_in)), convention);
      expect([row.id, Math.abs(clean - Number(row.clean)) > 1e-3]).toEqual([row.id, true]);
    }
  });
});
