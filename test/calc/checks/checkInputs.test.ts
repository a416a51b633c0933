import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serialFromIso } from "../../../src/calc/date/serial";
import { byMonth, latestBy } from "../../../src/calc/series/byMonth";
import { checkInputs, INPUT_KINDS, type InputKind } from "../../../src/calc/checks/checkInputs";
import type { Problem } from "../../../src/calc/checks/problem";
import { normalStream, uniformStream } from "../../../src/calc/numeric/random";
import { daySerial, type DaySerial } from "../../../src/calc/units";
import { itWithRealData, SHARED_DATA } from "../../support/sharedData";

interface Table {
  readonly dates: Float64Array | null;
  readonly columns: readonly Float64Array[];
}

const check = ({ dates, columns }: Table, kind: InputKind, windowMonths = 60): Problem[] =>
  checkInputs(
    { dates, columns, names: columns.map((_, j) => `column ${j + (dates === null ? 1 : 2)}`) },
    kind,
    windowMonths,
  );
const undated = (values: Float64Array, kind: InputKind) =>
  check({ dates: null, columns: [values] }, kind);
/** Row, severity and the words that matter, of each finding. */
const found = (problems: readonly Problem[]) =>
  problems.map(({ row, severity, problem }) => `${row} ${severity}: ${problem}`);

function realSeries(name: string): { dates: Float64Array; values: Float64Array } {
  const lines = readFileSync(join(SHARED_DATA, `${name}.csv`), "utf8")
    .trim()
    .split(/\r?\n/);
  const rows = lines.slice(1).map((line) => line.split(","));
  return {
    dates: Float64Array.from(rows, ([iso = ""]) => serialFromIso(iso) as number),
    values: Float64Array.from(rows, ([, value]) => Number(value)),
  };
}
const FILES = [
  ...["DGS2", "DGS5", "DGS10", "DGS30", "HQMCB10YR", "MORTGAGE30US", "FEDFUNDS", "WALCL"],
] as const;
const historyOf = ({ dates, values }: { dates: Float64Array; values: Float64Array }) => ({
  dates: [...dates].map(daySerial),
  values,
});

/** A clean daily series: a random walk of a spread in bp. */
function walk(seed: number, rows = 300, level = 100, sd = 2): Float64Array {
  const shock = normalStream(seed);
  let value = level;
  return Float64Array.from({ length: rows }, () => Math.round((value += sd * shock()) * 10) / 10);
}
const changed = (values: Float64Array, ...changes: [number, (value: number) => number][]) => {
  const copy = values.slice();
  for (const [row, change] of changes) copy[row - 1] = change(copy[row - 1] as number);
  return copy;
};

