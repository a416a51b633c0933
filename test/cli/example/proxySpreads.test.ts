import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isoFromSerial } from "../../../src/calc/date/serial";
import type { DatedHistory } from "../../../src/calc/series/byMonth";
import { type ExampleAnswer, exampleAnswer } from "../../../src/cli/example/exampleAnswer";
import { gapInWindows } from "../../../src/cli/example/gapWindows";
import { missingLegs, type ProxyInputs, proxySpreads } from "../../../src/cli/example/proxySpreads";
import { readYieldColumn } from "../../../src/cli/example/yieldColumn";
import { golden } from "../../support/proxyGolden";
import { itWithRealData, SHARED_DATA } from "../../support/sharedData";

const column = (...rows: [string, number | string][]): DatedHistory =>
  readYieldColumn(`DATE,X\n${rows.map((row) => row.join(",")).join("\n")}\n`, "x.csv");
const names = { mortgage: "M", treasury5: "T5", treasury10: "T10", corporate: "C" };

/** Two months by hand, on the calendars of the real series. */
const HAND: ProxyInputs = {
  mortgage: column(["2014-11-20", 4], ["2014-11-26", 4.2], ["2014-12-31", 3.9]),
  treasury5: column(
    ["2014-11-20", 1.6],
    ["2014-11-25", 1.5],
    ["2014-11-28", 1.4],
    ["2014-12-31", 1.7],
  ),
  treasury10: column(
    ["2014-11-20", 2.4],
    ["2014-11-25", 2.3],
    ["2014-11-28", 2.2],
    ["2014-12-31", 2.1],
  ),
  corporate: column(["2014-11-01", 3.7], ["2014-12-01", 3.6]),
};
const numbers = (inputs: ProxyInputs, rule: "last" | "mean") =>
  proxySpreads(inputs, rule).map(({ month, mbs, corporate, gap }) => [
    isoFromSerial(month).slice(0, 7),
    mbs,
    corporate,
    gap,
  ]);

describe("proxySpreads, last in month", () => {
  it("sets the last mortgage rate against the yields known that day, never later ones", () => {
    // 26 November 2014 has no yields here: those of the 25th count, not those of the 28th.
    // 4.2 − (1.5 + 2.3) / 2 = 2.3; 3.7 − 2.2 (28th, two days before the month's end) = 1.5.
    expect(numbers(HAND, "last")).toEqual([
      ["2014-11", 230, 150, 80],
      ["2014-12", 200, 150, 50],
    ]);
  });

  it("never pairs two days in one 5/10-year mean", () => {
    const treasury5 = column(["2014-11-25", 1.5], ["2014-11-26", "."], ["2014-12-31", 1.7]);
    const treasury10 = column(["2014-11-25", 2.3], ["2014-11-26", 9], ["2014-12-31", 2.1]);
    expect(numbers({ ...HAND, treasury5, treasury10 }, "last")[0]?.[1]).toBe(230);
  });

  it("has no gap when the yields are more than five days old: #N/A, not an old value", () => {
    const early = ["2014-11-20", 1.6] as [string, number];
    const treasury5 = column(early, ["2014-12-31", 1.7]);
    expect(numbers({ ...HAND, treasury5 }, "last")[0]).toEqual(["2014-11", null, 150, null]);
    const treasury10 = column(["2014-11-20", 2.4], ["2014-11-24", 2.3], ["2014-12-31", 2.1]);
    const [november] = proxySpreads({ ...HAND, treasury10 }, "last");
    expect(november && missingLegs(november)).toContain("10-year Treasury yield");
  });

  it("takes a mortgage rate of a holiday and a corporate month-end row on a Sunday", () => {
    // 2014-11-30 was a Sunday; 2014-12-25 a holiday.
    const corporate = column(["2014-11-30", 3.7], ["2014-12-31", 3.6]);
    expect(numbers({ ...HAND, corporate }, "last")).toEqual(numbers(HAND, "last"));
    const mortgage = column(["2014-11-26", 4.2], ["2014-11-30", 4.3], ["2014-12-31", 3.9]);
    expect(numbers({ ...HAND, mortgage }, "last")[0]?.[1]).toBeCloseTo(100 * (4.3 - 1.8), 9);
  });
});

describe("proxySpreads, month mean", () => {
  it("sets means against means, and the corporate value against the mean 10-year yield", () => {
    // November: 4.1 − mean(2.0, 1.9, 1.8) = 2.2; 3.7 − mean(2.4, 2.3, 2.2) = 1.4.
    expect(numbers(HAND, "mean")).toEqual([
      ["2014-11", 220, 140, 80],
      ["2014-12", 200, 150, 50],
    ]);
  });
});

