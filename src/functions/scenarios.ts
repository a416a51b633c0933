import { readSpread } from "../assumptions/humanValues";
import { valuedPool } from "../assumptions/poolAssumptions";
import { invalid } from "../calc/errors";
import { breakevenGap, breakevenRate } from "../calc/returns/breakevenGap";
import { FACTORS, nearestMove } from "../calc/returns/nearestMove";
import { probabilityWeighted } from "../calc/returns/probabilityWeighted";
import { exactGrid } from "../calc/returns/exactGrid";
import { scenarioGrid, type Scenario, type ScenarioRow } from "../calc/returns/scenarioGrid";
import { bp, years, type Bp, type Years } from "../calc/units";
import { assetRow } from "./terms/assetRow";
import { assumptionsTable } from "./terms/assumptionsTable";
import { basisPoints } from "./terms/basisPoints";
import { matrix } from "./excel/matrix";
import { cases } from "./excel/elementwise";
import {
  choice,
  optional,
  positive,
  required,
  tenor,
  yearsFromZero,
  zeroIsBlank,
} from "./excel/oneCell";
import { complete, isOmitted, sameLength } from "./excel/series";
import { card, finiteCell, forExcel } from "./excel/results";
import { table } from "./excel/tables";

/**
 * Mean, standard deviation and probability of a value below 0, over scenarios with probabilities.
 * @customfunction PROBWEIGHTED
 * @param {any[][]} values One value a scenario, one row or column, in any unit.
 * @param {any[][]} probabilities As many probabilities as decimals, which sum to 1.
 * @returns {any[][]} A card: mean and sd in the unit of the values, and the probability of a value below 0.
 */
export function probWeightedCard(values: any[][], probabilities: any[][]): any[][] {
  return forExcel(() => {
    const outcomes = complete(values, "values");
    const shares = complete(probabilities, "probabilities");
    sameLength({ values: outcomes, probabilities: shares });
    const { mean, sd, below0 } = probabilityWeighted(outcomes, shares);
    return card([
      ["mean", mean],
      ["sd", sd],
      ["probabilityBelow0", below0],
    ]);
  });
}

/**
 * By how much the gap must move until the horizon for an edge in carry to be lost, in basis points: (edge × horizon + cost) ÷ duration. One answer a row.
 * @customfunction BREAKEVENGAP
 * @param {any[][]} edgeBp Carry of one side over the other in basis points a year.
 * @param {any[][]} duration Spread duration in years.
 * @param {any[][]} horizon Horizon in years, 0 or more.
 * @param {any[][]} [cost] Cost, paid once, in basis points; 0 by default.
 * @returns {any[][]} Basis points of the gap of each row.
 */
export function breakevenGapCells(
  edgeBp: any[][],
  duration: any[][],
  horizon: any[][],
  cost?: any[][],
): any[][] {
  return forExcel(() =>
    cases<{ edgeBp: Bp; duration: Years; horizon: Years; cost: Bp }>(
      {
        edgeBp: { argument: edgeBp, reader: readSpread },
        duration: { argument: duration, reader: tenor },
        horizon: { argument: horizon, reader: yearsFromZero },
        cost: { argument: cost, reader: readSpread, otherwise: bp(0) },
      },
      (it) => breakevenGap(it.edgeBp, it.duration, it.horizon, it.cost),
    ),
  );
}

/**
 * Returns of mortgages, corporates and Treasuries in scenarios, to second order in rates, or valued again by "exact", which says how far second order is off. An asset is a row of yield, duration, convexity, spread duration, loss and aged.
 * @customfunction SCENARIOGRID
 * @param {any[][]} mbs The mortgages, one row: yield as a decimal, duration in years, convexity in years² (0), spread duration in years (the duration), loss in basis points a year (0), aged (TRUE; a pool: FALSE).
 * @param {any[][]} corporate The corporates, the same fields in the same units.
 * @param {any[][]} treasury The Treasury, the same fields in the same units.
 * @param {any[][]} scenarios Rows of rate shift, change of the MBS spread, change of the corporate spread in basis points, −1500 to 1500, and, for weighted means, probability as a decimal.
 * @param {any} [horizon] Horizon in years; 1 by default, 0 is at once.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @param {any} [method] "second order" (default), by durations and convexities; "exact": the same carry, and the change of a move valued again, of the mortgages by the model of MBSOAS for the pool of the assumptions, aged over the horizon to which rates and spread go evenly, of corporates and Treasury as bonds at par with their duration.
 * @param {any[][]} [assumptions] With "exact", the assumptions table: keys and values; the curve ust2 to ust30, the pool at pool.price or else at mbsOas, and what MBSOAS uses. Defaults where omitted.
 * @returns {any[][]} Rows of the three returns as decimals, MBS − corporate in basis points and the best asset; with probabilities a last row of their means. "exact" adds mbsError, corporateError and treasuryError, second order less exact in basis points.
 */
