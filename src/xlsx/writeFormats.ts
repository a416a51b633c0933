/* The conditional formats of a sheet, as elements of its part. */
import type {
  CellTest,
  ConditionalFormat,
  FormatLook,
  FormatRule,
  ScaleValue,
} from "../workbook/conditionalFormat";
import { furthestFormula } from "../workbook/furthest";
import type { StyleTable } from "../workbook/styleTable";
import { spelledForFile } from "./formulaSpelling";
import { firstCell, formulaOfTest } from "../workbook/testFormulas";
import { colorXml } from "./writeStyles";
import { escaped } from "./xmlText";

/** Attributes of an element; undefined and false for one that is left out. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Writes conditional formats.
 *
 * @param formats - The formats of a sheet; the first goes before the others.
 * @param looks - Where the looks of their cells go.
 * @returns Elements of the sheet's part, in the order of the formats.
 */
export const formatsXml = (
  formats: readonly ConditionalFormat[],
  looks: StyleTable<FormatLook>,
): string =>
  formats
    .map(({ ranges, rule, stops }, i) => {
      const { attributes, content } = ruleParts(rule, ranges, looks);
      const order = { priority: i + 1, stopIfTrue: stops };
      const inner = element("cfRule", { ...attributes, ...order }, content);
      return element("conditionalFormatting", { sqref: ranges.join(" ") }, inner);
    })
    .join("");

/** A rule's own attributes, and what is in it. */
function ruleParts(
  rule: FormatRule,
  ranges: readonly string[],
  looks: StyleTable<FormatLook>,
): { readonly attributes: Attributes; readonly content: string } {
  const values = (all: readonly ScaleValue[]) => all.map((at) => valueXml(at, ranges)).join("");
  const scale = (type: string, own: Attributes, content: string) => ({
    attributes: { type },
    content: element(type, own, content),
  });
  switch (rule.kind) {
    case "colorScale": {
      const colors = rule.points.map(({ color }) => colorXml(color)).join("");
      return scale(rule.kind, {}, values(rule.points.map(({ at }) => at)) + colors);
    }
    case "dataBar": {
      const { from, to, color, shortest, longest, barOnly } = rule;
      const own = { minLength: shortest, maxLength: longest, ...valueShown(barOnly) };
      return scale(rule.kind, own, values([from, to]) + colorXml(color));
    }
    case "iconSet": {
      const { icons, steps, reversed, iconOnly } = rule;
      const own = { iconSet: icons, reverse: reversed, ...valueShown(iconOnly) };
      const from = steps.map(({ at, above }) => valueXml(at, ranges, above && { gte: 0 }));
      return scale(rule.kind, own, from.join(""));
    }
    default: {
      const { attributes, formulas } = testParts(rule, firstCell(ranges));
      const isPlain = Object.keys(rule.look).length === 0;
      return {
        attributes: { ...attributes, dxfId: isPlain ? undefined : looks.placeOf(rule.look) },
        content: formulas
          .map((formula) => element("formula", {}, escaped(spelledForFile(formula))))
          .join(""),
      };
    }
  }
}

/** What says which cells a rule finds. */
function testParts(
  test: CellTest,
  cell: string,
): { readonly attributes: Attributes; readonly formulas: readonly string[] } {
  switch (test.kind) {
    case "cell": {
      const { operator, formulas } = test;
      return { attributes: { type: "cellIs", operator }, formulas };
    }
    case "formula":
      return { attributes: { type: "expression" }, formulas: [test.formula] };
    case "text": {
      const { place: operator, text } = test;
      const type = operator === "notContains" ? "notContainsText" : operator;
      return { attributes: { type, operator, text }, formulas: [formulaOfTest(test, cell)] };
    }
    case "content":
      return { attributes: { type: test.is }, formulas: [formulaOfTest(test, cell)] };
    case "rank": {
      const { count: rank, percent, bottom } = test;
      return { attributes: { type: "top10", percent, bottom, rank }, formulas: [] };
    }
    case "average": {
      const { below, orEqual: equalAverage, deviations: stdDev } = test;
      const side = below ? { aboveAverage: 0 } : {};
      return { attributes: { type: "aboveAverage", ...side, equalAverage, stdDev }, formulas: [] };
    }
    case "duplicate":
      return { attributes: { type: "duplicateValues" }, formulas: [] };
    case "unique":
      return { attributes: { type: "uniqueValues" }, formulas: [] };
  }
}

const valueShown = (isHidden: true | undefined): Attributes => (isHidden ? { showValue: 0 } : {});

function valueXml(at: ScaleValue, ranges: readonly string[], flags: Attributes = {}): string {
  const value = (type: string, val?: string | number) =>
    element("cfvo", { type, val, ...flags }, "");
  switch (at.is) {
    case "lowest":
      return value("min");
    case "highest":
      return value("max");
    case "number":
      return value("num", at.value);
    case "percent":
    case "percentile":
      return value(at.is, at.value);
    case "formula":
      return value("formula", spelledForFile(at.formula));
    case "furthestBelow":
    case "furthestAbove":
      return value("formula", spelledForFile(furthestFormula(at.is, ranges)));
  }
}

function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === false
      ? []
      : [` ${key}="${escaped(value === true ? "1" : String(value))}"`],
  );
  const start = `<${name}${written.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}
