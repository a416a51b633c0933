import { CalcError, missing } from "../errors";
import { levenbergMarquardt } from "../numeric/levenbergMarquardt";
import type { Discount, HullWhite } from "./hullWhite";
import type { VolatilityKind } from "./impliedVolatility";
import { QuotedSwaption, type ModelVolatility, type SwaptionQuote } from "./quotedSwaption";

const { sqrt } = Math;

/** The mean reversion that is held where nothing tells it: the assumptions' default. */
const USUAL_REVERSION = 0.03;
/** The ranges of `hwVol` and `hwMeanReversion`. */
const LOWER = [0.0005, 0];
const UPPER = [0.05, 0.5];
/** Mean reversions from the best of which a fit begins. */
const STARTS = [0, USUAL_REVERSION, 0.1, 0.25];
/** Two parameters whose columns stand closer together than this (sin²) move the quotes alike. */
const ALIKE = 1e-8;

/** Why the mean reversion was not fitted, or where it came to rest. */
export type Held = "none" | "as given" | "not identified" | "at its bound";

/** A quote and what the model makes of it; decimals a year. */
export interface FittedQuote {
  readonly quote: SwaptionQuote;
  readonly strike: number;
  readonly modelVolatility: number;
}

/** A Hull–White model fitted to swaptions. */
export interface HullWhiteFit {
  readonly model: HullWhite;
  /** Of the mean reversion; the volatility is always fitted. */
  readonly held: Held;
  readonly quotes: readonly FittedQuote[];
  /** Root of the mean square of model less market volatility, decimal. */
  readonly rms: number;
  /** The same over the market's volatility and by degrees of freedom; null where there are none. */
  readonly relativeError: number | null;
}

/**
 * Volatility and mean reversion of the short rate by least squares of swaption volatilities, exact in
 * the model for each quote. Where the quotes cannot tell two parameters apart (one quote, or several of
 * one expiry and tenor) the mean reversion is held.
 *
 * @param quotes - One or more.
 * @param kind - How they are quoted.
 * @param discount - Today's curve.
 * @param reversion - The mean reversion to hold; null to fit it.
 * @returns The fit.
 * @throws CalcError `missing` without quotes; `unsolved` where a quote has no value in the model.
 * @see F. Jamshidian, "An exact bond option formula", Journal of Finance 44, 1989
 *
 * @example
 * const leg = { times: [2, 3], accruals: [1, 1] };
 * const discount = (years) => Math.exp(-0.04 * years);
 * fitHullWhite([{ expiry: 1, leg, strike: null, volatility: 0.009 }], "normal", discount, null).held; // => "not identified"
 */
export function fitHullWhite(
  quotes: readonly SwaptionQuote[],
  kind: VolatilityKind,
  discount: Discount,
  reversion: number | null,
): HullWhiteFit {
  if (quotes.length === 0) throw missing("no swaption has a volatility");
  const laid = quotes.map((quote) => new QuotedSwaption(quote, kind, discount));
  if (reversion !== null) return fitOf(laid, search(laid, [reversion]), "as given");
  const both = quotes.length > 1 ? search(laid, STARTS) : null;
  if (both === null || movesAlike(laid, both)) {
    return fitOf(laid, search(laid, [USUAL_REVERSION]), "not identified");
  }
  const isAtBound = both.meanReversion === LOWER[1] || both.meanReversion === UPPER[1];
  return fitOf(laid, both, isAtBound ? "at its bound" : "none");
}

/** The least squares from the best of some starts; one start is a mean reversion that is held. */
function search(laid: readonly QuotedSwaption[], starts: readonly number[]): HullWhite {
  const n = laid.length;
  const at: ModelVolatility = { value: 0, byVolatility: 0, byReversion: 0 };
  const evaluate = (
    [volatility, meanReversion]: Float64Array,
    r: Float64Array,
    j: Float64Array,
  ) => {
    const model = { volatility: volatility as number, meanReversion: meanReversion as number };
    laid.forEach((swaption, i) => {
      swaption.fill(model, at);
      r[i] = at.value - swaption.quote.volatility;
      j[i] = at.byVolatility;
      j[n + i] = at.byReversion;
    });
  };
  const [held] = starts;
  const isHeld = starts.length === 1;
  const problem = {
    residuals: n,
    lower: Float64Array.of(LOWER[0] as number, isHeld ? (held as number) : (LOWER[1] as number)),
    upper: Float64Array.of(UPPER[0] as number, isHeld ? (held as number) : (UPPER[1] as number)),
    evaluate,
  };
  const begun = starts.map((reversion) => startAt(laid, reversion));
  const { model } = begun.reduce((a, b) => (b.squares < a.squares ? b : a));
  const found = levenbergMarquardt(
    problem,
    Float64Array.of(model.volatility, model.meanReversion),
  ).at;
  return { volatility: found[0] as number, meanReversion: found[1] as number };
}

/** A start at a mean reversion: a model's volatilities are nearly proportional to its own. */
function startAt(laid: readonly QuotedSwaption[], meanReversion: number) {
  const at: ModelVolatility = { value: 0, byVolatility: 0, byReversion: 0 };
  const usual = laid.reduce((sum, it) => sum + it.normalVolatility, 0) / laid.length;
  let [ofModel, ofMarket, together] = [0, 0, 0];
  for (const swaption of laid) {
    swaption.fill({ volatility: usual, meanReversion }, at);
    if (!Number.isFinite(at.value)) continue;
    ofModel += at.value ** 2;
    ofMarket += swaption.quote.volatility ** 2;
    together += at.value * swaption.quote.volatility;
  }
  const scale = ofModel > 0 ? together / ofModel : 1;
  return {
    model: { volatility: usual * scale, meanReversion },
    squares: ofMarket - scale * together,
  };
}

/** Whether both parameters move every quote in the same proportion. */
function movesAlike(laid: readonly QuotedSwaption[], model: HullWhite): boolean {
  const at: ModelVolatility = { value: 0, byVolatility: 0, byReversion: 0 };
  let [one, other, both] = [0, 0, 0];
  for (const swaption of laid) {
    swaption.fill(model, at);
    one += at.byVolatility ** 2;
    other += at.byReversion ** 2;
    both += at.byVolatility * at.byReversion;
  }
  return !(1 - (both * both) / (one * other) > ALIKE);
}

function fitOf(laid: readonly QuotedSwaption[], model: HullWhite, held: Held): HullWhiteFit {
  const at: ModelVolatility = { value: 0, byVolatility: 0, byReversion: 0 };
  let [squares, relative] = [0, 0];
  const quotes = laid.map((swaption) => {
    swaption.fill(model, at);
    if (!Number.isFinite(at.value)) throw withoutValue(swaption.quote);
    const off = at.value - swaption.quote.volatility;
    squares += off * off;
    relative += (off / swaption.quote.volatility) ** 2;
    return { quote: swaption.quote, strike: swaption.strike, modelVolatility: at.value };
  });
  const freedom = laid.length - (held === "none" ? 2 : 1);
  return {
    model,
    held,
    quotes,
    rms: sqrt(squares / laid.length),
    relativeError: freedom > 0 ? sqrt(relative / freedom) : null,
  };
}

const withoutValue = ({ expiry, strike }: SwaptionQuote): CalcError =>
  new CalcError(
    "unsolved",
    `the swaption of ${expiry} years at ${strike ?? "the money"} is worth nothing in the model; leave it out`,
  );
