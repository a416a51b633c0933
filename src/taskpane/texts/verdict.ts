import type { FigureUnit } from "../figureUnit";

/** The texts of the screen *Verdict*. */
export const verdict = {
  heading: "Verdict",
  noAdvice: "A measurement, not investment advice.",
  basesHeading: "The gap, MBS − corporate, on three bases",
  signalHeading: "Signal",
  historyHeading: "Where the gap stands in its history",
  holdHeading: "What holds the call back",
  changeHeading: "What would change it",
  chartHeading: "History of the gap",
  chartLabel: (from: string, to: string, last: string) =>
    `Gap in basis points from ${from} to ${to}; the last is ${last}. The band is the mean and one standard deviation on either side.`,
  basis: (basis: string, reason: string) => `Basis: ${basis}; ${reason}.`,
  asOf: (day: string) => `As of ${day}.`,
  copy: "Copy verdict",
  copied: "The verdict is on the clipboard.",
  notCopied: "the browser did not let the clipboard be written; allow it for this page",
  explain: "Explain",
  insert: "Insert",
  explainNamed: (name: string) => `Explain ${name}`,
  insertNamed: (name: string) => `Insert ${name} into the selected cell`,
  inserted: (name: string, a1: string) => `${name} is now in ${a1}.`,
  formula: "Formula",
  source: "Where it comes from",
  steps: (count: number) => `Its steps: ${count} rows`,
  allSteps: (count: number) => `All ${count} rows of the function`,
  close: "Close",
  missing: "not known",
  names: new Map<string, string>([
    ["nominal gap", "Nominal"],
    ["option-adjusted gap", "Option-adjusted"],
    ["risk-adjusted gap", "Risk-adjusted"],
    ["score", "Score, −1 corporates to 1 mortgages"],
    ["probability", "P(win) on nominal carry"],
    ["probabilityRiskAdjusted", "P(win) on risk-adjusted carry"],
    ["breakevenGap", "Breakeven gap"],
    ["last", "Last gap"],
    ["tightestSince", "Tightest since"],
    ["z1y", "z-score, 1 year"],
    ["z5y", "z-score, 5 years"],
    ["zAll", "z-score, all"],
    ["percentile1y", "Percentile, 1 year"],
    ["percentile5y", "Percentile, 5 years"],
    ["percentileAll", "Percentile, all"],
    ["halfLife", "Half-life"],
  ]),
} as const;

/** What stands behind a figure of each unit; other units have nothing behind them. */
export const units = new Map<FigureUnit, string>([
  ["bp", "bp"],
  ["months", "months"],
]);