describe("proxySpreads", () => {
  it.each(["last", "mean"] as const)(
    "allows a negative spread and a negative gap, by %s",
    (rule) => {
      const mortgage = column(["2014-11-26", 1.5], ["2014-12-31", 1.5]);
      const [, december] = proxySpreads({ ...HAND, mortgage }, rule);
      expect(december?.mbs).toBe(-40);
      expect(december?.gap).toBe(-190);
    },
  );

  it.each(["last", "mean"] as const)("names the leg that a month lacks, by %s", (rule) => {
    const corporate = column(["2014-10-01", 3.8], ["2014-11-01", "."], ["2014-12-01", 3.6]);
    const months = proxySpreads({ ...HAND, corporate }, rule);
    expect(months.map((month) => [isoFromSerial(month.month), missingLegs(month)])).toEqual([
      ["2014-11-01", ["corporate yield"]],
      ["2014-12-01", []],
    ]);
    expect(months[0]?.gap).toBeNull();
  });

  it("begins with the month that all series have reached, and ends with the last of any", () => {
    const corporate = column(["2014-01-01", 4], ["2014-11-01", 3.7]);
    expect(numbers({ ...HAND, corporate }, "last").map(([month, , , gap]) => [month, gap])).toEqual(
      [
        ["2014-11", 80],
        ["2014-12", null],
      ],
    );
    const later = column(["2015-02-01", 3.7]);
    expect(proxySpreads({ ...HAND, corporate: later }, "last")).toEqual([]);
  });

  it.each([
    [2, [3.87, 1.65, 2.17, 3.56], 57],
    // Three digits after the point: 3.873 − 1.911 − (3.564 − 2.171) = 0.569.
    [3, [3.873, 1.651, 2.171, 3.564], 56.9],
  ])(
    "makes equal gaps equal, so that ties count as ties: yields of %i digits",
    (digits, [m = 0, five = 0, ten = 0, c = 0], gap) => {
      const gaps = Array.from({ length: 200 }, (_, i) => {
        const at = (yld: number) =>
          column(["2014-11-28", (yld + i / 10 ** digits).toFixed(digits)]);
        const [treasury5, treasury10] = [at(five), at(ten)];
        const inputs = { mortgage: at(m), treasury5, treasury10, corporate: at(c) };
        return proxySpreads(inputs, "last")[0]?.gap;
      });
      // The gap is the same whatever is added to all four; in binary it need not be.
      expect(new Set(gaps)).toEqual(new Set([gap]));
    },
  );

  it("does not move when all four yields move alike, and a month never when later ones come", () => {
    const cents = fc.integer({ min: 100, max: 900 });
    const month = fc.record({ m: cents, five: cents, ten: cents, c: cents });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 24 }), fc.nat(99), (rows, shift) => {
        const inputs = (months: typeof rows, by: number): ProxyInputs => {
          const series = (get: (row: (typeof rows)[number]) => number): DatedHistory => ({
            dates: HAND.corporate.dates
              .slice(0, 1)
              .flatMap((first) => months.map((_, i) => (first + 31 * i) as typeof first)),
            values: Float64Array.from(months, (row) => (get(row) + by) / 10_000),
          });
          return {
            mortgage: series(({ m }) => m),
            treasury5: series(({ five }) => five),
            treasury10: series(({ ten }) => ten),
            corporate: series(({ c }) => c),
          };
        };
        const gaps = (months: typeof rows, by: number) =>
          proxySpreads(inputs(months, by), "mean").map(({ gap }) => gap);
        expect(gaps(rows, shift)).toEqual(gaps(rows, 0));
        expect(gaps(rows.slice(0, -1), 0)).toEqual(gaps(rows, 0).slice(0, -1));
      }),
    );
  });
});

