import { invalid, missing } from "../errors";
import { bp, type Bp } from "../units";
import { sharpeInterval, type SharpeInterval } from "./sharpe";

const { abs } = Math;

/** How a rule is traded. */
export interface BacktestSettings {
  /** Cost of a position of 1 taken up or given up; a flip costs it twice. */
  readonly cost: Bp;
  /** Rows from a signal to the return that it earns: 1 trades on the next row. */
  readonly lag: number;
  /** Rows over which returns overlap; 1 when they do not. */
  readonly overlap: number;
  /** Rows a year. */
  readonly periods: number;
  /** Whether what is held at the end is given up there, at its cost; left out, it is still held. */
  readonly closes?: boolean;
  /** Whether the drawdown is that of a value that net returns compound; left out, of their sum. */
  readonly compounds?: boolean;
}

/** A rule row by row; NaN where a row lacks its signal or its return. */
export interface BacktestPath {
  /** Held over the row. */
  readonly positions: Float64Array;
  /** After costs, basis points. */
  readonly net: Float64Array;
  /** Sum of net so far, basis points. */
  readonly cumulative: Float64Array;
}

/** What a rule would have earned. */
export interface Backtest {
  readonly path: BacktestPath;
  /** Sums, basis points. */
  readonly gross: Bp;
  readonly net: Bp;
  /** Sum of all changes of position. */
  readonly turnover: number;
  /** Share of the rows with a position that earned more than 0 net; null without such a row. */
  readonly hit: number | null;
  /** Deepest of {@link drawdowns} of the cumulative net, or of {@link compoundedDrawdowns}; 0 or below. */
  readonly maxDrawdown: Bp;
  /** Of the net, a year; null where it does not vary. */
  readonly sharpe: SharpeInterval | null;
  /** Rows that count. */
  readonly rows: number;
}

/**
 * What a rule would have earned: the signal of a row, `lag` rows later, times the return, less the cost
 * of changing the position. Sums of basis points; only the drawdown may be of what compounds.
 *
 * A row without its return, or whose signal is missing, does not count; the position from before it
 * stays for the next change's cost.
 *
 * @param signal - Positions, oldest first, NaN where missing.
 * @param returns - Of the same rows, decimals, NaN where missing.
 * @param settings - Cost, lag, overlap, rows a year.
 * @returns Sums, risk and the path.
 * @throws CalcError `invalid` when lengths differ or a setting is out of range; `missing` when no row
 *   counts.
 *
 * @example
 * const settings = { cost: bp(4.5), lag: 0, overlap: 1, periods: 12 };
 * const returns = Float64Array.of(0.001, 0.002, -0.001, 0.001);
 * backtest(Float64Array.of(0, 1, 1, 0), returns, settings).net.toFixed(6); // => "1.000000"
 */
export function backtest(
  signal: Float64Array,
  returns: Float64Array,
  { cost, lag, overlap, periods, closes = false, compounds = false }: BacktestSettings,
): Backtest {
  const n = signal.length;
  if (returns.length !== n) {
    throw invalid(
      `returns has ${returns.length} rows and signal ${n}; both must have the same length`,
    );
  }
  const positions = new Float64Array(n);
  const net = new Float64Array(n);
  const cumulative = new Float64Array(n);
  let [gross, turnover, wins, held] = [0, 0, 0, 0];
  let [total, peak, maxDrawdown] = [0, 0, 0];
  let [position, rows] = [0, 0];
  const closing = closes ? lastRow(signal, returns, lag) : NaN;
  for (let t = 0; t < n; t++) {
    const wanted = t < lag ? NaN : (signal[t - lag] as number);
    const profit = wanted * (10_000 * (returns[t] as number));
    // NaN alone is not itself; here the test costs a third of isNaN.
    if (profit !== profit) {
      positions[t] = NaN;
      net[t] = NaN;
      cumulative[t] = NaN;
      continue;
    }
    const traded = abs(wanted - position) + (t === closing ? abs(wanted) : 0);
    position = wanted;
    const after = profit - cost * traded;
    gross += profit;
    turnover += traded;
    total += after;
    if (position !== 0) held++;
    if (position !== 0 && after > 0) wins++;
    if (total > peak) peak = total;
    const fall = total - peak;
    if (fall < maxDrawdown) maxDrawdown = fall;
    positions[t] = position;
    net[t] = after;
    cumulative[t] = total;
    rows++;
  }
  if (rows === 0) throw missing(`no row has both a signal ${lag} rows before it and a return`);
  return {
    path: { positions, net, cumulative },
    gross: bp(gross),
    net: bp(total),
    turnover,
    hit: held === 0 ? null : wins / held,
    maxDrawdown: bp(compounds ? deepest(compoundedDrawdowns(net)) : maxDrawdown),
    sharpe: sharpeInterval(net, periods, overlap),
    rows,
  };
}

/** The last row that counts; -1 where none does. */
function lastRow(signal: Float64Array, returns: Float64Array, lag: number): number {
  let t = signal.length - 1;
  while (t >= lag && Number.isNaN((signal[t - lag] as number) * (returns[t] as number))) t--;
  return t < lag ? -1 : t;
}

const deepest = (falls: Float64Array): number =>
  falls.reduce((most, fall) => (fall < most ? fall : most), 0);

/**
 * How far a value that net returns compound is below its highest so far, as a share of that; it begins at 1.
 *
 * @param net - Basis points, NaN where missing.
 * @returns Basis points of the peak a row, 0 or below and -10,000 when all is lost; NaN where missing.
 *
 * @example
 * [...compoundedDrawdowns(Float64Array.of(1000, -1000, NaN, -1000))].map((fall) => Math.round(fall)); // => [0, -1000, NaN, -1900]
 */
export function compoundedDrawdowns(net: Float64Array): Float64Array {
  let [value, peak] = [1, 1];
  return net.map((earned) => {
    if (Number.isNaN(earned)) return NaN;
    value = Math.max(0, value * (1 + earned / 10_000));
    if (value > peak) peak = value;
    return 10_000 * (value / peak - 1);
  });
}

/**
 * How far a sum is below its highest so far; it begins at 0.
 *
 * @param cumulative - Any unit, NaN where missing.
 * @returns 0 or below a row, in that unit; NaN where missing.
 *
 * @example
 * [...drawdowns(Float64Array.of(-5, 10, NaN, 4))]; // => [-5, 0, NaN, -6]
 */
export function drawdowns(cumulative: Float64Array): Float64Array {
  let peak = 0;
  return cumulative.map((total) => {
    if (total > peak) peak = total;
    return total - peak;
  });
}
