/* Pools of mortgages: one row a pool, valued as MBSOAS and MBSKRD value it, over shared walks. */
import { poolModel } from "../assumptions/poolAssumptions";
import type { Pool } from "../calc/mortgage/pool";
import { missing } from "../calc/errors";
import { PoolBook, type BookMeasures } from "../calc/oas/poolBook";
import { PoolMeasures } from "../calc/oas/poolOas";
import { rate, type Price } from "../calc/units";
import { required } from "../functions/excel/oneCell";
import { finiteCell } from "../functions/excel/results";
import { assumptionsTable } from "../functions/terms/assumptionsTable";
import { curve as readCurve } from "../functions/terms/curve";
import { keyTenors as readKeyTenors } from "../functions/terms/keyTenors";
import { onePool, poolPriceReader, type PoolTerms } from "../functions/terms/poolTerms";
import type { Answers } from "./answers";
import { cellAt, type Calculation, type Kind, type Settings, type TermRows } from "./kind";
import { keyColumn, tenorCells } from "./keyColumns";
import { measuredRows, type Field } from "./measuredRows";

/** A pool at its price; what the book says of it, or it says alone, is calculated when it is first asked for. */
class Valued {
  private known?: BookMeasures;
  private knownAlone?: PoolMeasures;

  /**
   * @param ofBook - Asks the book.
   * @param ofPool - Asks the pool alone.
   */
  constructor(
    private readonly ofBook: () => BookMeasures,
    private readonly ofPool: () => PoolMeasures,
  ) {}

  get book(): BookMeasures {
    return (this.known ??= this.ofBook());
  }

  get alone(): PoolMeasures {
    return (this.knownAlone ??= this.ofPool());
  }
}

const inBp = (decimal: number) => 10_000 * decimal;

/** The worksheet's names of the measures; `duration` and `convexity` are short for the effective ones. */
const MEASURES: Readonly<Record<string, (valued: Valued) => number>> = {
  oas: ({ book }) => inBp(book.oas),
  duration: ({ book }) => book.duration,
  convexity: ({ book }) => book.convexity,
  effectiveDuration: ({ book }) => book.duration,
  effectiveConvexity: ({ book }) => book.convexity,
  zSpread: ({ alone }) => inBp(alone.zSpread),
  optionCost: ({ book, alone }) => inBp(alone.zSpread - book.oas),
  spreadDuration: ({ alone }) => alone.spreadDuration,
  volDuration: ({ alone }) => alone.volDuration,
  prepayDuration: ({ alone }) => alone.prepayDuration,
  currentCouponDuration: ({ alone }) => alone.currentCouponDuration,
  wal: ({ alone }) => alone.base.wal,
  baseCpr: ({ alone }) => alone.base.cpr,
};

/** The field that stands for a column a key tenor. */
const KEY_RATES = "krd";
/** As MBSKRD: each takes two valuations. */
const MOST_KEY_TENORS = 12;

const POOL_TERMS = ["coupon", "wac", "wam", "age"] as const satisfies (keyof PoolTerms)[];

/** Not a column of a file: why a row of a published file is no pool that can be valued. */
const REFUSAL = "refusal";

/** A pool that is no one's: the model of a book needs one to be asked for, and forgets it. */
const ANY_POOL: Pool = { coupon: rate(0.05), wac: rate(0.06), wam: 360, age: 0 };

/** Pools of mortgages at their prices. */
export const pools: Kind = {
  name: "pools",
  terms: new Map(["price", ...POOL_TERMS].map((term) => [term, true])),
  fields: [...Object.keys(MEASURES), KEY_RATES],
  usualFields: ["oas", "duration", "convexity"],
  prepare: (settings) => new PoolCalculation(settings),
};

class PoolCalculation implements Calculation {
  readonly columns: readonly Field<Valued>[];
  private readonly book: PoolBook;
  private readonly model: ReturnType<typeof poolModel>;

  constructor({ fields, curve, assumptions, keyTenors }: Settings) {
    const par = readCurve(curve, "curve");
    const entered = assumptionsTable(assumptions, "assumptions");
    const tenors = fields.includes(KEY_RATES)
      ? readKeyTenors(tenorCells(keyTenors), par, MOST_KEY_TENORS)
      : new Float64Array(0);
    this.model = poolModel(entered, ANY_POOL, par);
    this.book = new PoolBook(this.model, { move: "par", keyTenors: tenors });
    const number = (name: string, measure: (valued: Valued) => number): Field<Valued> => ({
      name,
      type: "number",
      of: (valued) => finiteCell(measure(valued)),
    });
    this.columns = fields.flatMap((field) =>
      field === KEY_RATES
        ? Array.from(tenors, (tenor, key) =>
            number(keyColumn(tenor), ({ book }) => book.keyRateDurations[key] as number),
          )
        : [number(field, MEASURES[field] as (valued: Valued) => number)],
    );
  }

  answer(rows: TermRows): Answers {
    return measuredRows(rows.rows, this.inOrder(rows), this.columns, (row) =>
      this.valued(rows, row),
    );
  }

  nearness(rows: TermRows): Float64Array {
    return Float64Array.from({ length: rows.rows }, (_, row) => {
      const wac = Number(cellAt(rows, "wac", row));
      return Number.isFinite(wac) ? wac : 0;
    });
  }

  /** Pools of near loan rates share walks: they are valued one after the other. */
  private inOrder(rows: TermRows): Uint32Array {
    const wacs = this.nearness(rows);
    return Uint32Array.from(wacs.keys()).sort(
      (a, b) => (wacs[a] as number) - (wacs[b] as number) || a - b,
    );
  }

  private valued(rows: TermRows, row: number): Valued {
    const refusal = cellAt(rows, REFUSAL, row);
    if (typeof refusal === "string") throw missing(refusal);
    const [coupon, wac, wam, age] = POOL_TERMS.map((term) => cellAt(rows, term, row));
    const pool = onePool({ coupon, wac, wam, age });
    const clean: Price = required(cellAt(rows, "price", row), "price", poolPriceReader);
    return new Valued(
      () => this.book.measure(pool, clean),
      () => new PoolMeasures({ ...this.model, pool }, clean),
    );
  }
}
