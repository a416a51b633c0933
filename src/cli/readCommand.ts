import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { CalcError } from "../calc/errors";
import { atOnce } from "../calc/numeric/sliced";
import { isCurveTable, readCurves } from "../data/curves";
import type { Answers } from "../data/question";
import { readFile } from "../data/readFile";
import { readText } from "../data/readText";
import { textOfBytes } from "../data/textOfBytes";
import { requireSize, type TextTable } from "../data/textTable";
import { curveAnswer, readAnswer, readWordsOf, type ReadAnswer } from "./readAnswer";
import { UsageError } from "./usageError";

/** How `read` is used. */
export const READ_USAGE = `Usage: node dist/cli.js read FILE... [--curve] [--json] [--choose QUESTION=CHOICE]...

Reads a file of histories as the pane's import does, and says what it holds: each series with its
name, unit, kind, rows, first and last value, the questions that only a person can answer, and
what the checks find.

  --curve                  reads par yields by tenor: the curve of a day, as decimals; several files
                           with a tenor each, such as DGS5.csv and DGS10.csv, are one table.
                           --choose "curve day=2026-01-15" takes the last curve on or before a day
  --json                   prints one JSON object instead of sentences
  --choose QUESTION=CHOICE answers a question; may be given again and again. "unit=percent" answers
                           for every series, "unit of MBS OAS=percent" for one
  --help                   prints this

Example: node dist/cli.js read spreads.csv --choose unit=percent

Exit code 0 when the file was read, open questions included; 2 when the command is wrong or the
file cannot be used.
`;

interface Words {
  readonly files: readonly string[];
  readonly curve: boolean;
  readonly json: boolean;
  readonly choices: readonly string[];
}

/**
 * Reads a file of histories and prints what it holds.
 *
 * @param words - The words after `read`.
 * @param print - Takes one line at a time.
 * @returns When the last line has been printed.
 * @throws {UsageError} for a wrong option, a file that cannot be used, or a choice that nothing asks.
 */
export async function readCommand(
  words: readonly string[],
  print: (line: string) => Promise<void>,
): Promise<void> {
  const read = readWords(words);
  if (read === null) {
    await print(READ_USAGE.trimEnd());
    return;
  }
  const answer = await answerOf(read);
  if (read.json) await print(JSON.stringify(answer, null, 1));
  else for (const line of readWordsOf(answer)) await print(line);
}

function readWords(words: readonly string[]): Words | null {
  const files: string[] = [];
  const choices: string[] = [];
  let [curve, json] = [false, false];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--help" || word === "-h") return null;
    if (word === "--curve") curve = true;
    else if (word === "--json") json = true;
    else if (word === "--choose") {
      const choice = words[++i];
      if (choice === undefined) {
        throw new UsageError("--choose is the last word; QUESTION=CHOICE must follow");
      }
      choices.push(choice);
    } else if (word.startsWith("--choose=")) choices.push(word.slice("--choose=".length));
    else if (word.startsWith("-")) {
      throw new UsageError(
        `${word} is not an option of read; it knows --curve, --json, --choose and --help`,
      );
    } else files.push(word);
  }
  if (files.length === 0 || (files.length > 1 && !curve)) {
    throw new UsageError(
      `read takes one file, or several with --curve; ${files.length} were given`,
    );
  }
  return { files, curve, json, choices };
}

async function answerOf({ files, curve, choices }: Words): Promise<ReadAnswer> {
  try {
    const tables: TextTable[] = [];
    for (const file of files) tables.push(await readText(textOf(file), basename(file)));
    const given = choices.map(splitChoice);
    const answers = new Map(given);
    const [table] = tables;
    const isOfTenors = table !== undefined && (curve || atOnce(isCurveTable(table)));
    const answer = isOfTenors
      ? curveAnswer(atOnce(readCurves(tables, answers as Answers)))
      : readAnswer(atOnce(readFile(table as TextTable, answers)));
    requireTaken(given, answer);
    return answer;
  } catch (error) {
    if (error instanceof CalcError) throw new UsageError(error.message);
    throw error;
  }
}

function splitChoice(choice: string): [question: string, answer: string] {
  const equals = choice.indexOf("=");
  if (equals < 1) throw new UsageError(`--choose is ${choice}; it must be QUESTION=CHOICE`);
  return [choice.slice(0, equals).trim(), choice.slice(equals + 1).trim()];
}

/** A choice that answers nothing was mistyped: it is not passed over. */
function requireTaken(given: readonly (readonly [string, string])[], answer: ReadAnswer): void {
  const asked = answer.questions;
  for (const [question, choice] of given) {
    const those = asked.filter(({ question: name, topic }) => [name, topic].includes(question));
    if (those.length === 0) {
      const names = asked.map(({ question: name }) => name).join(", ");
      throw new UsageError(
        `--choose ${question}=${choice}: nothing asks that; ${names === "" ? "there is no question" : `the questions are ${names}`}`,
      );
    }
    if (those.some((one) => one.answer === choice)) continue;
    const choices = (those[0]?.choices ?? []).map(({ choice: one }) => one).join(", ");
    throw new UsageError(
      `--choose ${question}=${choice}: ${choice} is not among the choices, which are ${choices}`,
    );
  }
}

function textOf(file: string): string {
  try {
    requireSize(basename(file), statSync(file).size);
    return textOfBytes(readFileSync(file));
  } catch (error) {
    if (error instanceof CalcError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no such file" : `it cannot be read (${String(code)})`;
    throw new UsageError(`${file}: ${reason}`);
  }
}
