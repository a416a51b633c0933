import { readNumber, readRate, readSpread } from "../assumptions/humanValues";
import { invalid, missing } from "../calc/errors";
import { positionSize } from "../calc/trade/positionSize";
import { switchReturn, type SwitchOutcome } from "../calc/trade/switchReturn";
import { durationRatio, SWITCH_METHODS, volatilityRatio } from "../calc/trade/switchRatio";
import { tradeCost, type SwitchLegs } from "../calc/trade/tradeCost";
import { bp, rate, years, type Bp, type Years } from "../calc/units";
import { cases } from "./excel/elementwise";
import { choice, optional, required, tenor, yearsFromZero, type Reader } from "./excel/oneCell";
import { finiteCell, forExcel } from "./excel/results";

const spreadAboveZero: Reader<Bp> = (written, where) => {
  const value = readSpread(written, where);
  if (!(value > 0))
    throw invalid(`${where} is ${value}; it must be a number of basis points above 0`);
  return value;
};

/**
 * Size of a switch as a share of what could be switched: a fraction of Kelly's size, within a cap and a tracking-error budget; 0 when the edge is 0 or below.
 * @customfunction POSITIONSIZE
 * @param {any} edge Expected result after costs over the horizon, in basis points.
 * @param {any} sd Its standard deviation over the horizon, in basis points.
 * @param {any} [kelly] Share of Kelly's size that is dared, a decimal; 0.25 by default.
 * @param {any} [cap] Most that is taken, a decimal; 1 (all) by default.
 * @param {any} [trackingError] Tracking-error budget in basis points a year; none by default.
 * @param {any} [horizon] Horizon of edge and deviation in years; 1 by default.
 * @returns {any} The share, a decimal.
 */
export function positionSizeCell(
  edge: any,
  sd: any,
  kelly?: any,
  cap?: any,
  trackingError?: any,
  horizon?: any,
): any {
  return forExcel(() =>
    finiteCell(
      positionSize({
        edge: required(edge, "edge", readSpread),
        sd: required(sd, "sd", spreadAboveZero),
        kelly: optional(kelly, "kelly", readRate, rate(0.25)),
        cap: optional(cap, "cap", readNumber, 1),
        trackingError: optional(trackingError, "trackingError", spreadAboveZero, null),
        horizon: optional(horizon, "horizon", tenor, years(1)),
      }),
    ),
  );
}

interface Ratio {
  readonly marketValue: number;
  readonly durationFrom: Years;
  readonly durationTo: Years;
  readonly method: (typeof SWITCH_METHODS)[number];
  readonly volFrom: Bp | null;
  readonly volTo: Bp | null;
  readonly beta: number;
}

/**
 * Market value to take on in a switch so that interest-rate risk, or spread risk, stays as it was. One answer a row.
 * @customfunction SWITCHRATIO
 * @param {any[][]} marketValue Market value given up, in any currency.
 * @param {any[][]} durationFrom Duration of what is given up, in years.
 * @param {any[][]} durationTo Duration of what is taken on, in years.
 * @param {any[][]} [method] "duration" (default), or "vol": duration × volatility of the spread.
 * @param {any[][]} [volFrom] Volatility of the spread given up in basis points per √year, for "vol".
 * @param {any[][]} [volTo] Volatility of the spread taken on in basis points per √year, for "vol".
 * @param {any[][]} [beta] For "vol": a multiple of the ratio of the volatilities, a plain number; 1 by default.
 * @returns {any[][]} Market value to take on, in the same currency, of each row.
 */
