/* What a formula names that does not exist: the reason of a #NAME?, in words. */
import { LexerTreeBuilder, sequenceNodeType } from "@univerjs/engine-formula";
import { nearest } from "../calc/numeric/nearest";
import type { Spreadsheet } from "./spreadsheet";

/**
 * Says why a formula is `#NAME?`.
 *
 * @param formula - The formula, with its equals sign.
 * @param spreadsheet - The workbook, with its functions.
 * @returns For example "there is no function SPREADGAP; the nearest is RV.SPREADGAP"; null where the formula names
 *   nothing that could be the reason.
 */
export function unknownNameWords(formula: string, spreadsheet: Spreadsheet): string | null {
  const known = new Set(spreadsheet.functionNames);
  const { calls, names } = namesOf(formula, spreadsheet);
  const call = calls.find((name) => !known.has(name));
  if (call !== undefined) return functionWords(call, known, `${spreadsheet.namespace}.`);
  // A parameter of LET or LAMBDA is no name of the workbook's.
  if (calls.some((name) => name === "LET" || name === "LAMBDA")) return null;
  const defined = new Set(
    spreadsheet.workbook.getDefinedNames().map((one) => one.getName().toLowerCase()),
  );
  const name = names.find((one) => !defined.has(one.toLowerCase()));
  return name === undefined ? null : `there is no name ${name}`;
}

/** An unknown function is mostly a known one, misspelt or without its prefix. */
function functionWords(name: string, known: ReadonlySet<string>, prefix: string): string {
  const ours = [...known].filter((one) => one.startsWith(prefix));
  const meant = known.has(prefix + name)
    ? prefix + name
    : nearest(name, name.startsWith(prefix) ? ours : known);
  return `there is no function ${name}` + (meant === null ? "" : `; the nearest is ${meant}`);
}

function namesOf(formula: string, spreadsheet: Spreadsheet): { calls: string[]; names: string[] } {
  const nodes = spreadsheet.service(LexerTreeBuilder).sequenceNodesBuilder(formula) ?? [];
  const [calls, names]: [string[], string[]] = [[], []];
  for (const [i, node] of nodes.entries()) {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.FUNCTION) continue;
    // The engine takes every bare name for a function's.
    if (nodes[i + 1] === "(") calls.push(node.token.trim().toUpperCase());
    else names.push(node.token.trim());
  }
  return { calls, names };
}
