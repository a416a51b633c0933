import type { PricedPool } from "../oas/couponStack";
import { bp, type Bp, type Years } from "../units";
import { bondChange, poolChange } from "./exactReturn";
import { scenarioGrid, type Scenario, type ScenarioRow, type ThreeAssets } from "./scenarioGrid";

/** A row of a grid that is valued again, and how far second order is from it: second order less exact. */
export interface ExactRow extends ScenarioRow {
  readonly mbsError: Bp;
  readonly corporateError: Bp;
  readonly treasuryError: Bp;
}

/**
 * Returns of mortgages, corporates and Treasuries in each scenario, valued again: carry as the assets have it,
 * and the change of a pool by its model, of bonds at par by their price.
 *
 * @param assets - The three.
 * @param pool - The pool that stands for the mortgages, its model and its price.
 * @param scenarios - Moves in basis points; the Treasury has no spread to move.
 * @param horizon - Years, whole months.
 * @param probabilities - One a scenario, summing to 1; null for none.
 * @returns A row a scenario, in order, and the means where there are probabilities.
 * @throws CalcError `invalid` as `scenarioGrid`, `bondChange` and `poolChange` do.
 */
export function exactGrid(
  assets: ThreeAssets,
  pool: PricedPool,
  scenarios: readonly Scenario[],
  horizon: Years,
  probabilities: readonly number[] | null,
): ExactRow[] {
  const second = scenarioGrid(assets, scenarios, horizon, probabilities);
  const exact = scenarioGrid(assets, scenarios, horizon, probabilities, {
    mbs: poolChange(pool, horizon),
    corporate: bondChange(assets.corporate, horizon, "corporate"),
    treasury: bondChange(assets.treasury, horizon, "treasury"),
  });
  return exact.map((row, i) => {
    const error = (name: keyof ThreeAssets) =>
      bp(10_000 * ((second[i] as ScenarioRow)[name] - row[name]));
    return {
      ...row,
      mbsError: error("mbs"),
      corporateError: error("corporate"),
      treasuryError: error("treasury"),
    };
  });
}
