/* The tool that answers every row of a file, and writes another. */
import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { KINDS } from "../../rows/kinds";
import type { BatchAnswer, BatchQuestion } from "../batch/answeringBatch";
import { AnsweringThread, Unanswered } from "../threads/answeringThread";
import { UsageError } from "../usageError";
import { answered, type Origin } from "./answers";
import { fileInRoots, newFileInRoots } from "./roots";

/** Seconds of a job, rows with errors that an answer names, and the letters of a path. */
const [LONGEST, MOST_ERRORS, LONGEST_PATH] = [600, 20, 4_096];

const path = z.string().min(1).max(LONGEST_PATH);
const words = z.string().min(1).max(200);

/** What a job is asked of. */
const batchSchema = z.strictObject({
  kind: z
    .enum(KINDS.map(({ name }) => name) as [string, ...string[]])
    .describe(
      "pools: price,coupon,wac,wam,age; bonds: settlement,maturity,coupon and price or yld; series: series,date,value.",
    ),
  in: path.describe("The file of rows: .csv, .ndjson or .parquet in a folder of --root."),
  out: path.describe("The file to write in a folder of --root; none of its name may be there."),
  curve: path.optional().describe("CSV of tenor (years) and yield (decimal); pools need it."),
  assumptions: path.optional().describe("CSV of key and value."),
  fields: z.array(words).min(1).max(100).optional().describe("Measures, such as oas and duration."),
  keyTenors: z.array(z.number().positive().max(100)).min(1).max(30).optional(),
  columns: z
    .record(words, words)
    .optional()
    .describe('What the file calls a term, by the term: {"coupon": "CPN"}.'),
});

/**
 * Adds the tool `batch`.
 *
 * @param server - The server.
 * @param program - The file that runs in a thread, `dist/cli.js`.
 * @param folder - Where it lies.
 * @param roots - The folders that files may be in.
 * @param origin - What gives the answers.
 */
export function addBatchTool(
  server: McpServer,
  program: string,
  folder: string,
  roots: readonly string[],
  origin: Origin,
): void {
  server.registerTool(
    "batch",
    {
      title: "Answer a file of rows",
      description:
        "Answers every row of a file of pools, bonds or series and writes the rows with the answers and a column error. The answer counts them, names the first rows with errors in words, and has hashes of all files. Up to ten minutes; other calls are answered meanwhile.",
      inputSchema: batchSchema,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    (given) =>
      answered(origin, async () => {
        const thread = new AnsweringThread<BatchQuestion, BatchAnswer>(program, {
          task: "batch",
          folder,
        });
        try {
          const question = { words: wordsOf(given, roots), mostErrors: MOST_ERRORS };
          return { ...(await thread.ask(question, LONGEST)), out: given.out };
        } catch (error) {
          if (!(error instanceof Unanswered)) throw error;
          throw new UsageError(
            `the job ${error.message}; divide the file, or run node dist/cli.js batch`,
          );
        } finally {
          thread.end();
        }
      }),
  );
}

/** A call as the words of the command. */
function wordsOf(given: z.infer<typeof batchSchema>, roots: readonly string[]): string[] {
  const all = [given.kind, "--in", fileInRoots(given.in, roots)];
  all.push("--out", newFileInRoots(given.out, roots));
  if (given.curve !== undefined) all.push("--curve", fileInRoots(given.curve, roots));
  if (given.assumptions !== undefined) {
    all.push("--assumptions", fileInRoots(given.assumptions, roots));
  }
  if (given.fields) all.push("--fields", given.fields.join(","));
  if (given.keyTenors) all.push("--key-tenors", given.keyTenors.join(","));
  for (const [term, name] of Object.entries(given.columns ?? {})) {
    if (term.includes("=")) throw new UsageError(`columns has the term ${term}; it must be a term`);
    all.push("--map", `${term}=${name}`);
  }
  return all;
}
