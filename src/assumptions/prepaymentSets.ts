/* Sets of dials with names: what holds for a dial whose cell is blank. */
import { MEASURED_SEASONS, RICHARD_ROLL_SEASONS, type Seasons } from "../calc/prepayment/seasons";

/** The names of the sets, the default first. */
export const PREPAYMENT_SET_NAMES = ["pooled", "generic", "protected", "2025 judgement"] as const;
export type PrepaymentSetName = (typeof PREPAYMENT_SET_NAMES)[number];

/** The names of the seasons. */
export const SEASON_NAMES = ["measured", "Richard-Roll"] as const;
export type SeasonName = (typeof SEASON_NAMES)[number];

/** Turnover by calendar month, by name. */
export const SEASONS_BY_NAME: Readonly<Record<SeasonName, Seasons>> = {
  measured: MEASURED_SEASONS,
  "Richard-Roll": RICHARD_ROLL_SEASONS,
};

/** What a set says. Decimals, months, years; what each is stands in `prepaymentKeys.ts`. */
export interface PrepaymentSet {
  readonly refiMax: number;
  readonly refiMid: number;
  readonly refiWidth: number;
  readonly turnover: number;
  readonly rampMonths: number;
  readonly fastShare: number;
  readonly slowSpeed: number;
  readonly lockIn: number;
  readonly lockMid: number;
  readonly lockWidth: number;
  readonly seasons: SeasonName;
  readonly rateSpread: number;
  readonly longRunSpread: number;
  /** Infinite where the spread stays what it is today. */
  readonly spreadHalfLife: number;
  /** Hull–White volatility, decimal; null where it follows from `rateVol`. */
  readonly hwVol: number | null;
}

/** All loans together: the loan-level S-curve, agency counts by note rate, burnout of cohorts. */
const POOLED: PrepaymentSet = {
  refiMax: 0.55,
  refiMid: 0.0072,
  refiWidth: 0.003,
  turnover: 0.079,
  rampMonths: 18,
  fastShare: 0.55,
  slowSpeed: 0.22,
  lockIn: 0.53,
  lockMid: -0.027,
  lockWidth: 0.0077,
  seasons: "measured",
  rateSpread: 0.019,
  longRunSpread: 0.019,
  spreadHalfLife: 2,
  hwVol: null,
};

/**
 * The sets. `docs/speeds.md` says what each was fitted to and how far it is off.
 *
 * Generic and protected pools differ from the pooled dials in refinancing alone, by least squares with
 * the pooled dials as prior (widths .15, .0020 and .0010): newly made 6.5% generics of the third
 * quarter of 2025; call-protected 4.0% to 7.0% pools of the second and third.
 */
export const PREPAYMENT_SETS: Readonly<Record<PrepaymentSetName, PrepaymentSet>> = {
  pooled: POOLED,
  generic: { ...POOLED, refiMax: 0.79, refiMid: 0.0041, refiWidth: 0.0019 },
  protected: { ...POOLED, refiMax: 0.47, refiMid: 0.0094, refiWidth: 0.0028 },
  "2025 judgement": {
    refiMax: 0.5,
    refiMid: 0.006,
    refiWidth: 0.0022,
    turnover: 0.065,
    rampMonths: 30,
    fastShare: 0.7,
    slowSpeed: 0.2,
    lockIn: 0.4,
    lockMid: -0.01,
    lockWidth: 0.005,
    seasons: "Richard-Roll",
    rateSpread: 0.018,
    longRunSpread: 0.018,
    spreadHalfLife: Infinity,
    hwVol: 0.0085,
  },
};
