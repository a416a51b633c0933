import { monthsLater } from "../../../src/calc/date/serial";
import { fitHullWhite } from "../../../src/calc/rates/fitHullWhite";
import type { Discount } from "../../../src/calc/rates/hullWhite";
import {
  impliedDeviation,
  optionValue,
  VOLATILITY_KINDS,
  type VolatilityKind,
} from "../../../src/calc/rates/impliedVolatility";
import { QuotedSwaption, type SwaptionQuote } from "../../../src/calc/rates/quotedSwaption";
import { swaption, type FixedLeg } from "../../../src/calc/rates/swaption";
import { golden } from "../../support/golden";
import { referenceCurve, REFERENCE, timeOf } from "../../support/ratesCurves";

/** The reference day so many months on, in years. */
const monthsOn = (months: number) => (monthsLater(REFERENCE, months) - REFERENCE) / 365;

/** Value of 1 a year on a leg's days. */
const levelOf = ({ times, accruals }: FixedLeg, discount: Discount) =>
  Array.from(times).reduce((sum, time, k) => sum + (accruals[k] as number) * discount(time), 0);

/**
 * QuantLib's swaptions: semiannual ACT/365F legs. Their volatility is taken from their value, which has
 * 14 digits; the column of volatilities was solved to 1e-4 bp.
 */
const ROWS = golden("hw_swaptions.csv").map((row) => {
  const [expiry, tenor] = [Number(row.expiry_years), Number(row.tenor_years)];
  const ends = Array.from({ length: 2 * tenor + 1 }, (_, k) => monthsOn(12 * expiry + 6 * k));
  const times = ends.slice(1);
  const leg = { times, accruals: times.map((end, k) => end - (ends[k] as number)) };
  const discount = referenceCurve(row.curve);
  const [strike, forward, years] = [Number(row.strike), Number(row.atm), timeOf(row.expiry)];
  const inside = row.type === "payer" ? forward - strike : strike - forward;
  const value = Number(row.value) / levelOf(leg, discount) - Math.max(0, inside);
  const volatility = impliedDeviation("normal", forward, strike, value) / Math.sqrt(years);
  const quote: SwaptionQuote = { expiry: years, leg, strike, volatility };
  const model = { meanReversion: Number(row.a), volatility: Number(row.sigma) };
  return { row, quote, model, discount };
});

/** A model's volatilities of a grid of expiries and tenors. */
const GRID = [0.5, 1, 2, 5, 10].flatMap((expiry) =>
  [1, 2, 5, 10, 20].map((tenor) => ({ expiry, tenor })),
);
const legOf = (expiry: number, tenor: number) => ({
  times: Array.from({ length: 2 * tenor }, (_, k) => expiry + (k + 1) / 2),
  accruals: Array.from({ length: 2 * tenor }, () => 0.5),
});

