import type { ScalePoint } from "./conditionalFormat";
import type { CellStyle } from "./workbookPort";

/** How cells of a style look in every host; what is left out is as usual. */
export interface CellLook {
  readonly bold?: true;
  readonly italic?: true;
  /** In points. */
  readonly size?: number;
  /** Colours as #rrggbb. */
  readonly fill?: string;
  readonly ink?: string;
  readonly align?: "right";
}

const HEADING: CellLook = { bold: true, fill: "#dde7ee", ink: "#1f2a33" };
const KEY: CellLook = { size: 8, ink: "#5f6b75" };

/** Dark ink goes with every fill, so that a dark theme of the host cannot make it unreadable. */
export const CELL_LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  title: { bold: true, size: 12 },
  answer: { bold: true, size: 14 },
  heading: HEADING,
  // Above numbers, which stand on the right of their cells.
  numberHeading: { ...HEADING, align: "right" },
  // Blue ink for what is typed is the custom of the field; the fill says it without colour vision.
  input: { fill: "#fff8dc", ink: "#1a3fb0" },
  result: { fill: "#eef3ec", ink: "#1f2a33" },
  note: { italic: true, ink: "#4a4a4a" },
  key: KEY,
  numberKey: { ...KEY, align: "right" },
  plain: {},
};

/** The colour of lines that guide the eye in a chart: dashed and thin, so that colour is not all that tells them apart. */
export const CHART_GUIDE = "#7a7a7a";
/** The colours of what a chart shows: dark enough on white, and told apart by those who do not see red and green. */
export const CHART_COLORS = ["#1f5c99", "#b3541e", "#5b7f2b", "#6a4c93"] as const;

/**
 * The colours of a difference of two: orange where the second is ahead, blue where the first is, stronger the
 * further, as far on either side. Both kinds of colour blindness tell them apart, and the sign says it too; dark
 * ink has a contrast of more than 7 to 1 on each.
 */
export const AHEAD_COLORS: readonly ScalePoint[] = [
  { at: { is: "furthestBelow" }, color: "#f4b16a" },
  { at: { is: "number", value: 0 }, color: "#ffffff" },
  { at: { is: "furthestAbove" }, color: "#8fc1ea" },
];
