/* Tools that calculate: formulas over tables, checks of a table, and the verdict on two histories. */
import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { UsageError } from "../usageError";
import { answered, type Origin } from "./answers";
import type { Evaluate } from "./evaluate";
import { readTables, rowsSchema, tablesSchema } from "./tables";
import { verdict, verdictSchema } from "./verdict";

const [MOST_FORMULAS, LONGEST_FORMULA] = [1_000, 8_192];
const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;

/** What can be looked for in a table. */
const KINDS = ["rates", "spreads", "prices", "dates", "history", "curve"] as const;

/**
 * Adds the tools `evaluate`, `check_inputs` and `verdict`.
 *
 * @param server - The server.
 * @param evaluate - Evaluates formulas.
 * @param roots - The folders that files may be in.
 * @param origin - What gives the answers.
 */
export function addCalculationTools(
  server: McpServer,
  evaluate: Evaluate,
  roots: readonly string[],
  origin: Origin,
): void {
  const formula = z.string().max(LONGEST_FORMULA).regex(/^=./s, "a formula begins with =");
  server.registerTool(
    "evaluate",
    {
      title: "Evaluate formulas",
      description:
        "Evaluates spreadsheet formulas with the RV functions over tables. Each answer is a value, rows of values, or an error with words that say which argument must be what.",
      inputSchema: z.strictObject({
        formulas: z.array(formula).min(1).max(MOST_FORMULAS),
        ...tablesSchema,
      }),
      annotations: READ_ONLY,
    },
    ({ formulas, ...given }) =>
      answered(origin, async () => ({
        results: await evaluate(await readTables(given, roots), formulas),
      })),
  );
  server.registerTool(
    "check_inputs",
    {
      title: "Check inputs",
      description:
        "Looks for slips in a table before anything rests on it: units, gaps, stale ends, jumps, rows out of order. Each finding says the row.",
      inputSchema: z.strictObject({ rows: rowsSchema, kind: z.enum(KINDS) }),
      annotations: READ_ONLY,
    },
    ({ rows, kind }) =>
      answered(origin, async () => {
        const tables = await readTables({ tables: { checked: rows } }, roots);
        const [outcome] = await evaluate(tables, [`=RV.CHECKINPUTS(checked,"${kind}")`]);
        if (outcome === undefined || "error" in outcome)
          throw new UsageError(outcome?.message ?? "");
        return { findings: outcome.value };
      }),
  );
  server.registerTool(
    "verdict",
    {
      title: "Verdict",
      description:
        "The call on mortgages against corporates from two histories of spreads: the gap with its receipt, the score, the probability and what holds the call back. It names the example inputs that it rests on. A measurement, not investment advice.",
      inputSchema: verdictSchema,
      annotations: READ_ONLY,
    },
    (given) => answered(origin, () => verdict(evaluate, given)),
  );
}
