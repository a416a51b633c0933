import type { Bp, Years } from "../units";

/** What the signal is set to; every one an assumption that the user sees. */
export interface SignalSettings {
  readonly weightValue: number;
  readonly weightCarry: number;
  readonly weightMomentum: number;
  /** Scores that enter a position and that lean, absolute. */
  readonly enter: number;
  readonly lean: number;
  readonly minProbability: number;
  readonly horizon: Years;
  /** One-way cost of the switch, basis points. */
  readonly cost: Bp;
  /** Spread duration of the mortgages, years. */
  readonly duration: Years;
  /** Basis points; null: the mean of the look-back. */
  readonly fairGap: Bp | null;
  readonly fairError: Bp;
  /** Months; null: estimated. */
  readonly halfLife: number | null;
  /** Basis points per √year; null: estimated. */
  readonly gapVol: Bp | null;
  readonly minMonths: number;
  readonly staleDays: number;
  readonly overrideHistory: boolean;
  readonly overrideReversion: boolean;
  readonly overrideBreak: boolean;
}
