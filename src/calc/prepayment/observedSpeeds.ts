import type { PrepaymentDials } from "./prepaymentModel";
import { monthSeason, type Seasons } from "./seasons";

const { exp, log1p, max, min } = Math;

/** The dials that can be fitted to observed speeds. The multiplier is none: it only scales others. */
export const FITTED_DIALS = [
  ...(["refiMax", "refiMid", "refiWidth", "turnover", "rampMonths"] as const),
  ...(["fastShare", "slowSpeed", "lockIn", "lockMid", "lockWidth"] as const),
] as const;
export type FittableDial = (typeof FITTED_DIALS)[number];

/** A month of a pool whose speed was observed. */
export interface ObservedSpeed {
  /** Rate of the loans less the market's, decimal. */
  readonly incentive: number;
  /** Age of the loans at the end of the month. */
  readonly age: number;
  /** Observed, decimal. */
  readonly cpr: number;
  /** Calendar month, 1 to 12; null where it is not known: no season. */
  readonly month: number | null;
  /** Above 0; the greater, the more the row counts. */
  readonly weight: number;
}

/**
 * The model's speeds of observed months, and how they answer to its dials.
 *
 * A row whose age is one month more than that of the row before goes on with the same pool, whose
 * fast borrowers have left the more; any other row begins a pool with the fast share as it is. What
 * is left of the fast share answers to every dial, so that derivatives are carried from row to row.
 * Refinancing is the logistic form's, which knows the difference of the two rates alone.
 */
export class ObservedSpeeds {
  /** CPR by row, decimal. */
  readonly cprs: Float64Array;
  /** Derivatives of the speeds: those by dial j of `FITTED_DIALS` stand from j · rows on. */
  readonly slopes: Float64Array;
  private readonly incentives: Float64Array;
  private readonly ages: Float64Array;
  private readonly seasons: Float64Array;
  private readonly ofFast = new Float64Array(FITTED_DIALS.length);
  private readonly ofSlow = new Float64Array(FITTED_DIALS.length);
  private readonly ofShare = new Float64Array(FITTED_DIALS.length);

  /**
   * @param rows - The months, pools one after the other, each in order of age.
   * @param seasons - Turnover by calendar month.
   */
  constructor(rows: readonly ObservedSpeed[], seasons: Seasons) {
    this.incentives = Float64Array.from(rows, ({ incentive }) => incentive);
    this.ages = Float64Array.from(rows, ({ age }) => age);
    this.seasons = Float64Array.from(rows, ({ month }) => monthSeason(seasons, month));
    this.cprs = new Float64Array(rows.length);
    this.slopes = new Float64Array(rows.length * FITTED_DIALS.length);
  }

  /**
   * Fills `cprs` and `slopes`.
   *
   * @param dials - The model.
   */
  fill(dials: PrepaymentDials): void {
    const { ages, cprs, slopes, ofFast, ofSlow, ofShare } = this;
    const rows = cprs.length;
    const { maxCpr, fastShare } = dials;
    let share = fastShare;
    for (let i = 0; i < rows; i++) {
      if (i === 0 || ages[i] !== (ages[i - 1] as number) + 1) {
        share = fastShare;
        ofShare.fill(0);
        ofShare[SHARE] = 1;
      }
      this.populations(i, dials);
      const [fastCpr, slowCpr] = [this.fastCpr, this.slowCpr];
      const fastStays = exp(log1p(-min(maxCpr, fastCpr)) / 12);
      const slowStays = exp(log1p(-min(maxCpr, slowCpr)) / 12);
      // At the greatest speed no dial moves it.
      const fastFalls = fastCpr < maxCpr ? fastStays / (12 * (1 - fastCpr)) : 0;
      const slowFalls = slowCpr < maxCpr ? slowStays / (12 * (1 - slowCpr)) : 0;
      const stays = share * fastStays + (1 - share) * slowStays;
      const next = (share * fastStays) / stays;
      const third = stays * stays * stays;
      const survived = third * third * third * third;
      cprs[i] = 1 - survived;
      for (let j = 0; j < ofShare.length; j++) {
        const moved = ofShare[j] as number;
        const fast = moved * fastStays - share * fastFalls * (ofFast[j] as number);
        const slow = -moved * slowStays - (1 - share) * slowFalls * (ofSlow[j] as number);
        slopes[j * rows + i] = ((-12 * survived) / stays) * (fast + slow);
        ofShare[j] = (fast - next * (fast + slow)) / stays;
      }
      // The share of what is left: years of fast speeds would leave nothing to count.
      share = next;
    }
  }

  private fastCpr = 0;
  private slowCpr = 0;

  /** Speeds of the two populations in a month, and their derivatives; the fast share is none of theirs. */
  private populations(i: number, dials: PrepaymentDials): void {
    const { ofFast, ofSlow } = this;
    const incentive = this.incentives[i] as number;
    const age = max(1, this.ages[i] as number);
    const season = this.seasons[i] as number;
    const scale = min(1, age / dials.rampMonths) * dials.multiplier;

    const steps = (incentive - dials.refiMid) / dials.refiWidth;
    const ready = 1 / (1 + exp(-steps));
    const greatest = scale * dials.refiMultiple * dials.refiMax;
    const refinanced = greatest * ready;
    const steepness = (refinanced * (1 - ready)) / dials.refiWidth;

    const lockSteps = (incentive - dials.lockMid) / dials.lockWidth;
    const locked = 1 / (1 + exp(lockSteps));
    const turned = scale * dials.turnover * season;
    const lockSteepness = (turned * dials.lockIn * locked * (1 - locked)) / dials.lockWidth;
    const moved = turned * (1 - dials.lockIn * locked);

    this.fastCpr = refinanced + moved;
    this.slowCpr = dials.slowSpeed * refinanced + moved;

    ofFast[0] = scale * dials.refiMultiple * ready;
    ofFast[1] = -steepness;
    ofFast[2] = -steepness * steps;
    for (let j = 0; j < 3; j++) ofSlow[j] = dials.slowSpeed * (ofFast[j] as number);
    const isRising = age < dials.rampMonths;
    ofFast[4] = isRising ? -this.fastCpr / dials.rampMonths : 0;
    ofSlow[4] = isRising ? -this.slowCpr / dials.rampMonths : 0;
    ofSlow[6] = refinanced;
    ofFast[3] = ofSlow[3] = scale * season * (1 - dials.lockIn * locked);
    ofFast[7] = ofSlow[7] = -turned * locked;
    ofFast[8] = ofSlow[8] = -lockSteepness;
    ofFast[9] = ofSlow[9] = -lockSteepness * lockSteps;
  }
}

const SHARE = FITTED_DIALS.indexOf("fastShare");
