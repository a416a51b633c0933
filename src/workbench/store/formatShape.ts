/* Whether what was read can be a conditional format: what draws it must find what its kind has. */
import { COMPARISONS, CONTENTS, TEXT_PLACES } from "../../workbook/conditionalFormat";
import { isPlain, type Plain } from "./plainObject";

type Check = (part: Plain) => boolean;

/**
 * Whether a value has the members of a conditional format's rule.
 * @param rule - Anything.
 * @returns False for a kind that is not known, and where a member is missing or of another type.
 */
export function isRule(rule: unknown): boolean {
  if (!isPlain(rule) || typeof rule["kind"] !== "string") return false;
  return KINDS.get(rule["kind"])?.(rule) ?? false;
}

const isNumber = (one: unknown): boolean => typeof one === "number" && Number.isFinite(one);
const isText = (one: unknown): boolean => typeof one === "string";
const isFormula = (one: unknown): boolean => typeof one === "string" && one.startsWith("=");
const isColor = (one: unknown): boolean => typeof one === "string" && /^#[\da-f]{6}$/i.test(one);
const isOneOf = (names: readonly string[], one: unknown): boolean =>
  names.some((name) => name === one);
const isLeftOutOr = (isRight: (one: unknown) => boolean, one: unknown): boolean =>
  one === undefined || isRight(one);
const isList = (list: unknown, least: number, most: number, isRight: (one: unknown) => boolean) =>
  Array.isArray(list) && list.length >= least && list.length <= most && list.every(isRight);

function isScaleValue(at: unknown): boolean {
  if (!isPlain(at)) return false;
  if (at["is"] === "formula") return isFormula(at["formula"]);
  return (
    isOneOf(["lowest", "highest", "furthestBelow", "furthestAbove"], at["is"]) ||
    (isOneOf(["number", "percent", "percentile"], at["is"]) && isNumber(at["value"]))
  );
}

const isPoint = (point: unknown): boolean =>
  isPlain(point) && isScaleValue(point["at"]) && isColor(point["color"]);

const isStep = (step: unknown): boolean => isPlain(step) && isScaleValue(step["at"]);

const isLook = (look: unknown): boolean =>
  isPlain(look) &&
  isLeftOutOr(isColor, look["color"]) &&
  isLeftOutOr(isColor, look["fill"]) &&
  isLeftOutOr(isText, look["numberFormat"]) &&
  isLeftOutOr(isPlain, look["borders"]);

/** A rule that finds cells has a look for them. */
const finding =
  (isRight: Check): Check =>
  (rule) =>
    isLook(rule["look"]) && isRight(rule);

const KINDS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["colorScale", ({ points }) => isList(points, 2, 3, isPoint)],
  [
    "dataBar",
    ({ from, to, color, shortest, longest }) =>
      isScaleValue(from) &&
      isScaleValue(to) &&
      isColor(color) &&
      isLeftOutOr(isNumber, shortest) &&
      isLeftOutOr(isNumber, longest),
  ],
  [
    "iconSet",
    ({ icons, steps }) => {
      // "3Arrows" has three.
      const count = typeof icons === "string" ? Number(icons[0]) : NaN;
      return isOneOf(["3", "4", "5"], String(count)) && isList(steps, count, count, isStep);
    },
  ],
  [
    "cell",
    finding(({ operator, formulas }) => {
      const count = isOneOf(["between", "notBetween"], operator) ? 2 : 1;
      return isOneOf(COMPARISONS, operator) && isList(formulas, count, count, isFormula);
    }),
  ],
  ["formula", finding(({ formula }) => isFormula(formula))],
  ["text", finding(({ place, text }) => isOneOf(TEXT_PLACES, place) && isText(text))],
  ["content", finding((rule) => isOneOf(CONTENTS, rule["is"]))],
  ["rank", finding(({ count }) => Number.isInteger(count) && Number(count) >= 1)],
  ["average", finding(({ deviations }) => isLeftOutOr(isNumber, deviations))],
  ["duplicate", finding(() => true)],
  ["unique", finding(() => true)],
]);
