/** How a figure is written. */
export type FigureUnit = "bp" | "probability" | "date" | "months" | "deviations" | "score" | "text";
