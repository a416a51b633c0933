/** What all walks over a lattice have in common. */
export interface LatticeTables {
  /** Nodes of the lattice. */
  readonly nodes: number;
  /**
   * The greatest CPR, the slow population's refinancing as a multiple of the fast one's, the share of turnover that
   * lock-in takes, and what goes from the first node to the third and from the last one to the third last.
   */
  readonly dials: Float64Array;
  /** From the node before the first one to the node after the last: what comes from below, from itself, from above. */
  readonly pulls: Float64Array;
  /** By node: its power in the refinancing curve and its power in that of lock-in. */
  readonly answers: Float64Array;
  /** SMM with its first and half its second derivative by places, 1,024 a unit of CPR. */
  readonly smm: Float64Array;
  /** Speeds of the fast and the slow population past the seasoning ramp, by season, place and node. */
  readonly speeds: Float64Array;
  /** Nodes of a row of `speeds`. */
  readonly width: number;
  /** Room for the speeds of a month. */
  readonly ownSpeeds: Float64Array;
}

/** A walk of loans of one rate and age on one curve. */
export interface Walk {
  /** Month from which all are seasoned, 0 for the first. */
  readonly seasonedFrom: number;
  /** By month: where its row of `speeds` begins, in nodes, or −1; and the part of the next row in its speeds. */
  readonly places: Float64Array;
  /** By month where no row of `speeds` is used: its power in the refinancing curve and its power in that of lock-in. */
  readonly powers: Float64Array;
  /** By month where no row of `speeds` is used: the greatest refinancing, and turnover; both seasoned, CPR. */
  readonly pace: Float64Array;
  /** By month: what the sums over the nodes are multiplied by. */
  readonly scale: Float64Array;
  /** The fast and the slow population by node, from the node before the first one to the node after the last. */
  readonly state: Float64Array;
  /** Filled by month: loans that are left when it begins, and loans that are prepaid in it. */
  readonly shares: Float64Array;
}

/** How many walks a pool is interpolated between. */
export const NEAR = 6;

/** A row of each of those walks. */
export type NearRows = readonly [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/**
 * The loops of a book of pools. There are two, one in TypeScript and one in WebAssembly: the same operations in the same
 * order, so that both give the same bits. They work on pairs of numbers: fast and slow, due and left, left and prepaid.
 * All arrays that they are handed are their own.
 */
export interface Kernel {
  /**
   * A new array of the kernel, which is never taken back.
   *
   * @param length - How many numbers.
   */
  array(length: number): Float64Array;

  /**
   * Walks from a month to another one.
   *
   * @param tables - What all walks have in common.
   * @param walk - The walk; its state is moved on.
   * @param from - The first month, 0 for that of today.
   * @param to - The month after the last one.
   */
  walk(tables: LatticeTables, walk: Walk, from: number, to: number): void;

  /**
   * Multiplies what is due and left by discount factors, in place.
   *
   * @param flows - Due and left by month.
   * @param months - How many.
   * @param factor - Of the first month.
   * @param monthly - What the factor is multiplied by from month to month.
   */
  discount(flows: Float64Array, months: number, factor: number, monthly: number): void;

  /**
   * What a pool's payments are worth by month.
   *
   * @param flows - Due and left by month.
   * @param months - How many.
   * @param parts - What each of those that are near counts.
   * @param near - Shares that are left and prepaid by month.
   * @param into - Filled.
   */
  worth(
    flows: Float64Array,
    months: number,
    parts: Float64Array,
    near: NearRows,
    into: Float64Array,
  ): void;

  /**
   * What they are worth in all.
   *
   * @param flows - Due and left by month.
   * @param months - How many.
   * @param parts - What each of those that are near counts.
   * @param near - Shares that are left and prepaid by month.
   */
  value(flows: Float64Array, months: number, parts: Float64Array, near: NearRows): number;

  /**
   * Adds a part of a row to another one.
   *
   * @param into - Two numbers a month.
   * @param from - As long as that.
   * @param part - Of what is added.
   * @param start - Where it begins, in numbers; even, as is the length of a row.
   */
  addPart(into: Float64Array, from: Float64Array, part: number, start: number): void;
}
