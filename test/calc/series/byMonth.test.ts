import fc from "fast-check";
import { isoFromSerial, serialFromIso } from "../../../src/calc/date/serial";
import {
  byMonth,
  latestBy,
  MONTH_RULES,
  monthEnd,
  monthOf,
} from "../../../src/calc/series/byMonth";
import { daySerial, type DaySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const day = (iso: string) => serialFromIso(iso) as DaySerial;
const history = (rows: [string, number][]) => ({
  dates: rows.map(([date]) => day(date)),
  values: Float64Array.from(rows, ([, value]) => value),
});
const shown = (readings: ReturnType<typeof byMonth>) =>
  readings.map(({ month, day: on, value, count }) => [
    isoFromSerial(month),
    isoFromSerial(on),
    value,
    count,
  ]);

const YIELDS = history([
  ["2014-10-30", 2.5],
  ["2014-10-31", 2],
  ["2014-11-03", 4],
  ["2014-11-28", NaN],
  ["2015-01-02", 1],
]);

describe("byMonth", () => {
  it("takes the last value of each month, and its day", () => {
    expect(shown(byMonth(YIELDS, "last"))).toEqual([
      ["2014-10-01", "2014-10-31", 2, 1],
      ["2014-11-01", "2014-11-03", 4, 1],
      ["2015-01-01", "2015-01-02", 1, 1],
    ]);
  });

  it("takes the mean of the values that a month has, and counts them", () => {
    expect(shown(byMonth(YIELDS, "mean"))).toEqual([
      ["2014-10-01", "2014-10-31", 2.25, 2],
      ["2014-11-01", "2014-11-03", 4, 1],
      ["2015-01-01", "2015-01-02", 1, 1],
    ]);
  });

  it("has no row for a month without a value (here December 2014): nothing is filled", () => {
    expect(byMonth(YIELDS, "last").map(({ month }) => month)).not.toContain(day("2014-12-01"));
  });

  it("keeps a month-end row on a weekend in its month (30 November 2014 was a Sunday)", () => {
    const rows = history([
      ["2014-11-30", 3.7],
      ["2014-12-31", 3.6],
    ]);
    expect(byMonth(rows, "last").map(({ month }) => isoFromSerial(month))).toEqual([
      "2014-11-01",
      "2014-12-01",
    ]);
  });

  it.each(MONTH_RULES)("refuses days that stand still or go back, by %s", (rule) => {
    const [jan, feb] = [day("2014-01-31"), day("2014-02-28")];
    const values = Float64Array.of(1, 2);
    expect(() => byMonth({ dates: [feb, feb], values }, rule)).toThrow(
      calcError("invalid", /history, row 2, is 2014-02-28, the same day as the row before/),
    );
    expect(() => byMonth({ dates: [feb, jan], values }, rule)).toThrow(
      calcError("invalid", /history, row 2, is 2014-01-31, after 2014-02-28/),
    );
    expect(() => byMonth({ dates: [jan], values }, rule)).toThrow(
      calcError("invalid", /1 days but 2 values/),
    );
  });

  const anyHistory = fc
    .uniqueArray(
      fc.record({
        date: fc.integer({ min: 41_000, max: 41_400 }),
        value: fc.oneof(fc.integer({ min: -200, max: 2000 }), fc.constant(NaN)),
      }),
      { selector: ({ date }) => date, maxLength: 80 },
    )
    .map((rows) => {
      rows.sort((a, b) => a.date - b.date);
      return {
        dates: rows.map(({ date }) => daySerial(date)),
        values: Float64Array.from(rows, ({ value }) => value),
      };
    });

  it("never moves a finished month when later rows are appended", () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...MONTH_RULES), fc.nat(80), (all, rule, cut) => {
        const start = {
          dates: all.dates.slice(0, cut),
          values: all.values.slice(0, cut),
        };
        const finished = byMonth(start, rule).slice(0, -1);
        expect(byMonth(all, rule).slice(0, finished.length)).toEqual(finished);
      }),
    );
  });

  it("counts every value once, and a mean lies between a month's lowest and highest", () => {
    fc.assert(
      fc.property(anyHistory, (all) => {
        const readings = byMonth(all, "mean");
        const present = [...all.values].filter((value) => !Number.isNaN(value));
        expect(readings.reduce((n, { count }) => n + count, 0)).toBe(present.length);
        for (const { month, value } of readings) {
          const own = [...all.values].filter(
            (it, i) => !Number.isNaN(it) && monthOf(all.dates[i] as DaySerial) === month,
          );
          expect(value).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
        }
      }),
    );
  });
});

describe("latestBy", () => {
  it("takes the day itself, else the latest earlier day with a value, never a later one", () => {
    expect(latestBy(YIELDS, day("2014-10-31"), 5)).toEqual({
      value: 2,
      day: day("2014-10-31"),
      count: 1,
    });
    expect(latestBy(YIELDS, day("2014-11-02"), 5)?.value).toBe(2);
    expect(latestBy(YIELDS, day("2014-10-29"), 5)).toBeNull();
  });

  it("has nothing when the latest value is too old: five days do, six do not", () => {
    expect(latestBy(YIELDS, day("2014-11-08"), 5)?.value).toBe(4);
    expect(latestBy(YIELDS, day("2014-11-09"), 5)).toBeNull();
  });

  it("passes over a missing value, whose age still counts", () => {
    expect(latestBy(YIELDS, day("2014-11-28"), 5)).toBeNull();
    expect(latestBy(YIELDS, day("2014-11-28"), 25)?.value).toBe(4);
  });
});

describe("months", () => {
  it.each([
    ["2014-02-10", "2014-02-01", "2014-02-28"],
    ["2016-02-29", "2016-02-01", "2016-02-29"],
    ["2014-12-31", "2014-12-01", "2014-12-31"],
  ])("of %s run from %s to %s", (iso, first, last) => {
    expect(isoFromSerial(monthOf(day(iso)))).toBe(first);
    expect(isoFromSerial(monthEnd(day(iso)))).toBe(last);
  });
});
