/* What a result comes from: the program, the question and the files, so that two results can be compared. */
import { createHash } from "node:crypto";
import type { Job } from "./job";
import { STANDARD } from "./openSource";
import { byteRange, bytesOf, type ByteRange } from "./read/byteRange";

/** Set by the build. */
declare const RV_VERSION: string;
declare const RV_CALC_HASH: string;

/** The program. Results are the same to the last bit where all three are the same. */
interface Program {
  readonly version: string;
  /** Of the sources of the calculation module, as =RV.ABOUT() shows it. */
  readonly calculation: string;
  readonly engine: string;
}

/** This program. */
const PROGRAM: Program = {
  version: typeof RV_VERSION === "string" ? RV_VERSION : "development",
  calculation: typeof RV_CALC_HASH === "string" ? RV_CALC_HASH : "development",
  engine: `Node ${process.versions.node}, V8 ${process.versions.v8}`,
};

/** What a job was asked; its answers depend on nothing else. */
export interface Identity extends Program {
  readonly command: string;
  readonly fields: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** SHA-256 of the files, by what they are; null for standard input, whose end is not known. */
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly shard: string | null;
}

/**
 * What a job is asked, and of which files.
 *
 * @param job - The job.
 * @returns Its identity; the files are read for it.
 */
export async function identityOf(job: Job): Promise<Identity> {
  const { kind, fields, input, shard } = job;
  const whole = async (file: string) => hashOf(file, await byteRange(file, null));
  const inputs: Record<string, string | null> = {
    in: input === STANDARD ? null : await hashOf(input, await byteRange(input, shard)),
  };
  if (job.prices !== null) inputs["prices"] = await whole(job.prices);
  if (job.corrections !== null) inputs["corrections"] = await whole(job.corrections);
  if (job.curve !== null) inputs["curve"] = await whole(job.curve);
  if (job.assumptions !== null) inputs["assumptions"] = await whole(job.assumptions);
  const options: Record<string, string> = { format: job.outputFormat };
  if (job.keyTenors !== null) options["key-tenors"] = job.keyTenors;
  if (job.layout !== null) options["layout"] = job.layout.name;
  for (const [term, name] of job.renamed) options[`map ${term}`] = name;
  return {
    ...PROGRAM,
    command: `batch ${kind.name}`,
    fields,
    options,
    inputs,
    shard: shard === null ? null : `${shard.part}/${shard.of}`,
  };
}

/**
 * What a file that can hold it says of itself: all that its parts have in common.
 *
 * @param identity - What a job is asked.
 * @returns Keys and values.
 */
export function fileMetadata(identity: Identity): Record<string, string> {
  const { version, calculation, engine, command, fields, options } = identity;
  const { curve, assumptions } = identity.inputs;
  const shared = { version, calculation, engine, command, fields, options, curve, assumptions };
  return Object.fromEntries(
    Object.entries(shared).flatMap(([key, value]) => {
      if (value === undefined || value === null) return [];
      return [[`rotation.${key}`, typeof value === "string" ? value : JSON.stringify(value)]];
    }),
  );
}

/**
 * The SHA-256 of a file or of a part of it.
 *
 * @param file - Its path.
 * @param range - Which bytes.
 * @returns Hexadecimal digits.
 */
export async function hashOf(file: string, range: ByteRange): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytesOf(file, range)) hash.update(chunk);
  return hash.digest("hex");
}
