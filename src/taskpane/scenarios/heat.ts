/** How strongly a cell of the heat map is coloured, and which way. */
export interface Heat {
  readonly side: "mbs" | "corporate" | "none";
  /** 0 to 1. */
  readonly strength: number;
}

/**
 * The colour of a difference among others: by its share of the greatest of them.
 *
 * @param difference - MBS − corporate, basis points.
 * @param all - All differences of the map.
 * @returns The side that is ahead and how far; none where there is no number.
 */
export function heatOf(difference: unknown, all: readonly unknown[]): Heat {
  if (typeof difference !== "number" || difference === 0) return { side: "none", strength: 0 };
  const sizes = all.map((it) => (typeof it === "number" ? Math.abs(it) : 0));
  return {
    side: difference > 0 ? "mbs" : "corporate",
    strength: Math.abs(difference) / Math.max(...sizes),
  };
}
