/* The verdict on two histories, by the formulas of the sheet Dashboard. */
import { z } from "zod";
import { UsageError } from "../usageError";
import type { Outcome } from "./evaluation";
import type { Evaluate } from "./evaluate";
import { readTables } from "./tables";

const MOST_ROWS = 30_000;

const spreads = z.array(z.number().nullable()).min(2).max(MOST_ROWS);

/** What a verdict is asked of. */
export const verdictSchema = z.strictObject({
  dates: z
    .array(z.iso.date())
    .min(2)
    .max(MOST_ROWS)
    .describe("Days of the rows, oldest first, such as 2026-01-15."),
  mbs: spreads.describe("Spreads of mortgages in basis points; null where missing."),
  corporate: spreads.describe("Spreads of corporates over the same benchmark, in basis points."),
  assumptions: z
    .record(z.string().max(60), z.union([z.number(), z.string().max(200), z.boolean()]))
    .optional()
    .describe(
      "Values by key, such as mbsOas and corpOas; what is left out is an example, and is named.",
    ),
});

/**
 * The verdict.
 *
 * @param evaluate - Evaluates formulas.
 * @param given - Histories and assumptions.
 * @returns Text, receipt and detail; each row has its name, value and words.
 * @throws UsageError where the histories differ in length or a function refuses them.
 */
export async function verdict(
  evaluate: Evaluate,
  { dates, mbs, corporate, assumptions = {} }: z.infer<typeof verdictSchema>,
): Promise<Record<string, unknown>> {
  for (const [name, values] of [
    ["mbs", mbs],
    ["corporate", corporate],
  ] as const) {
    if (values.length !== dates.length) {
      throw new UsageError(
        `${name} has ${values.length} rows but dates has ${dates.length}; both must have the same length`,
      );
    }
  }
  const tables = await readTables(
    {
      tables: {
        dates: dates.map((day) => [day]),
        mbs: mbs.map((value) => [value]),
        corporate: corporate.map((value) => [value]),
        gap: mbs.map((value, row) => [difference(value, corporate[row] ?? null)]),
        assumptions: [["Key", "Value"], ...Object.entries(assumptions)],
      },
    },
    [],
  );
  const ask = async (formula: string) => rowsOf((await evaluate(tables, [formula]))[0]);
  const receipt = await ask(`=RV.GAPRECEIPT(assumptions,gap,dates,TRUE)`);
  const adjusted = receipt.find(({ name }) => name === "risk-adjusted gap")?.value;
  const carry = typeof adjusted === "number" ? String(adjusted) : "";
  const detail = await ask(`=RV.ROTATIONSIGNAL(gap,${carry},,assumptions,"detail",dates)`);
  const valueOf = (name: string) => detail.find((row) => row.name === name)?.value ?? null;
  return {
    call: valueOf("text"),
    score: valueOf("score"),
    exampleInputs: valueOf("example inputs"),
    asOf: dates.at(-1),
    receipt,
    detail,
    advice: "A measurement, not investment advice.",
  };
}

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

/** Rows of name, value and words; an error in a cell stays one. */
function rowsOf(outcome: Outcome | undefined): { name: string; value: unknown; words: unknown }[] {
  if (outcome === undefined || "error" in outcome) {
    throw new UsageError(outcome === undefined ? "nothing was calculated" : outcome.message);
  }
  if (!Array.isArray(outcome.value)) throw new UsageError(String(outcome.value));
  return (outcome.value as unknown[][]).map(([name, value = null, words = null]) => ({
    name: String(name),
    value,
    words,
  }));
}
