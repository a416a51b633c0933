/* The answer in one card: the call, why, what would change it, and on whose numbers it rests. */
import { keyNamed } from "../../assumptions/assumptions";
import { shortName } from "../../assumptions/shortName";
import { ILLUSTRATIVE } from "../../templates/illustrative";
import { isProblem, type ResultCell } from "../worksheetCall";
import type { VerdictRows } from "./verdict";

/** Whose numbers a basis of the gap rests on. */
export type BasisMark = "yours" | "example" | "missing";

/** A basis of the gap. */
export interface Basis {
  readonly name: "nominal" | "option-adjusted" | "risk-adjusted";
  /** Basis points, above 0 where mortgages pay more; null where a level is missing. */
  readonly gap: number | null;
  readonly mark: BasisMark;
  /** What to enter where it is missing. */
  readonly ask: string;
}

/** An input, and the nearest value of it at which the call is another one. */
export interface Change {
  readonly input: string;
  readonly at: number;
  readonly unit: string;
  /** The call there. */
  readonly call: string;
}

/** The side that a call points to, or that bases speak for. */
export type FavouredSide = "mortgages" | "corporates";

/** What the card shows. */
export interface Answer {
  /** Inputs of the call that are examples of the add-in. */
  readonly examples: readonly string[];
  /** Levels of the market that the call depends on and that are of a day before the gap's, with that day. */
  readonly earlier: readonly string[];
  readonly side: FavouredSide | null;
  readonly bases: readonly Basis[];
  /** The side that every basis speaks for; null where they differ or one is missing. */
  readonly agreed: FavouredSide | null;
  readonly gap: number | null;
  /** Share of the history below the gap, and over how long; null where there is none. */
  readonly rank: { readonly share: number; readonly years: 5 | "all" } | null;
  readonly changes: readonly Change[];
  /** Inputs to enter, those that the call depends on first, each with the calls over its plausible values. */
  readonly asked: readonly Asked[];
}

/** An input that is missing or an example, and moves the call. */
export interface Asked {
  readonly input: string;
  /** For example "LEAN CORPORATES for 0 to 55 bp, HOLD above". */
  readonly calls: string;
}

const ASKED = "the call by ";
/** A user does not answer more questions than these. */
const MOST_ASKED = 5;

/** The bases, with the levels that each is made of. */
const BASES = [
  ["nominal", "nominal gap", ["MBS spread over the 5/10-year blend", "corporate OAS"]],
  ["option-adjusted", "option-adjusted gap", ["MBS OAS", "corporate OAS"]],
  ["risk-adjusted", "risk-adjusted gap", ["MBS OAS", "corporate OAS"]],
] as const;

/**
 * Picks what the card shows out of the rows of the two functions.
 *
 * @param rows - The rows of GAPRECEIPT and of ROTATIONSIGNAL's detail.
 * @returns The answer.
 */
export function answerOf({ receipt, detail }: VerdictRows): Answer {
  const [inReceipt, inDetail] = [rowNamed(receipt), rowNamed(detail)];
  const bases = BASES.map(([name, step, levels]): Basis => {
    const cell = inReceipt(step)[1];
    const gap = typeof cell === "number" ? cell : null;
    const isExample = levels.some((level) => textIn(inReceipt(level)[4]).startsWith(ILLUSTRATIVE));
    return {
      name,
      gap,
      mark: gap === null ? "missing" : isExample ? "example" : "yours",
      ask: isProblem(cell) ? cell.message : "",
    };
  });
  return {
    examples: namesIn(inDetail("example inputs")[1]),
    earlier: namesIn(inDetail("levels of earlier days")[1]),
    side: sideOf(textIn(inDetail("text")[1])),
    bases,
    agreed: agreedSide(bases),
    gap: numberIn(inReceipt("last")[1]),
    rank: rankOf(inReceipt),
    changes: detail.flatMap(changeOf),
    asked: receipt
      .filter(([step]) => textIn(step).startsWith(ASKED))
      .slice(0, MOST_ASKED)
      .map(([step, calls]) => ({ input: textIn(step).slice(ASKED.length), calls: textIn(calls) })),
  };
}

type RowOf = (name: string) => readonly ResultCell[];

function rowNamed(rows: readonly (readonly ResultCell[])[]): RowOf {
  const byName = new Map(rows.map((row) => [row[0], row]));
  return (name) => byName.get(name) ?? [];
}

const numberIn = (cell: ResultCell | undefined): number | null =>
  typeof cell === "number" ? cell : null;

const textIn = (cell: ResultCell | undefined): string => (typeof cell === "string" ? cell : "");

const namesIn = (cell: ResultCell | undefined): readonly string[] =>
  typeof cell === "string" && cell !== "none" ? cell.split(", ") : [];

function sideOf(text: string): FavouredSide | null {
  if (text.startsWith("HOLD")) return null;
  if (text.includes("CORPORATES")) return "corporates";
  return text.includes("MBS") ? "mortgages" : null;
}

function agreedSide(bases: readonly Basis[]): FavouredSide | null {
  if (bases.every(({ gap }) => gap !== null && gap > 0)) return "mortgages";
  return bases.every(({ gap }) => gap !== null && gap < 0) ? "corporates" : null;
}

function rankOf(inReceipt: RowOf): Answer["rank"] {
  const fiveYears = numberIn(inReceipt("percentile5y")[1]);
  if (fiveYears !== null) return { share: fiveYears, years: 5 };
  const all = numberIn(inReceipt("percentileAll")[1]);
  return all === null ? null : { share: all, years: "all" };
}

/** What stops a call is rounded in its text ("P 55% < 55%" just below 55%): the call alone is shown. */
const callOf = (text: string): string => text.split(":")[0] ?? text;

/** The gap's row is "changesAt", that of another input "changesAt" and its key. */
function changeOf([metric, at, reason]: readonly ResultCell[]): Change[] {
  const [word, key] = textIn(metric).split(" ");
  const text = /the text is (.*)$/.exec(textIn(reason))?.[1];
  if (word !== "changesAt" || typeof at !== "number" || text === undefined) return [];
  const call = callOf(text);
  if (key === undefined) return [{ input: "gap", at, unit: "bp", call }];
  return [{ input: shortName(key), at, unit: keyNamed(key).unit, call }];
}
