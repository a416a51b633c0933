/* How cells, rows, columns and parts of texts look, in words; what is left out is as usual. */

/** How a text looks. */
export interface BookTextStyle {
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: "single" | "double";
  readonly strikethrough?: true;
  readonly script?: "subscript" | "superscript";
  /** As #rrggbb. */
  readonly color?: string;
}

/** The lines that Excel draws around cells. */
export const BORDER_LINES = [
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
] as const;

/** One side of a cell. */
export interface BookBorder {
  readonly line: (typeof BORDER_LINES)[number];
  /** As #rrggbb. */
  readonly color?: string;
}

/** Where a border can stand; the last two go from corner to corner. */
export const BORDER_SIDES = ["top", "right", "bottom", "left", "falling", "rising"] as const;

/** How a cell looks. */
export interface BookStyle extends BookTextStyle {
  /** In Excel's English code. */
  readonly numberFormat?: string;
  /** The colour behind the text, as #rrggbb. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "justify" | "distributed";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: "overflow" | "clip" | "wrap";
  /** Degrees, counted up to the left as Excel does, from -90 to 90; or letters one below the other. */
  readonly rotation?: number | "stacked";
  readonly borders?: Readonly<Partial<Record<(typeof BORDER_SIDES)[number], BookBorder>>>;
}

/** A part of a text, with a look of its own. */
export interface BookTextRun {
  readonly text: string;
  readonly style?: BookTextStyle;
}
