import type { FormatRule, ScaleValue } from "./conditionalFormat";

/**
 * A rule with other formulas.
 *
 * @param rule - The rule.
 * @param change - Makes the other one of a formula.
 * @returns The rule; what has no formula is as it was.
 */
export function withFormulas(rule: FormatRule, change: (formula: string) => string): FormatRule {
  const value = (at: ScaleValue): ScaleValue =>
    at.is === "formula" ? { is: "formula", formula: change(at.formula) } : at;
  switch (rule.kind) {
    case "cell":
      return { ...rule, formulas: rule.formulas.map(change) };
    case "formula":
      return { ...rule, formula: change(rule.formula) };
    case "colorScale":
      return { ...rule, points: rule.points.map(({ at, color }) => ({ at: value(at), color })) };
    case "dataBar":
      return { ...rule, from: value(rule.from), to: value(rule.to) };
    case "iconSet":
      return { ...rule, steps: rule.steps.map((step) => ({ ...step, at: value(step.at) })) };
    default:
      return rule;
  }
}
