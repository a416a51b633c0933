import { SERIES_G, SERIES_S } from "../../src/functions/selfTest/workedSeries";

/** Series G of the worked examples: a gap in bp over 24 months. */
export const G = Float64Array.from(SERIES_G);

/** Series S of the worked examples: 240 rows of an AR(1) around 55 with coefficient .85. */
export const seriesS = (): Float64Array => Float64Array.from(SERIES_S);

/** One column, as Excel hands over a range. */
export const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