describe("checkInputs on the real series", () => {
  itWithRealData("finds nothing in any of them", () => {
    for (const name of FILES) {
      const { dates, values } = realSeries(name);
      expect([name, check({ dates, columns: [values] }, "history")]).toEqual([name, []]);
      expect([name, check({ dates, columns: [] }, "dates")]).toEqual([name, []]);
      if (name === "WALCL") continue;
      const decimals = { dates, columns: [values.map((value) => value / 100)] };
      expect([name, check(decimals, "rates")]).toEqual([name, []]);
    }
  });

  itWithRealData("finds nothing in spreads made of them, weekly and monthly", () => {
    const [ten, five] = [historyOf(realSeries("DGS10")), historyOf(realSeries("DGS5"))];
    const mortgage = realSeries("MORTGAGE30US");
    const spread = mortgage.values.map((value, i) => {
      const day = daySerial(mortgage.dates[i] as number);
      const blend = [five, ten].map((it) => latestBy(it, day, 5)?.value ?? NaN);
      return 100 * (value - ((blend[0] as number) + (blend[1] as number)) / 2);
    });
    expect(check({ dates: mortgage.dates, columns: [spread] }, "spreads")).toEqual([]);

    const months = new Map(byMonth(ten, "mean").map((it) => [it.month, it.value]));
    const corporate = realSeries("HQMCB10YR");
    const oas = corporate.values.map(
      (value, i) => 100 * (value - (months.get(corporate.dates[i] as DaySerial) ?? NaN)),
    );
    expect(check({ dates: corporate.dates, columns: [oas] }, "spreads")).toEqual([]);
  });

  itWithRealData("finds nothing in any day's curve", () => {
    const tenors = Float64Array.of(2, 5, 10, 30);
    const columns = ["DGS2", "DGS5", "DGS10", "DGS30"].map(realSeries);
    const byDay = columns.map(
      ({ dates, values }) => new Map([...dates].map((day, i) => [day, values[i] as number])),
    );
    let curves = 0;
    for (const day of columns[0]?.dates ?? []) {
      const yields = Float64Array.from(byDay, (it) => (it.get(day) ?? NaN) / 100);
      if (yields.some(Number.isNaN)) continue;
      curves++;
      expect(check({ dates: null, columns: [tenors, yields] }, "curve")).toEqual([]);
    }
    expect(curves).toBeGreaterThan(7000);
  });

  const TRAPS = ["DGS2", "DGS10", "DGS30"] as const;

  itWithRealData("finds percent where decimals belong, as it comes out of a download", () => {
    for (const name of TRAPS) {
      const { dates, values } = realSeries(name);
      expect(found(check({ dates, columns: [values] }, "rates"))).toEqual([
        expect.stringMatching(/^1 error: values of .* look like percent; rates are decimals/),
      ]);
    }
  });

  itWithRealData("finds percent in one file and basis points in another, in one column", () => {
    for (const name of TRAPS) {
      const { dates, values } = realSeries(name);
      const mixed = values.map((value, i) => (i < 5000 ? value : value * 100));
      expect(found(check({ dates, columns: [mixed] }, "history"))).toEqual([
        expect.stringMatching(/^5001 error: .*about 100 times most other rows.*to 7503/),
      ]);
      const random = uniformStream(7);
      const scattered = values.map((value) => (random() < 0.3 ? value / 100 : value));
      expect(check({ dates, columns: [scattered] }, "history")[0]).toMatchObject({
        severity: "error",
        problem: expect.stringMatching(/about 1\/100 of most other rows/),
      });
    }
  });

  itWithRealData("finds percent in one column and basis points in the next", () => {
    const { dates, values } = realSeries("DGS10");
    const inPercent = values.map((value) => value / 4);
    const table = { dates, columns: [inPercent.map((value) => value * 100), inPercent] };
    expect(found(check(table, "spreads"))).toEqual([
      expect.stringMatching(/^1 error: column 3: values of .* look like percent; spreads are/),
      expect.stringMatching(/^1 warning: column 3 has values .* percent beside basis points\?/),
    ]);
  });

  itWithRealData("finds a negative spread", () => {
    const { dates, values } = realSeries("HQMCB10YR");
    const spreads = changed(
      values.map((value) => 20 * value),
      [90, () => -4],
    );
    const [print, sign] = check({ dates, columns: [spreads] }, "spreads");
    expect(print).toMatchObject({ row: 90, severity: "warning" });
    expect(sign).toMatchObject({
      row: 90,
      severity: "note",
      problem: expect.stringMatching(/^-4: a neg/),
    });
  });

  itWithRealData("finds a month-end row on a Sunday", () => {
    const { dates, values } = realSeries("DGS10");
    const at = [...dates].findIndex((day) => day > (serialFromIso("2014-11-30") as number));
    const put = (column: Float64Array, value: number) =>
      Float64Array.from([...column.slice(0, at), value, ...column.slice(at)]);
    const table = {
      dates: put(dates, serialFromIso("2014-11-30") as number),
      columns: [put(values, values[at - 1] as number)],
    };
    expect(found(check(table, "history"))).toEqual([
      `${at + 1} note: 2014-11-30 is a Sunday among business days`,
    ]);
  });

  itWithRealData("finds a date that stands twice, and one out of order", () => {
    const { dates, values } = realSeries("DGS10");
    const twice = changed(dates, [500, () => dates[498] as number]);
    expect(found(check({ dates: twice, columns: [values] }, "history"))).toEqual([
      expect.stringMatching(/^500 error: \d{4}-\d\d-\d\d stands in row 499 too$/),
    ]);
    const turned = changed(
      dates,
      [600, () => dates[600] as number],
      [601, () => dates[599] as number],
    );
    expect(found(check({ dates: turned, columns: [values] }, "history"))).toEqual([
      expect.stringMatching(/^601 error: .* comes after .*; dates must rise$/),
    ]);
    const falling = { dates: dates.slice().reverse(), columns: [values.slice().reverse()] };
    expect(found(check(falling, "history"))).toEqual([
      expect.stringMatching(/^1 error: dates run from the newest to the oldest/),
    ]);
  });

  itWithRealData("finds one bad print that reverts the next day", () => {
    // Twice the day's yield, a lost point and a lost digit, in quiet and in wild times.
    for (const name of TRAPS) {
      const { dates, values } = realSeries(name);
      for (const row of [60, 800, 2500, 4190, 6060, 7500]) {
        const bad = changed(values, [row, (value) => value + 2]);
        expect(found(check({ dates, columns: [bad] }, "history"))).toEqual([
          expect.stringMatching(new RegExp(`^${row} warning: .* a print that reverts$`)),
        ]);
      }
      const turned = changed(values, [3000, (value) => -value]);
      expect(found(check({ dates, columns: [turned] }, "history"))).toEqual([
        expect.stringMatching(/^3000 warning: .* the sign turned\?$/),
      ]);
      const zero = changed(values, [3000, () => 0]);
      expect(found(check({ dates, columns: [zero] }, "history"))).toEqual([
        expect.stringMatching(/^3000 warning: .* a missing value that became 0\?$/),
      ]);
    }
  });

  itWithRealData("finds a series that starts only three years ago", () => {
    const { dates, values } = realSeries("DGS10");
    const from = [...dates].findIndex((day) => day >= (serialFromIso("2012-01-01") as number));
    const short = { dates: dates.slice(from), columns: [values.slice(from)] };
    expect(found(check(short, "history"))).toEqual([
      "1 warning: the history begins on 2012-01-03: 36 months, but the window is 60",
    ]);
    expect(check(short, "history", 36)).toEqual([]);
  });

  itWithRealData("finds series on different calendars in one table", () => {
    const daily = realSeries("DGS10");
    const n = daily.dates.length;
    const onDays = (name: string, shift = 0) => {
      const { dates, values } = realSeries(name);
      const byDay = new Map([...dates].map((day, i) => [day + shift, values[i] as number]));
      return Float64Array.from(daily.dates, (day) => byDay.get(day) ?? NaN);
    };
    const weekly = check(
      { dates: daily.dates, columns: [daily.values, onDays("MORTGAGE30US")] },
      "history",
    );
    // The survey's days on which the Treasury market was closed are missing here, and said to be.
    const [calendars, ...holidays] = found(weekly);
    expect(calendars).toMatch(/column 3 has 1\d{3} values where column 2 has \d{4}.*two calendars/);
    for (const it of holidays)
      expect(it).toMatch(/column 3: no value between .*: 1\d days where 7/);
    const tuesdays = check(
      { dates: daily.dates, columns: [onDays("MORTGAGE30US"), onDays("MORTGAGE30US", -2)] },
      "history",
    );
    expect(found(tuesdays).some((it) => /two calendars/.test(it))).toBe(true);
    expect(check({ dates: daily.dates, columns: [daily.values, daily.values] }, "history")).toEqual(
      [],
    );
    expect(n).toBe(7503);
  });

  itWithRealData("finds a change of benchmark: 70 bp from one day to the next, amid calm", () => {
    // The 10-year over the 2-year, and from the 201st day on over something 70 bp lower.
    const [ten, two] = [realSeries("DGS10"), realSeries("DGS2")];
    const calm = ten.values
      .slice(6800, 7200)
      .map((value, i) => 100 * (value - (two.values[i + 6800] as number)));
    const dates = ten.dates.slice(6800, 7200);
    expect(check({ dates, columns: [calm] }, "spreads", 12)).toEqual([]);
    const jumped = calm.map((value, i) => (i < 200 ? value : value + 70));
    expect(found(check({ dates, columns: [jumped] }, "spreads", 12))).toEqual([
      expect.stringMatching(
        /^201 warning: the level jumps .* a change of benchmark or of the bond\?$/,
      ),
    ]);
  });

  itWithRealData("finds a gap, an end that is missing and an end that does not move", () => {
    const { dates, values } = realSeries("DGS10");
    const without = (column: Float64Array) => column.filter((_, i) => i < 3000 || i >= 3010);
    expect(found(check({ dates: without(dates), columns: [without(values)] }, "history"))).toEqual([
      expect.stringMatching(/^3001 warning: no rows from .*: 1\d days where 1 are usual$/),
    ]);
    const holes = values.map((value, i) => (i >= 3000 && i < 3010 ? NaN : value));
    expect(found(check({ dates, columns: [holes] }, "history"))).toEqual([
      expect.stringMatching(/^3011 warning: no value between .* days where 1 are usual$/),
    ]);
    const late = values.map((value, i) => (i >= 7480 ? NaN : value));
    expect(found(check({ dates, columns: [late] }, "history"))).toEqual([
      expect.stringMatching(
        /^7480 warning: the last value is of .*, but the range goes on to 2014-12-31$/,
      ),
    ]);
    const still = values.map((value, i) => (i >= 7470 ? (values[7470] as number) : value));
    expect(found(check({ dates, columns: [still] }, "history"))).toEqual([
      expect.stringMatching(/^747\d warning: the last 3\d values are all /),
    ]);
  });
});

