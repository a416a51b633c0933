import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Backtest } from "../../src/calc/backtest/backtest";
import {
  backtestVariant,
  DOCUMENTED_RULE,
  ruleStudy,
  type RuleVariant,
} from "../../src/calc/backtest/ruleStudy";
import { sharpeRatio } from "../../src/calc/backtest/sharpe";
import { atOnce } from "../../src/calc/numeric/sliced";
import { years } from "../../src/calc/units";
import { SHARED_DATA } from "../support/sharedData";
import { realReliability } from "./realReliability";

/*
 * The documented rule on real series, 2000 to 2014: months' means of the primary mortgage rate less the
 * 5/10-year Treasury average, and of the 10-year HQM spot rate less the 10-year Treasury yield.
 */
/** Means of a series' months, in percent, by "2000-01". */
function monthMeans(file: string): Map<string, number> {
  const months = new Map<string, number[]>();
  for (const line of readFileSync(join(SHARED_DATA, `${file}.csv`), "utf8")
    .split("\n")
    .slice(1)) {
    const [day = "", value = ""] = line.trim().split(",");
    if (value === "" || value === ".") continue;
    months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), Number(value)]);
  }
  return new Map(
    [...months].map(([month, values]) => [
      month,
      values.reduce((sum, it) => sum + it, 0) / values.length,
    ]),
  );
}

/** Both spreads in basis points, month by month. */
export function realSpreads() {
  const [mortgage, five, ten, corporate] = ["MORTGAGE30US", "DGS5", "DGS10", "HQMCB10YR"].map(
    monthMeans,
  ) as [Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>];
  const months = [...corporate.keys()].sort();
  const at = (of: Map<string, number>, month: string) => of.get(month) ?? NaN;
  return {
    months,
    periods: 12,
    mbs: Float64Array.from(
      months,
      (month) => 100 * (at(mortgage, month) - (at(five, month) + at(ten, month)) / 2),
    ),
    corporate: Float64Array.from(months, (month) => 100 * (at(corporate, month) - at(ten, month))),
  };
}

type Spreads = ReturnType<typeof realSpreads>;

/** The rule and what it would have earned. */
export const realBacktest = (spreads: Spreads, change: Partial<RuleVariant> = {}): Backtest =>
  backtestVariant(spreads, { ...DOCUMENTED_RULE, ...change });

const two = (value: number) => value.toFixed(2);

/** The text of REALDATA.md. */
export function realDataResults(): string {
  const spreads = realSpreads();
  const tried = [36, 60].flatMap((window) =>
    [1, 1.5, 2].flatMap((enter) =>
      [0.25, 0.5].map((exit) => ({ ...DOCUMENTED_RULE, window, enter, exit })),
    ),
  );
  const study = atOnce(
    ruleStudy(spreads, DOCUMENTED_RULE, {
      tried,
      trials: tried.length,
      bootstrap: { block: null, draws: 2_000, seed: 1 },
    }),
  );
  const it = study.backtest;
  const durations = [4.6, 5.6, 6.6].flatMap((mbs) =>
    [5.1, 6.1, 7.1].map((corporate) => {
      const other = realBacktest(spreads, {
        mbsDuration: years(mbs),
        corporateDuration: years(corporate),
      });
      return `| ${mbs} | ${corporate} | ${it.rows === other.rows ? other.net.toFixed(0) : "–"} | ${two(sharpeRatio(other.path.net, 12))} |`;
    }),
  );
  const [first, last] = [
    spreads.months[study.thirds[0]?.first ?? 0],
    spreads.months[study.thirds[2]?.last ?? 0],
  ];
  return [
    "# The rule on real series",
    "",
    "Printed by `npm run study` where the real series are beside the project. Monthly excess returns are a proxy,",
    "spread/12 − duration × change of the spread, with constant durations; never index performance. The mortgage side is",
    "the primary rate, about one percentage point above a current-coupon yield: its carry is too high, its changes lag.",
    "The corporate side is a spot rate against a par yield. Both are months' means, which smooth and make returns follow",
    "on from each other.",
    "",
    `Rule: z of the gap against the ${DOCUMENTED_RULE.window} months before it, entered at ${DOCUMENTED_RULE.enter}, left at ${DOCUMENTED_RULE.exit}, one month`,
    `of lag, ${DOCUMENTED_RULE.cost} bp a switch. ${first} to ${last}, ${it.rows} months.`,
    "",
    `- Net ${it.net.toFixed(0)} bp, gross ${it.gross.toFixed(0)}, turnover ${it.turnover}, hit ${two(it.hit ?? NaN)}, deepest fall ${it.maxDrawdown.toFixed(0)} bp.`,
    `- Sharpe ratio ${two(study.sharpe)} a year, 95% ${two(study.low)} to ${two(study.high)} (studentised bootstrap).`,
    `- By thirds: ${study.thirds.map(({ sharpe }) => two(sharpe)).join(", ")}.`,
    `- Static weights (long MBS against corporates throughout): ${two(study.held)}.`,
    `- Probability of skill: ${two(study.alone)} taken alone, ${two(study.deflated)} deflated for the ${tried.length} variants tried; probability of overfitting ${two(study.overfitting ?? NaN)}.`,
    `- ${study.beyondLuck ? "On this proxy the rule did better than luck explains; the proxy's smoothing is part of it." : "It cannot be told from luck."}`,
    "",
    "| MBS duration | corporate duration | net, bp | Sharpe |",
    "| --- | --- | --- | --- |",
    ...durations,
    "",
    ...realReliability(spreads),
  ].join("\n");
}
