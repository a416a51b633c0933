import { bp, rate, type Bp, type Rate, type Years } from "../units";
import { assetResponse, type Asset } from "./asset";
import type { ExactChange } from "./exactReturn";
import { returnAfter } from "./horizonReturn";
import { requireDistribution } from "./probabilityWeighted";

/** One thing that may happen. */
export interface Scenario {
  /** Parallel change of the Treasury curve. */
  readonly rateShift: Bp;
  readonly mbsSpread: Bp;
  readonly corporateSpread: Bp;
}

/** What the three assets return in a scenario, or on average over all. */
export interface ScenarioRow {
  readonly mbs: Rate;
  readonly corporate: Rate;
  readonly treasury: Rate;
  readonly mbsMinusCorporate: Bp;
  /** The asset that returns most; of equal ones all. */
  readonly best: string;
}

/** The three assets that are compared. */
export interface ThreeAssets {
  readonly mbs: Asset;
  readonly corporate: Asset;
  readonly treasury: Asset;
}

/** What a move adds to the return of each, valued again. */
export type ExactChanges = Readonly<Record<keyof ThreeAssets, ExactChange>>;

/**
 * Returns of mortgages, corporates and Treasuries in each scenario, to second order in rates; with
 * probabilities a last row of their means. How far that is off, valued again, `exactGrid` says.
 *
 * @param assets - The three.
 * @param scenarios - Moves in basis points; the Treasury has no spread to move.
 * @param horizon - Years.
 * @param probabilities - One a scenario, summing to 1; null for none.
 * @param exact - What moves add to each return; null: to second order.
 * @returns A row a scenario, in order, and the means where there are probabilities.
 * @throws CalcError `invalid` when an aged asset does not outlast the horizon, or the probabilities
 * are no distribution.
 *
 * @example
 * const asset = (yld, duration, convexity, lossBp, aged) => ({ yld, duration, convexity, spreadDuration: null, lossBp, aged, speedBp: 0 });
 * const assets = { mbs: asset(0.0503, 5.6, -160, 0, false), corporate: asset(0.0459, 6.1, 45, 3.6, true), treasury: asset(0.0397, 5.8, 40, 0, true) };
 * scenarioGrid(assets, [{ rateShift: 50, mbsSpread: 0, corporateSpread: 0 }], 1, null)[0].mbsMinusCorporate.toFixed(1); // => "-3.0"
 */
export function scenarioGrid(
  assets: ThreeAssets,
  scenarios: readonly Scenario[],
  horizon: Years,
  probabilities: readonly number[] | null,
  exact: ExactChanges | null = null,
): ScenarioRow[] {
  if (probabilities !== null) requireDistribution(probabilities, "probabilities");
  const returnOf = (name: keyof ThreeAssets) => {
    const response = assetResponse(assets[name], horizon, name);
    return (rateShift: Bp, spreadChange: Bp) =>
      exact === null
        ? returnAfter(response, rateShift, spreadChange)
        : rate(response.still + exact[name](rateShift, spreadChange));
  };
  const [mbs, corporate, treasury] = [returnOf("mbs"), returnOf("corporate"), returnOf("treasury")];
  const rows = scenarios.map((it) =>
    rowOf(
      mbs(it.rateShift, it.mbsSpread),
      corporate(it.rateShift, it.corporateSpread),
      treasury(it.rateShift, bp(0)),
    ),
  );
  if (probabilities === null) return rows;
  const mean = (of: (row: ScenarioRow) => number) =>
    rate(rows.reduce((sum, row, i) => sum + (probabilities[i] as number) * of(row), 0));
  const means = rowOf(
    mean((row) => row.mbs),
    mean((row) => row.corporate),
    mean((row) => row.treasury),
  );
  return [...rows, means];
}

const rowOf = (mbs: Rate, corporate: Rate, treasury: Rate): ScenarioRow => ({
  mbs,
  corporate,
  treasury,
  mbsMinusCorporate: bp((mbs - corporate) * 10_000),
  best: bestOf([
    ["MBS", mbs],
    ["corporate", corporate],
    ["Treasury", treasury],
  ]),
});

/** Returns closer than this are one: their difference is the arithmetic's. */
const SAME = 1e-13;

function bestOf(returns: readonly (readonly [string, Rate])[]): string {
  const most = Math.max(...returns.map(([, value]) => value));
  return returns
    .filter(([, value]) => value >= most - SAME)
    .map(([name]) => name)
    .join(" = ");
}
