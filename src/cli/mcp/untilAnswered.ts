import { PassThrough, type Readable, type Writable } from "node:stream";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";

/** A transport, and what ends with it. */
export interface AnsweringTransport {
  readonly transport: Transport;
  /** Resolves when the input has ended and every request of it is answered. */
  readonly ended: Promise<void>;
}

/**
 * A transport over standard streams that ends after its last answer. The package's own ends with its input, and what
 * is being calculated then is never answered.
 *
 * @param input - Where requests come from.
 * @param output - Where answers go.
 * @returns The transport.
 */
export function untilAnswered(input: Readable, output: Writable): AnsweringTransport {
  const inside = new PassThrough();
  const transport = new StdioServerTransport(inside, output);
  const open = new Set<string | number>();
  let hasEnded = false;
  const endIfDone = () => {
    // What was read last is handed on in this turn of the loop.
    setImmediate(() => {
      if (hasEnded && open.size === 0) inside.end();
    });
  };
  input.pipe(inside, { end: false });
  input.on("end", () => {
    hasEnded = true;
    endIfDone();
  });
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    await send(message);
    const id = answeredId(message);
    if (id !== null && open.delete(id)) endIfDone();
  };
  const ended = new Promise<void>((resolve) => {
    inside.on("end", resolve);
  });
  return { transport: watched(transport, open), ended };
}

/** Notes each request before it is handed on. */
function watched(transport: StdioServerTransport, open: Set<string | number>): Transport {
  let handler: Transport["onmessage"];
  Object.defineProperty(transport, "onmessage", {
    get: () => handler,
    set: (given: Transport["onmessage"]) => {
      handler = (message, extra) => {
        if ("method" in message && "id" in message) open.add(message.id);
        given?.(message, extra);
      };
    },
  });
  return transport;
}

const answeredId = (message: JSONRPCMessage): string | number | null =>
  "id" in message && !("method" in message) ? (message.id ?? null) : null;
