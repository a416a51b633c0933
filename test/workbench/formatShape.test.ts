/* Kept formats that are damaged are refused before something draws them. */
import { isRule } from "../../src/workbench/store/formatShape";

const look = { bold: true };
const lowest = { at: { is: "lowest" }, color: "#ffffff" };
const highest = { at: { is: "number", value: 1 }, color: "#8fc1ea" };
const bar = { kind: "dataBar", from: { is: "lowest" }, to: { is: "highest" }, color: "#638ec6" };
const step = { at: { is: "percent", value: 0 } };

describe("the rule of a kept format", () => {
  it.each<object>([
    { kind: "colorScale", points: [lowest, highest] },
    bar,
    { kind: "iconSet", icons: "3Arrows", steps: [step, step, step] },
    { kind: "cell", operator: "between", formulas: ["=1", "=2"], look },
    { kind: "formula", formula: "=A1>1", look: {} },
    { kind: "text", place: "beginsWith", text: "gap", look },
    { kind: "content", is: "containsBlanks", look },
    { kind: "rank", count: 3, look },
    { kind: "average", look },
    { kind: "duplicate", look },
    { kind: "unique", look },
  ])("is whole: %j", (rule) => {
    expect(isRule(rule)).toBe(true);
  });

  it.each<object>([
    { kind: "novel", look },
    { kind: "__proto__", look },
    { kind: "colorScale" },
    { kind: "colorScale", points: [lowest] },
    { kind: "colorScale", points: [lowest, { ...highest, at: { is: "number" } }] },
    { kind: "colorScale", points: [lowest, { ...highest, color: 7 }] },
    { ...bar, from: undefined },
    { ...bar, to: { is: "formula" } },
    { ...bar, longest: "90" },
    { kind: "iconSet", icons: "3Arrows", steps: [step] },
    { kind: "iconSet", steps: [step, step, step] },
    { kind: "cell", operator: "equal", look },
    { kind: "cell", operator: "between", formulas: ["=1"], look },
    { kind: "cell", operator: "like", formulas: ["=1"], look },
    { kind: "formula", formula: "=A1>1" },
    { kind: "formula", formula: 1, look },
    { kind: "text", place: "beginsWith", look },
    { kind: "content", is: "novel", look },
    { kind: "rank", count: 0, look },
    { kind: "unique", look: { fill: 7 } },
  ])("is damaged: %j", (rule) => {
    expect(isRule(rule)).toBe(false);
  });
});
