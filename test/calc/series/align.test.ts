import fc from "fast-check";
import { isoFromSerial, serialFromIso } from "../../../src/calc/date/serial";
import { align, ALIGN_METHODS, type AlignedRow } from "../../../src/calc/series/align";
import type { DatedHistory } from "../../../src/calc/series/byMonth";
import { daySerial, type DaySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const history = (...rows: [string, number][]): DatedHistory => ({
  dates: rows.map(([iso]) => serialFromIso(iso) as DaySerial),
  values: Float64Array.from(rows, ([, value]) => value),
});
const shown = (rows: AlignedRow[]) =>
  rows.map(({ date, a, b }) => [isoFromSerial(date), a.value, b.value, a.age, b.age]);

// Thursdays beside business days, as a mortgage survey stands beside a Treasury yield.
const WEEKLY = history(["2014-12-18", 380], ["2014-12-24", 383], ["2014-12-31", 387]);
const DAILY = history(
  ["2014-12-17", 214],
  ["2014-12-18", 222],
  ["2014-12-19", NaN],
  ["2014-12-26", 225],
  ["2014-12-31", 217],
  ["2015-01-02", 212],
);

describe("align", () => {
  it("previous: every day of either, with the last values known and their ages", () => {
    expect(shown(align(WEEKLY, DAILY))).toEqual([
      ["2014-12-17", null, 214, null, 0],
      ["2014-12-18", 380, 222, 0, 0],
      ["2014-12-24", 383, null, 0, 6],
      ["2014-12-26", 383, 225, 2, 0],
      ["2014-12-31", 387, 217, 0, 0],
      ["2015-01-02", 387, 212, 2, 0],
    ]);
  });

  it("a value as old as the limit is there, a day older is missing and still says its age", () => {
    const at = (limit: number) => shown(align(WEEKLY, DAILY, "previous", limit))[2];
    expect(at(6)).toEqual(["2014-12-24", 383, 222, 0, 6]);
    expect(at(5)).toEqual(["2014-12-24", 383, null, 0, 6]);
  });

  it("exact: the days on which both have a value", () => {
    expect(shown(align(WEEKLY, DAILY, "exact"))).toEqual([
      ["2014-12-18", 380, 222, 0, 0],
      ["2014-12-31", 387, 217, 0, 0],
    ]);
  });

  it("month end: the last of each month, dated by the last day seen in it", () => {
    expect(shown(align(WEEKLY, DAILY, "month end"))).toEqual([
      ["2014-12-31", 387, 217, 0, 0],
      ["2015-01-02", null, 212, null, 0],
    ]);
  });

  it("month mean: the mean of what each has in the month", () => {
    const [december] = align(WEEKLY, DAILY, "month mean");
    expect(december?.a.value).toBeCloseTo((380 + 383 + 387) / 3, 12);
    expect(december?.b.value).toBeCloseTo((214 + 222 + 225 + 217) / 4, 12);
  });

  it("a monthly series that is dated on the first is 30 days old at the end of December", () => {
    const monthly = history(["2014-12-01", 356]);
    expect(shown(align(DAILY, monthly, "month end"))[0]).toEqual(["2014-12-31", 217, null, 0, 30]);
    expect(shown(align(DAILY, monthly, "month end", 31))[0]?.[2]).toBe(356);
  });

  it.each(ALIGN_METHODS)("refuses dates that do not rise, by %s, with argument and row", (how) => {
    const twice = history(["2014-12-17", 1], ["2014-12-17", 2]);
    const falling = history(["2014-12-17", 1], ["2014-12-18", 1], ["2014-12-15", 2]);
    expect(() => align(twice, DAILY, how)).toThrow(
      calcError("invalid", /datesA, row 2, is 2014-12-17, the same day as the row before/),
    );
    expect(() => align(DAILY, falling, how)).toThrow(
      calcError("invalid", /datesB, row 3, is 2014-12-15, after 2014-12-18/),
    );
  });

  it("says when there is no row, and refuses a negative limit", () => {
    const other = history(["2014-12-20", 1]);
    expect(() => align(WEEKLY, other, "exact")).toThrow(
      calcError("missing", /no day on which both/),
    );
    const empty = history(["2014-12-20", NaN]);
    expect(() => align(empty, empty)).toThrow(calcError("missing", /neither series has a value/));
    expect(() => align(WEEKLY, DAILY, "previous", -1)).toThrow(
      calcError("invalid", /maxStaleDays/),
    );
  });

  const anyHistory = fc
    .uniqueArray(
      fc.record({
        day: fc.integer({ min: 41_000, max: 41_150 }),
        value: fc.oneof(fc.integer({ min: -200, max: 900 }), fc.constant(NaN)),
      }),
      { selector: ({ day }) => day, minLength: 1, maxLength: 60 },
    )
    .map((rows) => {
      rows.sort((x, y) => x.day - y.day);
      return {
        dates: rows.map(({ day }) => daySerial(day)),
        values: Float64Array.from(rows, ({ value }) => value),
      };
    });
  const until = ({ dates, values }: DatedHistory, day: number): DatedHistory => {
    const n = dates.filter((it) => it <= day).length;
    return { dates: dates.slice(0, n), values: values.slice(0, n) };
  };
  const rowsOf = (...args: Parameters<typeof align>) => {
    try {
      return align(...args);
    } catch {
      return [];
    }
  };
  const method = fc.constantFrom(...ALIGN_METHODS);
  const limit = fc.integer({ min: 0, max: 40 });

  it("never uses a later day: a row is the same from the data up to its own date", () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, method, limit, (a, b, how, stale) => {
        for (const row of rowsOf(a, b, how, stale)) {
          const then = rowsOf(until(a, row.date), until(b, row.date), how, stale);
          expect(then[then.length - 1]).toEqual(row);
        }
      }),
    );
  });

  it("a row of a given date never moves when later rows are appended", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyHistory,
        method,
        fc.integer({ min: 41_000, max: 41_150 }),
        (a, b, how, cut) => {
          const all = new Map(rowsOf(a, b, how, 5).map((row) => [row.date, row]));
          for (const row of rowsOf(until(a, cut), until(b, cut), how, 5)) {
            if (all.has(row.date)) expect(all.get(row.date)).toEqual(row);
            // Only the month that was still running is replaced, by a row of a later date.
            else expect(how.startsWith("month") && row.date > cut - 31).toBe(true);
          }
        },
      ),
    );
  });

  it("exchanging the two series exchanges their columns", () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, method, (a, b, how) => {
        expect(rowsOf(b, a, how)).toEqual(
          rowsOf(a, b, how).map((row) => ({ date: row.date, a: row.b, b: row.a })),
        );
      }),
    );
  });

  it("nearest value instead of the last known would look ahead (the wrong variant fails)", () => {
    const nearest = (day: number, { dates, values }: DatedHistory) =>
      dates.reduce(
        (best, it, i) =>
          Math.abs(it - day) < best.off ? { off: Math.abs(it - day), value: values[i] } : best,
        { off: Infinity, value: undefined as number | undefined },
      ).value;
    const b = history(["2014-12-15", 1], ["2014-12-19", 2]);
    const a = history(["2014-12-18", 9]);
    expect(align(a, b, "previous").find(({ a: of }) => of.age === 0)?.b.value).toBe(1);
    expect(nearest(serialFromIso("2014-12-18") as number, b)).toBe(2);
  });
});
