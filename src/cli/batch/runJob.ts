/* One job from its first row to its last. */
import type { Readable, Writable } from "node:stream";
import { CalcError } from "../../calc/errors";
import { quoted } from "../../assumptions/humanValues";
import { count } from "../../data/sentenceParts";
import { ERROR_COLUMN, type AddedColumn } from "../../rows/answers";
import { identityOf, type Identity } from "./identity";
import { answeringHere, inTurn, type Answering } from "./inTurn";
import type { Job } from "./job";
import type { Calculation, Settings } from "../../rows/kind";
import { openSource, STANDARD } from "./openSource";
import type { Progress } from "./progress";
import { publishedRows } from "./layouts/publishedRows";
import { groupedSource } from "./read/groupedSource";
import type { Source } from "./read/source";
import { keepHeapSmall } from "./smallHeap";
import { assumptionCells, curveCells } from "./settingsFiles";
import { Stopped } from "./stopped";
import { placesOf } from "./terms";
import { answeringByThreads } from "./threads";
import { answeredRows, outputColumns, type Encoder } from "./write/encoder";
import { encoderOf } from "./write/encoderOf";
import { fileOutput } from "./write/fileOutput";
import type { Done, Output, Receipt } from "./write/output";
import { streamOutput } from "./write/streamOutput";

/** What a job needs of the world. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** What a thread runs. */
  readonly program: string;
  /** Takes a line for standard error. */
  say(line: string): void;
  readonly progress: Progress;
  /** Set when the user wants to stop. */
  readonly signal: AbortSignal;
}

/**
 * Runs a job.
 *
 * @param job - What is asked.
 * @param world - Where it runs.
 * @returns How many rows the output has, and how many of them with words in `error`.
 * @throws {Stopped} where it cannot begin or go on.
 */
export async function runJob(job: Job, world: World): Promise<Done> {
  const settings = await settingsOf(job);
  const calculation = prepared(job, settings);
  const { source, places } = await rowsOf(job, settings, world);
  requireOwnNames(source.columns, calculation.columns, job.input);
  const identity = await identityOf(job);
  const added = calculation.columns;
  const encoder = encoderOf(job.outputFormat, outputColumns(source, added), identity);
  const output =
    job.output === STANDARD
      ? await streamOutput(world.stdout, encoder, (line) => {
          world.say(line);
        })
      : await fileOutput(job.output, identity, encoder, job.isResumed);
  if (!("append" in output)) {
    world.say(`${job.output} is there already, of the same job: nothing is left to do`);
    return output;
  }
  const answering =
    job.threads === 1
      ? answeringHere(calculation)
      : answeringByThreads(job.threads, world.program, settings, calculation);
  try {
    return await answerAll({ source, places, answering, encoder, output, identity, world });
  } finally {
    await answering.end();
  }
}

/** The rows of a job, and where their terms stand. */
async function rowsOf(job: Job, { assumptions }: Settings, { stdin }: World) {
  const { input, inputFormat, shard, layout } = job;
  const rows = await openSource(input, inputFormat, shard, stdin, layout?.records ?? null);
  if (layout !== null) return publishedRows(job, layout, rows, assumptions, stdin);
  const places = placesOf(rows.columns, job.kind.terms, job.renamed, job.input);
  const { groupedBy } = job.kind;
  return groupedBy === undefined
    ? { source: rows, places }
    : groupedSource(rows, places, groupedBy);
}

interface Running {
  readonly source: Source;
  readonly places: ReturnType<typeof placesOf>;
  readonly answering: Answering;
  readonly encoder: Encoder;
  readonly output: Output;
  readonly identity: Identity;
  readonly world: World;
}

async function answerAll(running: Running): Promise<Done> {
  const { source, places, answering, encoder, output, identity, world } = running;
  let { rows, errors } = output.begun;
  world.progress.begin(rows);
  try {
    for await (const { block, answers } of inTurn(source, rows, places, answering)) {
      rows += block.rows;
      errors += answers.errors.size;
      const answered = answeredRows(block, source.columns.length, answers);
      await output.append(encoder.block(answered), { rows, errors });
      world.progress.reached(rows, source.share());
      keepHeapSmall();
      if (world.signal.aborted) throw new Stopped(stoppedAfter(rows, output));
    }
    const receipt: Receipt = { ...identity, rows, errors };
    await output.finish(encoder.tail(), receipt);
  } catch (error) {
    await output.abandon();
    throw error;
  }
  world.progress.end({ rows, errors });
  return { rows, errors };
}

const stoppedAfter = (rows: number, { isKept }: Output): string =>
  `it was stopped; ${count(rows, "row")} are finished${isKept ? ", and --resume goes on" : ""}`;

async function settingsOf({ kind, fields, curve, assumptions, keyTenors }: Job): Promise<Settings> {
  return {
    kind: kind.name,
    fields,
    keyTenors,
    curve: curve === null ? null : await curveCells(curve),
    assumptions: assumptions === null ? null : await assumptionCells(assumptions),
  };
}

/** A wrong setting concerns every row: the job does not begin. */
function prepared({ kind }: Job, settings: Settings): Calculation {
  try {
    return kind.prepare(settings);
  } catch (error) {
    throw error instanceof CalcError ? new Stopped(error.message) : error;
  }
}

function requireOwnNames(
  columns: readonly string[],
  added: readonly AddedColumn[],
  source: string,
): void {
  const own = new Set([...added.map(({ name }) => name), ERROR_COLUMN]);
  const both = columns.find((name) => own.has(name));
  if (both === undefined) return;
  throw new Stopped(
    `${source} has a column ${quoted(both)}, which the output adds; it must have another name`,
  );
}
