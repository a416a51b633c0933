/* Conditional formats, in Excel's terms: how cells look by what they hold. Formulas have their equals sign. */
import type { BookStyle } from "./bookStyle";

/** What the cells look like that a rule finds; what is left out stays as the cell has it. */
export interface FormatLook extends Pick<
  BookStyle,
  "underline" | "color" | "fill" | "numberFormat" | "borders"
> {
  /** False takes it away from cells that have it. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
}

/** A number on the scale of a rule's cells. */
export type ScaleValue =
  | { readonly is: "lowest" | "highest" }
  /** As far from 0 as the number that is furthest from it, on either side. */
  | { readonly is: "furthestBelow" | "furthestAbove" }
  /** Itself; in percent of the way from the lowest to the highest; the percentile, from 0 to 100. */
  | { readonly is: "number" | "percent" | "percentile"; readonly value: number }
  | { readonly is: "formula"; readonly formula: string };

/** A number with its colour; between two of them colours go over into each other. */
export interface ScalePoint {
  readonly at: ScaleValue;
  /** As #rrggbb. */
  readonly color: string;
}

/** How a cell's value is compared. */
export const COMPARISONS = [
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
] as const;

/** Where a text stands in a cell's. */
export const TEXT_PLACES = ["containsText", "notContains", "beginsWith", "endsWith"] as const;

/** What a cell holds, whatever it is. */
export const CONTENTS = [
  "containsBlanks",
  "notContainsBlanks",
  "containsErrors",
  "notContainsErrors",
] as const;

/** Which cells a rule gives its look. */
export type CellTest =
  /** One formula, two for what is between; references count from the upper left cell of the format. */
  | {
      readonly kind: "cell";
      readonly operator: (typeof COMPARISONS)[number];
      readonly formulas: readonly string[];
    }
  /** Those for which the formula is true; references count from the upper left cell of the format. */
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "text"; readonly place: (typeof TEXT_PLACES)[number]; readonly text: string }
  | { readonly kind: "content"; readonly is: (typeof CONTENTS)[number] }
  /** The highest ones, or percent of all; the lowest from the bottom. */
  | {
      readonly kind: "rank";
      readonly count: number;
      readonly percent?: true;
      readonly bottom?: true;
    }
  /** Above the mean, by so many standard deviations. */
  | {
      readonly kind: "average";
      readonly below?: true;
      readonly orEqual?: true;
      readonly deviations?: number;
    }
  | { readonly kind: "duplicate" | "unique" };

/** What is done with the cells of a conditional format. */
export type FormatRule =
  | (CellTest & { readonly look: FormatLook })
  /** Two or three points. */
  | { readonly kind: "colorScale"; readonly points: readonly ScalePoint[] }
  | {
      readonly kind: "dataBar";
      readonly from: ScaleValue;
      readonly to: ScaleValue;
      readonly color: string;
      /** Percent of the cell that the shortest and the longest bar take. */
      readonly shortest?: number;
      readonly longest?: number;
      readonly barOnly?: true;
    }
  | {
      readonly kind: "iconSet";
      /** As Excel names it: "3TrafficLights1". */
      readonly icons: string;
      /** Where each icon begins, from the lowest; from just above it where it is left out. */
      readonly steps: readonly { readonly at: ScaleValue; readonly above?: true }[];
      readonly reversed?: true;
      readonly iconOnly?: true;
    };

/** A rule for cells of a sheet; of those of a sheet the first goes before the others. */
export interface ConditionalFormat {
  /** Rectangles such as "A1:B9". */
  readonly ranges: readonly string[];
  readonly rule: FormatRule;
  /** Whether the rules behind it have no effect where it finds a cell. */
  readonly stops?: true;
}

/**
 * No more is kept: formats of a sheet, ranges of one and of all of a sheet together, and characters of a formula,
 * where Excel itself ends one.
 */
export const FORMAT_LIMITS = {
  formats: 1000,
  ranges: 1000,
  rangesOfSheet: 10_000,
  formula: 8192,
} as const;
