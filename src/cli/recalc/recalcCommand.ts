import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { isCellError, type EngineValue } from "../../host/runtime/cellValue";
import { cellA1 } from "../../workbook/a1";
import { count } from "../../data/sentenceParts";
import { fileTrouble, Stopped } from "../batch/stopped";
import { requireBundle } from "../bundle";
import { loadData } from "../dataOption";
import { wholeFile } from "../ownFile";
import { AnsweringThread, Unanswered } from "../threads/answeringThread";
import { UsageError } from "../usageError";
import type { CellAt } from "./places";
import type { Recalculated } from "./recalculated";
import type { Workbook } from "./recalculating";

/** How `recalc` is used. */
export const RECALC_USAGE = `Usage: node dist/cli.js recalc BOOK.xlsx --out BOOK2.xlsx [--data NAME=FILE.csv]...

Calculates the formulas of a workbook again, without Excel, and writes their values into a copy of the
file. All else in it stays byte for byte: looks, charts, names, macros. One JSON object a line says
what has changed, and what is not calculated and why:
  {"sheet":"Data","cell":"D2","old":39,"new":41}
  {"sheet":"Data","cell":"D9","kept":46041,"refused":"TODAY depends on when and where it is calculated; enter its value"}
A cell that is not calculated keeps its last value, and so does every cell that reads it: functions that
are not known here, of the clock or of chance, other workbooks, circles, data tables, A1#. Numbers that
agree to 12 digits stay as they are.

  --out FILE             the file to write, .xlsx or .xlsm as the other one, and no file that is read;
                         it has its name only when it is whole
  --data NAME=FILE.csv   puts the rows of a CSV file, read as the command read reads it, into the sheet
                         NAME from A1 on, and nothing else below them; may be given again and again
  --seconds N            gives up after N seconds; 600 by default
  --help                 prints this

Example: node dist/cli.js recalc book.xlsx --out book2.xlsx

Exit code 0 when every formula was calculated, 2 when some were not, 1 when nothing was written.
`;

/** What the command gives back to the system. */
const EXIT = { all: 0, stopped: 1, someRefused: 2 } as const;

type Print = (line: string) => Promise<void>;

/**
 * Calculates a workbook's file.
 *
 * @param words - The words after `recalc`.
 * @param print - Takes one line at a time.
 * @returns The exit code; why nothing was written is said on standard error.
 */
export async function recalcCommand(words: readonly string[], print: Print): Promise<number> {
  if (words.includes("--help") || words.includes("-h")) {
    await print(RECALC_USAGE.trimEnd());
    return EXIT.all;
  }
  try {
    const { input, output, data, seconds } = readWords(words);
    requireBundle(__dirname);
    const found = await recalculatedFile(input, data, seconds);
    await trouble(output, () => wholeFile(output, found.bytes));
    for (const line of linesOf(found)) await print(JSON.stringify(line));
    process.stderr.write(`${summary(found, output)}\n`);
    return found.refused.length === 0 ? EXIT.all : EXIT.someRefused;
  } catch (error) {
    if (!(error instanceof Stopped) && !(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.stopped;
  }
}

async function recalculatedFile(
  input: string,
  data: readonly string[],
  seconds: number,
): Promise<Recalculated> {
  const file = await trouble(input, () => readFile(input));
  const sheets = await loadData(data);
  const thread = new AnsweringThread<Workbook, Recalculated>(
    __filename,
    { task: "workbook", folder: __dirname },
    MOST_MEMORY,
  );
  try {
    return await thread.ask({ file, data: sheets }, seconds);
  } catch (error) {
    if (error instanceof UsageError) throw new Stopped(`${input}: ${error.message}`);
    throw error instanceof Unanswered
      ? new Stopped(`${input}: its calculation ${error.message}`)
      : error;
  } finally {
    thread.end();
  }
}

/** Megabytes, and seconds where the command says nothing else. */
const [MOST_MEMORY, LONGEST] = [4_096, 600];

async function trouble<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

function readWords(words: readonly string[]) {
  const given = new Map<string, string[]>();
  const files: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [option = "", inline] = (words[i] ?? "").split(/(?<=^--[a-z]+)=(.*)/s);
    if (!option.startsWith("-")) {
      files.push(words[i] ?? "");
      continue;
    }
    if (!OPTIONS.has(option)) {
      const known = [...OPTIONS].join(", ");
      throw new Stopped(`${option} is not an option of recalc; it knows ${known} and --help`);
    }
    const value = inline ?? words[++i];
    if (value === undefined || value === "") throw new Stopped(`${option} has no value after it`);
    given.set(option, [...(given.get(option) ?? []), value]);
  }
  const [input, another] = files;
  const [output, second] = given.get("--out") ?? [];
  if (input === undefined || another !== undefined) {
    throw new Stopped(`${count(files.length, "workbook")} were named; it must be one`);
  }
  if (output === undefined || second !== undefined) {
    throw new Stopped("--out must stand once, with the file to write");
  }
  const data = given.get("--data") ?? [];
  checkOutput(output, input, data);
  return { input, output, data, seconds: secondsOf(given) };
}

/** Nothing that is read is written over, and the copy is of the workbook's kind. */
function checkOutput(output: string, input: string, data: readonly string[]): void {
  const place = placeOf(output);
  if (placeOf(input) === place) {
    throw new Stopped(`--out is ${output}, the workbook itself; it must be another file`);
  }
  const source = data.find((option) => placeOf(option.slice(option.indexOf("=") + 1)) === place);
  if (source !== undefined) {
    throw new Stopped(`--out is ${output}, the file of --data ${source}; it must be another file`);
  }
  const ending = extname(input).toLowerCase();
  if (!ENDINGS.has(ending)) {
    throw new Stopped(`the workbook is ${input}; its name must end in .xlsx or .xlsm`);
  }
  if (extname(output).toLowerCase() !== ending) {
    throw new Stopped(`--out is ${output}; its name must end in ${ending} as the workbook's does`);
  }
}

const ENDINGS: ReadonlySet<string> = new Set([".xlsx", ".xlsm"]);

const OPTIONS: ReadonlySet<string> = new Set(["--out", "--data", "--seconds"]);

function secondsOf(given: ReadonlyMap<string, readonly string[]>): number {
  const written = given.get("--seconds")?.at(-1) ?? String(LONGEST);
  const seconds = Number(written);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new Stopped(`--seconds is ${written}; it must be a number above 0, at most 86400`);
}

/** Where a file really is; its name where there is none yet. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function* linesOf({ changes, refused }: Recalculated): Generator<object> {
  const at = ({ sheet, row, column }: CellAt) => ({ sheet, cell: cellA1(row + 1, column + 1) });
  for (const change of changes) yield { ...at(change), old: change.old, new: shown(change.new) };
  for (const one of refused) yield { ...at(one), kept: one.kept, refused: one.reason };
}

const shown = (value: EngineValue): unknown =>
  isCellError(value) ? { error: value.error, message: value.message } : value;

function summary({ formulas, changes, refused }: Recalculated, output: string): string {
  const left = refused.length === 0 ? "" : `, ${refused.length} of them not calculated`;
  return `${output}: ${count(formulas, "formula")}${left}; ${count(changes.length, "cell")} changed`;
}
