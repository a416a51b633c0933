import { refinancing, turnoverLeft, type PrepaymentDials } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import { rate } from "../units";

const { ceil, floor, min } = Math;

/** Places of a table from one node to the next for a curve of this width: speeds are off by 2·10⁻⁸ at the most. */
const [PLACES, WIDTH] = [256, 0.003];
/** Nodes beyond the lattice's own that the incentive can reach. */
const BEYOND = 48;
/** Numbers that the tables have at most; of curves that are so narrow that there were more, there are none. */
export const MOST_NUMBERS = 4e6;

/** Where the speeds of a month's nodes stand in a table. */
export interface SpeedPlace {
  /** Where the row begins, in nodes. */
  readonly row: number;
  /** The part of the next row. */
  readonly part: number;
}

/**
 * Speeds of loans that are past the seasoning ramp, as tables by season: nodes are equally far apart, so that the
 * incentives of a month's nodes are one row of a table.
 */
export class SpeedTables {
  /** Nodes of a row. */
  readonly width: number;
  private readonly places: number;
  private readonly half: number;

  /**
   * @param dials - The model, of the logistic form: what depends on the incentive alone.
   * @param turnovers - Turnover by season, CPR.
   * @param step - Incentive from one node to the next, decimal.
   * @param nodes - Of the lattice.
   */
  constructor(
    private readonly dials: PrepaymentDials,
    readonly turnovers: readonly number[],
    private readonly step: number,
    nodes: number,
  ) {
    this.half = (nodes - 1) / 2;
    this.width = 2 * (this.half + BEYOND) + 2;
    this.places = PLACES * ceil(WIDTH / min(dials.refiWidth, dials.lockWidth));
  }

  /** Numbers of the tables; 0 where there are none. */
  get length(): number {
    const numbers = 2 * this.turnovers.length * this.size;
    return this.step > 0 && numbers <= MOST_NUMBERS ? numbers : 0;
  }

  /** Nodes of a season's table. */
  private get size(): number {
    return (this.places + 1) * this.width;
  }

  /**
   * Where a month's speeds stand.
   *
   * @param incentive - At the middle node: rate of the loans less that of a new one.
   * @param season - Number of the season.
   * @returns The place; null where the incentive is beyond the tables, or there are none.
   */
  placeOf(incentive: number, season: number): SpeedPlace | null {
    const nodes = floor(incentive / this.step);
    if (this.length === 0 || !(nodes >= -BEYOND && nodes < BEYOND)) return null;
    const place = (incentive / this.step - nodes) * this.places;
    const row = min(this.places - 1, floor(place));
    return { row: season * this.size + row * this.width + (BEYOND - nodes), part: place - row };
  }

  /**
   * Fills the tables.
   *
   * @param speeds - As long as they are; by season, place and node: SMM of the fast and of the slow population.
   */
  fill(speeds: Float64Array): void {
    const { dials, turnovers, step, half, width, places } = this;
    const { multiplier, slowSpeed, maxCpr } = dials;
    if (speeds.length === 0) return;
    for (let row = 0; row <= places; row++) {
      for (let m = 0; m < width; m++) {
        const incentive = step * (BEYOND + half - m + row / places);
        const ready = multiplier * refinancing(dials, rate(0), -incentive);
        const moving = multiplier * turnoverLeft(dials, incentive);
        for (const [season, turnover] of turnovers.entries()) {
          const at = 2 * (season * this.size + row * width + m);
          speeds[at] = smmFromTable(min(maxCpr, ready + moving * turnover));
          speeds[at + 1] = smmFromTable(min(maxCpr, slowSpeed * ready + moving * turnover));
        }
      }
    }
  }
}
