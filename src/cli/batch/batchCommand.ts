import { join } from "node:path";
import { fileTrouble, Stopped } from "./stopped";
import { jobOf } from "./batchOptions";
import { mergeShards } from "./mergeShards";
import { noProgress, progressLines } from "./progress";
import { runJob, type World } from "./runJob";

/** How `batch` is used. */
export const BATCH_USAGE = `Usage: node dist/cli.js batch KIND --in FILE --out FILE [OPTION]...

Answers every row of a file, however many there are, and writes the rows with the answers and a
column error, in which a row that cannot be answered says why.

  pools    rows of price, coupon, wac, wam, age, as for MBSOAS; --curve is needed
  bonds    rows of settlement, maturity, coupon, and price or yld; other arguments of BONDYIELD and
           BONDOAS as columns of their names, calls as "2028-01-15 100; 2029-01-15 100"
  series   rows of series, date, value, those of a series one after the other: one answer a series,
           as HISTORY and ROTATIONSIGNAL give it
  merge    --out FILE PART...: the outputs of all shards of a job, as one

  --in FILE, --out FILE    .csv, .ndjson or .parquet; - is standard input or output. The output has
                           its name only when it is whole; FILE.receipt.json says what it comes from
  --curve FILE             CSV of tenor (years) and yield (decimal)
  --assumptions FILE       CSV of key and value, as RV_Assumptions has them
  --fields A,B,C           the worksheet's names of measures, such as oas,duration,convexity,krd; a wrong
                           name is answered with all of them
  --key-tenors 2,5,10      years of the key rates of krd; the curve's tenors by default
  --map TERM=COLUMN        what the file calls a term, such as coupon=CPN; again and again
  --layout fannie|freddie|ginnie
                           a monthly file of single-class pools, as it is published, with
                           --prices FILE (coupon, term in years, price; payUp in points may be there) and
                           --corrections FILE, whose rows replace those of the same CUSIP
  --threads N              threads of this machine; 1 by default
  --shard I/N              only the I-th of N parts of the file; batch merge puts them together
  --resume                 goes on where the same job was stopped
  --in-format, --out-format csv, ndjson or parquet, where the ending does not say it
  --quiet                  no progress on standard error

Example: node dist/cli.js batch pools --in pools.csv --curve curve.csv --out answers.csv --fields oas,duration

Exit code 0 when every row was answered, 2 when rows have words in the column error, 1 when the job
could not begin or was stopped.
`;

/** What the command gives back to the system. */
const EXIT = { all: 0, stopped: 1, someErrors: 2 } as const;

/**
 * Runs a job of this process.
 *
 * @param words - The words after `batch`.
 * @param print - Takes a line for standard output.
 * @returns The exit code.
 */
export async function batchCommand(
  words: readonly string[],
  print: (line: string) => Promise<void>,
): Promise<number> {
  if (words.length === 0 || words.includes("--help") || words.includes("-h")) {
    await print(BATCH_USAGE.trimEnd());
    return words.length === 0 ? EXIT.stopped : EXIT.all;
  }
  const { stdin, stdout, stderr } = process;
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort();
  };
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    const write = (text: string) => stderr.write(text);
    const progress = words.includes("--quiet")
      ? noProgress
      : progressLines(write, stderr.isTTY, () => performance.now() / 1000);
    const say = (line: string) => write(`${line}\n`);
    const program = join(__dirname, "cli/batchThread.js");
    return await runBatch(words, { stdin, stdout, program, say, progress, signal: stop.signal });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

/**
 * Runs a job.
 *
 * @param words - The words after `batch`.
 * @param world - Where it runs.
 * @returns The exit code; why it stopped is said.
 */
export async function runBatch(words: readonly string[], world: World): Promise<number> {
  try {
    const [kind, ...rest] = words;
    const { errors } =
      kind === "merge" ? await mergeShards(rest, world) : await runJob(jobOf(words), world);
    return errors === 0 ? EXIT.all : EXIT.someErrors;
  } catch (error) {
    const trouble = fileTrouble(error, "standard output");
    if (!(trouble instanceof Stopped)) throw trouble;
    world.say(trouble.message);
    return EXIT.stopped;
  }
}
