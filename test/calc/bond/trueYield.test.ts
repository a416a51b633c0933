import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bondPrice, bondYield } from "../../../src/calc/bond/price";
import { bondRisk } from "../../../src/calc/bond/risk";
import { truePayments } from "../../../src/calc/bond/truePayments";
import type { Basis, Frequency } from "../../../src/calc/date/couponGrid";
import { isoFromSerial, serialOf } from "../../../src/calc/date/serial";
import { daySerial, price, rate } from "../../../src/calc/units";
import { bondRiskCard } from "../../../src/functions/bond";
import { bondOf, day } from "../../support/bondRows";
import { golden } from "../../support/golden";

describe("bonds that pay on business days", () => {
  const rows = golden("trueYields.csv").map((row) => ({
    row,
    settlement: day(row.settlement),
    yld: rate(Number(row.yield)),
    bond: bondOf({
      maturity: day(row.maturity),
      coupon: rate(Number(row.coupon)),
      frequency: Number(row.frequency) as Frequency,
      basis: Number(row.basis) as Basis,
    }),
  }));

  it("are 200 of all day counts", () => {
    expect(rows.length).toBe(200);
    expect(new Set(rows.map(({ bond }) => bond.basis)).size).toBe(5);
  });

  it.each(["clean", "accrued", "macaulay", "modified", "convexity"] as const)(
    "have QuantLib's %s to 1e-8",
    (measure) => {
      const worst = rows.map(({ row, bond, settlement, yld }) =>
        Math.abs(bondRisk(bond, settlement, yld, "true")[measure] - Number(row[measure])),
      );
      expect(Math.max(...worst)).toBeLessThan(1e-8);
    },
  );

  it("have QuantLib's yield at its price, and its first payment day", () => {
    for (const { row, bond, settlement, yld } of rows) {
      const clean = price(Number(row.clean));
      expect(Math.abs(bondYield(bond, settlement, clean, "true") - yld)).toBeLessThan(1e-10);
      const first = truePayments(bond, settlement).days[0] as number;
      expect(isoFromSerial(daySerial(first))).toBe(row.firstPayment);
    }
  });
});

/* Public test suites' bonds as QuantLib 1.40 has them, reduced to formulas for this project, 2026-11. */
describe("cells that the street yield cannot answer", () => {
  const cells = readFileSync(resolve(__dirname, "../../golden/reportedTrueYields.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { f: string; v: number; tol: number; src: string });
  const FORMULA = /^=RV\.BONDRISK\((.+)\)$/;
  const found = (formula: string, convention: string) => {
    const [, args = ""] = FORMULA.exec(formula) ?? [];
    const values = args.split(",").map((cell) => (cell === "" ? null : JSON.parse(cell)));
    values[9] = convention;
    return bondRiskCard(...(values as Parameters<typeof bondRiskCard>))[0]?.[0] as number;
  };

  it("all hold with payments on business days, and most do not without", () => {
    expect(cells.length).toBe(118);
    const misses = (convention: string) =>
      cells.filter(({ f, v, tol }) => !(Math.abs(found(f, convention) - v) <= tol));
    expect(misses("true")).toEqual([]);
    expect(misses("street").length).toBeGreaterThan(59);
  });
});

describe("a true yield", () => {
  const onHoliday = bondOf({ maturity: serialOf(2029, 1, 15) });
  const settlement = serialOf(2026, 1, 15);

  it("is the street's where every payment is due on a business day", () => {
    // 15 July and 15 January of 2026 and 2027 are no weekends and no holidays.
    const bond = bondOf({ maturity: serialOf(2027, 1, 15) });
    const [street, paid] = (["street", "true"] as const).map((convention) =>
      bondPrice(bond, settlement, rate(0.045), convention),
    );
    expect(paid).toBeCloseTo(street as number, 12);
  });

  it("costs what the waits cost: three, two and one day over the last three payments", () => {
    // 15 January 2028 is a Saturday before a holiday, 15 July 2028 a Saturday, 15 January 2029 a holiday.
    const lost = (amount: number, time: number, wait: number) =>
      amount * (1.025 ** -time - 1.025 ** -(time + wait / 180));
    const paid = bondPrice(onHoliday, settlement, rate(0.05), "true");
    expect(100 - paid).toBeCloseTo(lost(2.5, 4, 3) + lost(2.5, 5, 2) + lost(102.5, 6, 1), 11);
  });

  it("takes simple interest when one payment is left, counted to the day on which it is made", () => {
    // 135 days of 30/360 to 16 January 2029, 46 since 15 July.
    const clean = bondPrice(onHoliday, serialOf(2028, 9, 1), rate(0.04), "true");
    expect(clean).toBeCloseTo(102.5 / (1 + (0.02 * 135) / 180) - (100 * 0.05 * 46) / 360, 12);
  });

  it("refuses a payment before 1990, of which no calendar is known here", () => {
    const old = bondOf({ maturity: serialOf(1995, 1, 15) });
    expect(() => bondPrice(old, serialOf(1985, 1, 16), rate(0.05), "true")).toThrow(
      /1985-07-15 is before 1990/,
    );
  });
});
