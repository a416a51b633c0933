import { historySettings, signalSettings } from "../../../src/assumptions/signalAssumptions";
import { normalStream } from "../../../src/calc/numeric/random";
import { gapEstimates, type GapEstimates } from "../../../src/calc/signal/gapEstimates";
import type { GapReversion } from "../../../src/calc/signal/gapReversion";
import { certainReversion } from "../../../src/calc/timeseries/reversionPosterior";
import { callTextOf, callTexts } from "../../../src/calc/signal/callText";
import { confidenceOf, judgedEdge, rotationSignal } from "../../../src/calc/signal/rotationSignal";
import type { SignalSettings } from "../../../src/calc/signal/signalSettings";
import { bp, type Bp } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { G } from "../../support/series";

const defaults = signalSettings(new Map());
const history = historySettings(new Map());
const onG = gapEstimates(G, history);

interface Given {
  readonly settings?: Partial<SignalSettings>;
  readonly estimates?: Partial<GapEstimates>;
  readonly adjusted?: Bp | null;
  readonly staleness?: number | null;
  readonly gap?: number;
}

const judge = ({
  settings = {},
  estimates = {},
  adjusted = bp(-39.4),
  staleness = null,
  gap,
}: Given = {}) => {
  const its = { ...onG, ...estimates };
  return rotationSignal(
    bp(gap ?? its.last),
    its,
    adjusted,
    { ...defaults, ...settings },
    staleness,
  );
};

/** A history that is sure of a half-life of 8 months. */
const sure: GapReversion = {
  ...(onG.reversion as GapReversion),
  test: { statistic: 9, reverts: true, low: 0.8, high: 0.95 },
  states: [certainReversion((onG.reversion as GapReversion).sums, 0.5 ** (1 / 8))],
  none: 0,
};
const wandering: GapReversion = { ...sure, test: { ...sure.test, reverts: false } };
/** Everything that the data must show for a call. */
const goodData: Partial<GapEstimates> = { n: 120, reversion: sure, brokeLately: false };
const assumed: Partial<SignalSettings> = {
  fairGap: bp(55),
  halfLife: 8,
  gapVol: bp(14),
  overrideHistory: true,
  overrideReversion: true,
  overrideBreak: true,
};

describe("rotationSignal, the score", () => {
  it("gives the worked numbers on series G", () => {
    const { score, parts } = judge();
    expect(parts.value.toFixed(3)).toBe("-0.936");
    expect(parts.carry?.toFixed(3)).toBe("-0.519");
    expect(parts.momentum?.toFixed(3)).toBe("0.389");
    expect(score.toFixed(3)).toBe("-0.355");
    expect(
      judge({
        settings: { weightValue: 0.5, weightCarry: 0.3, weightMomentum: 0.2 },
      }).score.toFixed(3),
    ).toBe("-0.546");
    expect(judge({ adjusted: null }).score.toFixed(3)).toBe("-0.273");
  });

  it("is a measurement: no gate changes it", () => {
    for (const settings of [{}, assumed, { minMonths: 250 }, { minProbability: 0.95 }]) {
      expect(judge({ settings: { ...settings, gapVol: null } }).score).toBe(judge().score);
    }
    expect(judge({ staleness: 90 }).score).toBe(judge().score);
  });

  it("stays within −1..1, and its sign is the side it points to", () => {
    expect(judge({ gap: -1e6, adjusted: bp(-1e6) })).toMatchObject({
      score: -1 / 3,
      towards: "corporates",
    });
    expect(
      judge({
        gap: 1e6,
        adjusted: bp(1e6),
        settings: { weightValue: 0.5, weightCarry: 0.5, weightMomentum: 0 },
      }),
    ).toMatchObject({ score: 1, towards: "mortgages" });
  });

  it("with the option premium counted as carry points the other way (the slip of nominal carry)", () => {
    expect(judge({ adjusted: bp(39) }).parts.carry).toBeGreaterThan(0);
    expect(judge({ adjusted: bp(-39.4) }).parts.carry).toBeLessThan(0);
  });
});

