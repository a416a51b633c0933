import { gapReceiptRows } from "../../../src/functions/gapReceipt";
import { rotationSignalCells } from "../../../src/functions/signal";
import { stepsOf } from "../../../src/taskpane/verdict/steps";
import { verdictOf } from "../../../src/taskpane/verdict/verdict";

const ASSUMPTIONS = [
  ["mbsSpread", 118],
  ["mbsOas", 38],
  ["corpOas", 0.9],
];
const GAPS = Array.from({ length: 120 }, (_, i) => [55 + 10 * Math.sin(i / 7)]);
const MONTHS = Array.from({ length: 120 }, (_, i) => [42_000 + 30 * i]);
const receipt = gapReceiptRows(ASSUMPTIONS, GAPS, MONTHS);
const detail = rotationSignalCells(GAPS, -20, 5.6, ASSUMPTIONS, "detail", MONTHS);
const rowsOf = { receipt, detail };

const numberIn = (rows: readonly (readonly unknown[])[], name: string): number =>
  Number(rows.find(([step]) => step === name)?.[1]);

it("a gap's steps add up to it", () => {
  const steps = stepsOf({ source: "receipt", row: "risk-adjusted gap" }, receipt);
  expect(steps.at(-1)?.[0]).toBe("risk-adjusted gap");
  expect(numberIn(steps, "MBS, risk-adjusted") - numberIn(steps, "corporate, risk-adjusted")).toBe(
    numberIn(steps, "risk-adjusted gap"),
  );
  expect(numberIn(steps, "MBS OAS") - numberIn(steps, "liquidity, MBS")).toBeCloseTo(
    numberIn(steps, "MBS, risk-adjusted") + (numberIn(steps, "capital, MBS") || 0),
    9,
  );
});

it("a warning about the unit of a step stands with it", () => {
  const steps = stepsOf({ source: "receipt", row: "nominal gap" }, receipt);
  expect(steps.map(([step]) => step)).toEqual([
    "MBS spread over the 5/10-year blend",
    "corporate OAS",
    "warning: unit of corpOas",
    "nominal gap",
  ]);
});

it("every figure of the screen has at most a dozen steps, its own row last, each of the function's answer", () => {
  const { bases, signal, history } = verdictOf({ receipt, detail });
  for (const { id, from } of [...bases, ...signal, ...history]) {
    const steps = stepsOf(from, rowsOf[from.source]);
    expect({ id, last: steps.at(-1)?.[0] }).toEqual({ id, last: id });
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.length).toBeLessThanOrEqual(12);
  }
});
