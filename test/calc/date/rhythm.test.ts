import {
  businessDaysBetween,
  businessDaysOverdue,
  periodsPerYear,
} from "../../../src/calc/date/rhythm";
import { serialOf } from "../../../src/calc/date/serial";
import { daySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const days = (from: number, spacing: readonly number[], n: number) =>
  Array.from({ length: n }, (_, i) => i).map((i) =>
    daySerial(
      from + spacing.reduce((sum, s, k) => sum + s * Math.ceil((i - k) / spacing.length), 0),
    ),
  );

describe("the rhythm of a history", () => {
  it.each([
    [252, days(46000, [1, 1, 1, 1, 3], 60)],
    [52, days(46000, [7], 20)],
    [12, [1, 2, 3, 4, 5, 6, 7].map((month) => serialOf(2025, month, 28))],
    [4, [2, 5, 8, 11].map((month) => serialOf(2025, month, 15))],
  ])("is %i rows a year", (periods, dates) => {
    expect(periodsPerYear(dates)).toBe(periods);
  });

  it("forgives a holiday, not a hole in every tenth row", () => {
    expect(periodsPerYear(days(46000, [1, 1, 1, 1, 5], 60))).toBe(252);
    expect(() => periodsPerYear(days(46000, [1, 1, 1, 1, 30], 60))).toThrow(
      calcError("invalid", /longer gaps/),
    );
  });

  it("is refused when there is none, or the dates do not rise", () => {
    expect(() => periodsPerYear(days(46000, [15], 20))).toThrow(
      calcError("invalid", /15 days apart as a rule/),
    );
    expect(() => periodsPerYear([daySerial(46000), daySerial(46000), daySerial(46001)])).toThrow(
      calcError("invalid", /row 2, is not after/),
    );
    expect(() => periodsPerYear(days(46000, [1], 2))).toThrow(calcError("missing", /2 days/));
  });
});

describe("business days", () => {
  const thursday = serialOf(2026, 1, 15);
  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [7, 5],
    [14, 10],
    [18, 12],
  ])("%i days after Thursday 15 January 2026 are %i", (later, count) => {
    expect(businessDaysBetween(thursday, daySerial(thursday + later))).toBe(count);
  });

  it("make a daily value overdue at once, a monthly one after its month", () => {
    const later = daySerial(thursday + 8);
    expect(businessDaysOverdue(thursday, later, 252)).toBe(6);
    expect(businessDaysOverdue(thursday, later, 52)).toBe(2);
    expect(businessDaysOverdue(thursday, later, 12)).toBe(0);
  });
});