describe("rotationSignal, the text", () => {
  it("holds back on series G for want of history, then of reversion; with the user's overrides leans, assumed", () => {
    expect(judge().text).toBe("HOLD: 24 obs < 36");
    expect(judge({ settings: { minMonths: 24 } }).text).toBe("HOLD: no mean reversion detectable");
    const signal = judge({ settings: assumed });
    expect(signal.text).toBe("LEAN CORPORATES (assumed)");
    // Carry of −39.4 bp is no cost of leaving: Φ(46.02 / 47.36), with the fair gap's error of 8 bp.
    expect(confidenceOf(signal)?.toFixed(2)).toBe("0.83");
    expect(signal.nominal?.probability.toFixed(3)).toBe("0.557");
  });

  it.each([
    [
      "units",
      { estimates: { last: bp(0.39), mean: bp(0.57), spread: bp(0.1) } },
      "HOLD: gap looks like percent, not bp",
    ],
    ["history", {}, "HOLD: 24 obs < 36"],
    ["history", { estimates: { n: 36, periods: 252 } }, "HOLD: 36 obs < 756"],
    ["staleness", { estimates: goodData, staleness: 6 }, "HOLD: data 6 days overdue > 5"],
    [
      "reversion",
      { estimates: { ...goodData, reversion: wandering } },
      "HOLD: no mean reversion detectable",
    ],
    [
      "reversion",
      { estimates: { ...goodData, reversion: null }, settings: { overrideReversion: true } },
      "HOLD: no half-life is given",
    ],
    [
      "break",
      { estimates: { ...goodData, brokeLately: true } },
      "HOLD: break in the last 12 months",
    ],
    [
      "edge",
      { estimates: goodData, adjusted: null, settings: { fairGap: bp(40) } },
      "HOLD: edge -17.2 < cost 10.0 bp",
    ],
    [
      "probability",
      {
        estimates: goodData,
        adjusted: null,
        settings: { fairGap: bp(55), gapVol: bp(14), minProbability: 0.6 },
      },
      "HOLD: P 56% < 60%",
    ],
  ] as const)("is held by the gate of %s", (name, given, text) => {
    const signal = judge(given as Given);
    expect(signal.gate?.name).toBe(name);
    expect(signal.text).toBe(text);
    expect(text.length).toBeLessThanOrEqual(40);
  });

  it("asks the gates in order: the first that holds is named", () => {
    const all = { estimates: { brokeLately: true, reversion: null }, staleness: 90 };
    expect(judge(all).gate?.name).toBe("history");
    expect(judge({ ...all, settings: { overrideHistory: true } }).gate?.name).toBe("staleness");
    expect(judge({ ...all, staleness: 5, settings: { overrideHistory: true } }).gate?.name).toBe(
      "reversion",
    );
  });

  it("is neutral within the lean band, and then asks for no edge", () => {
    expect(judge({ estimates: goodData, adjusted: bp(60) }).text).toBe("NEUTRAL");
  });

  it.each([
    [
      "ROTATE TO CORPORATES",
      {
        gap: 30,
        adjusted: bp(-80),
        settings: {
          ...assumed,
          weightValue: 0.5,
          weightCarry: 0.5,
          weightMomentum: 0,
          fairGap: bp(90),
        },
      },
    ],
    ["LEAN CORPORATES", { settings: assumed }],
    [
      "LEAN MBS",
      {
        gap: 75,
        adjusted: bp(39),
        estimates: { quarter: { ago: bp(75), deviation: bp(6) } },
        settings: { ...assumed, fairGap: bp(45) },
      },
    ],
    [
      "ROTATE TO MBS",
      {
        gap: 90,
        adjusted: bp(80),
        settings: {
          ...assumed,
          weightValue: 0.5,
          weightCarry: 0.5,
          weightMomentum: 0,
          fairGap: bp(45),
        },
      },
    ],
  ] as const)("can say %s", (text, given) => {
    expect(judge(given as Given).text).toBe(`${text} (assumed)`);
    expect(callTexts).toContain(text);
  });

  it("is judged on risk-adjusted carry where there is one: an option premium is no carry", () => {
    // Rich on nominal carry, dear after risk: 39 bp of carry may be an option premium alone.
    const level = { ...goodData, quarter: { ago: bp(75), deviation: bp(10) } };
    const given = { gap: 75, estimates: level, settings: { fairGap: bp(74), gapVol: bp(14) } };
    const nominal = judge({ ...given, adjusted: null });
    const adjusted = judge({
      ...given,
      adjusted: bp(-39.4),
      settings: { ...given.settings, weightCarry: 0 },
    });
    expect([nominal.judgedOn, nominal.towards, nominal.gate]).toEqual([
      "nominal carry",
      "mortgages",
      null,
    ]);
    expect(adjusted).toMatchObject({
      judgedOn: "risk-adjusted carry",
      towards: "mortgages",
      basesDisagree: true,
      gate: { name: "edge" },
    });
    expect(judgedEdge(adjusted)).toBe(adjusted.riskAdjusted);
  });

  it("is not made by momentum alone", () => {
    const falling = { quarter: { ago: bp(90), deviation: bp(10) } };
    const signal = judge({ gap: 57, adjusted: null, estimates: { ...goodData, ...falling } });
    expect(signal.parts.momentum).toBe(1);
    expect(Math.abs(signal.parts.value)).toBeLessThan(defaults.lean);
    expect(signal.text).toBe("HOLD: momentum alone makes the call");
    expect(signal.gate?.ofData).toBe(false);
    const valueToo = judge({ gap: 75, adjusted: null, estimates: { ...goodData, ...falling } });
    expect(valueToo.gate?.name).not.toBe("momentum");
  });

  it("says nothing of bases where there is no call, or where one of the two is not known", () => {
    expect(callTextOf({ side: null, enters: false }, false, true)).toBe("NEUTRAL");
    expect(callTextOf({ side: null, enters: false }, true, true)).toBe("NEUTRAL (assumed)");
    const settings = { fairGap: bp(60), gapVol: bp(14), fairError: bp(0), weightMomentum: 0 };
    const { text } = judge({ gap: 20, adjusted: null, estimates: goodData, settings });
    expect(text).toMatch(/^(LEAN|ROTATE TO) CORPORATES$/);
  });

  it("says where the bases disagree, on at most 40 characters also when it is assumed", () => {
    const given = {
      gap: 30,
      adjusted: bp(-80),
      estimates: goodData,
      settings: { fairGap: bp(36), gapVol: bp(14), fairError: bp(0) },
    };
    const signal = judge(given);
    expect(signal.nominal?.probability).toBeLessThan(0.5);
    expect(signal.riskAdjusted?.probability).toBeGreaterThan(0.5);
    expect(signal.text).toMatch(/^(LEAN|ROTATE TO) CORPORATES \(bases disagree\)$/);
    expect(callTexts).toContain(signal.text);
    const isAssumed = judge({ ...given, settings: { ...given.settings, overrideBreak: true } });
    expect(isAssumed.text).toMatch(/ \(assumed; disagree\)$/);
    for (const text of callTexts) expect(text.length).toBeLessThanOrEqual(40);
    expect("ROTATE TO CORPORATES (assumed; disagree)").toHaveLength(40);
  });

  it("never has a probability while the data are at fault, and has one while only the edge is", () => {
    expect(confidenceOf(judge({ settings: { halfLife: 8 } }))).toBeNull();
    expect(confidenceOf(judge({ estimates: { ...goodData, reversion: wandering } }))).toBeNull();
    expect(
      confidenceOf(judge({ estimates: goodData, settings: { fairGap: bp(40) } })),
    ).not.toBeNull();
  });
});

