import { SERIES_G } from "../../src/functions/goldenCases";
import { column } from "./series";

/** For each function one call that gives an answer, and one that gives an error with words. */
export interface SampleCall {
  readonly valid: readonly unknown[];
  readonly bad: readonly unknown[];
  /** What the bad call's error says. */
  readonly words: RegExp;
}

const G = SERIES_G as number[][];
const table = [
  ["corpOas", 70],
  ["asOf", 46037],
];

/** By id. A new function must be added here: a test asks for it. */
export const SAMPLE_CALLS: ReadonlyMap<string, SampleCall> = new Map(
  Object.entries({
    SPREADGAP: {
      valid: [
        column(101, 98),
        column(62, 60),
        [["pervol"]],
        [[5.6]],
        [[6.1]],
        [[35]],
        [[28]],
        [["oas"]],
        [["oas"]],
      ],
      bad: [column(101, "wide"), column(62, 60)],
      words: /mbs, row 2, is the text "wide"; basis points/,
    },
    ZSCORE: {
      valid: [G, 12, "ewma", 12],
      bad: [G, 60],
      words: /window is 60 rows but history has only 23/,
    },
    PCTRANK: {
      valid: [column(40, 45, 50, 50, 70), 50, "mid"],
      bad: [G, 55, "median"],
      words: /method is "median"; one of mid/,
    },
    TOTALRETURN: {
      valid: [[[98]], [[98.6]], [[0.375]], [[0]], [[0]], [[0.0075]], [["total"]]],
      bad: [[[0]], [[98.6]]],
      words: /startPrice is 0; a price per 100/,
    },
    ASSUMPTION: {
      valid: [table, "corpOas"],
      bad: [table, "corpOsa"],
      words: /did you mean corpOas/,
    },
    SELFTEST: {
      valid: ["verdict"],
      bad: ["verdikt"],
      words: /field is "verdikt"; .*did you mean verdict/,
    },
    ABOUT: { valid: [], bad: [], words: /^$/ },
  } satisfies Record<string, SampleCall>),
);
