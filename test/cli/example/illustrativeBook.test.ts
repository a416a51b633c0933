import { byMonth } from "../../../src/calc/series/byMonth";
import { isoFromSerial } from "../../../src/calc/date/serial";
import { mean, sampleStandardDeviation } from "../../../src/calc/numeric/statistics";
import { normalStream } from "../../../src/calc/numeric/random";
import { ILLUSTRATIVE_BOOK, illustrativeBook } from "../../../src/cli/example/illustrativeBook";
import { wander } from "../../../src/templates/wander";
import { proxySpreads } from "../../../src/cli/example/proxySpreads";

const MOMENTS = { mean: 55, sd: 20, halfLife: 8 };

describe("wander", () => {
  const n = 20_000;
  const next = wander(MOMENTS, normalStream(7));
  const values = Float64Array.from({ length: n }, () => next());
  const persistence = 0.5 ** (1 / MOMENTS.halfLife);
  // Standard error of the mean of an autoregression: sd · √((1 + φ) / (1 − φ) / n).
  const error = MOMENTS.sd * Math.sqrt((1 + persistence) / (1 - persistence) / n);

  it("has the mean and the standard deviation that were asked for", () => {
    expect(Math.abs(mean(values) - MOMENTS.mean)).toBeLessThan(4 * error);
    const ratio = sampleStandardDeviation(values) / MOMENTS.sd;
    // The variance's relative error is √(2 (1 + φ²) / (1 − φ²) / n), the sd's half of it.
    const slack = Math.sqrt((2 * (1 + persistence ** 2)) / (1 - persistence ** 2) / n) / 2;
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * slack);
  });

  it("forgets half of a deviation in the half-life", () => {
    const centre = mean(values);
    const lagged = (lag: number) =>
      mean(values.slice(lag).map((value, i) => (value - centre) * ((values[i] ?? NaN) - centre)));
    expect(Math.abs(lagged(MOMENTS.halfLife) / lagged(0) - 0.5)).toBeLessThan(0.06);
  });
});

describe("illustrativeBook", () => {
  it("is the same every time, and another with another seed", () => {
    expect(illustrativeBook()).toEqual(illustrativeBook());
    expect(illustrativeBook({ ...ILLUSTRATIVE_BOOK, seed: 2 })).not.toEqual(illustrativeBook());
  });

  it("keeps the calendars of the real series", () => {
    const { mortgage, treasury5, treasury10, corporate } = illustrativeBook();
    const weekdays = ({ dates }: typeof mortgage) =>
      new Set(dates.map((day) => new Date(`${isoFromSerial(day)}T00:00:00Z`).getUTCDay()));
    expect(weekdays(mortgage)).toEqual(new Set([4]));
    expect(weekdays(treasury10)).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(treasury5.dates).toEqual(treasury10.dates);
    expect(corporate.dates).toHaveLength(ILLUSTRATIVE_BOOK.months);
    expect(corporate.dates.every((day) => isoFromSerial(day).endsWith("-01"))).toBe(true);
    expect(byMonth(mortgage, "last")).toHaveLength(ILLUSTRATIVE_BOOK.months);
  });

  it("has, by month means, the gap whose moments are stated", () => {
    const months = 2400;
    const inputs = illustrativeBook({ ...ILLUSTRATIVE_BOOK, gap: MOMENTS, months });
    const gaps = proxySpreads(inputs, "mean").map(({ gap }) => gap ?? NaN);
    const persistence = 0.5 ** (1 / MOMENTS.halfLife);
    const error = MOMENTS.sd * Math.sqrt((1 + persistence) / (1 - persistence) / months);
    expect(gaps).toHaveLength(months);
    expect(Math.abs(mean(gaps) - MOMENTS.mean)).toBeLessThan(4 * error);
    // Surveys on four Thursdays against a whole month add a little, and only add.
    const sd = sampleStandardDeviation(gaps);
    expect(sd).toBeGreaterThan(0.88 * MOMENTS.sd);
    expect(sd).toBeLessThan(1.15 * MOMENTS.sd);
  });
});
