import { accruedPeriods, type Frequency } from "../../../src/calc/date/couponGrid";
import {
  days30BondBasis,
  days30E,
  days30US,
  yearsActActIsda,
} from "../../../src/calc/date/dayCount";
import { packedDay } from "../../../src/calc/date/serial";
import { day } from "../../support/bondRows";
import { golden } from "../../support/golden";

describe("day counts", () => {
  it("count 30/360 in its three forms as QuantLib does, to the day", () => {
    const rows = golden("daycount.csv");
    expect(rows.length).toBe(169);
    for (const row of rows) {
      const [start, end] = [packedDay(day(row.start)), packedDay(day(row.end))];
      expect([
        row.start,
        row.end,
        days30BondBasis(start, end),
        days30US(start, end),
        days30E(start, end),
      ]).toEqual([
        row.start,
        row.end,
        Number(row["30/360-BondBasis(ISDA 30/360)|days"]),
        Number(row["30/360-USA(SIA/NASD with Feb EOM)|days"]),
        Number(row["30E/360|days"]),
      ]);
    }
  });

  it("count ACT/360, ACT/365F and ACT/ACT ISDA", () => {
    for (const row of golden("daycount.csv")) {
      const [start, end] = [day(row.start), day(row.end)];
      expect((end - start) / 360).toBeCloseTo(Number(row["ACT/360|yf"]), 12);
      expect((end - start) / 365).toBeCloseTo(Number(row["ACT/365F|yf"]), 12);
      expect(yearsActActIsda(start, end)).toBeCloseTo(Number(row["ACT/ACT-ISDA|yf"]), 12);
    }
  });

  it("count ACT/ACT ICMA on the grid of the reference period, long first periods included", () => {
    const rows = golden("daycount_icma.csv");
    expect(rows.length).toBe(41);
    for (const row of rows) {
      const months = Math.round((12 * (day(row.ref_end) - day(row.ref_start))) / 365);
      const frequency = (12 / months) as Frequency;
      const [anchor, from, to] = [row.ref_end, row.start, row.end].map((it) =>
        packedDay(day(it)),
      ) as [number, number, number];
      const years = accruedPeriods(anchor, frequency, 1, from, to) / frequency;
      expect([row.start, row.end, years.toFixed(12)]).toEqual([row.start, row.end, row.icma]);
      expect(yearsActActIsda(day(row.start), day(row.end)).toFixed(12)).toBe(row.isda);
    }
  });
});
