import { invalid } from "../errors";
import { bp, type Bp, type Price, type Years } from "../units";
import { durationRatio, volatilityRatio } from "./switchRatio";
import { daysOfCarry, tradeCost } from "./tradeCost";

/** One side of the switch, as the market has it. */
export interface TicketAsset {
  /** Clean price per 100; accrued interest is left out of the ticket. */
  readonly price: Price;
  readonly duration: Years;
  readonly spread: Bp;
  /** Volatility of the spread, basis points per √year. */
  readonly vol: Bp;
  /** Round-trip cost, cents per 100 of market value. */
  readonly cents: number;
}

/** What is traded on one side; currency units. */
export interface TicketLeg {
  readonly face: number;
  readonly price: Price;
  readonly value: number;
  readonly dv01: number;
}

/** A duration-neutral switch that can be traded: in whole lots. */
export interface TradeTicket {
  readonly from: TicketLeg;
  readonly to: TicketLeg;
  /** What is left of the proceeds before the cost; below 0 it must be found. */
  readonly cash: number;
  readonly cost: number;
  /** The cost when spreads between bid and offer are three times as wide. */
  readonly costInStress: number;
  /** DV01 given up and not replaced, because of whole lots. */
  readonly leftoverDv01: number;
  /**
   * Spread DV01 given up and not replaced, in terms of what is taken on: a basis point of the spread
   * given up counts for the ratio of the volatilities.
   */
  readonly leftoverSpreadDv01: number;
  /** Days of the gap's carry that the cost is worth; null when there is no gap. */
  readonly daysOfCarry: number | null;
}

/** How much wider bid and offer get in stress. */
const STRESS = 3;

/**
 * Ticket of a duration-neutral switch: the face value taken on is the nearest number of lots.
 *
 * @param from - What is given up.
 * @param to - What is taken on.
 * @param face - Face value given up, currency units above 0.
 * @param lot - Face value of a lot taken on, above 0.
 * @returns The ticket; value given up = value taken on + cash.
 * @throws CalcError `invalid` when face or lot is not above 0, or less than half a lot would be
 * taken on.
 *
 * @example
 * const asset = (price, duration, spread, vol, cents) => ({ price, duration, spread, vol, cents });
 * tradeTicket(asset(99.75, 5.6, 101, 35, 2), asset(98.4, 6.1, 62, 28, 18), 100e6, 1e6).to.face; // => 93000000
 */
export function tradeTicket(
  from: TicketAsset,
  to: TicketAsset,
  face: number,
  lot: number,
): TradeTicket {
  if (!(face > 0)) throw invalid(`face is ${face}; it must be a number of currency units above 0`);
  if (!(lot > 0)) throw invalid(`lot is ${lot}; it must be a number of currency units above 0`);
  const given = legOf(from, face);
  const wanted = (durationRatio(given.value, from.duration, to.duration) * 100) / to.price;
  const lots = Math.round(wanted / lot);
  if (lots === 0) {
    throw invalid(
      `face is ${face}: the other side would be ${wanted.toPrecision(6)}, less than half a lot of ${lot}; give more, or a smaller lot`,
    );
  }
  const taken = legOf(to, lots * lot);
  const cost = tradeCost({
    mvFrom: given.value,
    mvTo: taken.value,
    centsFrom: from.cents,
    centsTo: to.cents,
  });
  const balanced = volatilityRatio(given.value, from, to, 1);
  const carry = bp(from.spread - to.spread);
  return {
    from: given,
    to: taken,
    cash: given.value - taken.value,
    cost,
    costInStress: STRESS * cost,
    leftoverDv01: given.dv01 - taken.dv01,
    leftoverSpreadDv01: ((balanced - taken.value) * to.duration) / 10_000,
    daysOfCarry: carry === 0 ? null : daysOfCarry(bp((cost / given.value) * 10_000), carry),
  };
}

function legOf({ price, duration }: TicketAsset, face: number): TicketLeg {
  const value = (face * price) / 100;
  return { face, price, value, dv01: (value * duration) / 10_000 };
}
