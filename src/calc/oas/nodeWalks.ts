import type { BookCurve } from "./bookCurves";
import { populationsToday, walkLattice } from "./latticeShares";
import { paceOf, settledNodes, type LoanWalks, type WalkGround } from "./loanWalks";
import { nodeSpeeds } from "./nodeSpeeds";

/** Walks node by node, for any refinancing curve and any lattice. */
export class NodeWalks implements LoanWalks {
  /**
   * @param ground - What walks rest on.
   * @param wac - Rate of the loans, decimal.
   */
  constructor(
    private readonly ground: WalkGround,
    private readonly wac: number,
  ) {}

  walk(age: number, end: number, shares: readonly Float64Array[]): Float64Array[] {
    const pace = this.ground.turnover.map((_, k) => paceOf(this.ground, age, k));
    return this.ground.curves.map((curve, i) =>
      this.walkOn(curve, pace, end, shares[i] as Float64Array),
    );
  }

  release(): void {
    // Holds nothing.
  }

  private walkOn(
    { level, slope, discount }: BookCurve,
    pace: Float64Array,
    end: number,
    shares: Float64Array,
  ): Float64Array {
    const { ground, wac } = this;
    const { rates, weights, settled, turnover } = ground;
    const { dials } = ground.model;
    const speeds = nodeSpeeds(dials, wac, slope, rates.lattice.deviations);
    const [left, prepaid] = [new Float64Array(end), new Float64Array(end)];
    const walk = { incentive: level.map((at) => wac - at), pace, turnover };
    const today = populationsToday(rates, dials.fastShare);
    const ramp = { left: left.subarray(0, settled), prepaid: prepaid.subarray(0, settled) };
    const then = walkLattice(rates, weights, speeds, today, walk, ramp);
    const [first, last] = settledNodes(ground);
    const seasoned = new Float64Array(2 * (last - first + 1));
    for (let j = first; j <= last; j++) {
      seasoned[2 * (j - first)] = then.fast[j] as number;
      seasoned[2 * (j - first) + 1] = then.slow[j] as number;
    }
    walkLattice(rates, weights, speeds, then, walk, { left, prepaid }, settled);
    for (let k = 0; k < end; k++) {
      shares[2 * k] = (discount[k] as number) * (left[k] as number);
      shares[2 * k + 1] = (discount[k] as number) * (prepaid[k] as number);
    }
    return seasoned;
  }
}