describe("checkInputs on made series", () => {
  it("knows a spread in percent, a price as a fraction and a price that is none", () => {
    expect(
      found(
        undated(
          walk(1).map((value) => value / 100),
          "spreads",
        ),
      ),
    ).toEqual([
      expect.stringMatching(/^1 error: values of .* look like percent; spreads are basis points/),
    ]);
    expect(
      found(
        undated(
          walk(2).map((value) => value / 100),
          "prices",
        ),
      ),
    ).toEqual([expect.stringMatching(/^1 error: values of .* are not per 100 of face/)]);
    const negative = changed(walk(3), [100, (value) => -value]);
    expect(found(undated(negative, "prices")).some((it) => /is no price/.test(it))).toBe(true);
    expect(undated(walk(4), "prices")).toEqual([]);
  });

  it("asks about one rate above 1 by its row: 4.5 among decimals is no 450%", () => {
    const rates = walk(5).map((value) => value / 2_500);
    expect(found(undated(changed(rates, [7, () => 1.5]), "rates")).join()).toMatch(
      /7 error: 1\.5 is 150%; rates are decimals, 0\.015 perhaps/,
    );
    expect(undated(rates, "rates")).toEqual([]);
  });

  it("leaves a spread that passes through 0 alone, though it grows a hundredfold in a day", () => {
    let hundredfold = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const shock = normalStream(seed);
      const through0 = Float64Array.from({ length: 500 }, () => Math.round(50 * shock()) / 10);
      hundredfold += through0.filter((value, i) => {
        const ratio = value / (through0[i - 1] ?? NaN);
        return ratio >= 50 && ratio <= 200;
      }).length;
      expect([seed, undated(through0, "history")]).toEqual([seed, []]);
    }
    expect(hundredfold).toBeGreaterThan(20);
  });

  it("leaves a policy rate alone, and still finds its bad print", () => {
    const uniform = uniformStream(11);
    let rate = 525;
    const policy = Float64Array.from({ length: 1500 }, () => {
      const u = uniform();
      return (rate += u < 0.015 ? 25 : u > 0.985 ? -25 : 0);
    });
    expect(new Set(policy).size).toBeGreaterThan(5);
    expect(undated(policy, "history")).toEqual([]);
    expect(found(undated(changed(policy, [700, (value) => value + 300]), "history"))).toEqual([
      expect.stringMatching(/^700 warning: .* a print that reverts$/),
    ]);
  });

  it("does not take a crisis for a slip: the same jump is a jump in calm and not in a storm", () => {
    const shock = normalStream(12);
    let value = 100;
    const storm = Float64Array.from({ length: 300 }, (_, i) => {
      const loud = i >= 140 && i < 200 ? 15 : 1;
      return (value += loud * shock());
    });
    const later = (values: Float64Array, by: number) =>
      values.map((it, i) => (i < 160 ? it : it + by));
    expect(undated(storm, "history")).toEqual([]);
    expect(undated(later(storm, 25), "history")).toEqual([]);
    expect(undated(later(walk(13, 300, 100, 1), 25), "history")).toHaveLength(1);
    // Against the standard deviation of all changes, the storm itself would be full of slips.
    const sizes = [...storm].slice(1).map((it, i) => Math.abs(it - (storm[i] as number)));
    const median = [...sizes].sort((a, b) => a - b)[150] as number;
    expect(sizes.filter((size) => size > 8 * median).length).toBeGreaterThan(5);
  });

  it.each([
    [7, 0.8],
    [10, 0.95],
  ])(
    "finds a print of %d daily standard deviations by its way back: share at least %d",
    (deviations, least) => {
      let hits = 0;
      for (let seed = 1; seed <= 60; seed++) {
        // A price of 100 whose changes have a standard deviation of .32.
        const clean = walk(100 + seed, 500, 1000, 3.2).map((it) => it / 10);
        const row = 100 + 5 * seed;
        const bad = changed(clean, [row, (value) => value + 0.32 * deviations]);
        const prints = undated(bad, "history").filter(({ problem }) =>
          /a print that reverts/.test(problem),
        );
        if (prints.some((it) => it.row === row)) hits++;
        expect(prints.filter((it) => it.row !== row)).toEqual([]);
      }
      expect(hits / 60).toBeGreaterThanOrEqual(least);
    },
  );

  it("finds two prints in one month", () => {
    const bad = changed(walk(14), [100, (it) => it + 60], [108, (it) => it - 60]);
    expect(undated(bad, "history").map(({ row }) => row)).toEqual([100, 108]);
  });

  it("says the rows of a column that is cut short in words that fit a range without dates", () => {
    const late = walk(15).map((value, i) => (i > 250 ? NaN : value));
    expect(undated(late, "history")).toEqual([]);
    const beside = check({ dates: null, columns: [walk(16), late] }, "history");
    expect(found(beside)).toEqual([
      "251 warning: column 2: the last value is of row 251, but the range goes on to row 300",
    ]);
  });

  it("lists twenty-one of a kind and counts the rest", () => {
    const dates = Float64Array.from({ length: 100 }, (_, i) => 46_001 + (i % 2));
    const problems = check({ dates, columns: [] }, "dates");
    expect(problems).toHaveLength(21);
    expect(problems[20]?.problem).toMatch(/\(and 77 more rows of this kind\)$/);
  });

  it("checks a curve's tenors, yields and bends", () => {
    const curve = (tenors: number[], yields: number[]) =>
      found(
        check(
          { dates: null, columns: [Float64Array.from(tenors), Float64Array.from(yields)] },
          "curve",
        ),
      );
    const yields = [0.0359, 0.0366, 0.0382, 0.0402, 0.0423, 0.0483];
    const tenors = [2, 3, 5, 7, 10, 30];
    const with_ = <T>(list: T[], i: number, value: T) =>
      list.map((it, k) => (k === i ? value : it));
    expect(curve(tenors, yields)).toEqual([]);
    expect(curve(tenors, with_(yields, 2, 3.82))).toEqual([
      expect.stringMatching(
        /^3 error: the yield 3\.82 is 382%; yields are decimals, such as 0\.0382/,
      ),
    ]);
    expect(curve(with_(tenors, 1, 5), yields)).toEqual(["3 error: the tenor 5 stands twice"]);
    expect(curve(with_(tenors, 3, 4), yields)).toEqual([
      expect.stringMatching(/^4 error: the tenor 4 comes after 5/),
    ]);
    expect(curve(with_(tenors, 5, 360), yields)).toEqual([
      expect.stringMatching(/^6 error: the tenor 360 is in years; months\? 30 perhaps/),
    ]);
    expect(curve(tenors, with_(yields, 3, 0.0042))).toEqual([
      "4 warning: the yield 0.0042 is 356 bp below the line between its neighbours",
    ]);
    expect(curve(with_(tenors, 4, NaN), yields)).toEqual(["5 error: a yield without a tenor"]);
    expect(curve([5], [0.04])).toEqual([expect.stringMatching(/^1 error: 1 points/)]);
  });

  it("has numbers in its words also for the largest doubles, never Infinity", () => {
    const [huge, more] = [1e308, 1.7e308];
    expect(found(undated(Float64Array.of(0.04, 0.05, huge), "rates"))[0]).toMatch(
      /^3 error: 1e\+308 is 1e\+310%; rates are decimals, 1e\+306 perhaps/,
    );
    const curve = { dates: null, columns: [Float64Array.of(2, 10), Float64Array.of(0.04, huge)] };
    expect(found(check(curve, "curve"))).toEqual([
      "2 error: the yield 1e+308 is 1e+310%; yields are decimals, such as 1e+306",
    ]);
    const columns = [Float64Array.of(huge, more), Float64Array.of(-more, huge, more, huge, 0.05)];
    for (const kind of INPUT_KINDS) {
      for (const values of kind === "curve" ? [] : columns) {
        expect([kind, ...found(undated(values, kind))].join()).not.toMatch(/Infinity|NaN/);
      }
    }
  });

  it("says when a value has no date and when a column has no value", () => {
    const dates = Float64Array.of(46_037, NaN, 46_041, NaN);
    expect(found(check({ dates, columns: [Float64Array.of(1, 2, 3, NaN)] }, "history", 1))).toEqual(
      ["2 error: a value without a date"],
    );
    expect(found(undated(Float64Array.of(NaN, NaN), "spreads"))).toEqual(["1 warning: no value"]);
  });

  it("a finding stays as later rows are appended, and one that is near the end may be added", () => {
    const bad = changed(walk(17, 600), [200, (it) => it + 60]).map((it, i) =>
      i < 400 ? it : it + 50,
    );
    const at = (rows: number) => undated(bad.slice(0, rows), "history").map(({ row }) => row);
    expect(at(200)).toEqual([]);
    for (const rows of [201, 240, 300, 400, 403]) expect(at(rows)).toEqual([200]);
    for (const rows of [411, 500, 600]) expect(at(rows)).toEqual([200, 401]);
  });
});

