/* What a spread has to pay for: convexity, a widening, default, capital; and what it is after that. */
import { readFlag, readNumber, readRate, readSpread } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import {
  adjustedSpread,
  capitalCost,
  convexityCost,
  expectedLoss,
  type SpreadCharges,
} from "../calc/spread/adjustment";
import { breakevenWidening, dts } from "../calc/spread/breakevenWidening";
import { bp, years, type Bp, type Rate, type Years } from "../calc/units";
import { cases } from "./excel/elementwise";
import { tenor, zeroIsBlank } from "./excel/oneCell";
import { complete, sameLength } from "./excel/series";
import { finiteCell, forExcel } from "./excel/results";

/**
 * What convexity costs a year at a given volatility: −½·C·σ². A check on an option cost that needs no model; below 0 it is a gain.
 * @customfunction CONVEXITYCOST
 * @param {any[][]} convexity Convexity in years², raw: −160, not −1.6 as screens show it.
 * @param {any[][]} volBp Volatility of the yield in basis points per √year, for example 90.
 * @returns {any[][]} The cost of each row in basis points a year.
 */
export function convexityCostCells(convexity: any[][], volBp: any[][]): any[][] {
  return forExcel(() =>
    cases<{ convexity: number; volBp: Bp }>(
      {
        convexity: { argument: convexity, reader: readNumber },
        volBp: { argument: volBp, reader: readSpread },
      },
      (it) => convexityCost(it.convexity, it.volBp),
    ),
  );
}

/**
 * By how much a spread may widen until the horizon before its carry is gone.
 * @customfunction BREAKEVENWIDENING
 * @param {any[][]} spread Spread in basis points.
 * @param {any[][]} duration Spread duration in years.
 * @param {any[][]} [horizon] Horizon in years; 1 by default.
 * @param {any[][]} [rollBp] Roll down the curve over the horizon in basis points; 0 by default.
 * @param {any[][]} [aged] TRUE (default): the duration is shorter by the horizon when the spread widens; FALSE: it is today's. In years either way.
 * @returns {any[][]} The breakeven widening of each row in basis points.
 */
export function breakevenWideningCells(
  spread: any[][],
  duration: any[][],
  horizon?: any[][],
  rollBp?: any[][],
  aged?: any[][],
): any[][] {
  return forExcel(() =>
    cases<{ spread: Bp; duration: Years; horizon: Years; roll: Bp; aged: boolean }>(
      {
        spread: { argument: spread, reader: readSpread },
        duration: { argument: duration, reader: tenor },
        horizon: { argument: horizon, reader: zeroIsBlank(tenor, years(1)), otherwise: years(1) },
        roll: { argument: rollBp, reader: readSpread, otherwise: bp(0) },
        aged: { argument: aged, reader: readFlag, otherwise: true },
      },
      (it) => breakevenWidening(it.spread, it.duration, it),
    ),
  );
}

/**
 * Duration times spread, in years × percent: proportional to a corporate bond's volatility of excess return. Do not compare it with mortgages' on option-adjusted spread, where a small residual would say "riskless".
 * @customfunction DTS
 * @param {any[][]} duration Spread duration in years; one cell, or one row or column of positions.
 * @param {any[][]} spread Spread in basis points, as many.
 * @param {any[][]} [weights] Market values or shares, any scale (a fraction or an amount), as many; needed for more than one position.
 * @returns {any} Years × percent: 6.1 years and 62 basis points are 3.782.
 */
export function dtsCell(duration: any[][], spread: any[][], weights?: any[][]): any {
  return forExcel(() => {
    const durations = complete(duration, "duration");
    const spreads = complete(spread, "spread");
    const shares = weights == null ? null : complete(weights, "weights");
    if (shares === null && durations.length > 1) {
      throw invalid(
        `duration has ${durations.length} positions; weights are needed for more than one`,
      );
    }
    sameLength({ duration: durations, spread: spreads, weights: shares ?? durations });
    return finiteCell(dts(durations, spreads, shares ?? [1]));
  });
}

/**
 * What defaults cost a year on average: probability of default × loss given default.
 * @customfunction EXPECTEDLOSS
 * @param {any[][]} pd Probability of default a year as a decimal, for example 0.0006.
 * @param {any[][]} lossGivenDefault Share of the face value lost as a decimal, for example 0.6.
 * @returns {any[][]} The expected loss of each row in basis points a year.
 */
export function expectedLossCells(pd: any[][], lossGivenDefault: any[][]): any[][] {
  return forExcel(() =>
    cases<{ pd: Rate; lossGivenDefault: Rate }>(
      {
        pd: { argument: pd, reader: readRate },
        lossGivenDefault: { argument: lossGivenDefault, reader: readRate },
      },
      (it) => expectedLoss(it.pd, it.lossGivenDefault),
    ),
  );
}

/**
 * What regulatory capital costs a bank a year: risk weight × capital ratio × (hurdle − funding).
 * @customfunction CAPITALCOST
 * @param {any[][]} riskWeight Risk weight as a decimal: 0.2 for agency MBS, 1 for corporates.
 * @param {any[][]} capitalRatio Capital per unit of risk-weighted assets as a decimal, for example 0.1.
 * @param {any[][]} hurdle Return asked of capital as a decimal, for example 0.12.
 * @param {any[][]} funding Cost of the funding that capital replaces as a decimal, for example 0.04.
 * @returns {any[][]} The cost of each row in basis points a year.
 */
export function capitalCostCells(
  riskWeight: any[][],
  capitalRatio: any[][],
  hurdle: any[][],
  funding: any[][],
): any[][] {
  return forExcel(() =>
    cases<{ riskWeight: number; capitalRatio: Rate; hurdle: Rate; funding: Rate }>(
      {
        riskWeight: { argument: riskWeight, reader: readNumber },
        capitalRatio: { argument: capitalRatio, reader: readRate },
        hurdle: { argument: hurdle, reader: readRate },
        funding: { argument: funding, reader: readRate },
      },
      (it) => capitalCost(it.riskWeight, it.capitalRatio, it.hurdle, it.funding),
    ),
  );
}

/**
 * A spread after what it pays for: options, defaults, downgrades, liquidity and capital.
 * @customfunction ADJSPREAD
 * @param {any[][]} spread Spread in basis points.
 * @param {any[][]} [optionCost] Option cost in basis points: nominal − OAS for a nominal spread, 0 for an OAS; 0 by default.
 * @param {any[][]} [expectedLoss] Expected loss in basis points a year; 0 by default.
 * @param {any[][]} [migration] Downgrades and forced sales in basis points a year; 0 by default.
 * @param {any[][]} [liquidity] Liquidity charge in basis points; 0 by default.
 * @param {any[][]} [capital] Capital charge in basis points; 0 by default.
 * @returns {any[][]} The adjusted spread of each row in basis points.
 */
export function adjSpreadCells(
  spread: any[][],
  optionCost?: any[][],
  expectedLoss?: any[][],
  migration?: any[][],
  liquidity?: any[][],
  capital?: any[][],
): any[][] {
  return forExcel(() => {
    const charge = (argument: any) => ({ argument, reader: readSpread, otherwise: bp(0) });
    return cases<SpreadCharges & { spread: Bp }>(
      {
        spread: { argument: spread, reader: readSpread },
        optionCost: charge(optionCost),
        expectedLoss: charge(expectedLoss),
        migration: charge(migration),
        liquidity: charge(liquidity),
        capital: charge(capital),
      },
      (it) => adjustedSpread(it.spread, it),
    );
  });
}
