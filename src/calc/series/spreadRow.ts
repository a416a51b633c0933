/** A day of the histories of mortgages and corporates; null where a side has no value. */
export interface SpreadRow {
  /** Excel's date serial. */
  readonly date: number;
  /** Basis points. */
  readonly mbs: number | null;
  readonly corporate: number | null;
}