describe("gapEstimates", () => {
  it("needs four values; a few weeks have no momentum, whose weight goes to the others", () => {
    expect(() => gapEstimates(G.slice(0, 3), history)).toThrow(
      calcError("missing", /has 3 values; 4 are needed/),
    );
    const daily = gapEstimates(
      Float64Array.from({ length: 36 }, (_, i) => 50 + (i % 5)),
      { ...history, periods: 252 },
    );
    const signal = rotationSignal(daily.last, daily, null, defaults, null);
    expect(signal.parts.momentum).toBeNull();
    expect(signal.score).toBe(signal.parts.value);
    expect(signal.text).toBe("HOLD: 36 obs < 756");
  });

  it("looks no further back than the window, and says how much of it there is", () => {
    expect([onG.window, onG.windowAsked]).toEqual([23, 60]);
    const longer = Float64Array.from([...Array.from({ length: 50 }, () => 500), ...G]);
    expect(gapEstimates(longer, { ...history, windowMonths: 23 })).toMatchObject({
      window: 23,
      centre: expect.closeTo(onG.centre, 9),
      volatility: expect.closeTo(onG.volatility, 9),
    });
  });

  it("does not move when rows are missing", () => {
    const gappy = Float64Array.from([...G].flatMap((gap) => [gap, NaN]));
    expect(gapEstimates(gappy, history)).toEqual(onG);
  });

  it("gives daily, weekly and monthly histories of one process the same verdict within bounds", () => {
    // One Ornstein–Uhlenbeck path: mean 55, half-life 6 months, volatility 30 bp/√year, ten years of
    // business days (252 a year), seen every day, every week and every month (21 days).
    const shock = normalStream(2026);
    const kept = 0.5 ** (1 / 126);
    const step = 30 * Math.sqrt((1 - kept * kept) / (2 * Math.LN2 * 2));
    let gap = 55;
    const daily = Float64Array.from(
      { length: 2520 },
      () => (gap = 55 + (gap - 55) * kept + step * shock()),
    );
    const every = (days: number) => daily.filter((_, i) => (daily.length - 1 - i) % days === 0);
    const [d, w, m] = (
      [
        [252, daily],
        [52, every(5)],
        [12, every(21)],
      ] as const
    ).map(([periods, values]) => {
      const estimates = gapEstimates(values, { ...history, periods });
      return {
        estimates,
        signal: rotationSignal(estimates.last, estimates, bp(-20), defaults, null),
      };
    }) as [Judged, Judged, Judged];
    for (const other of [w, m]) {
      expect(Math.abs(other.signal.score - d.signal.score)).toBeLessThan(0.15);
      expect(other.signal.towards).toBe(d.signal.towards);
      // Volatility of changes: sampling error of 60 monthly changes is 9%, four of them 37%.
      expect(Math.abs(other.estimates.volatility / d.estimates.volatility - 1)).toBeLessThan(0.37);
      expect(Math.abs(other.signal.z - d.signal.z)).toBeLessThan(0.4);
    }
    // The slip of counting rows instead of months: 36 daily rows are seven weeks.
    expect(
      rotationSignal(
        bp(40),
        gapEstimates(daily.slice(0, 36 + 70), { ...history, periods: 252 }),
        null,
        defaults,
        null,
      ).text,
    ).toBe("HOLD: 106 obs < 756");
  });
});

