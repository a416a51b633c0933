import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./sourceFiles";

/** A value as the corpus and the command line write it. */
export type Answer = number | string | boolean | null | { readonly error: string };
export type Answers = Answer | readonly (readonly Answer[])[];

/** A formula with what it must come to: a value `v`, or an error `e`. */
export interface CorpusLine {
  readonly f: string;
  readonly v?: unknown;
  readonly e?: string;
  /** How many independent engines agree; 0 where a rule decides. */
  readonly engines: number;
  readonly rule?: string;
}

/** How an answer stands to what was expected. */
export type Verdict =
  "right" | "wrong value" | "error for a value" | "value for an error" | "other error" | "crash";

const GOLDEN = resolve(ROOT, "test/golden");

/** The sheet D of the corpus. */
export const CORPUS_SHEET = resolve(GOLDEN, "engine-D.csv");

/** Plain formulas on which independent engines agree, or that Microsoft's words decide: made for this project, 2026-11. */
export const corpusLines = (): CorpusLine[] =>
  readFileSync(resolve(GOLDEN, "engine.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** What the built command line answers; a line that it does not answer any more is a crash. */
export async function answersOf(formulas: readonly string[]): Promise<Answers[]> {
  const text = await new Promise<string>((done, failed) => {
    const words = [resolve(ROOT, "dist/cli.js"), "eval", "--data", `D=${CORPUS_SHEET}`];
    const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "ignore"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    child.on("error", failed).on("close", () => {
      done(output);
    });
    child.stdin.on("error", () => undefined).end(`${formulas.join("\n")}\n`);
  });
  const lines = text.split("\n").filter((line) => line !== "");
  const answers = lines
    .map((line) => JSON.parse(line))
    .map((it) => ("error" in it ? it : it.value));
  return formulas.map((_, i) => (i < answers.length ? answers[i] : { error: "CRASH" }));
}

const errorOf = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const { error, e } = value as { error?: string; e?: string };
  return error ?? e;
};

/** In a cell a blank, 0 and "" are hard to tell apart, and engines differ in them. */
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || value === 0;

const TOLERANCE = 1e-6;

function judgeOne(expected: unknown, answer: unknown): Verdict {
  const [wanted, got] = [errorOf(expected), errorOf(answer)];
  if (got === "CRASH") return "crash";
  if (wanted !== undefined) {
    if (got === undefined) return "value for an error";
    return got === wanted ? "right" : "other error";
  }
  if (got !== undefined) return "error for a value";
  if (isBlank(expected) && isBlank(answer)) return "right";
  const [a, b] = [expected, answer].map((it) => (typeof it === "boolean" ? Number(it) : it));
  if (typeof a === "number" && typeof b === "number") {
    const size = Math.max(TOLERANCE, Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= TOLERANCE * size ? "right" : "wrong value";
  }
  return a === b ? "right" : "wrong value";
}

/**
 * How an answer stands to a line: numbers to 1e-6 of their size, texts to the letter, errors by their
 * code, arrays cell by cell.
 */
export function judge(line: Pick<CorpusLine, "v" | "e">, answer: Answers): Verdict {
  const expected = line.e === undefined ? line.v : { error: line.e };
  if (!Array.isArray(expected)) {
    const [first] = Array.isArray(answer) ? answer.flat() : [answer];
    const isOne = !Array.isArray(answer) || answer.flat().length === 1;
    return isOne || (line.e !== undefined && errorOf(first) !== undefined)
      ? judgeOne(expected, first)
      : "wrong value";
  }
  if (!Array.isArray(answer))
    return errorOf(answer) === undefined ? "wrong value" : judgeOne(0, answer);
  const isSame = answer.length === expected.length && answer[0]?.length === expected[0]?.length;
  if (!isSame) return "wrong value";
  const verdicts = expected.flatMap((row: unknown[], i: number) =>
    row.map((value, j) => judgeOne(value, answer[i]?.[j])),
  );
  return verdicts.find((it: Verdict) => it !== "right") ?? "right";
}
