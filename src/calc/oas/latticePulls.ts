import type { Lattice } from "../rates/lattice";

/** The moves of a lattice from where they arrive, of weights that are multiplied by a weight of their node. */
export interface LatticePulls {
  /** From the node before the first one to the node after the last: what comes from below, from itself, from above. */
  readonly pulls: Float64Array;
  /** From the first node to the third. */
  readonly firstToThird: number;
  /** From the last node to the third last. */
  readonly lastToThird: number;
}

/** Nodes of the smallest lattice whose edges do not meet. */
const FEWEST = 7;

/**
 * The moves of a lattice from where they arrive.
 *
 * @param lattice - The lattice.
 * @param byNode - Weight of each node: what is moved is multiplied by it.
 * @returns The moves; null where steps differ, or where nodes but for the first and the last one do not move around
 *   themselves.
 *
 * @example
 * latticePulls({ deviations: [-0.01, 0, 0.01], moves: [] }, [1, 1, 1]); // => null
 */
export function latticePulls(
  { deviations, moves }: Pick<Lattice, "deviations" | "moves">,
  byNode: ArrayLike<number>,
): LatticePulls | null {
  const [step] = moves;
  const last = deviations.length - 1;
  if (step === undefined || last + 1 < FEWEST || moves.some((other) => other !== step)) return null;
  if (step.centre.some((centre, j) => centre !== Math.min(Math.max(j, 1), last - 1))) return null;
  const pulls = new Float64Array(3 * (last + 3));
  /** From a node by its moves, `by` from its centre. */
  const carried = (from: number, by: -1 | 0 | 1) => {
    const to = (step.centre[from] as number) + by;
    const probability = by < 0 ? step.down : by > 0 ? step.up : step.middle;
    return ((probability[from] as number) * (byNode[to] as number)) / (byNode[from] as number);
  };
  for (let from = 0; from <= last; from++) {
    for (const by of [-1, 0, 1] as const) {
      const to = (step.centre[from] as number) + by;
      // Of the node that it arrives at, 0 is what comes from below.
      const place = 1 + from - to;
      if (place >= 0 && place <= 2) pulls[3 * (to + 1) + place] = carried(from, by);
    }
  }
  return { pulls, firstToThird: carried(0, 1), lastToThird: carried(last, -1) };
}
