/* A stream of bytes as text, piece by piece, whatever wrote it. */
import { Stopped } from "../stopped";

/**
 * Reads bytes as text with \n at the end of each line. A letter or a line end that two chunks share comes
 * whole; a mark of the byte order is left out.
 *
 * @param chunks - Bytes.
 * @param source - What sentences call them.
 * @returns Pieces of text.
 * @throws {Stopped} where the bytes are no text, with the line.
 */
export async function* textPieces(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null as TextDecoder | null;
  let held = "";
  let lines = 1;
  const decoded = (read: () => string) => {
    try {
      return read();
    } catch {
      throw new Stopped(`${source}, after line ${lines}: it is not in UTF-8; save it as UTF-8`);
    }
  };
  for await (const chunk of chunks) {
    const using = (decoder ??= decoderOf(chunk));
    const text = held + decoded(() => using.decode(chunk, { stream: true }));
    if (text.includes("\0")) {
      throw new Stopped(`${source}, after line ${lines}: it is not plain text`);
    }
    // The \n of a \r may be in the next chunk.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    held = text.slice(end);
    const piece = text.slice(0, end).replace(/\r\n?/g, "\n");
    lines += linesIn(piece);
    if (piece !== "") yield piece;
  }
  const ended = decoder;
  const last = (held + (ended === null ? "" : decoded(() => ended.decode()))).replace(
    /\r\n?/g,
    "\n",
  );
  if (last !== "") yield last;
}

/** @returns A decoder for what Excel calls Unicode text, or for UTF-8. */
function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  return new TextDecoder("utf-8", { fatal: true });
}

/**
 * @param text - A text.
 * @returns How many lines end in it.
 */
export function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** No line is longer. */
const LONGEST_LINE = 4_000_000;

/** A line of a text, without its end, and its number from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly line: number;
}

/**
 * The lines of a text.
 *
 * @param pieces - The text, with \n at the end of each line.
 * @param source - What sentences call it.
 * @param expectation - What a line must be.
 * @returns Its lines; the last one needs no end.
 * @throws {Stopped} for a line that is too long.
 */
export async function* numberedLines(
  pieces: AsyncIterable<string>,
  source: string,
  expectation: string,
): AsyncGenerator<NumberedLine> {
  let rest = "";
  let line = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield { text, line: ++line };
    if (rest.length > LONGEST_LINE) {
      throw new Stopped(
        `${source}, line ${line + 1}: it has more than ${LONGEST_LINE} characters; it must be ${expectation}`,
      );
    }
  }
  if (rest !== "") yield { text: rest, line: line + 1 };
}
