import { poolFlows } from "../../../src/calc/mortgage/cashFlows";
import { poolStatic } from "../../../src/calc/mortgage/poolStatic";
import { averageLife, poolPrice } from "../../../src/calc/mortgage/poolValue";
import { rate } from "../../../src/calc/units";
import { golden } from "../../support/golden";

/*
 * Level-payment loans without servicing, delay or prepayments. Modified duration and convexity of
 * the rows in monthly compounding are those of the monthly yield, which nothing here gives: ours
 * are the bond-equivalent yield's, in the other half of the rows.
 */

const NONE = { kind: "cpr", cpr: rate(0) } as const;
const rows = golden("level_pay.csv");

describe("level-payment loans of the reference table", () => {
  it("are read", () => {
    expect(rows.length).toBe(66);
    expect(new Set(rows.map(({ compounding }) => compounding))).toEqual(
      new Set(["monthly", "semiannual"]),
    );
  });

  it.each(rows.map((row) => [`${row.id} ${row.compounding}`, row] as const))("%s", (_, row) => {
    const balance = Number(row.balance);
    const months = Number(row.term_months);
    const wac = rate(Number(row.rate));
    const pool = { coupon: wac, wac, wam: months, age: 0 };
    const it = { pool, speed: NONE, timing: { delayDays: 0, accruedDays: 0 } };
    const yld = rate(Number(row.yield_in));
    const near = (name: string, found: number, by: number) => {
      const expected = Number(row[name]);
      expect([name, found, Math.abs(found - expected) <= by]).toEqual([name, found, true]);
    };

    const { opening, interest, scheduled } = poolFlows(pool, NONE, balance);
    for (const k of [0, months >> 1, months - 1]) {
      near("payment", (interest[k] as number) + (scheduled[k] as number), 1e-10 * balance);
    }
    near("bal_after_12", opening[12] as number, 1e-8);
    near("bal_after_half", opening[months >> 1] as number, 1e-8);
    near("wal_years", averageLife(pool, NONE), 1e-9);

    const isMonthly = row.compounding === "monthly";
    const clean = poolPrice(it, yld, isMonthly ? "mortgage" : "BEY");
    near("pv_pct", clean, 1e-9);
    near("pv", (clean * balance) / 100, 1e-9 * balance);

    const found = poolStatic(it, clean);
    near("yield_in", isMonthly ? found.mortgageYield : found.yield, 1e-12);
    near("wal_years", found.wal, 1e-9);
    near("mac", found.macaulay, 1e-9);
    if (isMonthly) return;
    near("mod", found.modified, 1e-9);
    near("cvx", found.convexity, 1e-8);
  });
});
