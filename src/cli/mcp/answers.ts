/* How a tool answers: one JSON object with what gave it, or an error in words. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import { CalcError } from "../../calc/errors";
import { UsageError } from "../usageError";

/** Characters of a result that are sent; beyond 10 million the official client ends the connection. */
const MOST_CHARACTERS = 8_000_000;

/** What gave an answer: the version, and a hash of the calculation module's sources. */
export interface Origin {
  readonly version: string;
  readonly calculation: string;
}

/**
 * Answers a call.
 *
 * @param origin - What gives the answer.
 * @param work - Gives the members of the answer.
 * @returns The answer with its origin; a slip of the caller's, or an answer too long to be sent, is an error in words.
 */
export async function answered(
  origin: Origin,
  work: () => Promise<Record<string, unknown>>,
): Promise<CallToolResult> {
  try {
    const structuredContent = { ...(await work()), origin };
    const text = JSON.stringify(structuredContent);
    if (text.length <= MOST_CHARACTERS)
      return { structuredContent, content: [{ type: "text", text }] };
    return refused(
      `the answer has ${text.length.toLocaleString("en")} characters; at most ${MOST_CHARACTERS.toLocaleString("en")} are sent: ask for less`,
    );
  } catch (error) {
    if (error instanceof UsageError || error instanceof CalcError) return refused(error.message);
    throw error;
  }
}

const refused = (text: string): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text }],
});
