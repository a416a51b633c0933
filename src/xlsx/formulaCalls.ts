/* The calls of functions in a formula, and the parameters that LET and LAMBDA name. */
import type { Token } from "./formulaTokens";

/** A call, by the places of its pieces. */
export interface Call {
  readonly name: number;
  readonly open: number;
  readonly close: number;
  /** Where each argument begins and ends; the end is the comma or bracket behind it. */
  readonly parts: readonly (readonly [start: number, end: number])[];
}

/**
 * The calls of a formula.
 *
 * @param tokens - Its pieces.
 * @returns Each call, an inner one before the one around it.
 */
export function callsOf(tokens: readonly Token[]): Call[] {
  const calls: Call[] = [];
  const open: { at: number; parts: [number, number][]; start: number }[] = [];
  let braces = 0;
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "sign") continue;
    const last = open[open.length - 1];
    if (text === "{") braces++;
    else if (text === "}") braces--;
    else if (braces > 0) continue;
    else if (text === "(") open.push({ at: i, parts: [], start: i + 1 });
    else if (text === "," && last) {
      last.parts.push([last.start, i]);
      last.start = i + 1;
    } else if (text === ")" && last) {
      open.pop();
      const name = last.at - 1;
      if (tokens[name]?.kind !== "word") continue;
      calls.push({ name, open: last.at, close: i, parts: [...last.parts, [last.start, i]] });
    }
  }
  return calls;
}

/**
 * Where the parameters of LET and LAMBDA stand.
 *
 * @param tokens - The pieces of a formula, without prefixes.
 * @returns The places of the words that name a parameter: where it is named, and where it is used.
 */
export function parametersOf(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const call of callsOf(tokens)) {
    const named = namedBy(tokens, call);
    if (named.size === 0) continue;
    for (let i = call.open; i < call.close; i++) {
      const { kind, text } = tokens[i] ?? { kind: "space", text: "" };
      const isOther = tokens[i - 1]?.text === "!" || tokens[i + 1]?.text === "!";
      const isName = kind === "word" || kind === "brackets";
      if (isName && !isOther && named.has(bare(text))) places.add(i);
    }
  }
  return places;
}

function namedBy(tokens: readonly Token[], { name, parts }: Call): ReadonlySet<string> {
  const called = tokens[name]?.text.toUpperCase();
  const inside = parts.slice(0, -1);
  const naming =
    called === "LAMBDA" ? inside : called === "LET" ? inside.filter((_, i) => i % 2 === 0) : [];
  return new Set(
    naming.flatMap(([start, end]) => {
      const words = tokens.slice(start, end).filter(({ kind }) => kind !== "space");
      const first = words[0];
      // An optional parameter stands in brackets: LAMBDA(x,[y],…).
      const isOne = words.length === 1 && (first?.kind === "word" || first?.kind === "brackets");
      return isOne ? [bare(first.text)] : [];
    }),
  );
}

const bare = (text: string): string => text.replace(/^\[|\]$/g, "").toUpperCase();
