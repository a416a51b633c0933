import { historySettings, signalSettings } from "../../../src/assumptions/signalAssumptions";
import { gapEstimates, type GapEstimates } from "../../../src/calc/signal/gapEstimates";
import { rotationSignal } from "../../../src/calc/signal/rotationSignal";
import { signalDetail } from "../../../src/calc/signal/signalDetail";
import { bp, years, type Bp } from "../../../src/calc/units";
import { G } from "../../support/series";

const settings = signalSettings(new Map());
const estimates = gapEstimates(G, historySettings(new Map()));

function detail(mbs: Bp | null, corporate: Bp | null, its: Partial<GapEstimates> = {}) {
  const given = { ...estimates, ...its };
  const signal = rotationSignal(given.last, given, null, settings, null);
  const rows = signalDetail({
    signal,
    estimates: given,
    settings,
    adjustedGap: null,
    staleness: null,
    asOf: null,
    tightestSince: { date: null, why: "no dates were given" },
    mbsAdjusted: mbs,
    corporateAdjusted: corporate,
    corporateDuration: years(6.1),
  });
  return (metric: string) => rows.find((row) => row.metric === metric);
}

describe("the three-way comparison", () => {
  it("ranks by risk-adjusted spread, and says what widening Treasuries need: 50.4 ÷ 5.1 and 11 ÷ 5.6", () => {
    const shown = detail(bp(11), bp(50.4));
    expect(shown("ranking")?.value).toBe("corporates > MBS > Treasuries");
    expect(shown("treasuriesWin")?.value).toBe("9.9 / 2.0 bp");
  });

  it("Treasuries win at once against a spread below 0, not after a tightening", () => {
    const shown = detail(bp(-6), bp(50.4));
    expect(shown("ranking")?.value).toBe("corporates > Treasuries > MBS");
    expect(shown("treasuriesWin")?.value).toBe("9.9 / 0.0 bp");
  });

  it("is missing with what to enter where a spread is not known", () => {
    expect(detail(null, bp(50.4))("ranking")).toMatchObject({
      value: null,
      reason: expect.stringMatching(/^enter your MBS OAS/),
    });
    expect(detail(bp(11), null)("treasuriesWin")?.reason).toMatch(/^enter your corporate OAS/);
  });
});

describe("what a detail says of its signal", () => {
  it("names each part with its weight, and what takes the place of one that is missing", () => {
    const shown = detail(bp(11), bp(50.4));
    expect(shown("value")?.reason).toMatch(/weight 0\.\d\d$/);
    expect(shown("carry")).toMatchObject({
      value: null,
      reason: "no risk-adjusted gap was given; its weight goes to the others",
    });
    expect(shown("basis")?.reason).toBe("no risk-adjusted gap was given: carry is left out");
  });

  it("says what momentum compares with, or why there is none", () => {
    const quarter = { ago: bp(45), deviation: bp(10) };
    expect(detail(null, null, { quarter })("momentum")?.reason).toMatch(
      /^gap 45\.0 bp three months ago;/,
    );
    expect(detail(null, null, { quarter: null })("momentum")).toMatchObject({
      value: null,
      reason: "needs changes over three months; its weight goes to the others",
    });
  });

  it("has its rows where the risk-adjusted switch is not known, and says what it needs", () => {
    const shown = detail(bp(11), bp(50.4));
    for (const metric of ["edge", "probability", "breakevenGap"]) {
      expect(shown(`${metric}RiskAdjusted`)).toMatchObject({
        value: null,
        reason: expect.stringMatching(/on risk-adjusted carry: needs a risk-adjusted gap$/),
      });
    }
  });

  it("says how many rows it looked back over, and that there were fewer than asked for", () => {
    expect(detail(null, null)("percentile")?.reason).toMatch(
      /over 23 rows, all there are of the 60 asked for$/,
    );
    expect(detail(null, null)("n")?.value).toBe(24);
  });
});
