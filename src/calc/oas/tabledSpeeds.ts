import { turnoverLeft, refinancing, type PrepaymentDials } from "../prepayment/prepaymentModel";
import { smmFromTable } from "../prepayment/smmTable";
import { rate } from "../units";
import type { NodeSpeeds } from "./nodeSpeeds";

const { ceil, floor, min } = Math;

/** Places of a table from one node to the next for a curve of this width: speeds are off by 2·10⁻⁸ at the most. */
const [PLACES, WIDTH] = [256, 0.003];
/** Nodes beyond the lattice's own that the incentive can reach. */
const BEYOND = 48;
/** Seasons of one walk, and the settings of a few more. */
const MOST_TABLES = 26;

/** Speeds of both populations by place and node. */
interface SpeedTable {
  readonly fast: Float64Array;
  readonly slow: Float64Array;
}

/**
 * Speeds of loans that are past the seasoning ramp, read off a table: nodes are equally far apart, so that the
 * incentives of a month's nodes are one row of it. Other months, and incentives beyond the table, are left to the
 * model.
 */
export class TabledSpeeds implements NodeSpeeds {
  readonly fast: Float64Array;
  readonly slow: Float64Array;
  private readonly half: number;
  private readonly step: number;
  private readonly width: number;
  private readonly places: number;
  private readonly tables = new Map<number, SpeedTable>();

  /**
   * @param dials - The model, of the logistic form: what depends on the incentive alone.
   * @param exact - The model's speeds at the same nodes.
   * @param slope - Mortgage rate per unit of deviation.
   * @param deviations - Of the short rate, by node; equally far apart.
   */
  constructor(
    private readonly dials: PrepaymentDials,
    private readonly exact: NodeSpeeds,
    slope: number,
    deviations: Float64Array,
  ) {
    this.fast = exact.fast;
    this.slow = exact.slow;
    this.half = (deviations.length - 1) / 2;
    this.step = slope * (deviations[this.half + 1] as number);
    this.places = PLACES * ceil(WIDTH / min(dials.refiWidth, dials.lockWidth));
    this.width = 2 * (this.half + BEYOND) + 2;
  }

  fill(incentive: number, pace: number, turnover: number, first: number, last: number): void {
    const { dials, exact, step, width, places, fast, slow } = this;
    const nodes = floor(incentive / step);
    const isTabled = step > 0 && pace === dials.multiplier && nodes >= -BEYOND && nodes < BEYOND;
    const table = isTabled ? this.tableOf(turnover) : null;
    if (table === null) {
      exact.fill(incentive, pace, turnover, first, last);
      return;
    }
    const place = (incentive / step - nodes) * places;
    const row = min(places - 1, floor(place));
    const part = place - row;
    let at = row * width + (BEYOND - nodes) + first;
    const { fast: byFast, slow: bySlow } = table;
    for (let j = first; j <= last; j++, at++) {
      const fastHere = byFast[at] as number;
      const slowHere = bySlow[at] as number;
      fast[j] = fastHere + part * ((byFast[at + width] as number) - fastHere);
      slow[j] = slowHere + part * ((bySlow[at + width] as number) - slowHere);
    }
  }

  private tableOf(turnover: number): SpeedTable | null {
    const known = this.tables.get(turnover);
    if (known !== undefined) return known;
    if (this.tables.size >= MOST_TABLES) return null;
    const { dials, step, half, width, places } = this;
    const { multiplier, slowSpeed, maxCpr } = dials;
    const size = (places + 1) * width;
    const table = { fast: new Float64Array(size), slow: new Float64Array(size) };
    for (let row = 0; row <= places; row++) {
      for (let m = 0; m < width; m++) {
        const incentive = step * (BEYOND + half - m + row / places);
        const ready = multiplier * refinancing(dials, rate(0), -incentive);
        const base = multiplier * turnover * turnoverLeft(dials, incentive);
        table.fast[row * width + m] = smmFromTable(min(maxCpr, ready + base));
        table.slow[row * width + m] = smmFromTable(min(maxCpr, slowSpeed * ready + base));
      }
    }
    this.tables.set(turnover, table);
    return table;
  }
}
