/* Worked numbers of flows, scenarios and trades; see goldenCases.ts. */
import { netSupplyCells, supplyImpactCard } from "./flow";
import type { GoldenCase } from "./goldenSeries";

const at = (value: number | string | boolean): any[][] => [[value]];
const named = (rows: any[][], name: string): unknown => rows.find(([it]) => it === name)?.[1];

const flow = (formula: string, expected: string, run: () => unknown): GoldenCase => ({
  family: "flow",
  formula,
  expected,
  run,
});
const impact = (measure: string, expected: string) =>
  flow(`SUPPLYIMPACT(-200, 7, -15) ${measure}`, expected, () =>
    named(supplyImpactCard(-200, 7, -15), measure),
  );

/** Flows, scenarios and trades. */
export const TRADE_CASES: readonly GoldenCase[] = [
  flow("NETSUPPLY(200, 200, 200, 50)", "150", () =>
    netSupplyCells(at(200), at(200), at(200), at(50)),
  ),
  impact("impact", "-14"),
  impact("residual", "1"),
  impact("low", "0"),
  impact("high", "-40"),
];
