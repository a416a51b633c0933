import { isMainThread } from "node:worker_threads";
import { UsageError } from "./usageError";

/** Set by the build from package.json. */
declare const RV_VERSION: string;

type Print = (line: string) => Promise<void>;
/** What it gives back, where that is a number, is the exit code. */
type Command = (words: readonly string[], print: Print) => Promise<unknown>;

const VERSION = typeof RV_VERSION === "string" ? RV_VERSION : "development";

const showHelp: Command = async (_, print) => {
  const usages = [
    (await import("./evalCommand")).EVAL_USAGE,
    (await import("./recalc/recalcCommand")).RECALC_USAGE,
    (await import("./batch/batchCommand")).BATCH_USAGE,
    (await import("./example/example")).EXAMPLE_USAGE,
    (await import("./readCommand")).READ_USAGE,
    (await import("./mcp/mcpCommand")).MCP_USAGE,
  ];
  await print(usages.map((usage) => usage.trimEnd()).join("\n\n"));
};
const showVersion: Command = (_, print) => print(VERSION);

/**
 * What may follow `node dist/cli.js`; a new command is a line here and a file beside this one. Each is loaded
 * when it is asked for: the embedded engine takes time and memory that others have no use for.
 */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["eval", async (...job) => (await import("./evalCommand")).evalCommand(...job)],
  ["recalc", async (...job) => (await import("./recalc/recalcCommand")).recalcCommand(...job)],
  ["batch", async (...job) => (await import("./batch/batchCommand")).batchCommand(...job)],
  ["example", async (...job) => (await import("./example/example")).exampleCommand(...job)],
  ["read", async (...job) => (await import("./readCommand")).readCommand(...job)],
  ["mcp", async (...job) => (await import("./mcp/mcpCommand")).mcpCommand(...job)],
  ["help", showHelp],
  ["--help", showHelp],
  ["-h", showHelp],
  ["version", showVersion],
  ["--version", showVersion],
]);

/** Characters, and milliseconds, after which lines are written together: a write for each takes longer than a formula. */
const [MOST_WAITING, LONGEST_WAIT] = [16_384, 50];

let waiting = "";
let waitingSince = 0;

/** Ends when the lines have been taken, so that a slow reader does not fill the memory. */
const flush = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const lines = waiting;
    waiting = "";
    process.stdout.write(lines, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

const print: Print = async (line) => {
  if (waiting === "") waitingSince = performance.now();
  waiting += `${line}\n`;
  const isDue = performance.now() - waitingSince >= LONGEST_WAIT;
  if (isDue || waiting.length >= MOST_WAITING) await flush();
};

/** Why an answer could not be written, where that is what went wrong. */
function writeFailure(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== "write") return undefined;
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  return `the answer could not be written: ${isFull ? "the disk is full" : String(code)}`;
}

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = COMMANDS.get(name ?? "help");
  try {
    if (!command) {
      const names = [...COMMANDS.keys()].filter((one) => !one.startsWith("-")).join(", ");
      throw new UsageError(`${String(name)} is not a command; it must be ${names}`);
    }
    let code: unknown;
    try {
      code = await command(rest, print);
    } finally {
      // What was answered before an error is an answer.
      if (waiting !== "") await flush();
    }
    if (name === undefined) return 2;
    return typeof code === "number" ? code : 0;
  } catch (error) {
    // The reader of the pipe has gone, as `| head -1` does: there is no one left to tell.
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return 0;
    const failed = writeFailure(error);
    if (failed !== undefined) {
      process.stderr.write(`${failed}\n`);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function runAsProgram(): Promise<void> {
  // Standard output is for answers alone: whatever the engine or a function logs goes beside it.
  console.log = console.info = console.debug = console.error;

  process.stdout.on("error", () => {
    process.exitCode = 0;
  });
  try {
    const code = await main(process.argv.slice(2));
    // The engine leaves timers behind that would keep the process alive, and fail.
    process.exit(code);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  }
}

/** The threads of `batch` have a program of their own. */
async function runAsThread(): Promise<void> {
  (await import("./threads/threadTasks")).answerAsThread();
}

void (isMainThread ? runAsProgram() : runAsThread());
