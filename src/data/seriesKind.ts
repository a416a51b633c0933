/** What a column of values can be. */
export const SERIES_KINDS = ["spread", "yield", "price", "level"] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];
