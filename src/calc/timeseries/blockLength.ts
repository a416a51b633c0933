import { mean } from "../numeric/statistics";

const { abs, ceil, log10, max, min, sqrt } = Math;

/**
 * Mean length of the blocks of a stationary bootstrap that makes the error of a mean's variance least, as
 * estimated from the series' own autocovariances up to the lag from which they are noise.
 *
 * @param values - Oldest first, without missing rows.
 * @returns Rows, 1 or more and at most min(3√n, n/3); 1 where the values do not vary.
 * @see D. Politis, H. White, "Automatic block-length selection for the dependent bootstrap", Econometric Reviews
 * 23(1), 2004, with the correction of A. Patton, D. Politis, H. White, Econometric Reviews 28(4), 2009
 *
 * @example
 * blockLength(Float64Array.from({ length: 60 }, (_, t) => Math.floor(t / 6) % 2)) > 2; // => true
 */
export function blockLength(values: Float64Array): number {
  const n = values.length;
  const centre = mean(values);
  const off = values.map((value) => value - centre);
  const covariance = (lag: number) => {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (off[t] as number) * (off[t - lag] as number);
    return sum / n;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return 1;
  const run = max(5, ceil(sqrt(log10(n))));
  const most = min(n - 1, ceil(sqrt(n)) + run);
  const covariances = Array.from({ length: most + 1 }, (_, lag) => covariance(lag));
  const noise = 2 * sqrt(log10(n) / n);
  const isNoise = (lag: number) => abs((covariances[lag] ?? 0) / variance) < noise;
  const quietAfter = (lag: number) =>
    Array.from({ length: run }, (_, k) => lag + 1 + k).every(isNoise);
  let last = 0;
  while (last < most && !quietAfter(last)) last++;
  const width = min(2 * max(1, last), most);
  let [moment, spectrum] = [0, variance];
  for (let lag = 1; lag <= width; lag++) {
    const weight = min(1, 2 * (1 - lag / width));
    moment += 2 * weight * lag * (covariances[lag] as number);
    spectrum += 2 * weight * (covariances[lag] as number);
  }
  const ideal = ((moment / spectrum) ** 2 * n) ** (1 / 3);
  return max(1, min(ideal, ceil(min(3 * sqrt(n), n / 3))));
}