describe("false alarms", () => {
  /** Shocks of standard deviation 1. */
  const SHOCKS: Record<string, (normal: () => number) => () => number> = {
    normal: (normal) => normal,
    "Student t, 5 degrees": (normal) => () => {
      let squares = 0;
      for (let i = 0; i < 5; i++) squares += normal() ** 2;
      return (normal() / Math.sqrt(squares / 5)) * Math.sqrt(3 / 5);
    },
    "clustered volatility": (normal) => {
      let [variance, last] = [1, 0];
      return () => {
        variance = 0.03 + 0.09 * last * last + 0.88 * variance;
        return (last = normal() * Math.sqrt(variance));
      };
    },
  };
  const SHAPES = [
    ["random walk at 400", 1, 400],
    ["reverting around 55", 0.85, 55],
    ["reverting around 0", 0.85, 0],
    ["noise around 50", 0, 50],
  ] as const;
  const [SERIES, ROWS] = [60, 1000];

  const share = (shocks: string, phi: number, level: number): number => {
    let alarms = 0;
    for (let seed = 1; seed <= SERIES; seed++) {
      const shock = (SHOCKS[shocks] as (normal: () => number) => () => number)(
        normalStream(seed * 7919),
      );
      let value = level;
      const values = Float64Array.from({ length: ROWS }, () => {
        value = level + phi * (value - level) + 4 * shock();
        return Math.round(value * 10) / 10;
      });
      if (undated(values, "history").length > 0) alarms++;
    }
    return alarms / SERIES;
  };

  // With fat-tailed shocks one day in a few thousand is a lone jump of ten standard deviations,
  // and nobody can tell it from a change of benchmark: those alarms are the price of finding one.
  const BOUNDS = { normal: 0.02, "clustered volatility": 0.02, "Student t, 5 degrees": 0.04 };

  it.each(Object.entries(BOUNDS))(
    "of clean series of 1,000 rows, shocks %s: at most %p",
    (shocks, bound) => {
      const shares = SHAPES.map(([name, phi, level]) => [name, share(shocks, phi, level)] as const);
      console.info(
        `false alarms in ${SERIES} series of ${ROWS} rows, ${shocks}: ` +
          shares.map(([name, it]) => `${name} ${(100 * it).toFixed(1)}%`).join(", "),
      );
      for (const [name, it] of shares) expect([name, it <= bound]).toEqual([name, true]);
    },
  );
});
