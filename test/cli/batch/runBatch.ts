import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runBatch } from "../../../src/cli/batch/batchCommand";
import { noProgress } from "../../../src/cli/batch/progress";

/** A folder of this suite's own. */
export const folder = mkdtempSync(join(tmpdir(), "rotation-batch-"));

/** Writes a file into the folder. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** A path in the folder. */
export const path = (name: string): string => join(folder, name);

/** The text of a file in the folder. */
export const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

/** The curve of these suites: par yields of no particular day. */
export const CURVE_ROWS = [
  [0.25, 0.037],
  [1, 0.036],
  [2, 0.0355],
  [5, 0.037],
  [10, 0.041],
  [30, 0.047],
];
export const curve = file("curve.csv", ["tenor,yield", ...CURVE_ROWS.map(String), ""].join("\n"));

export interface Outcome {
  readonly code: number;
  /** What was said on standard error. */
  readonly said: string;
  readonly stdout: string;
}

interface Around {
  readonly input?: Iterable<string | Uint8Array> | AsyncIterable<string>;
  readonly stdout?: Writable;
  readonly signal?: AbortSignal;
}

async function* bytesOf(input: Iterable<string | Uint8Array> | AsyncIterable<string>) {
  for await (const chunk of input) yield Buffer.from(chunk as Uint8Array);
}

/** Runs a job in this process. */
export async function batch(words: readonly string[], around: Around = {}): Promise<Outcome> {
  const { input = [], signal = new AbortController().signal } = around;
  let [said, stdout] = ["", ""];
  const code = await runBatch(words, {
    stdin: Readable.from(bytesOf(input)),
    stdout:
      around.stdout ??
      new Writable({
        write(chunk: Buffer, _, done) {
          stdout += chunk.toString("utf8");
          done();
        },
      }),
    program: join(__dirname, "../../support/batchThread.js"),
    say: (line) => (said += `${line}\n`),
    progress: noProgress,
    signal,
  });
  return { code, said, stdout };
}

/** Rows of a CSV text whose fields hold no commas, by the names of the header. */
export function rowsOf(text: string): Record<string, string>[] {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
  });
}

/** Made-up pools, each another one, the same ones every time. */
function poolLines(pools: number, seed = 1): string[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  return Array.from({ length: pools }, (_, i) => {
    const coupon = 0.025 + 0.005 * Math.floor(10 * next());
    const age = Math.floor(120 * next());
    const wac = coupon + 0.004 + 0.008 * next();
    const price = 100 + 400 * (coupon - 0.05) + 2 * next();
    return [
      `p${i}`,
      price.toFixed(4),
      coupon.toFixed(4),
      wac.toFixed(5),
      (next() < 0.8 ? 352 : 172) - age,
      age,
    ].join(",");
  });
}

/** The header of {@link poolLines}. */
export const POOL_HEADER = "id,price,coupon,wac,wam,age";

/** A CSV text of pools. */
export const poolsText = (pools: number, seed?: number): string =>
  [POOL_HEADER, ...poolLines(pools, seed), ""].join("\n");

/** A job for the option-adjusted spreads of a file of pools, as it is typed. */
export const spreadsJob =
  (input: string) =>
  (output: string, ...words: string[]): string[] => [
    ...["pools", "--in", input, "--out", path(output), "--curve", curve, "--fields", "oas"],
    ...words,
  ];
