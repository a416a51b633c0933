import { backSubstitute, norm, takeOff } from "./orthogonal";

/** A vector that keeps less of its length than this beside the others is a combination of them. */
const LEAST_PIVOT = 1e-9;

/** The combinations of some vectors: finds the one that is nearest to another vector. */
export class Span {
  private readonly directions: Float64Array[] = [];
  private readonly triangle: number[][] = [];
  /** The vectors that are no combination of those before them. */
  private readonly counted: number[] = [];
  private readonly count: number;

  /** @param vectors - All of one length; they are not kept. */
  constructor(vectors: readonly Float64Array[]) {
    this.count = vectors.length;
    vectors.forEach((vector, i) => {
      const rest = vector.slice();
      const shares = takeOff(this.directions, rest);
      const pivot = norm(rest);
      if (!(pivot > LEAST_PIVOT * norm(vector))) return;
      this.directions.push(rest.map((value) => value / pivot));
      this.triangle.push([...shares, pivot]);
      this.counted.push(i);
    });
  }

  /**
   * The nearest combination, by least squares.
   *
   * @param vector - As long as the span's.
   * @param within - How far it may be away, as a share of the vector's length.
   * @returns What each of the span's vectors counts in it, nothing for those that are combinations of others; null
   *   where it is farther away.
   */
  nearest(vector: Float64Array, within: number): Float64Array | null {
    const rest = vector.slice();
    const found = backSubstitute(this.triangle, takeOff(this.directions, rest, 1));
    if (!(norm(rest) <= within * norm(vector))) return null;
    const parts = new Float64Array(this.count);
    this.counted.forEach((i, at) => {
      parts[i] = found[at] as number;
    });
    return parts;
  }
}
