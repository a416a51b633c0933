/** A number of a colour scale, with its colour as #rrggbb. */
export interface PlacedColor {
  readonly value: number;
  readonly color: string;
}

/**
 * The colour of a number on a scale. Between two points each of red, green and blue changes evenly; beyond the
 * first and the last they stay.
 *
 * @param value - The number.
 * @param scale - At least one point, from the lowest.
 * @returns As #rrggbb.
 */
export function scaleColor(value: number, scale: readonly PlacedColor[]): string {
  const above = scale.findIndex((point) => value <= point.value);
  const [below, next] = [scale[above - 1], scale[above]];
  if (above === -1) return scale.at(-1)?.color ?? "";
  if (below === undefined || next === undefined) return next?.color ?? "";
  const share = (value - below.value) / (next.value - below.value);
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [below.color, next.color].map((color) =>
      parseInt(color.slice(at, at + 2), 16),
    );
    return Math.round((from ?? 0) + share * ((to ?? 0) - (from ?? 0)));
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
