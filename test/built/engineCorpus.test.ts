import { CORPUS } from "../../src/host/knownLimits";
import { answersOf, corpusLines, judge, type Verdict } from "../support/engineCorpus";
import { SHORT_LINES } from "../support/engineCorpusShort";

/*
 * The embedded engine on plain formulas, through the built command line. An upgrade of the engine
 * reruns it.
 */
describe("the corpus of plain formulas", () => {
  const lines = corpusLines();
  const verdicts = new Map<string, Verdict>();

  beforeAll(async () => {
    const answers = await answersOf(lines.map(({ f }) => f));
    for (const [i, line] of lines.entries()) {
      verdicts.set(line.f, judge(line, answers[i] ?? null));
    }
  }, 120_000);

  const formulasWith = (wanted: (verdict: Verdict) => boolean): string[] =>
    lines.map(({ f }) => f).filter((f) => wanted(verdicts.get(f) ?? "crash"));

  it("is the whole corpus", () => {
    expect(lines.length).toBe(2248);
    expect(lines.every(({ engines, rule }) => engines >= 2 || rule !== undefined)).toBe(true);
  });

  it("is right in 99 of 100 lines, wrong in at most 10, and never ends the command line", () => {
    expect(formulasWith((it) => it === "crash")).toEqual([]);
    expect(formulasWith((it) => it === "wrong value").length).toBeLessThanOrEqual(10);
    expect(formulasWith((it) => it === "right").length / lines.length).toBeGreaterThanOrEqual(0.99);
  });

  it("is what the page says", () => {
    const isShown = (it: Verdict) => it === "wrong value" || it === "value for an error";
    expect(formulasWith((it) => it === "right").length).toBe(CORPUS.right);
    expect(formulasWith(isShown).length).toBe(CORPUS.wrong);
  });

  it("is short in the lines that are listed with a reason, and in no other", () => {
    expect(formulasWith((it) => it !== "right").sort()).toEqual([...SHORT_LINES.keys()].sort());
  });
});
