import { readFileSync } from "node:fs";
import { type CellError, type CellTable, isCellError } from "../host/runtime/cellValue";
import type { SheetContent } from "../host/sheetContent";
import { requireBundle } from "./bundle";
import { loadData } from "./dataOption";
import type { FormulaValue } from "./evaluatingFormulas";
import { AnsweringThread, Unanswered } from "./threads/answeringThread";
import { UsageError } from "./usageError";

/** How `eval` is used. */
export const EVAL_USAGE = `Usage: node dist/cli.js eval [--data NAME=FILE.csv]... [FORMULA]...

Evaluates formulas and prints one JSON object a line, in order:
  {"formula":"=RV.SPREADGAP(101,62)","value":39}
  {"formula":"=1/0","error":"#DIV/0!","message":"a division by zero, or by a blank cell"}
An array is a list of rows. Without formulas, standard input is read, one formula a line. A formula
that cannot be evaluated, takes too long or too much memory is an error of its line; the others go on.

  --data NAME=FILE.csv   loads a CSV file into a sheet called NAME, read as the command read reads it: dates
                         become serials, empty fields blank cells; a file with a column that has
                         two readings is refused; may be given again and again
  --seconds N            what one formula may take; 60 by default
  --help                 prints this

Example: node dist/cli.js eval "=RV.BONDPRICE(DATE(2026,1,15),DATE(2036,1,15),4.5%,5%)"

Exit code 0 when every formula has its line, errors included; 2 when the command is wrong, with the
reason on standard error and nothing on standard output.
`;

/**
 * Evaluates formulas.
 *
 * @param words - The words after `eval`.
 * @param print - Takes one line at a time.
 * @returns When the last line has been printed.
 * @throws {UsageError} for a wrong option, file or formula, before anything is printed.
 */
export async function evalCommand(
  words: readonly string[],
  print: (line: string) => Promise<void>,
): Promise<void> {
  const { data, formulas, seconds, help } = readWords(words);
  if (help) {
    await print(EVAL_USAGE.trimEnd());
    return;
  }
  const sheets = await loadData(data);
  const all = formulas.length > 0 ? formulas.map(checkArgument) : readStandardInput();
  requireBundle(__dirname);
  // Only a thread can be stopped while it calculates.
  const thread = new AnsweringThread<string, FormulaValue>(__filename, {
    task: "formulas",
    folder: __dirname,
    given: sheets satisfies SheetContent[],
  });
  for (const formula of all) {
    await print(toLine(formula, await valueOf(thread, formula, seconds)));
  }
  thread.end();
}

async function valueOf(
  thread: AnsweringThread<string, FormulaValue>,
  formula: string,
  seconds: number,
): Promise<FormulaValue> {
  try {
    return await thread.ask(formula, seconds);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { error: "#VALUE!", message: `the formula ${error.message}` };
  }
}

/** Seconds that a formula may take, where the command says nothing else. */
const LONGEST = 60;

function readWords(words: readonly string[]) {
  const data: string[] = [];
  const formulas: string[] = [];
  let seconds = LONGEST;
  for (let i = 0; i < words.length; i++) {
    const [option = "", inline] = (words[i] ?? "").split(/(?<=^--[a-z]+)=(.*)/s);
    if (option === "--help" || option === "-h") return { data, formulas, seconds, help: true };
    if (option === "--data" || option === "--seconds") {
      const value = inline ?? words[++i];
      const what = option === "--data" ? "NAME=FILE.csv" : "a number";
      if (value === undefined) {
        throw new UsageError(`${option} is the last word; ${what} must follow`);
      }
      if (option === "--data") data.push(value);
      else seconds = secondsOf(value);
    } else if (option.startsWith("-")) {
      throw new UsageError(
        `${words[i]} is not an option of eval; it knows --data, --seconds and --help`,
      );
    } else {
      formulas.push(words[i] ?? "");
    }
  }
  return { data, formulas, seconds, help: false };
}

function secondsOf(given: string): number {
  const seconds = Number(given);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new UsageError(`--seconds is ${given}; it must be a number above 0, at most 86400`);
}

function checkArgument(formula: string): string {
  return checkFormula(formula, "an argument");
}

function checkFormula(formula: string, where: string): string {
  if (formula.startsWith("=") && formula.length > 1) return formula;
  throw new UsageError(`${where} is ${JSON.stringify(formula)}; a formula begins with =`);
}

function readStandardInput(): string[] {
  const lines = standardInput()
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const formulas = lines.flatMap((line, i) =>
    line.trim() === "" ? [] : [checkFormula(line, `line ${i + 1} of standard input`)],
  );
  if (formulas.length > 0) return formulas;
  throw new UsageError("there is no formula, neither as an argument nor on standard input");
}

function standardInput(): string {
  try {
    return readFileSync(0, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EISDIR" ? "is a directory" : `cannot be read (${String(code)})`;
    throw new UsageError(`standard input ${why}; it must be formulas, one a line`);
  }
}

function toLine(formula: string, value: FormulaValue): string {
  if (!isTable(value) && isCellError(value)) return JSON.stringify({ formula, ...ordered(value) });
  const cells = isTable(value)
    ? value.map((row) => row.map((cell) => (isCellError(cell) ? ordered(cell) : cell)))
    : value;
  return JSON.stringify({ formula, value: cells });
}

const ordered = ({ error, message }: CellError): CellError => ({ error, message });

const isTable = (value: FormulaValue): value is CellTable => Array.isArray(value);
