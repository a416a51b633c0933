import { Span } from "../numeric/span";
import type { BookWalk, BookWalks } from "./bookWalks";

const { cos, min, PI, round } = Math;

/** How many ages are walked to the end at first. */
const WALKED_AGES = 7;

/** How far a combination may be from the loans at the nodes, as a share of them. */
const NEAR_ENOUGH = 5e-7;

/** Whole walks of some ages, and by curve the combinations of their loans when the ramp ends. */
interface Ramp {
  readonly tables: readonly Float64Array[];
  readonly spans: readonly Span[];
}

/**
 * Tables of one loan rate, by age below the end of the seasoning ramp. Once all are seasoned, loans of every age go
 * on alike, and what becomes of them is linear in how many there are at each node: other ages are walked that far
 * only, and go on as the nearest combination of the walked ones, if it is near enough.
 */
export class RateTables {
  private readonly kept = new Map<number, Float64Array>();
  private knownRamp?: Ramp;

  /**
   * @param walks - The walks.
   * @param wac - Rate of the loans, decimal.
   */
  constructor(
    private readonly walks: BookWalks,
    private readonly wac: number,
  ) {}

  /** How many tables there are. */
  get count(): number {
    return this.kept.size;
  }

  /**
   * The shares of an age.
   *
   * @param age - Months, at most those at which the ramp ends.
   * @returns For each curve, loans that are left by month and then those that are prepaid by month.
   */
  at(age: number): Float64Array {
    const known = this.kept.get(age);
    if (known !== undefined) return known;
    const isWhole = walkedAges(this.walks.settled).includes(age);
    const made = (isWhole ? null : this.combined(age)) ?? this.whole(age).table;
    this.kept.set(age, made);
    return made;
  }

  private whole(age: number): BookWalk {
    return this.walks.walk(this.wac, age, true);
  }

  /** Null where no combination is near enough. */
  private combined(age: number): Float64Array | null {
    const { months, settled } = this.walks;
    const { table, seasoned } = this.walks.walk(this.wac, age, false);
    const { tables, spans } = (this.knownRamp ??= this.ramp());
    for (const [curve, loans] of seasoned.entries()) {
      const parts = (spans[curve] as Span).nearest(loans, NEAR_ENOUGH);
      if (parts === null) return null;
      for (const row of [2 * curve * months, (2 * curve + 1) * months]) {
        addCombination(table.subarray(row + settled, row + months), tables, parts, row + settled);
      }
    }
    return table;
  }

  private ramp(): Ramp {
    const walked = walkedAges(this.walks.settled).map((age) => {
      const walk = this.whole(age);
      // The same as a table that is there.
      this.kept.set(age, walk.table);
      return walk;
    });
    const [{ seasoned: curves }] = walked as [BookWalk];
    return {
      tables: walked.map(({ table }) => table),
      spans: curves.map(
        (_, curve) => new Span(walked.map(({ seasoned }) => seasoned[curve] as Float64Array)),
      ),
    };
  }
}

/** Adds tables from a place on, each times its part. */
function addCombination(
  into: Float64Array,
  tables: readonly Float64Array[],
  parts: Float64Array,
  from: number,
): void {
  tables.forEach((table, i) => {
    const part = parts[i] as number;
    for (let k = 0; k < into.length; k++) {
      into[k] = (into[k] as number) + part * (table[from + k] as number);
    }
  });
}

/** Ages that are walked to the end: the ramp's, denser towards both of its ends. */
function walkedAges(settled: number): number[] {
  const count = min(WALKED_AGES, settled + 1);
  const ages = Array.from({ length: count }, (_, i) =>
    round((settled * (1 - cos((PI * i) / (count - 1 || 1)))) / 2),
  );
  return settled + 1 <= WALKED_AGES ? Array.from({ length: settled + 1 }, (_, age) => age) : ages;
}