describe("a swaption laid out for many models", () => {
  it("has QuantLib's value to 1e-8, and its normal volatility as far as that was solved", () => {
    expect(ROWS.length).toBe(61);
    for (const { row, quote, model, discount } of ROWS) {
      const laid = new QuotedSwaption(quote, "normal", discount);
      expect(Math.abs(laid.forward - Number(row.atm))).toBeLessThan(1e-10);
      const at = { value: 0, byVolatility: 0, byReversion: 0 };
      laid.fill(model, at);
      expect(Math.abs(at.value * 10_000 - Number(row.normal_vol_bp))).toBeLessThan(1e-4);
      // Back from the volatility to the value: the table's payer or receiver.
      const type = row.type === "payer" ? "call" : "put";
      const deviation = at.value * Math.sqrt(quote.expiry);
      const expected = optionValue("normal", type, laid.forward, laid.strike, deviation);
      const value = levelOf(quote.leg, discount) * expected;
      expect(Math.abs(value - Number(row.value))).toBeLessThan(1e-8);
    }
  });

  it.each(VOLATILITY_KINDS)("has the %s volatility of the sum of options on zero-bonds", (kind) => {
    const discount = referenceCurve("zero");
    const model = { meanReversion: 0.04, volatility: 0.011 };
    for (const { expiry, tenor } of GRID) {
      for (const strike of [null, 0.03, 0.055]) {
        const leg = legOf(expiry, tenor);
        const laid = new QuotedSwaption({ expiry, leg, strike, volatility: 0.01 }, kind, discount);
        const at = { value: 0, byVolatility: 0, byReversion: 0 };
        laid.fill(model, at);
        const level = levelOf(leg, discount);
        const deviation = at.value * Math.sqrt(expiry);
        const payer = level * optionValue(kind, "call", laid.forward, laid.strike, deviation);
        const other = swaption(model, "payer", laid.strike, expiry, leg, discount);
        expect(Math.abs(payer - other)).toBeLessThan(1e-13);
      }
    }
  });

  it("moves with the parameters as its derivatives say", () => {
    const discount = referenceCurve("zero");
    for (const meanReversion of [1e-6, 0.03, 0.3]) {
      for (const { expiry, tenor } of GRID) {
        const quote = { expiry, leg: legOf(expiry, tenor), strike: null, volatility: 0.01 };
        const laid = new QuotedSwaption(quote, "normal", discount);
        const valueAt = (volatility: number, reversion: number) => {
          const at = { value: 0, byVolatility: 0, byReversion: 0 };
          laid.fill({ volatility, meanReversion: reversion }, at);
          return at;
        };
        const at = valueAt(0.01, meanReversion);
        const h = 1e-6;
        const byVolatility =
          (valueAt(0.01 + h, meanReversion).value - valueAt(0.01 - h, meanReversion).value) /
          (2 * h);
        const byReversion =
          (valueAt(0.01, meanReversion + h).value - valueAt(0.01, meanReversion - h).value) /
          (2 * h);
        expect(at.byVolatility).toBeCloseTo(byVolatility, 6);
        expect(at.byReversion).toBeCloseTo(byReversion, 6);
      }
    }
  });
});