interface Judged {
  estimates: GapEstimates;
  signal: ReturnType<typeof rotationSignal>;
}

describe("rotationSignal, at the thresholds themselves", () => {
  const by = (settings: Partial<SignalSettings>, more: Given = {}) =>
    judge({
      estimates: goodData,
      ...more,
      settings: { minProbability: 0, cost: bp(0), ...settings },
    });
  const scoreAlone = { weightCarry: 0, weightMomentum: 0 };

  it("a score of exactly lean leans, of exactly enter rotates", () => {
    for (const gap of [50, 62]) {
      // Whether the switch would pay is not what is asked here.
      const { score } = by(scoreAlone, { gap });
      const size = Math.abs(score);
      const side = score > 0 ? "MBS" : "CORPORATES";
      const text = (lean: number, enter: number) =>
        by({ ...scoreAlone, lean, enter, cost: bp(-500) }, { gap }).text;
      expect(text(size, 1)).toBe(`LEAN ${side}`);
      expect(text(size / 2, size)).toBe(`ROTATE TO ${side}`);
      expect(text(size * 1.01, 1)).toBe("NEUTRAL");
    }
  });

  it("a score of 0 is neutral also without a band, and of no weights at all", () => {
    const nothing = { weightValue: 0, weightCarry: 0, weightMomentum: 0, lean: 0 };
    expect(by(nothing)).toMatchObject({ score: 0, text: "NEUTRAL" });
  });

  it("a gap that always moved alike has no momentum", () => {
    expect(
      by({}, { estimates: { ...goodData, quarter: { ago: bp(30), deviation: bp(0) } } }).parts
        .momentum,
    ).toBe(0);
  });

  it("an edge of exactly the cost and a probability of exactly the least open their gates", () => {
    const open = by({ ...scoreAlone, lean: 0 }, { gap: 20 });
    const { gross, probability } = judgedEdge(open) as { gross: number; probability: number };
    expect(
      by({ ...scoreAlone, lean: 0, minProbability: probability }, { gap: 20 }).gate,
    ).toBeNull();
    expect(
      by({ ...scoreAlone, lean: 0, minProbability: probability + 1e-9 }, { gap: 20 }).gate?.name,
    ).toBe("probability");
    const atCost = by({ ...scoreAlone, lean: 0, cost: bp(gross) }, { gap: 20 });
    expect(atCost.gate?.name).not.toBe("edge");
    expect(by({ ...scoreAlone, lean: 0, cost: bp(gross + 1e-6) }, { gap: 20 }).gate?.name).toBe(
      "edge",
    );
  });

  it("one override of three is enough for the word assumed", () => {
    for (const override of ["overrideHistory", "overrideReversion", "overrideBreak"] as const) {
      expect(by({ ...scoreAlone, lean: 0, [override]: true }, { gap: 20 }).text).toMatch(
        / \(assumed\)$/,
      );
    }
    expect(by({ ...scoreAlone, lean: 0 }, { gap: 20 }).text).not.toContain("assumed");
  });

  it("only a gap, a mean and a spread that all look like percent are held for their unit", () => {
    const gateOf = (last: number, mean: number, spread: number) =>
      judge({
        gap: last,
        estimates: { ...goodData, last: bp(last), mean: bp(mean), spread: bp(spread) },
      }).gate?.name;
    expect(gateOf(-0.4, 0.5, 0.2)).toBe("units");
    expect(gateOf(3, 0.5, 0.2)).not.toBe("units");
    expect(gateOf(0.4, -3, 0.2)).not.toBe("units");
    expect(gateOf(0.4, 0.5, 1)).not.toBe("units");
  });

  it("confidence stays when the edge or the probability holds, and goes with the data", () => {
    const held = by({ ...scoreAlone, lean: 0, minProbability: 1 }, { gap: 20 });
    expect(held.gate).toMatchObject({ name: "probability", ofData: false });
    expect(confidenceOf(held)).toBe(held.riskAdjusted?.probability);
    expect(confidenceOf(by(scoreAlone, { estimates: { ...goodData, n: 3 } }))).toBeNull();
    expect(
      confidenceOf(by(scoreAlone, { estimates: { ...goodData, reversion: wandering } })),
    ).toBeNull();
  });
});
