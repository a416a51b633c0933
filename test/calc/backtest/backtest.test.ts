import * as fc from "fast-check";
import { backtest } from "../../../src/calc/backtest/backtest";
import { bp } from "../../../src/calc/units";
import { normalStream } from "../../../src/calc/numeric/random";
import { calcError } from "../../support/errors";

const SETTINGS = { cost: bp(4.5), lag: 0, overlap: 1, periods: 12 };
const SIGNAL = Float64Array.of(0, 1, 1, 1, 0, -1, -1, 0);
const RETURNS = Float64Array.of(10, 20, -10, 15, 5, -20, 10, 8).map((it) => it / 10_000);

describe("a backtest", () => {
  it("has the worked numbers", () => {
    const it = backtest(SIGNAL, RETURNS, SETTINGS);
    expect(it.gross).toBeCloseTo(35, 9);
    expect(it.net).toBeCloseTo(17, 9);
    expect(it.turnover).toBe(4);
    expect(it.hit).toBeCloseTo(0.6, 12);
    expect(it.maxDrawdown).toBeCloseTo(-14.5, 9);
    expect(it.rows).toBe(8);
  });

  it("pays a flip twice", () => {
    const it = backtest(Float64Array.of(1, -1), Float64Array.of(0, 0), SETTINGS);
    expect(it.turnover).toBe(3);
    expect(it.net).toBeCloseTo(-13.5, 9);
  });

  it("trades a row later with a lag of 1: a signal that knows its own row earns nothing by it", () => {
    const normal = normalStream(3);
    const returns = Float64Array.from({ length: 2000 }, () => 0.001 * normal());
    const knows = returns.map(Math.sign);
    const settings = { ...SETTINGS, cost: bp(0) };
    const [ahead, after] = [0, 1].map((lag) => backtest(knows, returns, { ...settings, lag }));
    expect(ahead?.sharpe?.sharpe).toBeGreaterThan(3);
    expect(Math.abs(after?.sharpe?.sharpe as number)).toBeLessThan(0.35);
  });

  it("never changes what it said of a row when rows are appended", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), fc.float({ min: -1, max: 1 })), {
          minLength: 3,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 3 }),
        (rows, more) => {
          fc.pre(rows.every(([, it]) => !Number.isNaN(it)));
          const signal = Float64Array.from(rows, ([it]) => it);
          const returns = Float64Array.from(rows, ([, it]) => it / 100);
          const all = backtest(signal, returns, { ...SETTINGS, lag: 1 }).path;
          const n = rows.length - more;
          if (n < 2) return;
          const some = backtest(signal.slice(0, n), returns.slice(0, n), {
            ...SETTINGS,
            lag: 1,
          }).path;
          expect([...some.cumulative]).toEqual([...all.cumulative.slice(0, n)]);
        },
      ),
    );
  });

  it("leaves out rows that lack a signal or a return, and keeps the position through them", () => {
    const it = backtest(
      Float64Array.of(1, NaN, 1, 1),
      Float64Array.of(0.001, 0.002, NaN, 0.001),
      SETTINGS,
    );
    expect([...it.path.positions]).toEqual([1, NaN, NaN, 1]);
    expect(it.rows).toBe(2);
    // Entered once: the position that stays costs nothing.
    expect(it.turnover).toBe(1);
    expect(it.net).toBeCloseTo(20 - 4.5, 9);
  });

  it("gives no ratio where nothing varies, and no answer where no row counts", () => {
    expect(backtest(Float64Array.of(0, 0, 0), RETURNS.slice(0, 3), SETTINGS).sharpe).toBeNull();
    expect(() => backtest(Float64Array.of(NaN), Float64Array.of(0.1), SETTINGS)).toThrow(
      calcError("missing", /no row has both a signal 0 rows before it and a return/),
    );
  });

  it("divides t by the root of the overlap, and widens the interval by it", () => {
    const one = backtest(SIGNAL, RETURNS, SETTINGS).sharpe;
    const four = backtest(SIGNAL, RETURNS, { ...SETTINGS, overlap: 4 }).sharpe;
    expect(four?.t).toBeCloseTo((one?.t as number) / 2, 12);
    expect((four?.high ?? 0) - (four?.low ?? 0)).toBeCloseTo(
      2 * ((one?.high ?? 0) - (one?.low ?? 0)),
      12,
    );
  });
});
