import { calendarDay, serialOf } from "../../../src/calc/date/serial";
import type { DatedHistory } from "../../../src/calc/series/byMonth";
import { annualReturns } from "../../../src/calc/returns/annualReturns";
import { chainReturn } from "../../../src/calc/returns/chainReturn";
import { periodReturn, type PeriodName } from "../../../src/calc/returns/periodReturn";
import { daySerial, type DaySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

/** The index of test/golden/returnLevels.py: weekdays, with a gap at the end of 2011. */
function weekdayIndex(): DatedHistory {
  const dates: DaySerial[] = [];
  const values: number[] = [];
  let k = 0;
  for (let day = serialOf(2009, 6, 1); day <= serialOf(2014, 11, 14); day = daySerial(day + 1)) {
    if (day % 7 <= 1) continue;
    if (day < serialOf(2011, 12, 24) || day > serialOf(2012, 1, 7)) {
      dates.push(day);
      values.push(100 + k / 8 + ((k * k) % 97) / 16);
    }
    k++;
  }
  return { dates, values: Float64Array.from(values) };
}
const INDEX = weekdayIndex();
const day = serialOf;

describe("periodReturn", () => {
  it.each(golden("returnLevels.csv"))("$period as of $asOf agrees with plain Python", (row) => {
    const period = /^\d{4}$/.test(row.period ?? "")
      ? { year: Number(row.period) }
      : (row.period as PeriodName);
    const result = () => periodReturn(INDEX, period, daySerial(Number(row.asOf)));
    if (row.return === "") expect(result).toThrow(calcError("missing", /within 5 days/));
    else expect(result()).toBeCloseTo(Number(row.return), 13);
  });

  it("ends on the last day when no as-of day is given", () => {
    expect(periodReturn(INDEX, "3M")).toBe(periodReturn(INDEX, "3M", day(2014, 11, 14)));
  });

  it("annualises whole years by their number and the whole time by days ÷ 365.25", () => {
    const three = periodReturn(INDEX, "3Y");
    expect(periodReturn(INDEX, "3Y", null, true)).toBeCloseTo((1 + three) ** (1 / 3) - 1, 14);
    expect(periodReturn(INDEX, "1Y", null, true)).toBeCloseTo(periodReturn(INDEX, "1Y"), 14);
    const all = periodReturn(INDEX, "INCEPTION");
    const years = (day(2014, 11, 14) - day(2009, 6, 1)) / 365.25;
    expect(periodReturn(INDEX, "INCEPTION", null, true)).toBeCloseTo(
      (1 + all) ** (1 / years) - 1,
      14,
    );
    expect(periodReturn(INDEX, { year: 2013 }, null, true)).toBe(
      periodReturn(INDEX, { year: 2013 }),
    );
  });

  it("annualises nothing shorter than a year", () => {
    expect(() => periodReturn(INDEX, "3M", null, true)).toThrow(
      calcError("invalid", /period is 3M, \d+ days; only a year or more can be annualised/),
    );
    expect(() => periodReturn(INDEX, "YTD", null, true)).toThrow(calcError("invalid", /YTD/));
  });

  it("uses nothing after the as-of day", () => {
    const asOf = day(2013, 3, 31);
    const n = INDEX.dates.filter((it) => it <= asOf).length;
    const then = { dates: INDEX.dates.slice(0, n), values: INDEX.values.slice(0, n) };
    for (const period of ["MTD", "QTD", "YTD", "1M", "1Y", "3Y", "INCEPTION"] as const) {
      expect(periodReturn(INDEX, period, asOf)).toBe(periodReturn(then, period, asOf));
    }
  });

  it("keeps a month's last day: three months before 28 February is 30 November", () => {
    const levels = {
      dates: [day(2013, 11, 25), day(2013, 11, 28), day(2013, 11, 30), day(2014, 2, 28)],
      values: Float64Array.of(1, 99, 100, 102),
    };
    expect(periodReturn(levels, "3M")).toBeCloseTo(0.02, 14);
    // The same number of the day instead would start from the 28th.
    expect(102 / 99 - 1).not.toBeCloseTo(0.02, 3);
  });

  it("takes a level six days off for missing, five days off for good, on either side", () => {
    const start = (offset: number) => ({
      dates: [daySerial(day(2013, 12, 31) + offset), day(2014, 6, 30)],
      values: Float64Array.of(100, 103),
    });
    for (const offset of [-5, 0, 5])
      expect(periodReturn(start(offset), "YTD")).toBeCloseTo(0.03, 14);
    for (const offset of [-6, 6]) {
      expect(() => periodReturn(start(offset), "YTD")).toThrow(
        calcError("missing", /YTD begins on 2013-12-31 but dates has no level within 5 days/),
      );
    }
  });

  it("skips missing levels and refuses levels of 0 or below", () => {
    const dates = [day(2013, 12, 30), day(2013, 12, 31), day(2014, 1, 31)];
    expect(periodReturn({ dates, values: Float64Array.of(100, NaN, 101) }, "YTD")).toBeCloseTo(
      0.01,
      14,
    );
    expect(() => periodReturn({ dates, values: Float64Array.of(100, 0, 101) }, "YTD")).toThrow(
      calcError("invalid", /levels, row 2, is 0/),
    );
    expect(() => periodReturn({ dates, values: Float64Array.of(NaN, NaN, NaN) }, "YTD")).toThrow(
      calcError("missing", /no value/),
    );
  });

  it("says when a month has only its own first level", () => {
    const dates = [day(2014, 5, 1)];
    expect(() => periodReturn({ dates, values: Float64Array.of(100) }, "MTD")).toThrow(
      calcError("missing", /MTD to 2014-05-01 has no earlier level/),
    );
  });
});

describe("annualReturns", () => {
  it("of whole years are the year's period returns, and chain to the whole", () => {
    const rows = annualReturns(INDEX);
    expect(rows.map(({ year }) => year)).toEqual([2009, 2010, 2011, 2012, 2013, 2014]);
    for (const year of [2010, 2013]) {
      expect(rows.find((row) => row.year === year)?.return).toBe(periodReturn(INDEX, { year }));
    }
    const linked = rows.filter(({ year }) => year === 2013 || year === 2014);
    const from2012 = periodReturn(INDEX, "YTD", day(2014, 11, 14));
    expect(chainReturn(linked.map((row) => row.return as number))).toBeCloseTo(
      (1 + periodReturn(INDEX, { year: 2013 })) * (1 + from2012) - 1,
      13,
    );
  });

  it("marks partial years with their days, and does not rank them or years with a gap", () => {
    const [first, , gap2011, gap2012, , last] = annualReturns(INDEX);
    expect(first).toMatchObject({ partial: { from: day(2009, 6, 1), to: null }, rank: null });
    expect(last).toMatchObject({ partial: { from: null, to: day(2014, 11, 14) }, rank: null });
    for (const row of [gap2011, gap2012]) {
      expect(row).toMatchObject({ return: null, rank: null, highestSince: null, partial: null });
    }
  });

  it("ranks the highest first and says since when it is (8.58% in 2025 after 8.75% in 2002)", () => {
    // Levels of an MBS index at year ends: 2002 from published levels, made-up years between.
    const levels = [1055.14, 1147.45, 1182, 1239];
    const dates = [day(2001, 12, 31), day(2002, 12, 31), day(2003, 12, 31), day(2004, 12, 31)];
    const rows = annualReturns({ dates, values: Float64Array.from([...levels]) });
    expect(rows.map(({ year, rank, highestSince }) => [year, rank, highestSince])).toEqual([
      [2002, 1, null],
      [2003, 3, 2002],
      [2004, 2, 2002],
    ]);
    expect(rows[0]?.return).toBeCloseTo(0.0875, 4);
  });

  it("ties share the better rank, and a tie is as high", () => {
    const dates = [2000, 2001, 2002, 2003].map((year) => day(year, 12, 31));
    const rows = annualReturns({ dates, values: Float64Array.of(100, 110, 99, 108.9) });
    expect(rows.map(({ rank, highestSince }) => [rank, highestSince])).toEqual([
      [1, null],
      [3, 2001],
      [1, 2001],
    ]);
  });

  it("what earlier whole years say never moves when later rows are appended", () => {
    for (let n = 40; n <= INDEX.dates.length; n += 53) {
      const then = { dates: INDEX.dates.slice(0, n), values: INDEX.values.slice(0, n) };
      const until = calendarDay(then.dates[n - 1] as DaySerial).year;
      const seen = ({ year, return: value, highestSince }: ReturnType<typeof annualReturns>[0]) => [
        year,
        value,
        highestSince,
      ];
      const past = annualReturns(then).filter(({ year }) => year < until);
      expect(annualReturns(INDEX).slice(0, past.length).map(seen)).toEqual(past.map(seen));
    }
  });

  it("needs two levels", () => {
    expect(() => annualReturns({ dates: [day(2014, 1, 2)], values: Float64Array.of(1) })).toThrow(
      calcError("missing", /1 value; a return needs 2/),
    );
  });
});
