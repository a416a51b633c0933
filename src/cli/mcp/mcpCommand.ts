import { realpathSync, statSync } from "node:fs";
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import method from "../../../docs/method.md";
import pitfalls from "../../../docs/pitfalls.md";
import { loadBundle } from "../bundle";
import { UsageError } from "../usageError";
import type { Origin } from "./answers";
import { addBatchTool } from "./batchTool";
import { addCalculationTools } from "./calculationTools";
import { addCatalogueTools, CONVENTIONS } from "./catalogueTools";
import { evaluateInThreads } from "./evaluate";
import { untilAnswered } from "./untilAnswered";

/** How `mcp` is used. */
export const MCP_USAGE = `Usage: node dist/cli.js mcp [--root FOLDER]...

Serves the functions to an agent by the Model Context Protocol on standard input and output:
list_functions, describe_function, evaluate, check_inputs, verdict and batch; the method, the pitfalls
and the units are resources. It opens no connection, keeps nothing between calls, and never trades or
sends anything.

  --root FOLDER   lets a call name files of this folder, and batch write new ones there; may be
                  given again and again. Without it no file is read or written
  --help          prints this

Example: {"command": "node", "args": ["dist/cli.js", "mcp", "--root", "histories"]} in the agent's settings

Ends when its input has ended and the last call is answered. Exit code 2 when the command is wrong.
`;

/** Documents that an agent can read. */
const RESOURCES: readonly (readonly [name: string, title: string, text: string])[] = [
  ["method", "Methods and decisions", method],
  ["pitfalls", "Pitfalls, and the test that catches each", pitfalls],
  ["units", "Units and signs", CONVENTIONS],
];

/**
 * Serves the functions to an agent.
 *
 * @param words - The words after `mcp`.
 * @param print - Takes the help, line by line.
 * @returns When the input has ended and every call is answered.
 * @throws {UsageError} for a wrong option, or a folder that is not there.
 */
export async function mcpCommand(
  words: readonly string[],
  print: (line: string) => Promise<void>,
): Promise<void> {
  const roots = readRoots(words);
  if (roots === null) {
    await print(MCP_USAGE.trimEnd());
    return;
  }
  const { metadata } = loadBundle(__dirname);
  const evaluate = evaluateInThreads(__filename, __dirname);
  const [about] = await evaluate([], ["=RV.ABOUT()"]);
  const origin = originOf(about !== undefined && "value" in about ? about.value : []);
  const { transport, ended } = untilAnswered(process.stdin, process.stdout);
  serveStdio(
    () => {
      const server = new McpServer(
        { name: "rotation", version: origin.version },
        { instructions: `Relative value of mortgages and corporates. ${CONVENTIONS}` },
      );
      addCatalogueTools(server, metadata.functions, origin);
      addCalculationTools(server, evaluate, roots, origin);
      addBatchTool(server, __filename, __dirname, roots, origin);
      for (const [name, title, text] of RESOURCES) {
        server.registerResource(
          name,
          `rotation://${name}`,
          { title, mimeType: "text/markdown" },
          ({ href }) => ({ contents: [{ uri: href, text }] }),
        );
      }
      return server;
    },
    { transport },
  );
  await ended;
}

/** The real places of the folders; null when help is asked for. */
function readRoots(words: readonly string[]): string[] | null {
  const roots: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--help" || word === "-h") return null;
    const root = word === "--root" ? words[++i] : /^--root=(.*)$/s.exec(word)?.[1];
    if (root === undefined) {
      throw new UsageError(
        word === "--root"
          ? "--root is the last word; FOLDER must follow"
          : `${word} is not an option of mcp; it knows --root and --help`,
      );
    }
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`--root is ${root}; it must be a folder`);
    }
    roots.push(realpathSync(root));
  }
  return roots;
}

function originOf(card: unknown): Origin {
  const rows = Array.isArray(card) ? (card as (string | null)[][]) : [];
  const valueOf = (name: string) => rows.find(([key]) => key === name)?.[1] ?? "";
  return { version: valueOf("version"), calculation: valueOf("calculation") };
}
