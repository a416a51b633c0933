import { readFileSync } from "node:fs";
import {
  type CellError,
  type CellTable,
  type EngineValue,
  isCellError,
} from "../host/runtime/cellValue";
import { FORMULA_SHEET, FormulaEvaluator } from "../host/formulaEvaluator";
import { nodePreset } from "../host/nodePreset";
import { Spreadsheet } from "../host/spreadsheet";
import { loadBundle } from "./bundle";
import { loadData } from "./dataOption";
import { UsageError } from "./usageError";

/** How `eval` is used. */
export const EVAL_USAGE = `Usage: node dist/cli.js eval [--data NAME=FILE.csv]... [FORMULA]...

Evaluates formulas and prints one JSON object a line, in order:
  {"formula":"=RV.SPREADGAP(101,62)","value":39}
  {"formula":"=1/0","error":"#DIV/0!","message":"a division by zero, or by a blank cell"}
An array is a list of rows. Without formulas, standard input is read, one formula a line.

  --data NAME=FILE.csv   loads a CSV file into a sheet called NAME, read as the command read reads it: dates
                         become serials, empty fields blank cells; a file with a column that has
                         two readings is refused; may be given again and again
  --help                 prints this

Example: node dist/cli.js eval "=RV.BONDPRICE(DATE(2026,1,15),DATE(2036,1,15),4.5%,5%)"

Exit code 0 when every formula was evaluated, errors included; 2 when the command is wrong.
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
  const { data, formulas, help } = readWords(words);
  if (help) {
    await print(EVAL_USAGE.trimEnd());
    return;
  }
  const sheets = await loadData(data);
  const all = formulas.length > 0 ? formulas.map(checkArgument) : readStandardInput();
  const { metadata, functions } = loadBundle(__dirname);
  const spreadsheet = new Spreadsheet({
    preset: nodePreset(),
    sheets: [FORMULA_SHEET, ...sheets],
    metadata,
    functions,
  });
  const evaluator = new FormulaEvaluator(spreadsheet);
  for (const formula of all) {
    await print(toLine(formula, await evaluator.evaluate(formula)));
  }
}

function readWords(words: readonly string[]) {
  const data: string[] = [];
  const formulas: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--help" || word === "-h") return { data, formulas, help: true };
    if (word === "--data") {
      const value = words[++i];
      if (value === undefined)
        throw new UsageError("--data is the last word; NAME=FILE.csv must follow");
      data.push(value);
    } else if (word.startsWith("--data=")) {
      data.push(word.slice("--data=".length));
    } else if (word.startsWith("-")) {
      throw new UsageError(`${word} is not an option of eval; it knows --data and --help`);
    } else {
      formulas.push(word);
    }
  }
  return { data, formulas, help: false };
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

function toLine(formula: string, value: EngineValue | CellTable): string {
  if (!isTable(value) && isCellError(value)) return JSON.stringify({ formula, ...ordered(value) });
  const cells = isTable(value)
    ? value.map((row) => row.map((cell) => (isCellError(cell) ? ordered(cell) : cell)))
    : value;
  return JSON.stringify({ formula, value: cells });
}

const ordered = ({ error, message }: CellError): CellError => ({ error, message });

const isTable = (value: EngineValue | CellTable): value is CellTable => Array.isArray(value);
