import { keyNamed } from "./assumptions";

/** Names for a headline, where the labels of the pane's fields are too long. */
const SHORT = new Map([
  ["mbsSpread", "MBS spread"],
  ["mbsOas", "MBS OAS"],
  ["mbsDuration", "MBS duration"],
  ["mbsConvexity", "MBS convexity"],
  ["mbsYield", "MBS yield"],
  ["corpYield", "corporate yield"],
  ["corpOas", "corporate OAS"],
  ["corpDuration", "corporate duration"],
  ["corpConvexity", "corporate convexity"],
  ["rateVol", "rate volatility"],
  ["mbsSpreadVol", "MBS spread volatility"],
  ["corpSpreadVol", "corporate spread volatility"],
  ["spreadCorrelation", "spread correlation"],
  ["costMbs", "MBS round trip"],
  ["costCorp", "corporate round trip"],
  ["switchCost", "cost of the switch"],
]);

/**
 * The short name of an assumption.
 *
 * @param key - Its key.
 * @returns A name for a headline or a list.
 *
 * @example
 * shortName("mbsOas"); // => "MBS OAS"
 */
export const shortName = (key: string): string => SHORT.get(key) ?? keyNamed(key).label;
