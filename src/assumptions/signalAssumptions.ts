/* The assumptions as the calculations take them: typed, with defaults. */
import { bp, price, rate, years, type Bp, type Rate } from "../calc/units";
import type { SignalSettings } from "../calc/signal/signalSettings";
import type { ZMethod } from "../calc/history/zScore";
import type { GapInputs, MarketLevels } from "../calc/signal/gapReceipt";
import type { TicketAsset } from "../calc/trade/tradeTicket";
import { keyNamed } from "./assumptions";
import { numberOf, numberOrNull, type Entered } from "./numbers";

const spread = (entered: Entered, key: string): Bp => bp(numberOf(entered, key));
const decimal = (entered: Entered, key: string): Rate => rate(numberOf(entered, key));
const flag = (entered: Entered, key: string): boolean =>
  (entered.get(key) ?? keyNamed(key).default) === true;

const spreadOrNull = (entered: Entered, key: string): Bp | null => {
  const value = numberOrNull(entered, key);
  return value === null ? null : bp(value);
};

/**
 * What the rotation signal is set to.
 *
 * @param entered - Values by key.
 * @returns The settings.
 *
 * @example
 * signalSettings(new Map()).cost; // => 10
 */
export function signalSettings(entered: Entered): SignalSettings {
  return {
    weightValue: numberOf(entered, "weightValue"),
    weightCarry: numberOf(entered, "weightCarry"),
    weightMomentum: numberOf(entered, "weightMomentum"),
    enter: numberOf(entered, "enter"),
    lean: numberOf(entered, "lean"),
    minProbability: numberOf(entered, "minProbability"),
    horizon: years(numberOf(entered, "horizon")),
    cost: spread(entered, "switchCost"),
    duration: years(numberOf(entered, "mbsDuration")),
    fairGap: spreadOrNull(entered, "fairGap"),
    fairError: spread(entered, "fairSe"),
    halfLife: numberOrNull(entered, "halfLife"),
    gapVol: spreadOrNull(entered, "gapVol"),
    minMonths: numberOf(entered, "minMonths"),
    staleDays: numberOf(entered, "staleDays"),
    overrideHistory: flag(entered, "override.history"),
    overrideReversion: flag(entered, "override.reversion"),
    overrideBreak: flag(entered, "override.break"),
  };
}

/**
 * How the statistics of a history are set.
 *
 * @param entered - Values by key.
 * @returns Rows a year, look-back in months, method of the z-score.
 *
 * @example
 * historySettings(new Map()); // => { periods: 12, windowMonths: 60, zMethod: "std" }
 */
export function historySettings(entered: Entered): {
  periods: number;
  windowMonths: number;
  zMethod: ZMethod;
} {
  const method = entered.get("zMethod");
  return {
    periods: numberOf(entered, "periodsPerYear"),
    windowMonths: numberOf(entered, "windowMonths"),
    zMethod: method === "mad" || method === "ewma" ? method : "std",
  };
}

/**
 * What the gap's receipt is made of.
 *
 * @param entered - Values by key.
 * @param levels - The levels of the market.
 * @returns Spreads, charges and durations.
 *
 * @example
 * const levels = { mbsSpread: bp(101), mbsOas: bp(12), corporateOas: bp(62) };
 * gapInputs(new Map(), levels).liquidityCorporate; // => 8
 */
export function gapInputs(entered: Entered, levels: MarketLevels): GapInputs {
  // Named one by one: a spread makes an object of another shape, and thousands of calls slow.
  return {
    mbsSpread: levels.mbsSpread,
    mbsOas: levels.mbsOas,
    corporateOas: levels.corporateOas,
    mbsDuration: years(numberOf(entered, "mbsDuration")),
    mbsConvexity: numberOf(entered, "mbsConvexity"),
    corporateDuration: years(numberOf(entered, "corpDuration")),
    rateVol: spread(entered, "rateVol"),
    pd: decimal(entered, "pd"),
    lossGivenDefault: decimal(entered, "lossGivenDefault"),
    migration: spread(entered, "migration"),
    liquidityMbs: spread(entered, "liquidityMbs"),
    liquidityCorporate: spread(entered, "liquidityCorp"),
    capital: flag(entered, "capitalOn")
      ? {
          riskWeightMbs: numberOf(entered, "riskWeightMbs"),
          riskWeightCorporate: numberOf(entered, "riskWeightCorp"),
          ratio: decimal(entered, "capitalRatio"),
          hurdle: decimal(entered, "hurdle"),
          funding: decimal(entered, "capitalFunding"),
        }
      : null,
    horizon: years(numberOf(entered, "horizon")),
    cost: spread(entered, "switchCost"),
  };
}

/**
 * The two sides of a switch from mortgages to corporates, for a ticket.
 *
 * The table has a price for the pool only: corporates count at par, and so does the pool until its
 * price is entered.
 *
 * @param entered - Values by key.
 * @returns The mortgages and the corporates.
 *
 * @example
 * ticketAssets(new Map([["pool.price", 99.75]])).mbs.price; // => 99.75
 */
export function ticketAssets(entered: Entered): { mbs: TicketAsset; corporate: TicketAsset } {
  return {
    mbs: {
      price: price(numberOrNull(entered, "pool.price") ?? 100),
      duration: years(numberOf(entered, "mbsDuration")),
      spread: spread(entered, "mbsSpread"),
      vol: spread(entered, "mbsSpreadVol"),
      cents: numberOf(entered, "costMbs"),
    },
    corporate: {
      price: price(100),
      duration: years(numberOf(entered, "corpDuration")),
      spread: spread(entered, "corpOas"),
      vol: spread(entered, "corpSpreadVol"),
      cents: numberOf(entered, "costCorp"),
    },
  };
}
