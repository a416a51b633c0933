/** A point of the gap's history; null where it is missing. */
export interface GapPoint {
  /** Excel's date serial. */
  readonly date: number;
  /** Basis points. */
  readonly gap: number | null;
}