export function switchRatioCells(
  marketValue: any[][],
  durationFrom: any[][],
  durationTo: any[][],
  method?: any[][],
  volFrom?: any[][],
  volTo?: any[][],
  beta?: any[][],
): any[][] {
  return forExcel(() =>
    cases<Ratio>(
      {
        marketValue: { argument: marketValue, reader: readNumber },
        durationFrom: { argument: durationFrom, reader: yearsFromZero },
        durationTo: { argument: durationTo, reader: tenor },
        method: { argument: method, reader: choice(SWITCH_METHODS), otherwise: "duration" },
        volFrom: { argument: volFrom, reader: readSpread, otherwise: null },
        volTo: { argument: volTo, reader: readSpread, otherwise: null },
        beta: { argument: beta, reader: readNumber, otherwise: 1 },
      },
      ratioOf,
    ),
  );
}

function ratioOf(ratio: Ratio): number {
  const { marketValue, durationFrom, durationTo, method, volFrom, volTo, beta } = ratio;
  if (method === "duration") return durationRatio(marketValue, durationFrom, durationTo);
  if (volFrom === null) throw missing('volFrom is blank; method "vol" needs it');
  if (volTo === null) throw missing('volTo is blank; method "vol" needs it');
  return volatilityRatio(
    marketValue,
    { duration: durationFrom, vol: volFrom },
    { duration: durationTo, vol: volTo },
    beta,
  );
}

/**
 * Cost of a switch: half of each leg's round trip. One answer a row.
 * @customfunction TRADECOST
 * @param {any[][]} mvFrom Market value given up, in any currency.
 * @param {any[][]} mvTo Market value taken on, in the same currency.
 * @param {any[][]} centsFrom Round-trip cost of what is given up, in cents per 100 of market value.
 * @param {any[][]} centsTo Round-trip cost of what is taken on, in cents per 100 of market value.
 * @returns {any[][]} The cost of each row in the same currency.
 */
export function tradeCostCells(
  mvFrom: any[][],
  mvTo: any[][],
  centsFrom: any[][],
  centsTo: any[][],
): any[][] {
  return forExcel(() => {
    const amount = (argument: any) => ({ argument, reader: readNumber });
    return cases<SwitchLegs>(
      {
        mvFrom: amount(mvFrom),
        mvTo: amount(mvTo),
        centsFrom: amount(centsFrom),
        centsTo: amount(centsTo),
      },
      tradeCost,
    );
  });
}

/**
 * What a duration-neutral switch has earned, in basis points of what was given up: spread changes, the carry given up, the cost. One answer a row.
 * @customfunction SWITCHPNL
 * @param {any[][]} durationFrom Spread duration of what was given up, in years.
 * @param {any[][]} durationTo Spread duration of what was taken on, in years.
 * @param {any[][]} spreadFrom Spread given up at the start, in basis points.
 * @param {any[][]} spreadTo Spread taken on at the start, in basis points.
 * @param {any[][]} spreadChangeFrom Change of the spread given up, in basis points.
 * @param {any[][]} spreadChangeTo Change of the spread taken on, in basis points.
 * @param {any[][]} horizon Time since the switch, in years.
 * @param {any[][]} [cost] Cost of the switch in basis points of what was given up; 0 by default.
 * @returns {any[][]} Basis points of the market value given up, of each row.
 */
export function switchPnlCells(
  durationFrom: any[][],
  durationTo: any[][],
  spreadFrom: any[][],
  spreadTo: any[][],
  spreadChangeFrom: any[][],
  spreadChangeTo: any[][],
  horizon: any[][],
  cost?: any[][],
): any[][] {
  return forExcel(() => {
    const spread = (argument: any) => ({ argument, reader: readSpread });
    return cases<SwitchOutcome>(
      {
        durationFrom: { argument: durationFrom, reader: yearsFromZero },
        durationTo: { argument: durationTo, reader: tenor },
        spreadFrom: spread(spreadFrom),
        spreadTo: spread(spreadTo),
        spreadChangeFrom: spread(spreadChangeFrom),
        spreadChangeTo: spread(spreadChangeTo),
        horizon: { argument: horizon, reader: yearsFromZero },
        cost: { argument: cost, reader: readSpread, otherwise: bp(0) },
      },
      switchReturn,
    );
  });
}
