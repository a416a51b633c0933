import type { PrepaymentDials } from "../prepayment/prepaymentModel";
import { SMM_TABLE } from "../prepayment/smmTable";
import type { BookCurve } from "./bookCurves";
import type { Kernel, LatticeTables } from "./kernel/kernel";
import { latticePulls, type LatticePulls } from "./latticePulls";
import { paceOf, settledNodes, type LoanWalks, type WalkGround } from "./loanWalks";
import { boundedPower } from "./nodeSpeeds";
import type { RowPool } from "./rowPool";
import { SpeedTables } from "./speedTables";

const { max } = Math;

/** What walks by a kernel have in common. */
export class KernelGround {
  readonly tables: LatticeTables;
  private readonly speeds: SpeedTables;
  /** By month: the number of its season. */
  private readonly seasons: Float64Array;
  /** By curve and month: what the sums over the nodes are multiplied by. */
  readonly scales: readonly Float64Array[];
  readonly pace: Float64Array;
  readonly state: Float64Array;

  /**
   * What walks have in common, where a kernel can walk.
   *
   * @param ground - What walks rest on.
   * @param kernel - Whose loops are used.
   * @returns Null where the refinancing curve is not the logistic one, or the lattice's moves are not those of three
   *   neighbours.
   */
  static of(ground: WalkGround, kernel: Kernel): KernelGround | null {
    if (ground.model.dials.form !== "logistic") return null;
    const moves = latticePulls(ground.rates.lattice, ground.weights.byNode);
    return moves === null ? null : new KernelGround(ground, kernel, moves);
  }

  private constructor(
    readonly ground: WalkGround,
    readonly kernel: Kernel,
    moves: LatticePulls,
  ) {
    const { curves, turnover, weights, rates } = ground;
    const { deviations } = rates.lattice;
    const nodes = deviations.length;
    const own = (numbers: ArrayLike<number>) => {
      const array = kernel.array(numbers.length);
      array.set(numbers);
      return array;
    };
    this.speeds = speedTables(ground);
    this.seasons = turnover.map((it) => this.speeds.turnovers.indexOf(it));
    const speeds = kernel.array(this.speeds.length);
    this.speeds.fill(speeds);
    this.tables = {
      nodes,
      dials: own(kernelDials(ground.model.dials, moves)),
      pulls: own(moves.pulls),
      answers: own(answersOf(ground)),
      smm: own(SMM_TABLE),
      speeds,
      width: this.speeds.width,
      ownSpeeds: kernel.array(2 * nodes),
    };
    this.scales = curves.map(({ discount }) =>
      own(discount.map((it, k) => it / (weights.mean[k] as number))),
    );
    this.pace = kernel.array(2 * turnover.length);
    this.state = kernel.array(2 * (nodes + 2));
  }

  /**
   * Fills what a curve's months ask of loans of one rate.
   *
   * @param wac - Rate of the loans, decimal.
   * @param curve - Number of the curve.
   * @param places - Filled by month: row of the tables of speeds, part of the next one.
   * @param powers - Filled by month where there is no row, and as long as loans are not seasoned.
   */
  fillConditions(wac: number, curve: number, places: Float64Array, powers: Float64Array): void {
    const { model, settled, curves } = this.ground;
    const { refiMid, refiWidth, lockMid, lockWidth } = model.dials;
    const { level } = curves[curve] as BookCurve;
    for (let k = 0; k < level.length; k++) {
      const incentive = wac - (level[k] as number);
      const place = this.speeds.placeOf(incentive, this.seasons[k] as number);
      places[2 * k] = place?.row ?? -1;
      places[2 * k + 1] = place?.part ?? 0;
      if (place !== null && k >= settled) continue;
      powers[2 * k] = boundedPower((refiMid - incentive) / refiWidth);
      powers[2 * k + 1] = boundedPower((incentive - lockMid) / lockWidth);
    }
  }

  /**
   * Fills what months ask of loans of one age.
   *
   * @param age - Months.
   * @param end - How many months are walked.
   */
  fillPace(age: number, end: number): void {
    const { model, turnover } = this.ground;
    const greatest = model.dials.refiMultiple * model.dials.refiMax;
    for (let k = 0; k < end; k++) {
      const pace = paceOf(this.ground, age, k);
      this.pace[2 * k] = pace * greatest;
      this.pace[2 * k + 1] = pace * (turnover[k] as number);
    }
  }
}

const kernelDials = (
  { maxCpr, slowSpeed, lockIn }: PrepaymentDials,
  { firstToThird, lastToThird }: LatticePulls,
) => [maxCpr, slowSpeed, lockIn, firstToThird, lastToThird];

/** By node: its powers in the curves of refinancing and of lock-in. */
function answersOf({ model, curves, rates }: WalkGround): number[] {
  const { slope } = curves[0] as BookCurve;
  const { refiWidth, lockWidth } = model.dials;
  return Array.from(rates.lattice.deviations).flatMap((it) => [
    boundedPower((slope * it) / refiWidth),
    boundedPower((-slope * it) / lockWidth),
  ]);
}

function speedTables({ model, curves, rates, turnover }: WalkGround): SpeedTables {
  const { deviations } = rates.lattice;
  const { slope } = curves[0] as BookCurve;
  const step = slope * (deviations[(deviations.length + 1) / 2] as number);
  return new SpeedTables(model.dials, [...new Set(turnover)], step, deviations.length);
}

/** Walks of loans of one rate by a kernel. */
export class KernelWalks implements LoanWalks {
  private readonly places: readonly Float64Array[];
  private readonly powers: readonly Float64Array[];

  /**
   * @param on - What walks have in common.
   * @param wac - Rate of the loans, decimal.
   * @param rows - From which rows are taken.
   */
  constructor(
    private readonly on: KernelGround,
    wac: number,
    private readonly rows: RowPool,
  ) {
    this.places = on.ground.curves.map(() => rows.take());
    this.powers = on.ground.curves.map(() => rows.take());
    for (const curve of on.ground.curves.keys()) {
      on.fillConditions(
        wac,
        curve,
        this.places[curve] as Float64Array,
        this.powers[curve] as Float64Array,
      );
    }
  }

  walk(age: number, end: number, shares: readonly Float64Array[]): Float64Array[] {
    this.on.fillPace(age, end);
    return shares.map((row, curve) => this.walkOn(curve, age, end, row));
  }

  release(): void {
    this.rows.giveBack(this.places);
    this.rows.giveBack(this.powers);
  }

  private walkOn(curve: number, age: number, end: number, shares: Float64Array): Float64Array {
    const { tables, scales, state, pace, kernel, ground } = this.on;
    const { model, settled } = ground;
    const walk = {
      seasonedFrom: max(0, settled - age),
      places: this.places[curve] as Float64Array,
      powers: this.powers[curve] as Float64Array,
      pace,
      scale: scales[curve] as Float64Array,
      state,
      shares,
    };
    // The middle node, after the one before the first.
    const root = tables.nodes + 1;
    state.fill(0);
    state[root] = model.dials.fastShare;
    state[root + 1] = 1 - model.dials.fastShare;
    kernel.walk(tables, walk, 0, settled);
    const [first, last] = settledNodes(ground);
    const seasoned = state.slice(2 * (first + 1), 2 * (last + 2));
    kernel.walk(tables, walk, settled, end);
    return seasoned;
  }
}
