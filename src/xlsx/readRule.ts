/* One rule of a conditional format. */
import {
  COMPARISONS,
  CONTENTS,
  FORMAT_LIMITS,
  TEXT_PLACES,
  type CellTest,
  type FormatRule,
} from "../workbook/conditionalFormat";
import type { FileContext } from "./fileContext";
import { refusedReference, spelledForCell } from "./formulaSpelling";
import { readBar, readIcons, readScale } from "./readScale";
import { looksFor } from "../workbook/testFormulas";
import { readLook } from "./readLooks";
import { reportElement } from "./sheetFeatures";
import { all, isOn, type XmlElement } from "./xml";

/**
 * Reads a rule.
 *
 * @param element - A `cfRule` element.
 * @param ranges - Its cells.
 * @param place - Its cells, as a report names them.
 * @param file - What the sheets of the file share; a rule that cannot be kept is told to its losses.
 * @returns The rule; null where it cannot be kept.
 */
export function readRule(
  element: XmlElement,
  ranges: readonly string[],
  place: string,
  file: FileContext,
): FormatRule | null {
  const formulas: string[] = [];
  const toFormula = (stored: string): string | null => {
    const refused = refusedReference(stored);
    if (refused !== null) {
      file.losses.lost(`conditional formats with a formula to ${refused}`, place);
      return null;
    }
    if (stored.length > FORMAT_LIMITS.formula) {
      const most = `${FORMAT_LIMITS.formula} characters`;
      file.losses.lost(`conditional formats with a formula of more than ${most}`, place);
      return null;
    }
    return spelledForCell(stored, file.names);
  };
  for (const { text } of all(element, "formula")) {
    const formula = toFormula(text);
    if (formula === null) return null;
    formulas.push(formula);
  }
  for (const child of all(element, "extLst")) reportElement(child, place, file.losses);
  const scale =
    readScale(element, ranges, toFormula, file.colors) ??
    readBar(element, ranges, toFormula, file.colors) ??
    readIcons(element, ranges, toFormula);
  if (scale !== null) return scale;
  const test = testOf(element, formulas);
  if (test === null) {
    file.losses.lost(
      `conditional formats of the kind "${element.attributes["type"] ?? ""}"`,
      place,
    );
    return null;
  }
  if (test.kind === "text" && test.text.length > LONGEST_TEXT) {
    const most = `${LONGEST_TEXT} characters`;
    file.losses.lost(`conditional formats for a text of more than ${most}`, place);
    return null;
  }
  if (element.attributes["type"] === "timePeriod") {
    file.losses.changed("conditional formats by date", "a rule with the same formula", place);
  }
  const { dxfId } = element.attributes;
  const format = dxfId === undefined ? undefined : file.differentials[Number(dxfId)];
  return { ...test, look: readLook(format, file.colors, file.losses, place) };
}

/** Excel ends a text in a formula there; a rule for a text is written with its formula. */
const LONGEST_TEXT = 255;

/** The most that Excel takes of a rank: in percent, and as a number of cells. */
const HIGHEST_RANK = { percent: 100, cells: 1000 };

function testOf({ attributes }: XmlElement, formulas: readonly string[]): CellTest | null {
  const { type, operator, text, rank, percent, bottom, aboveAverage, equalAverage, stdDev } =
    attributes;
  const [formula] = formulas;
  const byFormula = formula === undefined ? null : ({ kind: "formula", formula } as const);
  switch (type) {
    case "cellIs": {
      const comparison = COMPARISONS.find((one) => one === operator);
      const isBetween = comparison === "between" || comparison === "notBetween";
      if (comparison === undefined || formulas.length < (isBetween ? 2 : 1)) return null;
      return { kind: "cell", operator: comparison, formulas: formulas.slice(0, isBetween ? 2 : 1) };
    }
    case "containsText":
    case "notContainsText":
    case "beginsWith":
    case "endsWith": {
      const place = TEXT_PLACES.find((one) => type.startsWith(one));
      return place !== undefined && text !== undefined && looksFor(formula, text)
        ? { kind: "text", place, text }
        : byFormula;
    }
    case "containsBlanks":
    case "notContainsBlanks":
    case "containsErrors":
    case "notContainsErrors": {
      const is = CONTENTS.find((one) => one === type);
      return is === undefined ? null : { kind: "content", is };
    }
    case "top10": {
      const count = Number(rank ?? 10);
      const most = isOn(percent) ? HIGHEST_RANK.percent : HIGHEST_RANK.cells;
      if (!Number.isInteger(count) || count < 1 || count > most) return null;
      return {
        kind: "rank",
        count,
        ...(isOn(percent) ? { percent: true } : {}),
        ...(isOn(bottom) ? { bottom: true } : {}),
      };
    }
    case "aboveAverage": {
      const deviations = Number(stdDev ?? 0);
      return {
        kind: "average",
        ...(isOn(aboveAverage ?? "1") ? {} : { below: true }),
        ...(isOn(equalAverage) ? { orEqual: true } : {}),
        ...(deviations > 0 ? { deviations } : {}),
      };
    }
    case "duplicateValues":
      return { kind: "duplicate" };
    case "uniqueValues":
      return { kind: "unique" };
    case "expression":
    case "timePeriod":
      return byFormula;
    default:
      return null;
  }
}
