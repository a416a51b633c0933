import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isoFromSerial } from "../../../src/calc/date/serial";
import { proxySpreads, type ProxyInputs } from "../../../src/cli/example/proxySpreads";
import { verdictHistory } from "../../../src/cli/example/verdictHistory";
import { readYieldColumn } from "../../../src/cli/example/yieldColumn";
import { itWithRealData, SHARED_DATA } from "../../support/sharedData";

interface Expected {
  readonly gap: number;
  readonly z: number;
  readonly score: number;
  readonly probability: number;
}

describe("verdictHistory", () => {
  const golden = JSON.parse(
    readFileSync(resolve(__dirname, "../../golden/verdict.json"), "utf8"),
  ) as {
    months: Record<string, Expected>;
  };

  itWithRealData("agrees with an independent calculation on real data, walked forward", () => {
    const read = (name: string) =>
      readYieldColumn(readFileSync(join(SHARED_DATA, `${name}.csv`), "utf8"), `${name}.csv`);
    const inputs: ProxyInputs = {
      mortgage: read("MORTGAGE30US"),
      treasury5: read("DGS5"),
      treasury10: read("DGS10"),
      corporate: read("HQMCB10YR"),
    };
    const gaps = proxySpreads(inputs, "last").map(({ month, gap }) => ({
      month: isoFromSerial(month).slice(0, 7),
      gap,
    }));
    const verdicts = verdictHistory(gaps);
    expect(Object.keys(golden.months)).toHaveLength(4);
    for (const [month, expected] of Object.entries(golden.months)) {
      const verdict = verdicts.find((it) => it.month === month);
      expect(verdict?.gap).toBeCloseTo(expected.gap, 9);
      expect(verdict?.z).toBeCloseTo(expected.z, 9);
      expect(verdict?.score).toBeCloseTo(expected.score, 9);
      expect(verdict?.probability).toBeCloseTo(expected.probability, 9);
    }
  });

  const months = (gaps: readonly (number | null)[]) =>
    gaps.map((gap, i) => ({ month: `m${i}`, gap }));
  const wave = Array.from({ length: 80 }, (_, i) => 50 + 20 * Math.sin(i / 5) + ((i * 7) % 5));

  it("judges a month by the months up to it: later ones change nothing", () => {
    expect(verdictHistory(months(wave)).slice(0, 60)).toEqual(
      verdictHistory(months([...wave.slice(0, 60), 900, -900])).slice(0, 60),
    );
  });

  it("says why a month has no verdict, and holds while the history is short", () => {
    const verdicts = verdictHistory(months([50, 52, null, 51, 53, 55]));
    expect(verdicts[2]?.text).toBe("#N/A: a leg is missing");
    expect(verdicts[0]?.text).toMatch(/^#N\/A: gapHistory has 1 values; 4 are needed/);
    expect(verdicts[5]?.text).toBe("HOLD: 5 obs < 36");
  });
});
