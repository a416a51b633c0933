import { integral } from "../numeric/integral";
import { normalProbability } from "../numeric/normalDistribution";
import { cubicRoots, quadraticRoots } from "../numeric/polynomialRoots";

const { abs, exp, hypot, max, min, PI, sqrt } = Math;

/**
 * The points (z, u) with slope·z + ½·curvature·z² + across·u ≥ needed, z and u independent and
 * standard normal.
 */
export interface Parabola {
  readonly needed: number;
  readonly slope: number;
  readonly curvature: number;
  /** 0 or more. */
  readonly across: number;
}

/** Beyond it u is the arithmetic's noise, not a direction to go in. */
const NO_DIRECTION = 1e-12;

const reached = ({ slope, curvature }: Parabola, z: number) => slope * z + (curvature * z * z) / 2;
const hasAcross = ({ slope, curvature, across }: Parabola) =>
  across > NO_DIRECTION * (abs(slope) + abs(curvature));

/**
 * The point nearest to the origin.
 *
 * On the boundary u = (needed − slope·z − ½·curvature·z²) ÷ across, and the derivative of z² + u²
 * is a cubic in z: its roots are all the points where the distance is stationary.
 *
 * @param parabola - The parabola.
 * @returns z and u; the origin where it belongs to the points; null when there are none.
 *
 * @example
 * nearestOnParabola({ needed: 25, slope: 3, curvature: 0, across: 4 }).map((x) => x.toFixed(9)); // => ["3.000000000", "4.000000000"]
 */
export function nearestOnParabola(parabola: Parabola): readonly [z: number, u: number] | null {
  const { needed, slope, curvature, across } = parabola;
  if (needed <= 0) return [0, 0];
  const points = hasAcross(parabola)
    ? cubicRoots(
        (curvature * curvature) / 2,
        1.5 * slope * curvature,
        across * across + slope * slope - needed * curvature,
        -needed * slope,
      ).map((z) => [z, (needed - reached(parabola, z)) / across] as const)
    : quadraticRoots(curvature / 2, slope, -needed).map((z) => [z, 0] as const);
  // Risen roots: of equally near points the last, with the higher rate, is kept.
  const isNearer = ([z, u]: readonly [number, number], [y, v]: readonly [number, number]) =>
    hypot(z, u) <= hypot(y, v) * (1 + 1e-12);
  return points.reduce<readonly [number, number] | null>(
    (best, point) => (best === null || isNearer(point, best) ? point : best),
    null,
  );
}

/** Beyond it the normal density is 0 in double precision's eyes. */
const FAR = 8.5;

/**
 * Probability of the points.
 *
 * Given z the condition on u is one on a normal variable; the rest is an integral over z, cut where
 * the boundary crosses u = 0. Not the half-plane beyond the nearest point, which would forget the
 * far side of a parabola that can be met from both.
 *
 * @param parabola - The parabola.
 * @returns A probability to about 10⁻⁹.
 *
 * @example
 * probabilityAbove({ needed: 5, slope: 3, curvature: 0, across: 4 }).toFixed(6); // => "0.158655"
 */
export function probabilityAbove(parabola: Parabola): number {
  const { needed, slope, curvature, across } = parabola;
  const crossings = quadraticRoots(curvature / 2, slope, -needed).filter((z) => abs(z) < FAR);
  if (curvature === 0 && (across > 0 || slope !== 0)) {
    return normalProbability(-needed / hypot(slope, across));
  }
  const stops = [-FAR, ...crossings, FAR];
  let sum = 0;
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1] as number, stops[i] as number];
    if (!hasAcross(parabola)) {
      const isIn = reached(parabola, (from + to) / 2) >= needed;
      if (isIn) sum += normalProbability(to) - normalProbability(from);
      continue;
    }
    const density = (z: number) =>
      (exp((-z * z) / 2) / sqrt(2 * PI)) *
      normalProbability((reached(parabola, z) - needed) / across);
    // Half-way stops: a stretch whose ends and middle are all 0 would look empty.
    const pieces = max(1, Math.ceil(to - from));
    for (let k = 0; k < pieces; k++) {
      const pointAt = (share: number) => from + ((to - from) * share) / pieces;
      sum += integral(density, pointAt(k), pointAt(k + 1), 1e-11);
    }
  }
  return min(1, max(0, sum));
}