describe("a fit to swaptions", () => {
  /** QuantLib's rows of one curve and one model that have two expiries or tenors. */
  const groups = new Map<string, (typeof ROWS)[number][]>();
  for (const it of ROWS) {
    const key = `${it.row.curve} ${it.row.a} ${it.row.sigma}`;
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  const several = [...groups].filter(
    ([, rows]) =>
      new Set(rows.map((it) => it.row.expiry_years + "x" + it.row.tenor_years)).size > 1,
  );

  /** Two swaptions that end after the same ten years: they tell the mean reversion from nearly one number. */
  const WEAK = "zero 0.03 0.006";

  it("recovers the parameters of QuantLib's values to 1e-6", () => {
    expect(several.length).toBe(19);
    for (const [key, rows] of several) {
      const [{ model, discount }] = rows as [(typeof ROWS)[number]];
      const quotes = rows.map((it) => it.quote);
      const fit = fitHullWhite(quotes, "normal", discount, null);
      expect([key, fit.held, fit.rms < 1e-9]).toEqual([key, "none", true]);
      expect(Math.abs(fit.model.volatility - model.volatility)).toBeLessThan(1e-6);
      const off = Math.abs(fit.model.meanReversion - model.meanReversion);
      expect([key, off < (key === WEAK ? 1e-5 : 1e-6)]).toEqual([key, true]);
    }
  });

  it("cannot recover more than the values' digits tell: in the one pair of one end", () => {
    const [, rows] = several.find(([key]) => key === WEAK) as (typeof several)[number];
    const at = { value: 0, byVolatility: 0, byReversion: 0 };
    for (const { quote, model, discount } of rows) {
      // QuantLib's engine finds the exercise to 1e-8: at its own parameters the volatilities are off by as much.
      new QuotedSwaption(quote, "normal", discount).fill(model, at);
      expect(Math.abs(at.value - quote.volatility)).toBeLessThan(2e-9);
    }
  });

  const discount = referenceCurve("zero");
  const TRUE = { meanReversion: 0.042, volatility: 0.0107 };
  /** What the model makes of a grid, by the other form of Jamshidian's sum. */
  const quotesOf = (kind: VolatilityKind, grid: typeof GRID): SwaptionQuote[] =>
    grid.map(({ expiry, tenor }) => {
      const leg = legOf(expiry, tenor);
      const level = levelOf(leg, discount);
      const forward = (discount(expiry) - discount(expiry + tenor)) / level;
      const value = swaption(TRUE, "payer", forward, expiry, leg, discount) / level;
      const deviation = impliedDeviation(kind, forward, forward, value);
      return { expiry, leg, strike: null, volatility: deviation / Math.sqrt(expiry) };
    });

  it.each(VOLATILITY_KINDS)("recovers them from a grid of %s volatilities to 1e-6", (kind) => {
    const fit = fitHullWhite(quotesOf(kind, GRID), kind, discount, null);
    expect(Math.abs(fit.model.volatility - TRUE.volatility)).toBeLessThan(1e-6);
    expect(Math.abs(fit.model.meanReversion - TRUE.meanReversion)).toBeLessThan(1e-6);
    expect(fit.relativeError).toBeLessThan(1e-6);
  });

  it.each([0, 0.1, 0.5])(
    "goes to a mean reversion of %p, the ends of its range too",
    (reversion) => {
      const quotes = quotesOf("normal", GRID).map((quote) => {
        const model = { meanReversion: reversion, volatility: 0.009 };
        const at = { value: 0, byVolatility: 0, byReversion: 0 };
        new QuotedSwaption(quote, "normal", discount).fill(model, at);
        return { ...quote, volatility: at.value };
      });
      const fit = fitHullWhite(quotes, "normal", discount, null);
      expect(fit.model.meanReversion).toBeCloseTo(reversion, 6);
      expect(fit.model.volatility).toBeCloseTo(0.009, 6);
    },
  );

  it("names the mean reversion as held where one expiry and tenor cannot tell it", () => {
    const one = quotesOf("normal", GRID.slice(7, 8));
    for (const quotes of [one, [...one, ...one]]) {
      const fit = fitHullWhite(quotes, "normal", discount, null);
      expect([fit.held, fit.model.meanReversion]).toEqual(["not identified", 0.03]);
      expect(fit.rms).toBeLessThan(1e-12);
    }
    expect(fitHullWhite(one, "normal", discount, null).relativeError).toBeNull();
  });

  it("holds the mean reversion that is given, and fits the volatility beside it", () => {
    const quotes = quotesOf("normal", GRID);
    const fit = fitHullWhite(quotes, "normal", discount, 0.042);
    expect([fit.held, fit.model.meanReversion]).toEqual(["as given", 0.042]);
    expect(fit.model.volatility).toBeCloseTo(TRUE.volatility, 9);
    const off = fitHullWhite(quotes, "normal", discount, 0.1);
    expect(off.rms).toBeGreaterThan(1e-4);
  });

  it("has a minimum: no model near it explains noisy quotes better", () => {
    const quotes = quotesOf("normal", GRID).map((quote, i) => ({
      ...quote,
      volatility: quote.volatility * (1 + 0.03 * Math.sin(5 * i)),
    }));
    const fit = fitHullWhite(quotes, "normal", discount, null);
    const squares = (volatility: number, meanReversion: number) => {
      const at = { value: 0, byVolatility: 0, byReversion: 0 };
      return quotes.reduce((sum, quote) => {
        new QuotedSwaption(quote, "normal", discount).fill({ volatility, meanReversion }, at);
        return sum + (at.value - quote.volatility) ** 2;
      }, 0);
    };
    const { volatility, meanReversion } = fit.model;
    const least = squares(volatility, meanReversion);
    expect(least).toBeCloseTo(fit.rms ** 2 * quotes.length, 15);
    for (const [v, a] of [
      [1e-5, 0],
      [-1e-5, 0],
      [0, 1e-3],
      [0, -1e-3],
      [1e-5, 1e-3],
    ] as const) {
      expect(squares(volatility + v, meanReversion + a)).toBeGreaterThan(least);
    }
    // The relative error is of the size of the noise, 3% / √2.
    expect(fit.relativeError).toBeGreaterThan(0.01);
    expect(fit.relativeError).toBeLessThan(0.03);
  });
});
