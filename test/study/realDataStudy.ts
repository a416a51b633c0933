import { readFileSync } from "node:fs";
import { join } from "node:path";
import { backtest, type Backtest } from "../../src/calc/backtest/backtest";
import { gapPositions } from "../../src/calc/backtest/gapRule";
import { backtestOverfitting } from "../../src/calc/backtest/overfitting";
import { deflatedSharpe, momentsOf } from "../../src/calc/backtest/sharpe";
import { spreadReturns } from "../../src/calc/backtest/spreadReturns";
import { middle95, stationaryBootstrap } from "../../src/calc/backtest/stationaryBootstrap";
import { bp } from "../../src/calc/units";
import { SHARED_DATA } from "../support/sharedData";

/*
 * The documented rule on real series, 2000 to 2014: months' means of the primary mortgage rate less the
 * 5/10-year Treasury average, and of the 10-year HQM spot rate less the 10-year Treasury yield.
 */
const RULE = { window: 60, enter: 1.5, exit: 0.5 };
const DURATIONS = { mbs: 5.6, corporate: 6.1 };
const COST = bp(10);
const SETTINGS = { cost: COST, lag: 1, overlap: 1, periods: 12 };

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
    mbs: Float64Array.from(
      months,
      (month) => 100 * (at(mortgage, month) - (at(five, month) + at(ten, month)) / 2),
    ),
    corporate: Float64Array.from(months, (month) => 100 * (at(corporate, month) - at(ten, month))),
  };
}

type Spreads = ReturnType<typeof realSpreads>;

/** MBS less corporate excess returns by the proxy. */
const difference = ({ mbs, corporate }: Spreads, durations = DURATIONS): Float64Array => {
  const ofCorporates = spreadReturns(corporate, durations.corporate, 12);
  return spreadReturns(mbs, durations.mbs, 12).map((it, t) => it - (ofCorporates[t] as number));
};

/** The rule and what it would have earned. */
export function realBacktest(spreads: Spreads, rule = RULE, durations = DURATIONS): Backtest {
  const gap = spreads.mbs.map((it, t) => it - (spreads.corporate[t] as number));
  return backtest(gapPositions(gap, rule), difference(spreads, durations), SETTINGS);
}

const ratio = (values: Float64Array) => {
  const { mean, deviation } = momentsOf(values);
  return deviation > 0 ? (mean / deviation) * Math.sqrt(12) : 0;
};
const two = (value: number) => value.toFixed(2);
const present = (values: Float64Array) => values.filter((it) => !Number.isNaN(it));

/** The text of REALDATA.md. */
export function realDataResults(): string {
  const spreads = realSpreads();
  const it = realBacktest(spreads);
  const net = present(it.path.net);
  const settings = { block: 12, draws: 2_000, seed: 1 };
  const [low, high] = middle95(stationaryBootstrap(net, ratio, settings));
  const variants = [36, 60].flatMap((window) =>
    [1, 1.5, 2].flatMap((enter) => [0.25, 0.5].map((exit) => ({ window, enter, exit }))),
  );
  const nets = variants.map((rule) => realBacktest(spreads, rule).path.net);
  // Months in which every variant has a position of its own making.
  const from = Math.max(...nets.map((path) => path.findIndex((value) => !Number.isNaN(value))));
  const paths = nets.map((path) => path.slice(from));
  const ratios = paths.map((path) => ratio(path) / Math.sqrt(12));
  const average = ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
  const variance =
    ratios.reduce((sum, value) => sum + (value - average) ** 2, 0) / (ratios.length - 1);
  const { skew, kurtosis, n } = momentsOf(net);
  const evidence = { sharpe: ratio(net) / Math.sqrt(12), n, skew, kurtosis };
  const deflated = deflatedSharpe({ ...evidence, trials: variants.length, variance });
  const alone = deflatedSharpe({ ...evidence, trials: 1, variance: null });
  const third = Math.floor(net.length / 3);
  const thirds = [0, 1, 2].map((i) =>
    ratio(net.slice(i * third, i === 2 ? net.length : (i + 1) * third)),
  );
  const held = difference(spreads).slice(spreads.months.length - net.length);
  const durations = [4.6, 5.6, 6.6].flatMap((mbs) =>
    [5.1, 6.1, 7.1].map((corporate) => {
      const other = realBacktest(spreads, RULE, { mbs, corporate });
      return `| ${mbs} | ${corporate} | ${it.rows === other.rows ? other.net.toFixed(0) : "–"} | ${two(ratio(present(other.path.net)))} |`;
    }),
  );
  const [first, last] = [spreads.months[spreads.months.length - net.length], spreads.months.at(-1)];
  return [
    "# The rule on real series",
    "",
    "Printed by `npm run study` where the real series are beside the project. Monthly excess returns are a proxy,",
    "spread/12 − duration × change of the spread, with constant durations; never index performance. The mortgage side is",
    "the primary rate, about one percentage point above a current-coupon yield: its carry is too high, its changes lag.",
    "The corporate side is a spot rate against a par yield. Both are months' means, which smooth and make returns follow",
    "on from each other.",
    "",
    `Rule: z of the gap against the ${RULE.window} months before it, entered at ${RULE.enter}, left at ${RULE.exit}, one month`,
    `of lag, ${COST} bp a switch. ${first} to ${last}, ${it.rows} months.`,
    "",
    `- Net ${it.net.toFixed(0)} bp, gross ${it.gross.toFixed(0)}, turnover ${it.turnover}, hit ${two(it.hit ?? NaN)}, deepest fall ${it.maxDrawdown.toFixed(0)} bp.`,
    `- Sharpe ratio ${two(ratio(net))} a year, 95% ${two(low)} to ${two(high)} (stationary bootstrap, blocks of 12).`,
    `- By thirds: ${thirds.map(two).join(", ")}.`,
    `- Static weights (long MBS against corporates throughout): ${two(ratio(held))}.`,
    `- Probability of skill: ${two(alone)} taken alone, ${two(deflated)} deflated for the ${variants.length} variants tried; probability of overfitting ${two(backtestOverfitting(paths, 10))}.`,
    `- ${verdict(low, deflated)}`,
    "",
    "| MBS duration | corporate duration | net, bp | Sharpe |",
    "| --- | --- | --- | --- |",
    ...durations,
    "",
  ].join("\n");
}

const verdict = (low: number, deflated: number): string =>
  low > 0 && deflated > 0.95
    ? "On this proxy the rule did better than luck explains; the proxy's smoothing is part of it."
    : "It cannot be told from luck.";
