import fc from "fast-check";
import { amount } from "../../support/amount";
import { probabilityWeighted } from "../../../src/calc/returns/probabilityWeighted";
import { scenarioGrid, type Scenario } from "../../../src/calc/returns/scenarioGrid";
import { bp, years } from "../../../src/calc/units";
import { asset, CORPORATE, MBS, TREASURY } from "../../support/assets";
import { calcError } from "../../support/errors";

const ASSETS = { mbs: MBS, corporate: CORPORATE, treasury: TREASURY };
/** Shift, MBS and corporate spread; returns in percent, difference in basis points; the best. */
const GRID = [
  [-100, 15, 10, "8.99", "9.37", "8.97", "-37.9", "corporate"],
  [-50, 5, 0, "7.35", "7.16", "6.42", "19.0", "MBS"],
  [0, 0, 0, "5.03", "4.55", "3.97", "47.6", "MBS"],
  [50, 0, 0, "2.03", "2.06", "1.62", "-3.0", "corporate"],
  [100, 5, 10, "-1.65", "-0.83", "-0.63", "-81.9", "Treasury"],
] as const;
const PROBABILITIES = [0.1, 0.25, 0.35, 0.2, 0.1];
const scenario = ([shift, mbs, corporate]: readonly [number, number, number, ...unknown[]]) => ({
  rateShift: bp(shift),
  mbsSpread: bp(mbs),
  corporateSpread: bp(corporate),
});
const SCENARIOS: readonly Scenario[] = GRID.map(scenario);
const year = years(1);

describe("scenarioGrid", () => {
  const grid = scenarioGrid(ASSETS, SCENARIOS, year, PROBABILITIES);

  it("is the grid of the method notes", () => {
    const percent = (value: number) => (100 * value).toFixed(2);
    const shown = grid
      .slice(0, -1)
      .map((row) => [
        percent(row.mbs),
        percent(row.corporate),
        percent(row.treasury),
        row.mbsMinusCorporate.toFixed(1),
        row.best,
      ]);
    expect(shown).toEqual(GRID.map((row) => row.slice(3)));
  });

  it("ends with the means: +8.8 bp with a deviation of 40.3, where no change says +47.6", () => {
    const means = grid.at(-1);
    expect(grid.length).toBe(6);
    expect([means?.mbs, means?.corporate].map((it) => (100 * Number(it)).toFixed(2))).toEqual([
      "4.74",
      "4.65",
    ]);
    expect(means?.mbsMinusCorporate.toFixed(1)).toBe("8.8");
    const differences = grid.slice(0, -1).map((row) => row.mbsMinusCorporate);
    const { mean, sd, below0 } = probabilityWeighted(differences, PROBABILITIES);
    expect([mean.toFixed(1), sd.toFixed(1), below0.toFixed(2)]).toEqual(["8.8", "40.3", "0.40"]);
    expect(mean).toBeCloseTo(means?.mbsMinusCorporate as number, 10);
  });

  it("without probabilities has no means", () => {
    expect(scenarioGrid(ASSETS, SCENARIOS, year, null)).toEqual(grid.slice(0, -1));
  });

  it("mirrors: mortgages and corporates exchanged turn the difference round", () => {
    const move = amount(-150, 150);
    fc.assert(
      fc.property(move, move, move, (shift, one, other) => {
        const there = scenarioGrid(ASSETS, [scenario([shift, one, other])], year, null);
        const back = scenarioGrid(
          { ...ASSETS, mbs: CORPORATE, corporate: MBS },
          [scenario([shift, other, one])],
          year,
          null,
        );
        expect(there[0]?.mbsMinusCorporate).toBe(0 - Number(back[0]?.mbsMinusCorporate));
      }),
    );
  });

  it("names all the best where they are equal", () => {
    const same = { mbs: MBS, corporate: MBS, treasury: TREASURY };
    expect(scenarioGrid(same, [scenario([0, 0, 0])], year, null)[0]?.best).toBe("MBS = corporate");
  });

  it("names the asset that does not outlast the horizon", () => {
    const short = { ...ASSETS, treasury: asset(0.04, 0.9, 1, true) };
    expect(() => scenarioGrid(short, SCENARIOS, year, null)).toThrow(
      calcError("invalid", /treasury: horizon is 1 years but duration is 0\.9/),
    );
  });
});

describe("probabilityWeighted", () => {
  it("refuses what is no distribution", () => {
    expect(() => probabilityWeighted([1, 2], [0.5, 0.4])).toThrow(
      calcError("invalid", /probabilities sum to 0\.9; they must sum to 1/),
    );
    expect(() => probabilityWeighted([1, 2], [1.5, -0.5])).toThrow(
      calcError("invalid", /probabilities, row 1, is 1\.5; it must be a probability from 0 to 1/),
    );
    expect(() => probabilityWeighted([1, 2], [0.5, 0.5 + 9e-7])).not.toThrow();
    expect(() => probabilityWeighted([1, 2], [0.5, 0.5 + 2e-6])).toThrow();
  });

  it("has the mean of a shifted and scaled value, and its deviation scaled", () => {
    const value = amount(-100, 100);
    fc.assert(
      fc.property(fc.tuple(value, value, value), value, value, (values, shift, scale) => {
        const shares = [0.2, 0.3, 0.5];
        const plain = probabilityWeighted(values, shares);
        const moved = probabilityWeighted(
          values.map((it) => scale * it + shift),
          shares,
        );
        expect(moved.mean).toBeCloseTo(scale * plain.mean + shift, 8);
        expect(moved.sd).toBeCloseTo(Math.abs(scale) * plain.sd, 8);
      }),
    );
  });
});
