/* Texts whose parts look different, between a stored workbook and the engine's documents. */
import type { IDocumentData, ITextRun } from "@univerjs/core";
import type { BookTextRun } from "../workbook/bookStyle";
import { engineTextStyle, textStyleOf } from "./engineStyles";

/** The engine ends a paragraph with \r and a document with \r\n. */
const PARAGRAPH_END = "\r";

/**
 * The text of a document.
 * @param document - The engine's document of a cell.
 * @returns Its text; paragraphs are lines.
 */
export const textOf = ({ body }: IDocumentData): string =>
  (body?.dataStream ?? "").replace(/\r\n$/, "").replaceAll(PARAGRAPH_END, "\n");

/**
 * The parts of a document's text.
 * @param document - The engine's document of a cell.
 * @returns The parts in order, or undefined when it is one line and no part has a look of its own.
 */
export function runsOf(document: IDocumentData): BookTextRun[] | undefined {
  const text = textOf(document);
  const runs: BookTextRun[] = [];
  let end = 0;
  const add = (until: number, style: BookTextRun["style"]) => {
    const part = text.slice(end, until);
    if (part !== "") runs.push({ text: part, ...(style ? { style } : {}) });
    end = Math.max(end, until);
  };
  for (const { st, ed, ts } of document.body?.textRuns ?? []) {
    const style = textStyleOf(ts ?? {});
    if (Object.keys(style).length === 0) continue;
    add(st, undefined);
    add(ed, style);
  }
  if (runs.length === 0 && !text.includes("\n")) return undefined;
  add(text.length, undefined);
  return runs;
}

/**
 * A document of the engine for a text with parts.
 * @param runs - The parts.
 * @returns The document.
 */
export function documentOf(runs: readonly BookTextRun[]): IDocumentData {
  const text = runs.map((run) => run.text).join("");
  const dataStream = `${text.replaceAll("\n", PARAGRAPH_END)}\r\n`;
  const textRuns: ITextRun[] = [];
  let start = 0;
  for (const { text: part, style } of runs) {
    const end = start + part.length;
    if (style) textRuns.push({ st: start, ed: end, ts: engineTextStyle(style) });
    start = end;
  }
  const paragraphs = [...dataStream.matchAll(/\r/g)].map(({ index }) => ({ startIndex: index }));
  return {
    id: "cell",
    documentStyle: {},
    drawings: {},
    drawingsOrder: [],
    body: { dataStream, textRuns, paragraphs },
  };
}