export function scenarioGridRows(
  mbs: any[][],
  corporate: any[][],
  treasury: any[][],
  scenarios: any[][],
  horizon?: any,
  headings?: any,
  method?: any,
  assumptions?: any[][],
): any[][] {
  return forExcel(() => {
    const assets = {
      mbs: assetRow(mbs, "mbs", 6),
      corporate: assetRow(corporate, "corporate", 6),
      treasury: assetRow(treasury, "treasury", 6),
    };
    const { moves, probabilities } = readScenarios(scenarios);
    const by = optional(method, "method", choice(METHODS), "second order");
    const at = optional(horizon, "horizon", yearsFromZero, years(1));
    const shown = (row: ScenarioRow) => [
      finiteCell(row.mbs),
      finiteCell(row.corporate),
      finiteCell(row.treasury),
      finiteCell(row.mbsMinusCorporate),
      row.best,
    ];
    if (by === "second order") {
      if (!isOmitted(assumptions, "assumptions")) {
        throw invalid(
          'assumptions are given; method must be "exact", second order has no use for them',
        );
      }
      const grid = scenarioGrid(assets, moves, at, probabilities);
      return table(COLUMNS, grid.map(shown), headings);
    }
    if (moves.length > MOST_EXACT) {
      throw invalid(
        `scenarios has ${moves.length} rows; it must have at most ${MOST_EXACT} where method is "exact"`,
      );
    }
    const pool = valuedPool(assumptionsTable(assumptions, "assumptions"));
    const grid = exactGrid(assets, pool, moves, at, probabilities);
    return table(
      [...COLUMNS, "mbsError", "corporateError", "treasuryError"],
      grid.map((row) => [
        ...shown(row),
        ...[row.mbsError, row.corporateError, row.treasuryError].map(finiteCell),
      ]),
      headings,
    );
  });
}

const METHODS = ["second order", "exact"] as const;
const COLUMNS = ["mbs", "corporate", "treasury", "mbsMinusCorporate", "best"];

const MOVES = ["rate shift", "MBS spread", "corporate spread"] as const;
/** No year has had more. */
const moveReader = basisPoints(-1_500, 1_500);
/** Each scenario values the pool again, in some 3 ms. */
const MOST_EXACT = 100;

/** Moves of scenarios, and their probabilities where there is a fourth column. */
function readScenarios(scenarios: any[][]) {
  const rows = matrix(scenarios, "scenarios");
  const columns = rows[0]?.length ?? 0;
  if (columns !== 3 && columns !== 4) {
    throw invalid(
      `scenarios has ${columns} columns; it must have 3 or 4: rate shift, MBS spread, corporate spread, probability`,
    );
  }
  rows.forEach((row, i) => {
    MOVES.forEach((what, j) => {
      moveReader(row[j] as number, `scenarios, row ${i + 1}, ${what},`);
    });
  });
  const moves = rows.map(([rateShift, mbsSpread, corporateSpread]) => ({
    rateShift,
    mbsSpread,
    corporateSpread,
  })) as unknown as Scenario[];
  return { moves, probabilities: columns === 4 ? rows.map((row) => row[3] as number) : null };
}

/**
 * The parallel shifts of rates after which two assets have returned the same, in basis points, spreads unchanged: two, one, or #N/A. To second order: an approximation within about 100 basis points.
 * @customfunction BREAKEVENRATE
 * @param {any[][]} assetA One asset, one row: yield as a decimal, duration in years, convexity in years² (0), spread duration in years (the duration), loss in basis points a year (0), aged (TRUE; a pool: FALSE).
 * @param {any[][]} assetB The other, the same fields in the same units.
 * @param {any} [horizon] Horizon in years; 1 by default, 0 is at once.
 * @param {any} [range] Shifts up to this size are looked for, in basis points; 300 by default.
 * @returns {any[][]} One row of shifts in basis points, rising.
 */
export function breakevenRateRow(
  assetA: any[][],
  assetB: any[][],
  horizon?: any,
  range?: any,
): any[][] {
  return forExcel(() => [
    breakevenRate(
      assetRow(assetA, "assetA", 6),
      assetRow(assetB, "assetB", 6),
      optional(horizon, "horizon", yearsFromZero, years(1)),
      bp(optional(range, "range", zeroIsBlank(positive("basis points"), 300), 300)),
    ).map(finiteCell),
  ]);
}

/**
 * What must happen for asset B to return more than asset A: of all joint moves of rate, spreads and speed that do it, the nearest in Mahalanobis distance. To second order in rates; the probability is that of B being ahead, moves being normal.
 * @customfunction WHATMUSTHAPPEN
 * @param {any[][]} assetA The asset that is held, one row: yield as a decimal, duration in years, convexity in years² (0), spread duration in years (the duration), loss in basis points a year (0), aged (TRUE; a pool: FALSE), return in basis points when speeds are 10% faster (0).
 * @param {any[][]} assetB The asset that is to come out ahead, the same fields in the same units.
 * @param {any} horizon Horizon in years, 0 or more.
 * @param {any[][]} sds Standard deviations over the horizon: rate, spread A and spread B in basis points, speed in percent.
 * @param {any[][]} correlations Their correlations in the same order, 4 rows of 4 decimals.
 * @param {any} [target] By how much B is to be ahead, in basis points; 0 by default.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of factor, move (basis points, percent of speed) and the move in standard deviations; then distance in standard deviations and probability as a decimal.
 */
export function whatMustHappenRows(
  assetA: any[][],
  assetB: any[][],
  horizon: any,
  sds: any[][],
  correlations: any[][],
  target?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const { moves, inSds, distance, probability } = nearestMove(
      assetRow(assetA, "assetA", 7),
      assetRow(assetB, "assetB", 7),
      required(horizon, "horizon", yearsFromZero),
      { sds: complete(sds, "sds"), correlations: matrix(correlations, "correlations") },
      optional(target, "target", readSpread, bp(0)),
    );
    return table(
      ["factor", "move", "sds"],
      [
        ...FACTORS.map((name, i) => [
          name,
          finiteCell(moves[i] as number),
          finiteCell(inSds[i] as number),
        ]),
        ["distance", finiteCell(distance), ""],
        ["probability", finiteCell(probability), ""],
      ],
      headings,
    );
  });
}
