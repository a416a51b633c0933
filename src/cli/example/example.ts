import { readFileSync } from "node:fs";
import { exampleAnswer } from "./exampleAnswer";
import { ALIGNMENT_NOTES, BASIS_NOTES, exampleReport } from "./exampleReport";
import { illustrativeBook } from "./illustrativeBook";
import type { ProxyInputs } from "./proxySpreads";
import { UsageError } from "../usageError";
import { readYieldColumn, type YieldColumn } from "./yieldColumn";

type Series = keyof ProxyInputs;

/** The options that take a file, and what the file should hold. */
const FILES: ReadonlyMap<Series, string> = new Map([
  ["mortgage", "mortgage rates"],
  ["treasury5", "5-year Treasury yields"],
  ["treasury10", "10-year Treasury yields"],
  ["corporate", "10-year corporate yields"],
]);

/** Names in FRED's headers that tell which option a file belongs to. */
const OPTION_OF_SERIES: ReadonlyMap<string, Series> = new Map([
  ["MORTGAGE30US", "mortgage"],
  ["DGS5", "treasury5"],
  ["DGS10", "treasury10"],
  ["HQMCB10YR", "corporate"],
]);

const ILLUSTRATIVE = "ILLUSTRATIVE";

/** How `example` is used. */
/** How `example` is used. */
export const EXAMPLE_USAGE = `Usage: npm run example
       npm run example -- --mortgage M.csv --treasury5 T5.csv --treasury10 T10.csv --corporate C.csv

Measures MBS against corporate spreads by month from public series, two ways of aligning their
calendars and three look-backs. Without files it runs on a made-up book: every line then says
${ILLUSTRATIVE}. \`npm run example --\` builds the command line where needed and then runs
\`node dist/cli.js example\`.

  --mortgage M.csv       30-year mortgage rate, weekly (FRED: MORTGAGE30US)
  --treasury5 T5.csv     5-year Treasury yield, daily (FRED: DGS5)
  --treasury10 T10.csv   10-year Treasury yield, daily (FRED: DGS10)
  --corporate C.csv      10-year corporate yield, monthly (FRED: HQMCB10YR)
  --json                 prints one JSON object in full precision, with every month
  --help                 prints this

Files: a header observation_date,SERIES or DATE,SERIES, then rows of date and percent, the oldest
first; "." or nothing is a missing value.

Alignment
${ALIGNMENT_NOTES.map(bullet).join("\n")}

Basis
${BASIS_NOTES.map(bullet).join("\n")}

Exit code 0 when the answer was printed, 2 when the command or a file is wrong.
`;

/**
 * Measures MBS against corporates from four files, or on the made-up book.
 *
 * @param words - The words after `example`.
 * @param print - Takes one line at a time.
 * @returns When the last line has been printed.
 * @throws {UsageError} for a wrong option or file, before anything is printed.
 */
export async function exampleCommand(
  words: readonly string[],
  print: (line: string) => Promise<void>,
): Promise<void> {
  const { files, json, help } = readWords(words);
  if (help) {
    await print(EXAMPLE_USAGE.trimEnd());
    return;
  }
  const isBook = files.size === 0;
  const { answer, sources } = isBook ? answerFromBook() : answerFromFiles(files);
  const lines = json
    ? [JSON.stringify(answer)]
    : exampleReport(answer, sources, isBook ? ILLUSTRATIVE : "");
  for (const line of lines) await print(line);
}

function answerFromBook() {
  const name = `${ILLUSTRATIVE} book`;
  const series = { mortgage: name, treasury5: name, treasury10: name, corporate: name };
  const kind = `${ILLUSTRATIVE} book: made-up numbers of a seeded generator, not market data`;
  const answer = exampleAnswer(illustrativeBook(), series, kind);
  if (!answer) throw new Error("the illustrative book has no gap");
  const sources = ["Give four files to see real data: npm run example -- --help"];
  return { answer, sources };
}

function answerFromFiles(files: ReadonlyMap<Series, string>) {
  const columns = new Map<Series, YieldColumn>();
  for (const [option, what] of FILES) {
    const file = files.get(option);
    if (file === undefined) {
      throw new UsageError(
        `--${option} is missing; give a file of ${what}, beside ${[...files.keys()].map((one) => `--${one}`).join(", ")}`,
      );
    }
    const column = readYieldColumn(readFile(file, what), file, option === "corporate");
    const belongs = OPTION_OF_SERIES.get(column.series.toUpperCase());
    if (belongs !== undefined && belongs !== option) {
      throw new UsageError(
        `${file}, line 1: the header is ${column.series}, which belongs after --${belongs}; ${what} must come after --${option}`,
      );
    }
    columns.set(option, column);
  }
  const column = (option: Series) => columns.get(option) as YieldColumn;
  const inputs = record(column);
  const series = record((option) => column(option).series);
  const answer = exampleAnswer(
    inputs,
    series,
    "Numbers of the files that were given; nothing is filled in",
  );
  if (!answer) {
    throw new UsageError(
      `${[...files.values()].join(", ")}: no month has a value in each; the files must overlap`,
    );
  }
  return { answer, sources: sourcesOf(files, series) };
}

function sourcesOf(files: ReadonlyMap<Series, string>, series: Record<Series, string>): string[] {
  const names = [...FILES.keys()].map((option) => `${series[option]} (--${option})`);
  // The rate is free to show with its source; a file of other rates is not Freddie Mac's.
  const isFreddieMac = /^MORTGAGE\d+US$/i.test(series.mortgage);
  return [
    `Series: ${names.join(", ")}.`,
    isFreddieMac
      ? "Source of the mortgage rate: Freddie Mac, Primary Mortgage Market Survey."
      : `Source of the mortgage rate: ${files.get("mortgage") ?? ""}, as given.`,
  ];
}

function readWords(words: readonly string[]) {
  const files = new Map<Series, string>();
  let json = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const [name = "", inline] = word.split(/=(.*)/s);
    const option = [...FILES.keys()].find((one) => `--${one}` === name);
    if (word === "--help" || word === "-h") return { files, json, help: true };
    if (word === "--json") json = true;
    else if (option !== undefined) {
      const file = inline ?? words[++i];
      if (file === undefined || file === "" || file.startsWith("--")) {
        throw new UsageError(`${name} has no file after it; it must have a CSV file`);
      }
      if (files.has(option)) throw new UsageError(`${name} stands twice; once is enough`);
      files.set(option, file);
    } else {
      const all = [...FILES.keys()].map((one) => `--${one}`).join(", ");
      throw new UsageError(
        `${word} is not an option of example; it knows ${all}, --json and --help`,
      );
    }
  }
  return { files, json, help: false };
}

function readFile(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no such file" : `it cannot be read (${String(code)})`;
    throw new UsageError(`${file}: ${reason}; it must be a CSV file of ${what}`);
  }
}

function record<T>(get: (option: Series) => T): Record<Series, T> {
  return {
    mortgage: get("mortgage"),
    treasury5: get("treasury5"),
    treasury10: get("treasury10"),
    corporate: get("corporate"),
  };
}

function bullet(note: string): string {
  const lines: string[] = [];
  let line = "  -";
  for (const word of note.split(" ")) {
    if (line.length + 1 + word.length > 100) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\n");
}
