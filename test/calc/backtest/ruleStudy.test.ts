import { backtestVariant, ruleStudy, type RuleVariant } from "../../../src/calc/backtest/ruleStudy";
import { deflatedSharpe, momentsOf, sharpeRatio } from "../../../src/calc/backtest/sharpe";
import { normalStream } from "../../../src/calc/numeric/random";
import { atOnce } from "../../../src/calc/numeric/sliced";
import { bp, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const VARIANT: RuleVariant = {
  window: 24,
  enter: 1,
  exit: 0.5,
  lag: 1,
  cost: bp(2),
  mbsDuration: years(5.6),
  corporateDuration: years(6.1),
};
const bootstrap = { block: 6, draws: 200, seed: 1 };
const alone = { tried: [VARIANT], trials: 1, bootstrap };

/** A gap that comes back to 40 bp, or wanders off; the corporate spread stays. */
function pair(months: number, persistence: number, seed: number) {
  const shock = normalStream(seed);
  let gap = 0;
  const mbs = Float64Array.from(
    { length: months },
    () => 100 + (gap = persistence * gap + 5 * shock()),
  );
  return { mbs, corporate: mbs.map(() => 60), periods: 12 };
}

const study = (spreads = pair(240, 0.5, 3), settings = alone) =>
  atOnce(ruleStudy(spreads, VARIANT, settings));

describe("the study of a rule", () => {
  it("is beyond luck where the gap comes back, and not where it wanders", () => {
    expect(study().beyondLuck).toBe(true);
    expect(study(pair(240, 1, 3)).beyondLuck).toBe(false);
  });

  it("says the same of the same arguments, and its Sharpe ratio is that of its net", () => {
    const it = study();
    expect(study()).toEqual(it);
    expect(it.sharpe).toBe(sharpeRatio(it.backtest.path.net, 12));
    expect(it.low).toBeLessThan(it.sharpe);
    expect(it.high).toBeGreaterThan(it.sharpe);
  });

  it("has thirds that follow on from each other and add up to the whole", () => {
    const { thirds, backtest } = study();
    expect(thirds.length).toBe(3);
    expect(thirds[1]?.first).toBe((thirds[0]?.last ?? 0) + 1);
    expect(thirds[2]?.first).toBe((thirds[1]?.last ?? 0) + 1);
    expect(thirds[2]?.last).toBe(239);
    expect(thirds.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(backtest.net, 9);
  });

  it("is deflated by the variants tried: by how many, and by how they differ", () => {
    const tried = [VARIANT, { ...VARIANT, enter: 1.5 }, { ...VARIANT, window: 36 }];
    const spreads = pair(240, 0.9, 5);
    const one = study(spreads);
    const many = study(spreads, { ...alone, tried, trials: 3 });
    const more = study(spreads, { ...alone, tried, trials: 30 });
    expect(one.deflated).toBe(one.alone);
    expect(many.alone).toBe(one.alone);
    expect(many.deflated).toBeLessThan(one.deflated);
    expect(more.deflated).toBeLessThan(many.deflated);
    // The window of 36 rows counts from row 37 on, and the others are compared from there.
    const ratios = tried.map((it) =>
      sharpeRatio(backtestVariant(spreads, it).path.net.slice(37), 1),
    );
    const { deviation } = momentsOf(Float64Array.from(ratios));
    const { n, skew, kurtosis } = momentsOf(many.backtest.path.net);
    const sharpe = many.sharpe / Math.sqrt(12);
    const evidence = { sharpe, n, skew, kurtosis, trials: 3, variance: deviation ** 2 };
    expect(many.deflated).toBeCloseTo(deflatedSharpe(evidence), 12);
  });

  it("tells the probability of overfitting only of a choice, on rows enough", () => {
    const tried = [VARIANT, { ...VARIANT, enter: 1.5 }];
    expect(study().overfitting).toBeNull();
    expect(study(pair(40, 0.5, 3), { ...alone, tried, trials: 2 }).overfitting).toBeNull();
    const chosen = study(pair(240, 0.5, 3), { ...alone, tried, trials: 2 }).overfitting;
    expect(chosen).toBeGreaterThanOrEqual(0);
    expect(chosen).toBeLessThanOrEqual(1);
  });

  it("does not look ahead: a random walk earns nothing on average", () => {
    // A wide gap has more carry, which is no foresight: it is nothing beside so long a duration.
    const steep = { ...VARIANT, cost: bp(0), mbsDuration: years(1e6) };
    const ratios = Array.from({ length: 200 }, (_, i) =>
      sharpeRatio(backtestVariant(pair(240, 1, 100 + i), steep).path.net, 12),
    );
    const { mean, deviation } = momentsOf(Float64Array.from(ratios));
    expect(Math.abs(mean)).toBeLessThan((3 * deviation) / Math.sqrt(ratios.length));
  });

  it("works in slices that add up to draws × rows", () => {
    const work = ruleStudy(pair(240, 0.5, 3), VARIANT, {
      ...alone,
      bootstrap: { ...bootstrap, draws: 2_000 },
    });
    let looked = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) looked += step.value;
    const rows = step.value.backtest.rows;
    expect(looked).toBeGreaterThan(2_000 * rows - 20_000 - rows);
    expect(looked).toBeLessThanOrEqual(2_000 * rows);
  });

  it("names a variant tried earlier that these histories cannot judge", () => {
    const tried = [VARIANT, { ...VARIANT, window: 400 }];
    expect(() => study(pair(240, 0.5, 3), { ...alone, tried, trials: 2 })).toThrow(
      calcError(
        "missing",
        /the variant tried as number 2: no row has both a signal 1 rows before it/,
      ),
    );
  });

  it("refuses a history that is too short for its window", () => {
    expect(() => study(pair(30, 0.5, 3))).toThrow(
      calcError(
        "missing",
        /5 rows have a position and a return; 12 or more are needed.*window of 24/,
      ),
    );
  });
});
