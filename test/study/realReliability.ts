import { historySettings, signalSettings } from "../../src/assumptions/signalAssumptions";
import { gapEstimates } from "../../src/calc/signal/gapEstimates";
import { judgedEdge, rotationSignal } from "../../src/calc/signal/rotationSignal";
import { bp } from "../../src/calc/units";
import type { realSpreads } from "./realDataStudy";

interface JudgedMonth {
  readonly probability: number;
  readonly won: boolean;
  /** The call, or the gate that holds it back. */
  readonly text: string;
  readonly towards: string;
}

/** Months of history before the first judgement, and months until it is known whether the switch won. */
const [FIRST, AHEAD] = [36, 6];

/** Each month of the real gap judged by the months up to it, and what came half a year on. */
export function judgedMonths({ mbs, corporate }: ReturnType<typeof realSpreads>): JudgedMonth[] {
  const settings = signalSettings(new Map());
  const gap = mbs.map((it, t) => it - (corporate[t] as number));
  return Array.from({ length: gap.length - AHEAD - FIRST + 1 }, (_, i): JudgedMonth => {
    const t = FIRST - 1 + i;
    const now = bp(gap[t] as number);
    const estimates = gapEstimates(gap.subarray(0, t + 1), historySettings(new Map()));
    const signal = rotationSignal(now, estimates, null, settings, null);
    const way = signal.towards === "corporates" ? 1 : -1;
    const earned = settings.duration * ((gap[t + AHEAD] as number) - now) - now * settings.horizon;
    return {
      probability: judgedEdge(signal)?.probability ?? NaN,
      won: way * earned > settings.cost,
      text: signal.gate === null ? signal.text : `HOLD by ${signal.gate.name}`,
      towards: signal.towards,
    };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;

/** The reliability table of the real gap, as lines. */
export function realReliability(spreads: ReturnType<typeof realSpreads>): string[] {
  const judged = judgedMonths(spreads);
  const rows = Array.from({ length: 10 }, (_, tenth) =>
    judged.filter(({ probability }) => Math.min(9, Math.floor(10 * probability)) === tenth),
  ).flatMap((those, tenth) =>
    those.length === 0
      ? []
      : [
          `| P from ${tenth / 10} to ${(tenth + 1) / 10} | ${those.length} | ${mean(those.map((it) => it.probability)).toFixed(3)} | ${mean(those.map((it) => Number(it.won))).toFixed(3)} |`,
        ],
  );
  const calls = [...new Set(judged.map(({ text }) => text))].sort().map((text) => {
    const those = judged.filter((it) => it.text === text);
    const mortgages = those.filter(({ towards }) => towards === "mortgages").length;
    return `| ${text} | ${those.length} | ${mortgages} | ${those.length - mortgages} |`;
  });
  return [
    "## P(win) on the real gap",
    "",
    `Each month judged by the months up to it alone, default settings, nominal carry; won if the indicated switch earned more`,
    `than its cost half a year on. Half-years overlap: ${judged.length} months are about ${Math.round(judged.length / AHEAD)} independent ones, and they hold one crisis.`,
    "",
    "| what | months | stated | won |",
    "| --- | --- | --- | --- |",
    ...rows,
    `| all | ${judged.length} | ${mean(judged.map((it) => it.probability)).toFixed(3)} | ${mean(judged.map((it) => Number(it.won))).toFixed(3)} |`,
    "",
    "## The history of calls, and why",
    "",
    "What the score points to by month, and the first gate that holds the call back.",
    "",
    "| call | months | towards mortgages | towards corporates |",
    "| --- | --- | --- | --- |",
    ...calls,
    "",
  ];
}
