/* The words after `batch`. */
import { CalcError } from "../../calc/errors";
import { nearest } from "../../calc/numeric/nearest";
import { fieldsNamed } from "../../rows/fields";
import type { Job } from "./job";
import type { Kind } from "../../rows/kind";
import { kindNamed, KINDS } from "../../rows/kinds";
import { LAYOUTS } from "./layouts/layouts";
import { STANDARD } from "./openSource";
import type { Format, Shard } from "./read/source";
import { Stopped } from "./stopped";

const WITH_VALUE = [
  "--in",
  "--out",
  "--curve",
  "--assumptions",
  "--fields",
  "--key-tenors",
  "--map",
  "--threads",
  "--shard",
  "--layout",
  "--prices",
  "--corrections",
  "--in-format",
  "--out-format",
];
const ALONE = ["--resume", "--quiet"];

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["csv", "csv"],
  ["txt", "csv"],
  ["psv", "csv"],
  ["tsv", "csv"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
  ["parquet", "parquet"],
]);

/** As many threads as a job may have. */
const MOST_THREADS = 256;

/**
 * Reads the words of a job.
 *
 * @param words - The words after `batch`.
 * @returns The job.
 * @throws {Stopped} for a word that is wrong, in words.
 */
export function jobOf(words: readonly string[]): Job {
  const [name = "", ...rest] = words;
  const kind = kindNamed(name);
  if (kind === undefined) {
    const names = KINDS.map((one) => one.name).join(", ");
    throw new Stopped(`batch ${name || "(nothing)"} is no kind of job; it must be ${names}`);
  }
  const { values, flags } = readWords(rest);
  const one = (option: string): string | null => {
    const given = values.get(option) ?? [];
    if (given.length > 1) throw new Stopped(`${option} is given twice; it must stand once`);
    return given[0] ?? null;
  };
  const input = needed(one("--in"), "--in", "the file of rows, or - for standard input");
  const output = needed(one("--out"), "--out", "the file to write, or - for standard output");
  const isResumed = flags.has("--resume");
  if (isResumed && [input, output].includes(STANDARD)) {
    throw new Stopped("--resume goes on with a file; neither --in nor --out must be - with it");
  }
  const shard = shardOf(one("--shard"));
  if (shard !== null && kind.groupedBy !== undefined) {
    throw new Stopped(
      `--shard would cut ${kind.name} in the middle; they must be in files of their own`,
    );
  }
  if (input !== STANDARD && input === output) {
    throw new Stopped(`--out is ${output}, the file of --in; it must be another`);
  }
  return {
    kind,
    input,
    output,
    inputFormat: formatOf(one("--in-format"), input, "--in-format"),
    outputFormat: formatOf(one("--out-format"), output, "--out-format"),
    ...publishedOf(one, kind),
    curve: one("--curve"),
    assumptions: one("--assumptions"),
    fields: fieldsOf(one("--fields"), kind),
    keyTenors: one("--key-tenors"),
    renamed: new Map((values.get("--map") ?? []).map(pairOf)),
    threads: threadsOf(one("--threads")),
    shard,
    isResumed,
  };
}

function readWords(words: readonly string[]) {
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const [option = "", ...after] = (words[i] ?? "").split("=");
    if (ALONE.includes(option) && after.length === 0) flags.add(option);
    else if (WITH_VALUE.includes(option)) {
      const value = after.length > 0 ? after.join("=") : words[++i];
      if (value === undefined || value === "") {
        throw new Stopped(`${option} is the last word; a value must follow`);
      }
      values.set(option, [...(values.get(option) ?? []), value]);
    } else {
      const near = nearest(option, [...WITH_VALUE, ...ALONE]);
      const help = near === null ? "" : `; the nearest is ${near}`;
      throw new Stopped(`${words[i] ?? ""} is not an option of batch${help}`);
    }
  }
  return { values, flags };
}

function needed(value: string | null, option: string, what: string): string {
  if (value !== null) return value;
  throw new Stopped(`${option} is missing; it must be ${what}`);
}

/**
 * The form of a file.
 *
 * @param given - The form that an option names.
 * @param file - The file, whose ending says it otherwise.
 * @param option - The option.
 * @returns The form; CSV for standard input and output.
 * @throws {Stopped} where neither says it.
 */
export function formatOf(given: string | null, file: string, option: string): Format {
  const words = [...new Set(FORMATS.values())].join(", ");
  if (given !== null) {
    const format = FORMATS.get(given);
    if (format !== undefined) return format;
    throw new Stopped(`${option} is ${given}; it must be ${words}`);
  }
  if (file === STANDARD) return "csv";
  const format = FORMATS.get(/\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "");
  if (format !== undefined) return format;
  throw new Stopped(`${file} does not say its form by its ending; ${option} must be ${words}`);
}

function fieldsOf(given: string | null, kind: Kind): readonly string[] {
  try {
    return fieldsNamed(given, kind, "--fields");
  } catch (error) {
    throw error instanceof CalcError ? new Stopped(error.message) : error;
  }
}

/** What belongs to a published file stands together. */
function publishedOf(one: (option: string) => string | null, { name }: Kind) {
  const [layout, prices, corrections] = [one("--layout"), one("--prices"), one("--corrections")];
  if (layout === null) {
    if (prices ?? corrections) throw new Stopped("--prices and --corrections belong to --layout");
    return { layout: null, prices, corrections };
  }
  const known = LAYOUTS.get(layout);
  if (known === undefined || name !== "pools") {
    const names = [...LAYOUTS.keys()].join(", ");
    throw new Stopped(`--layout is ${layout} of ${name}; it must be one of ${names}, of pools`);
  }
  if (prices === null) {
    throw new Stopped(
      "--prices is missing; published files have no prices: it must be a CSV of coupon, term, price",
    );
  }
  return { layout: known, prices, corrections };
}

function pairOf(given: string): readonly [string, string] {
  const equals = given.indexOf("=");
  if (equals < 1 || equals === given.length - 1) {
    throw new Stopped(`--map is ${given}; it must be TERM=COLUMN, such as coupon=CPN`);
  }
  return [given.slice(0, equals), given.slice(equals + 1)];
}

function threadsOf(given: string | null): number {
  const threads = Number(given ?? 1);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new Stopped(
    `--threads is ${given ?? ""}; it must be a whole number from 1 to ${MOST_THREADS}`,
  );
}

function shardOf(given: string | null): Shard | null {
  if (given === null) return null;
  const [, part, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(given) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of) return shard;
  throw new Stopped(`--shard is ${given}; it must be i/n, the i-th of n parts, such as 1/8`);
}
