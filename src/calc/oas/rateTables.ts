import { Span } from "../numeric/span";
import type { BookWalk, BookWalks } from "./bookWalks";
import type { LoanWalks } from "./loanWalks";
import { measureRows } from "./measureRows";

const { cos, min, PI, round } = Math;

/** How many ages are walked to the end at first. */
export const WALKED_AGES = 7;

/** How far a combination may be from the loans at the nodes, as a share of them. */
const NEAR_ENOUGH = 5e-7;

/**
 * Tables of one loan rate, by age below the end of the seasoning ramp. Once all are seasoned, loans of every age go
 * on alike, and what becomes of them is linear in how many there are at each node: other ages are walked that far
 * only, and go on as the nearest combination of the walked ones, if it is near enough.
 */
export class RateTables {
  private readonly loans: LoanWalks;
  /** Ages that are walked to the end. */
  private readonly ages: readonly number[];
  private readonly kept = new Map<number, readonly Float64Array[]>();
  /** Whole walks of the ages that others are combined of. */
  private readonly walked = new Map<number, BookWalk>();
  private knownSpans?: readonly Span[];

  /**
   * @param walks - The walks.
   * @param wac - Rate of the loans, decimal.
   */
  constructor(
    private readonly walks: BookWalks,
    wac: number,
  ) {
    this.loans = walks.ofLoans(wac);
    this.ages = walkedAges(walks.settled);
  }

  /**
   * The shares of an age.
   *
   * @param age - Months, at most those at which the ramp ends.
   * @returns The rows of `measureRows`.
   */
  at(age: number): readonly Float64Array[] {
    const known = this.kept.get(age);
    if (known !== undefined) return known;
    const { rows } = this.walks;
    const isWalked = this.ages.includes(age);
    const shares = isWalked ? this.walkedAt(age).shares : this.between(age);
    const made = measureRows(shares, this.walks);
    if (!isWalked) rows.giveBack(shares);
    this.kept.set(age, made);
    return made;
  }

  /** Gives all rows back. */
  release(): void {
    const { rows } = this.walks;
    for (const { shares } of this.walked.values()) rows.giveBack(shares);
    for (const made of this.kept.values()) rows.giveBack(made);
    this.loans.release();
  }

  private walkedAt(age: number): BookWalk {
    const walk = this.walked.get(age) ?? this.walks.walk(this.loans, age, true);
    this.walked.set(age, walk);
    return walk;
  }

  /** Shares of an age between the walked ones. */
  private between(age: number): readonly Float64Array[] {
    const { walks, loans } = this;
    const walk = walks.walk(loans, age, false);
    const parts = this.partsOf(walk);
    if (parts === null) {
      walks.rows.giveBack(walk.shares);
      return walks.walk(loans, age, true).shares;
    }
    const from = 2 * walks.settled;
    for (const [curve, share] of walk.shares.entries()) {
      share.fill(0, from);
      this.ages.forEach((it, i) => {
        const whole = this.walkedAt(it).shares[curve] as Float64Array;
        walks.kernel.addPart(share, whole, (parts[curve] as Float64Array)[i] as number, from);
      });
    }
    return walk.shares;
  }

  /** By curve, what each of the walked ages counts; null where no combination is near enough. */
  private partsOf({ seasoned }: BookWalk): Float64Array[] | null {
    const spans = (this.knownSpans ??= this.spans());
    const found: Float64Array[] = [];
    for (const [curve, loans] of seasoned.entries()) {
      const parts = (spans[curve] as Span).nearest(loans, NEAR_ENOUGH);
      if (parts === null) return null;
      found.push(parts);
    }
    return found;
  }

  /** By curve, the combinations of the walked ages' loans when the ramp ends. */
  private spans(): Span[] {
    const walked = this.ages.map((age) => this.walkedAt(age).seasoned);
    const [curves] = walked as [readonly Float64Array[]];
    return curves.map(
      (_, curve) => new Span(walked.map((seasoned) => seasoned[curve] as Float64Array)),
    );
  }
}

/** Ages that are walked to the end: the ramp's, denser towards both of its ends. */
function walkedAges(settled: number): number[] {
  const count = min(WALKED_AGES, settled + 1);
  const ages = Array.from({ length: count }, (_, i) =>
    round((settled * (1 - cos((PI * i) / (count - 1 || 1)))) / 2),
  );
  return settled + 1 <= WALKED_AGES ? Array.from({ length: settled + 1 }, (_, age) => age) : ages;
}
