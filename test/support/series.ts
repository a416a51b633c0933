import { normalStream } from "../../src/calc/numeric/random";
import { SERIES_G } from "../../src/functions/goldenCases";

/** Series G of the worked examples: a gap in bp over 24 months. */
export const G = Float64Array.from(SERIES_G, ([value]) => value as number);

/** Series S of the worked examples: 240 rows of an AR(1) around 55 with coefficient .85. */
export function seriesS(): Float64Array {
  const shock = normalStream(12345);
  const values = new Float64Array(240);
  values[0] = 55;
  shock();
  for (let t = 1; t < values.length; t++) {
    values[t] = 55 + 0.85 * ((values[t - 1] as number) - 55) + 4 * shock();
  }
  return values;
}

/** One column, as Excel hands over a range. */
export const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
