/* Outputs of shards as one: the bytes that a job without shards would have written. */
import { readFile } from "node:fs/promises";
import type { Identity } from "./identity";
import { mergeOptions } from "./mergeOptions";
import { openSource } from "./openSource";
import type { Source } from "./read/source";
import type { World } from "./runJob";
import { fileTrouble, Stopped } from "./stopped";
import { BlockBuilder, type Block } from "./block";
import { carriedColumns } from "./write/encoder";
import { encoderOf } from "./write/encoderOf";
import { fileOutput, receiptOf } from "./write/fileOutput";
import type { Done, Receipt } from "./write/output";

/**
 * Merges outputs of all shards of one job.
 *
 * @param words - The words after `batch merge`.
 * @param world - Where it runs.
 * @returns How many rows the output has, and how many of them with words in `error`.
 * @throws {Stopped} where a shard is missing, or the shards are of different jobs.
 */
export async function mergeShards(words: readonly string[], world: World): Promise<Done> {
  const { output, format, parts } = mergeOptions(words);
  const receipts = await Promise.all(parts.map(receiptBeside));
  const inOrder = shardsInOrder(parts, receipts);
  const identity = wholeIdentity(inOrder.map(({ receipt }) => receipt));
  const sources: Source[] = [];
  for (const { file } of inOrder) sources.push(await openSource(file, format, null, world.stdin));
  const encoder = encoderOf(format, carriedColumns(sources[0] as Source), identity);
  const opened = await fileOutput(output, identity, encoder, false);
  if (!("append" in opened)) return opened;
  let done: Done = { rows: 0, errors: 0 };
  const errors = inOrder.reduce((sum, { receipt }) => sum + receipt.errors, 0);
  try {
    for await (const block of regrouped(sources)) {
      done = { rows: done.rows + block.rows, errors };
      await opened.append(encoder.block(block), done);
    }
    await opened.finish(encoder.tail(), { ...identity, rows: done.rows, errors });
  } catch (error) {
    await opened.abandon();
    throw error;
  }
  return { rows: done.rows, errors };
}

interface Part {
  readonly file: string;
  readonly receipt: Receipt;
}

async function receiptBeside(file: string): Promise<Receipt> {
  try {
    return JSON.parse(await readFile(receiptOf(file), "utf8")) as Receipt;
  } catch (error) {
    throw fileTrouble(error, receiptOf(file));
  }
}

/** All shards of one job, each once. */
function shardsInOrder(files: readonly string[], receipts: readonly Receipt[]): Part[] {
  const parts = files.map((file, i) => ({ file, receipt: receipts[i] as Receipt }));
  const first = receipts[0] as Receipt;
  const [, of = "0"] = first.shard?.split("/") ?? [];
  const byShard = new Map<string, Part>();
  for (const part of parts) {
    const { shard } = part.receipt;
    if (shard === null)
      throw new Stopped(`${part.file} is no shard; merge takes outputs of --shard`);
    const twice = byShard.get(shard);
    if (twice !== undefined) {
      throw new Stopped(
        `${twice.file} and ${part.file} are both shard ${shard}; each must be there once`,
      );
    }
    if (sharedBy(part.receipt) !== sharedBy(first)) {
      throw new Stopped(
        `${part.file} and ${files[0] ?? ""} are of different jobs; program, options and inputs must be the same`,
      );
    }
    byShard.set(shard, part);
  }
  return Array.from({ length: Number(of) }, (_, i) => {
    const part = byShard.get(`${i + 1}/${of}`);
    if (part === undefined)
      throw new Stopped(`shard ${i + 1}/${of} is missing; merge takes all of them`);
    return part;
  });
}

/** What the shards of a job have in common. */
function sharedBy({
  version,
  calculation,
  engine,
  command,
  fields,
  options,
  inputs,
  shard,
}: Receipt) {
  const settings = { ...inputs, in: null };
  const of = shard?.split("/")[1];
  return JSON.stringify([version, calculation, engine, command, fields, options, settings, of]);
}

/** Inputs of the merged output: the settings, and a part of the rows' file each. */
function wholeIdentity(receipts: readonly Receipt[]): Identity {
  const { version, calculation, engine, command, fields, options, inputs } = receipts[0] as Receipt;
  const shards = receipts.map(({ inputs: own, shard }) => [`in ${shard ?? ""}`, own["in"] ?? null]);
  const settings = Object.entries(inputs).filter(([name]) => name !== "in");
  const all = Object.fromEntries([...shards, ...settings]) as Identity["inputs"];
  return { version, calculation, engine, command, fields, options, inputs: all, shard: null };
}

/** Shards end with a block that is not full: their rows are gathered into full ones. */
async function* regrouped(sources: readonly Source[]): AsyncGenerator<Block> {
  const builder = new BlockBuilder((sources[0] as Source).columns.length);
  for (const source of sources) {
    for await (const { rows, columns } of source.blocks(0)) {
      for (let row = 0; row < rows; row++) {
        const block = builder.add(columns.map((column) => column[row]));
        if (block !== null) yield block;
      }
    }
  }
  const rest = builder.rest();
  if (rest !== null) yield rest;
}
