/*
 * What the page and README.md say about the embedded spreadsheet. The table "Known limits" of README.md
 * is this list; a test compares them.
 */

/** The engine that calculates where there is no Excel. */
export const ENGINE = {
  name: "Univer",
  version: "0.25.1",
  licence: "Apache-2.0",
  address: "https://github.com/dream-num/univer",
} as const;

/**
 * How the plain formulas of test/golden/engine.jsonl come out, on which independent engines agree or
 * Microsoft's documentation decides.
 */
export const CORPUS = {
  formulas: 2248,
  right: 2238,
  /** Where a value is shown that is not the right one. */
  wrong: 3,
  measured: "2026-11-29",
} as const;

/** Something that the embedded spreadsheet does otherwise than Excel. */
export interface KnownLimit {
  /** What it does; code stands between backticks. */
  readonly limit: string;
  readonly reason: string;
}

export const KNOWN_LIMITS: readonly KnownLimit[] = [
  {
    limit:
      "of spills that want the same cells the upper formula's has them; in Excel the one that was there first",
    reason: "the same cells are to give the same numbers, however they came about",
  },
  {
    limit:
      "spills that read each other in a circle stop after 100 rounds, at some value, without a word",
    reason: "Excel warns of a circle",
  },
  {
    limit: "no `D1#`, and no intersection by a blank: both are errors with words",
    reason: "the engine has neither",
  },
  {
    limit: "tables are defined names with a heading above; charts stand below the grid",
    reason: "not in the engine's open part",
  },
  {
    limit: "two signs after `*`, `/` or `^`, such as `2*--1`: `#VALUE!`; `2*(--1)` is read",
    reason: "the engine takes the second for a name",
  },
  {
    limit: "a formula cannot refer to a sheet whose name has `!`: `#REF!`",
    reason: "the engine splits a reference at the first one",
  },
  {
    limit: "a text that spells an error, such as `#N/A`, counts as the error in formulas",
    reason: "the engine's choice",
  },
  {
    limit: "`LET(f,LAMBDA(…),f(2))` is `#NAME?`",
    reason: "the engine does not call a name that holds a LAMBDA; MAP, BYROW and the like work",
  },
  {
    limit: "+ − × ÷ calculate in decimals of 20 digits, so `0.1+0.2` is 0.3",
    reason: "the engine's choice; functions of the add-in calculate in doubles",
  },
  {
    limit: "`IFERROR(RV.X(),…)` shows its fallback while a promise of X is pending",
    reason:
      "what Excel shows then has not been checked; the add-in's cell functions are synchronous",
  },
  {
    limit: "a range for an argument of one cell is `#VALUE!` with words",
    reason:
      "whether Excel calls the function cell by cell has not been checked; the add-in declares ranges",
  },
  {
    limit: "a stream behind `IF` goes on while the condition hides it",
    reason: "the formula still names it",
  },
  {
    limit: "a wrong number of arguments is found when the formula is calculated",
    reason: "Excel refuses to enter it",
  },
  {
    limit:
      'a date in a text needs its year: `"1-3"+0` and `DATEVALUE("Jan-26")` are `#VALUE!`, and `1/2`, `3-12`, `99-12` typed in a cell stay texts',
    reason: "Excel takes the year from the clock, and a quote in 32nds would become a day",
  },
  {
    limit: "texts are read as numbers by the rules of the United States, in every language",
    reason: "the same formula is to give the same number on every machine",
  },
  {
    limit:
      "a table with looks that is pasted from elsewhere, up to 2,000 cells, is read by the engine: `1-3` becomes a day of this year; plain text is read as typed",
    reason: "the engine's",
  },
  {
    limit:
      "a number of more than 15 digits in a formula is the nearest double; one of more than 15 digits typed in a cell stays a text",
    reason: "Excel makes the further digits 0",
  },
  {
    limit: "a formula that Excel would not let you enter is an error with words once it is entered",
    reason: "the engine has no check at entry",
  },
  {
    limit:
      "a formula that reads its own cell, itself or by way of others, shows the number of one round, without a word",
    reason: "the engine's; Excel warns of a circle and shows 0",
  },
  {
    limit: 'a number in a text has up to 17 digits: `1/3&""`',
    reason: "the engine's; Excel has 15",
  },
  {
    limit: "`GROWTH` of a row of values against a column is `#REF!`",
    reason: "the engine's; values and x in one direction work",
  },
  {
    limit: "`RATE` finds also rates above 100% a period, and `XIRR` of exactly 0",
    reason: "they solve the equation; Excel gives up after 20 steps, or stops near 0",
  },
  {
    limit:
      "a conditional format by standard deviations, or with a formula that calls a function of the add-in, is kept and saved, not shown; nor is the number format of any",
    reason:
      "which deviation Excel takes is not documented; such a function may have to wait, and numbers are written before their looks are known",
  },
  {
    limit: "conditional formats follow cells that move, but are not copied with cells",
    reason: "they are the sheet's; a copy of the sheet has them",
  },
];
