/* Conditional formats in Excel. Every Excel that has the shared runtime has ExcelApi 1.6 and with it these. */
import type { ScalePoint, ScaleValue } from "./conditionalFormat";
import { furthestFormula } from "./furthest";

/**
 * Queues what gives cells a colour scale.
 *
 * @param range - The cells.
 * @param scale - Their address without the sheet, and two or three points.
 * @param scale.a1 - For example "I24:I29".
 * @param scale.points - From the lowest.
 */
export function addColorScale(
  range: Excel.Range,
  { a1, points }: { readonly a1: string; readonly points: readonly ScalePoint[] },
): void {
  const [minimum, middle, last] = points.map(({ at, color }) => ({
    ...criterionOf(at, a1),
    color,
  }));
  const maximum = last ?? middle;
  if (minimum === undefined || maximum === undefined) return;
  range.conditionalFormats.add("ColorScale").colorScale.criteria = {
    minimum,
    maximum,
    ...(last === undefined || middle === undefined ? {} : { midpoint: middle }),
  };
}

function criterionOf(at: ScaleValue, a1: string): Excel.ConditionalColorScaleCriterion {
  switch (at.is) {
    case "lowest":
      return { type: "LowestValue" };
    case "highest":
      return { type: "HighestValue" };
    case "number":
      return { type: "Number", formula: String(at.value) };
    case "percent":
      return { type: "Percent", formula: String(at.value) };
    case "percentile":
      return { type: "Percentile", formula: String(at.value) };
    case "formula":
      return { type: "Formula", formula: at.formula };
    case "furthestBelow":
    case "furthestAbove":
      return { type: "Formula", formula: furthestFormula(at.is, [a1]) };
  }
}