describe("gapInWindows", () => {
  it("says why a five-year window has no answer, and answers the others", () => {
    const gaps = Float64Array.from({ length: 36 }, (_, i) => 50 + (i % 7));
    const [oneYear, fiveYears, all] = gapInWindows(gaps);
    expect(fiveYears).toEqual({
      window: "5y",
      z: null,
      percentile: null,
      because: "window is 60 rows but history has only 35 values before the last",
    });
    for (const it of [oneYear, all]) {
      expect(typeof it?.z).toBe("number");
      expect(typeof it?.percentile).toBe("number");
      expect(it?.because).toBeNull();
    }
  });

  it("has five years at 60 earlier months, and not at 59", () => {
    const gaps = (n: number) => Float64Array.from({ length: n }, (_, i) => i % 5);
    expect(gapInWindows(gaps(61))[1]?.because).toBeNull();
    expect(gapInWindows(gaps(60))[1]?.because).toMatch(/only 59/);
  });

  it("ranks the last gap among the window's months alone", () => {
    // Below all of the last 12, above all that came before.
    const gaps = Float64Array.of(...Array<number>(60).fill(10), ...Array<number>(12).fill(90), 50);
    gaps[65] = 91;
    const [oneYear, fiveYears, all] = gapInWindows(gaps);
    expect(oneYear?.percentile).toBe(0);
    expect(fiveYears?.percentile).toBe(48 / 60);
    expect(all?.percentile).toBe(60 / 72);
  });

  it("still ranks where a z-score has nothing to divide by", () => {
    const gaps = Float64Array.of(...Array<number>(20).fill(10), 12);
    expect(gapInWindows(gaps)[0]).toMatchObject({ z: null, percentile: 1 });
    expect(gapInWindows(gaps)[0]?.because).toMatch(/do not vary/);
  });

  it("drops a missing month, and leaves the last gap out of its own comparison", () => {
    const gaps = Array.from({ length: 40 }, (_, i) => (i * 7) % 11);
    const gappy = gaps.flatMap((gap) => [gap, NaN]);
    expect(gapInWindows(Float64Array.from(gappy))).toEqual(gapInWindows(Float64Array.from(gaps)));
    // 0, 2 and then 10: mean 1, sample sd √2.
    const [, , all] = gapInWindows(Float64Array.of(0, 2, 10));
    expect(all?.z).toBeCloseTo(9 / Math.SQRT2, 12);
  });
});

describe("exampleAnswer", () => {
  it("says nothing of a difference between two different months", () => {
    // December has its yields on the 2nd alone: a mean, but nothing near its last mortgage rate.
    const treasury5 = column(["2014-11-25", 1.5], ["2014-11-28", 1.4], ["2014-12-02", 1.7]);
    const treasury10 = column(["2014-11-25", 2.3], ["2014-11-28", 2.2], ["2014-12-02", 2.1]);
    const answer = exampleAnswer({ ...HAND, treasury5, treasury10 }, names, "by hand");
    expect([answer?.lastInMonth.asOf, answer?.monthMean.asOf]).toEqual(["2014-11", "2014-12"]);
    expect(answer?.difference.gap).toBeNull();
  });

  it("has no answer when the series share no month", () => {
    const corporate = column(["2016-01-01", 3.7]);
    expect(exampleAnswer({ ...HAND, corporate }, names, "by hand")).toBeNull();
  });
});

describe("the real series", () => {
  const real = (): ExampleAnswer => {
    const read = (name: string) =>
      readYieldColumn(readFileSync(join(SHARED_DATA, `${name}.csv`), "utf8"), `${name}.csv`);
    const inputs = {
      mortgage: read("MORTGAGE30US"),
      treasury5: read("DGS5"),
      treasury10: read("DGS10"),
      corporate: read("HQMCB10YR"),
    };
    return exampleAnswer(inputs, names, "real") as ExampleAnswer;
  };
  for (const alignment of ["lastInMonth", "monthMean"] as const) {
    itWithRealData(`give what plain Python gives, ${alignment}, to 1e-9`, () => {
      const answer = real();
      const { missing, ...ours } = answer[alignment];
      const { gaps, missing: count, ...theirs } = golden[alignment];
      expect(missing).toHaveLength(count);
      expect(ours.asOf).toBe(theirs.asOf);
      expect(ours.n).toBe(theirs.n);
      for (const name of ["mbs", "corporate", "gap"] as const) {
        expect(Math.abs(ours[name] - theirs[name])).toBeLessThan(1e-9);
      }
      for (const window of ["1y", "5y", "all"] as const) {
        const [z, percentile] = [ours.z[window] ?? NaN, ours.percentile[window] ?? NaN];
        expect(Math.abs(z - (theirs.z[window] ?? NaN))).toBeLessThan(1e-9);
        expect(Math.abs(percentile - (theirs.percentile[window] ?? NaN))).toBeLessThan(1e-9);
      }
      expect(Object.keys(gaps)).toHaveLength(4);
      for (const [month, gap] of Object.entries(gaps)) {
        const row = answer.months.find((it) => it.month === month);
        expect(Math.abs((row?.[alignment].gap ?? NaN) - gap)).toBeLessThan(1e-9);
      }
    });
  }

  itWithRealData("lie as far apart by the two alignments as in plain Python", () => {
    const { apart } = real();
    expect(apart.month).toBe(golden.apart.month);
    expect(Math.abs(apart.most - golden.apart.most)).toBeLessThan(1e-9);
    expect(Math.abs(apart.mean - golden.apart.mean)).toBeLessThan(1e-9);
  });
});
