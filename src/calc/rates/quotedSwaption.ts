import { invalid } from "../errors";
import { normalProbability } from "../numeric/normalDistribution";
import { rateLoading, type Discount, type HullWhite } from "./hullWhite";
import { impliedDeviation, optionVega, type VolatilityKind } from "./impliedVolatility";
import type { FixedLeg } from "./swaption";

const { abs, exp, log, sqrt, PI } = Math;

/** A European swaption as a market quotes it. */
export interface SwaptionQuote {
  /** Years from today to expiry, where the swap begins. */
  readonly expiry: number;
  readonly leg: FixedLeg;
  /** The fixed rate, decimal; null at the money. */
  readonly strike: number | null;
  /** The quoted volatility a year, decimal: of the rate, or of its logarithm. */
  readonly volatility: number;
}

/** A model's volatility of a swaption, and how it moves with the model's parameters. */
export interface ModelVolatility {
  value: number;
  byVolatility: number;
  byReversion: number;
}

/**
 * A quoted swaption on a curve, laid out so that many models can be tried on it.
 *
 * The model's value is Jamshidian's, in the form with one normal probability a payment: with s_k the
 * standard deviation of the logarithm of payment k's forward price, the swaption that pays c_k at T_k
 * against par is worth P(T) N(−d) − Σ c_k P(T_k) N(−d − s_k), and moves by Σ c_k P(T_k) φ(d + s_k)
 * with s_k.
 */
export class QuotedSwaption {
  /** The rate at which the swap is worth nothing. */
  readonly forward: number;
  readonly strike: number;
  /** Value of 1 a year on the fixed leg's days. */
  private readonly annuity: number;
  /** Value today of the payments at the strike, with the principal, over that of 1 at expiry. */
  private readonly payments: Float64Array;
  /** Years from expiry to each. */
  private readonly waits: Float64Array;
  private readonly loadings: Float64Array;
  /** Where the exercise lies, in standard deviations: the next search starts there. */
  private boundary = 0;

  constructor(
    readonly quote: SwaptionQuote,
    private readonly kind: VolatilityKind,
    discount: Discount,
  ) {
    const { expiry, leg, strike } = quote;
    const toExpiry = discount(expiry);
    const prices = Float64Array.from(leg.times, discount);
    let annuity = 0;
    for (let k = 0; k < prices.length; k++) {
      annuity += (leg.accruals[k] as number) * (prices[k] as number);
    }
    this.forward = (toExpiry - (prices.at(-1) as number)) / annuity;
    this.strike = strike ?? this.forward;
    this.annuity = annuity / toExpiry;
    if (!(this.strike >= 0 && (kind === "normal" || this.forward > 0))) {
      throw invalid(
        `the swap rate is ${this.forward} and the strike ${this.strike}; both must be rates above 0`,
      );
    }
    this.payments = prices.map((price, k) => {
      const principal = k === prices.length - 1 ? 1 : 0;
      return ((this.strike * (leg.accruals[k] as number) + principal) * price) / toExpiry;
    });
    this.waits = Float64Array.from(leg.times, (time) => time - expiry);
    this.loadings = new Float64Array(prices.length);
  }

  /** The quoted volatility as one of the rate itself, about. */
  get normalVolatility(): number {
    return this.quote.volatility * (this.kind === "normal" ? 1 : this.forward);
  }

  /**
   * The volatility at which the market's formula gives the model's value.
   *
   * @param model - The model; its volatility above 0.
   * @param into - Filled with the volatility and its derivatives by both parameters; NaN where the value
   *   is too small to have one.
   */
  fill({ volatility, meanReversion }: HullWhite, into: ModelVolatility): void {
    const { payments, waits, loadings, strike, forward } = this;
    const { expiry } = this.quote;
    const [variance, varianceByReversion] = loadingWithSlope(2 * meanReversion, expiry);
    const root = sqrt(variance);
    const deviation = volatility * root;
    for (let k = 0; k < waits.length; k++)
      loadings[k] = rateLoading(meanReversion, waits[k] as number);
    const d = this.exercise(deviation);
    // The payer's value is a put's on the payments; the receiver's is that less the put's intrinsic value.
    let worth = 0;
    let put = normalProbability(-d);
    let [byVolatility, byReversion] = [0, 0];
    for (let k = 0; k < payments.length; k++) {
      const payment = payments[k] as number;
      const loading = loadings[k] as number;
      const at = d + loading * deviation;
      worth += payment;
      put -= payment * normalProbability(-at);
      const vega = payment * density(at);
      byVolatility += vega * loading * root;
      const [, slope] = loadingWithSlope(meanReversion, waits[k] as number);
      byReversion += vega * volatility * (slope * root + (loading * varianceByReversion) / root);
    }
    const outOfTheMoney = strike >= forward ? put : put - (1 - worth);
    const years = sqrt(expiry);
    const expected = outOfTheMoney / this.annuity;
    const found = impliedDeviation(this.kind, forward, strike, expected);
    const perVolatility = optionVega(this.kind, forward, strike, found) * this.annuity * years;
    into.value = found / years;
    into.byVolatility = byVolatility / perVolatility;
    into.byReversion = byReversion / perVolatility;
  }

  /** The d at which the payments cost par: Σ payment × exp(−s_k d − s_k²/2) = 1, by Newton. */
  private exercise(deviation: number): number {
    let d = this.boundary;
    for (let step = 0; step < MOST_STEPS; step++) {
      let [value, slope] = [0, 0];
      for (let k = 0; k < this.payments.length; k++) {
        const s = (this.loadings[k] as number) * deviation;
        const worth = (this.payments[k] as number) * exp(-s * (d + s / 2));
        value += worth;
        slope += worth * s;
      }
      const move = (log(value) * value) / slope;
      d += move;
      if (abs(move) < 1e-12) {
        this.boundary = d;
        return d;
      }
      if (!Number.isFinite(d)) break;
    }
    this.boundary = 0;
    return NaN;
  }
}

const MOST_STEPS = 100;

const density = (x: number): number => exp((-x * x) / 2) / sqrt(2 * PI);

/** Below it the closed derivative loses digits. */
const SMALL = 1e-3;

/** (1 − e^(−aτ))/a, and its derivative by a. */
function loadingWithSlope(meanReversion: number, years: number): [loading: number, slope: number] {
  const loading = rateLoading(meanReversion, years);
  const reverted = meanReversion * years;
  const slope =
    reverted < SMALL
      ? years * years * (-1 / 2 + reverted / 3 - (reverted * reverted) / 8)
      : (years * exp(-reverted) - loading) / meanReversion;
  return [loading, slope];
}
