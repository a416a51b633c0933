import { serialOf } from "../../src/calc/date/serial";
import { callTexts } from "../../src/calc/signal/callText";
import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { claimCheckCard } from "../../src/functions/historyDates";
import { rotationSignalCells } from "../../src/functions/signal";
import { answer } from "../support/errors";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { column, G } from "../support/series";
import { worksheetFunctions } from "../support/worksheetFunctions";

/*
 * Pitfall 24: words that are surer than the numbers. No text says buy or sell, none foretells, and
 * a verdict stands beside its day, its basis and its probability.
 */

const TOO_SURE =
  /\b(buy|sell)\b|\b(will|must|is going to) (rise|fall|widen|tighten|outperform|underperform|win|revert)\b|\b(certain(ly)?|guaranteed|surely|no doubt|risk[- ]free)\b/i;

const isModest = (text: string) => {
  expect(text).not.toMatch(TOO_SURE);
};

/** Every text in an answer: cells, and what errors say. */
const textsIn = (result: unknown): string[] =>
  typeof result === "string"
    ? [result]
    : Array.isArray(result)
      ? result.flatMap(textsIn)
      : typeof result === "object" && result !== null && "message" in result
        ? [String(result.message)]
        : [];

const dates = column(
  ...Array.from(G, (_, i) => serialOf(2024 + Math.floor(i / 12), (i % 12) + 1, 28)),
) as any[][];
const gaps = column(...G) as any[][];
const OVERRIDES = [
  ["fairGap", 55],
  ["halfLife", 8],
  ["gapVol", 14],
  ["override.history", true],
  ["override.reversion", true],
  ["override.break", true],
];
const detail = (assumptions?: any[][], ...rest: any[]) =>
  rotationSignalCells(gaps, -39.4, 5.6, assumptions, "detail", ...rest);

describe("texts", () => {
  it("of every function's answers and errors are modest", async () => {
    const texts: string[] = [];
    for (const { id, call } of await worksheetFunctions()) {
      const { valid, bad } = SAMPLE_CALLS.get(id) ?? { valid: [], bad: [] };
      for (const args of [valid, bad]) texts.push(...textsIn(answer(() => call(...args))));
    }
    texts.push(...callTexts);
    for (const assumptions of [undefined, OVERRIDES]) texts.push(...textsIn(detail(assumptions)));
    expect(texts.length).toBeGreaterThan(250);
    texts.forEach(isModest);
  });

  it.each([
    "SELL MBS",
    "Buy company debt",
    "the gap will widen",
    "corporates are certain to win",
    "risk-free carry",
  ])("that say %p are noticed (the wrong variants fail)", (text) => {
    expect(() => {
      isModest(text);
    }).toThrow();
  });

  it("of a verdict come from a closed list, and say when they rest on assumptions", () => {
    const text = (assumptions?: any[][]) =>
      rotationSignalCells(gaps, -39.4, 5.6, assumptions, "text")[0]?.[0] as string;
    expect(text()).toMatch(/^HOLD: /);
    expect(callTexts.map((call) => `${call} (assumed)`)).toContain(text(OVERRIDES));
    expect(text(OVERRIDES).length).toBeLessThanOrEqual(40);
  });
});

describe("a verdict", () => {
  type Rows = readonly any[][];
  const isBacked = (rows: Rows) => {
    const of = (metric: string) => rows.find(([name]) => name === metric);
    const [, asOf, asOfWords] = of("asOf") ?? [];
    expect(asOf === undefined ? "" : String(asOfWords)).toMatch(/^\d{4}-\d\d-\d\d:|not judged/);
    expect(of("basis")?.slice(1).join("; ")).toMatch(/nominal gap.*; .*risk-adjusted gap/);
    for (const name of ["probability", "probabilityRiskAdjusted"]) {
      const [, value, words] = of(name) ?? [];
      const there = typeof value === "number" && value > 0 && value < 1;
      expect(there || (value as { code?: string } | undefined)?.code === "#N/A").toBe(true);
      expect(words).toMatch(/switch to (corporates|mortgages) on (nominal|risk-adjusted) carry/);
    }
  };

  const day = serialOf(2026, 1, 15);
  const all: readonly [string, Rows][] = [
    ["a call as of a day", detail(OVERRIDES, dates, day)],
    ["a call without dates", detail(OVERRIDES)],
    ["a hold", detail(undefined, dates, day)],
  ];
  it.each(all)("is backed by day, basis and probability: %s", (_, rows) => {
    isBacked(rows);
  });

  it.each<[string, (rows: Rows) => Rows]>([
    ["the text alone", (rows) => rows.filter(([metric]) => metric === "text")],
    ["no day", (rows) => rows.filter(([metric]) => metric !== "asOf")],
    ["no basis", (rows) => rows.filter(([metric]) => metric !== "basis")],
    ["no probability", (rows) => rows.filter(([metric]) => metric !== "probability")],
    [
      "certainty for a probability",
      (rows) =>
        rows.map(([metric, ...rest]) =>
          metric === "probability" ? [metric, 1] : [metric, ...rest],
        ),
    ],
  ])("with %s is noticed (the wrong variants fail)", (_, wrong) => {
    for (const [, rows] of all) {
      expect(() => {
        isBacked(wrong(rows));
      }).toThrow();
    }
  });

  it("of GAPRECEIPT stands beside its three bases, its span and its probability", () => {
    const steps = gapReceiptRows([["corpOas", 62], ...OVERRIDES], gaps, dates).map(
      ([step]) => step,
    );
    for (const step of [
      ...["nominal gap", "option-adjusted gap", "risk-adjusted gap", "do the bases agree"],
      ...["span", "signal: text", "signal: confidence"],
    ]) {
      expect(steps).toContain(step);
    }
  });

  it("of CLAIMCHECK says of which day it is, by how much, and among how many", () => {
    const card = claimCheckCard(dates, gaps, "lowest", 2024);
    expect(card.map(([name]) => name)).toEqual([
      ...["verdict", "margin", "brokenOn", "supported", "asOf", "observations"],
    ]);
    expect(card.find(([name]) => name === "asOf")?.[1]).toBe(serialOf(2025, 12, 28));
  });
});
