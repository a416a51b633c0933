import fc from "fast-check";
import type { DatedHistory } from "../../../src/calc/series/byMonth";
import { SIDES, tightestSince } from "../../../src/calc/history/tightestSince";
import { daySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { G } from "../../support/series";

const FIRST = 46_001;
const from = (values: ArrayLike<number>, every = 1): DatedHistory => ({
  dates: Array.from(values, (_, i) => daySerial(FIRST + i * every)),
  values: Float64Array.from(values),
});
const WORKED = [52, 48, 41, 39, 44, 50, 58, 55, 47, 42];

describe("tightestSince", () => {
  it("of the worked series is row 4, the last earlier value at or below 42", () => {
    expect(tightestSince(from(WORKED, 365.25))).toEqual({
      date: FIRST + 3 * 365.25,
      years: 6,
      value: 39,
      ties: 0,
      observations: 10,
    });
  });

  it("wide looks at high values: 50 was last as high at 50, the row before that at 58", () => {
    expect(tightestSince(from([52, 48, 58, 50, 44, 50]), "wide")).toMatchObject({
      date: FIRST + 3,
      value: 50,
      ties: 1,
    });
  });

  it("says since when the sample runs when nothing earlier is as tight (series G)", () => {
    expect(() => tightestSince(from(G))).toThrow(
      calcError("missing", /^tightest in sample \(since 2025-12-10\)$/),
    );
    expect(() => tightestSince(from([1, 2]), "wide")).toThrow(
      calcError("missing", /^widest in sample/),
    );
  });

  it("drops missing rows and counts what is left", () => {
    expect(tightestSince(from([NaN, 39, NaN, 50, 42, NaN]))).toMatchObject({
      date: FIRST + 1,
      observations: 3,
    });
    // A missing row read as 0 would be the tightest there ever was.
    expect(tightestSince(from([NaN, 39, 0, 50, 42, NaN])).value).toBe(0);
  });

  it.each([
    [[], /has no value/],
    [[NaN, 5], /has 1 value; an earlier one/],
  ])("needs an earlier value: %p", (values, words) => {
    expect(() => tightestSince(from(values))).toThrow(calcError("missing", words));
  });

  it("refuses days that do not rise", () => {
    const dates = [46_002, 46_001].map(daySerial);
    expect(() => tightestSince({ dates, values: Float64Array.of(1, 2) })).toThrow(
      calcError("invalid", /^dates, row 2, is 2025-12-10, after 2025-12-11/),
    );
  });

  const rows = fc.array(fc.oneof(fc.integer({ min: 30, max: 60 }), fc.constant(NaN)), {
    maxLength: 60,
  });
  const answer = (history: DatedHistory, side: (typeof SIDES)[number]) => {
    try {
      return tightestSince(history, side).date;
    } catch {
      return null;
    }
  };

  it("at each row is the previous smaller-or-equal value, found in one pass over the whole", () => {
    // A stack of the values that are still the last of their size: rows to come cannot change
    // what it says of a row, so that equality at every prefix is prefix invariance.
    fc.assert(
      fc.property(rows, fc.constantFrom(...SIDES), (values, side) => {
        const sign = side === "tight" ? 1 : -1;
        const stack: number[] = [];
        values.forEach((value, i) => {
          if (Number.isNaN(value)) return;
          while (
            stack.length > 0 &&
            sign * (values[stack[stack.length - 1] as number] as number) > sign * value
          )
            stack.pop();
          const found = stack[stack.length - 1];
          expect(answer(from(values.slice(0, i + 1)), side)).toBe(
            found === undefined ? null : FIRST + found,
          );
          stack.push(i);
        });
      }),
    );
  });

  it("tight of a series is wide of its mirror image", () => {
    fc.assert(
      fc.property(rows, (values) => {
        expect(answer(from(values), "tight")).toBe(
          answer(from(values.map((value) => -value)), "wide"),
        );
      }),
    );
  });

  it("is a date and no percentile: four years tightest can be in the middle of the range", () => {
    const values = [30, 31, 32, 33, 60, 61, 62, 63, 64, 50];
    expect(tightestSince(from(values)).date).toBe(FIRST + 3);
    expect(values.slice(0, -1).filter((value) => value < 50).length / 9).toBeGreaterThan(0.4);
  });
});
