import fc from "fast-check";
import { serialFromIso } from "../../../src/calc/date/serial";
import type { DatedHistory } from "../../../src/calc/series/byMonth";
import { claimCheck, CLAIMS } from "../../../src/calc/history/claimCheck";
import { tightestSince } from "../../../src/calc/history/tightestSince";
import { daySerial, type DaySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const day = (iso: string) => serialFromIso(iso) as DaySerial;
const history = (...rows: [string, number][]): DatedHistory => ({
  dates: rows.map(([iso]) => day(iso)),
  values: Float64Array.from(rows, ([, value]) => value),
});

// Tight in 2022, wider since; 101 on the last day.
const SPREAD = history(
  ["2021-06-30", 70],
  ["2022-01-31", 95],
  ["2022-11-30", 160],
  ["2023-10-31", 175],
  ["2024-09-30", 121],
  ["2025-12-31", 118],
  ["2026-01-15", 101],
);

describe("claimCheck", () => {
  it("lowest since 2022: the values after that year are all higher", () => {
    expect(claimCheck(SPREAD, "lowest", { year: 2022 })).toEqual({
      verdict: "holds",
      margin: 17,
      brokenOn: null,
      supported: "lowest since 2022-01-31",
      asOf: day("2026-01-15"),
      observations: 3,
    });
  });

  it("lowest since 2021 is broken by the January of 2022, by 6 bp", () => {
    expect(claimCheck(SPREAD, "lowest", { year: 2021 })).toMatchObject({
      verdict: "broken",
      margin: -6,
      brokenOn: day("2022-01-31"),
      supported: "lowest since 2022-01-31",
      observations: 5,
    });
  });

  it("counting the named year itself in would break a claim that is true (the wrong variant)", () => {
    const after = (iso: string) =>
      Math.min(
        ...[...SPREAD.values.slice(0, -1)].filter(
          (_, i) => (SPREAD.dates[i] as number) >= day(iso),
        ),
      );
    expect(101 < after("2023-01-01")).toBe(true);
    expect(101 < after("2022-01-01")).toBe(false);
  });

  it("a day counts from the day after it", () => {
    const since = (iso: string) => claimCheck(SPREAD, "lowest", { day: day(iso) }).verdict;
    expect(since("2022-01-31")).toBe("holds");
    expect(since("2022-01-30")).toBe("broken");
  });

  it("highest looks the other way", () => {
    const wide = history(["2020-03-31", 300], ["2021-03-31", 60], ["2022-03-31", 90]);
    expect(claimCheck(wide, "highest", { year: 2020 })).toMatchObject({
      verdict: "holds",
      margin: 30,
      supported: "highest since 2020-03-31",
    });
  });

  it("a tie neither holds nor breaks, and a tolerance is told", () => {
    const again = history(["2020-01-31", 50], ["2021-01-31", 62], ["2022-01-31", 62]);
    expect(claimCheck(again, "lowest", { year: 2020 })).toMatchObject({
      verdict: "tied",
      margin: 0,
      brokenOn: null,
      supported: "lowest since 2021-01-31",
    });
    const near = history(["2020-01-31", 50], ["2021-01-31", 61.5], ["2022-01-31", 62]);
    expect(claimCheck(near, "lowest", { year: 2020 }, 0.5).verdict).toBe("within tolerance");
    expect(claimCheck(near, "lowest", { year: 2020 }, 0.4)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2021-01-31"),
    });
  });

  it("says so when the data support more than the claim: lowest in sample", () => {
    const low = history(["2020-01-31", 80], ["2021-01-31", 70], ["2022-01-31", 60]);
    expect(claimCheck(low, "lowest", { year: 2020 }).supported).toBe(
      "lowest in sample (since 2020-01-31)",
    );
  });

  it("refuses a claim that reaches back before the data", () => {
    expect(() => claimCheck(SPREAD, "lowest", { year: 2020 })).toThrow(
      calcError("missing", /since is 2020 but dates begins on 2021-06-30; the claim reaches back/),
    );
    expect(() => claimCheck(SPREAD, "lowest", { day: day("2021-06-29") })).toThrow(
      calcError("missing", /reaches back/),
    );
    expect(claimCheck(SPREAD, "lowest", { day: day("2021-06-30") }).verdict).toBe("broken");
    // A missing first value is no data to reach back to.
    const gap = history(["2019-01-31", NaN], ["2021-01-31", 62], ["2022-01-31", 60]);
    expect(() => claimCheck(gap, "lowest", { year: 2019 })).toThrow(
      calcError("missing", /dates begins on 2021-01-31/),
    );
  });

  it("is of its own day: what came later neither breaks nor proves it", () => {
    const later = history(
      ["2020-01-31", 50],
      ["2021-01-31", 70],
      ["2022-01-31", 60],
      ["2023-01-31", 40],
    );
    const of = (iso: string) => claimCheck(later, "lowest", { year: 2020 }, 0, day(iso));
    expect(of("2022-01-31")).toEqual({
      verdict: "holds",
      margin: 10,
      brokenOn: null,
      supported: "lowest since 2020-01-31",
      asOf: day("2022-01-31"),
      observations: 1,
    });
    expect(of("2023-01-30")).toEqual(of("2022-01-31"));
    expect(of("2023-01-31")).toMatchObject({ margin: 20, asOf: day("2023-01-31") });
    expect(() => of("2020-01-30")).toThrow(
      calcError("missing", /^values has no value by 2020-01-30$/),
    );
    expect(() => of("2020-12-31")).toThrow(calcError("invalid", /the last value is of 2020-01-31/));
  });

  it("refuses a claim about the present, and one with nothing to compare with", () => {
    expect(() => claimCheck(SPREAD, "lowest", { year: 2026 })).toThrow(
      calcError("invalid", /it must be an earlier year/),
    );
    expect(() => claimCheck(SPREAD, "lowest", { year: 2025 })).toThrow(
      calcError("missing", /no value between 2025 and 2026-01-15/),
    );
    expect(() => claimCheck(SPREAD, "lowest", { year: 2022 }, -1)).toThrow(
      calcError("invalid", /tolerance is -1/),
    );
    expect(() => claimCheck(history(), "lowest", { year: 2022 })).toThrow(
      calcError("missing", /no value/),
    );
  });

  const anyHistory = fc
    .array(fc.oneof(fc.integer({ min: 30, max: 60 }), fc.constant(NaN)), {
      minLength: 3,
      maxLength: 50,
    })
    .map((values) => ({
      dates: values.map((_, i) => daySerial(46_001 + i)),
      values: Float64Array.from(values),
    }));
  const verdict = (all: DatedHistory, claim: (typeof CLAIMS)[number], since: number) => {
    try {
      return claimCheck(all, claim, { day: daySerial(since) });
    } catch {
      return null;
    }
  };

  it("never moves when later rows are appended and taken off, nor with rows before the claim", () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...CLAIMS), fc.nat(50), (all, claim, back) => {
        const result = verdict(all, claim, 46_001 + back);
        if (result === null) return;
        const values = all.values.map((value, i) => (i < back ? 45 : value));
        expect(verdict({ dates: all.dates, values }, claim, 46_001 + back)).toMatchObject({
          verdict: result.verdict,
          margin: result.margin,
          brokenOn: result.brokenOn,
        });
      }),
    );
  });

  it("holds exactly since the day that TIGHTESTSINCE names, and no longer", () => {
    fc.assert(
      fc.property(anyHistory, (all) => {
        let since: DaySerial;
        try {
          since = tightestSince(all).date;
        } catch {
          return;
        }
        const at = verdict(all, "lowest", since);
        if (at !== null) expect(at.verdict).toBe("holds");
        const longer = verdict(all, "lowest", since - 1);
        if (longer !== null) expect(["tied", "broken"]).toContain(longer.verdict);
      }),
    );
  });
});
