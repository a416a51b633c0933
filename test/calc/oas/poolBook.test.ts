import { bookCurves, type BookModel } from "../../../src/calc/oas/bookCurves";
import { bookGrid, type BookGrid } from "../../../src/calc/oas/bookGrid";
import { BookTables } from "../../../src/calc/oas/bookTables";
import { BookWalks } from "../../../src/calc/oas/bookWalks";
import { plainKernel } from "../../../src/calc/oas/kernel/plainKernel";
import { RateTables } from "../../../src/calc/oas/rateTables";
import { PoolBook } from "../../../src/calc/oas/poolBook";
import { PoolMeasures } from "../../../src/calc/oas/poolOas";
import { valueBook } from "../../../src/calc/oas/valueBook";
import { monthlyRates } from "../../../src/calc/rates/monthlyRates";
import { price, rate } from "../../../src/calc/units";
import {
  ALLOWED,
  BOOK_MODELS,
  bookCases,
  bookErrors,
  KEY_TENORS,
  measuredAlone,
  type BookCase,
} from "../../support/bookCases";
import { calcError } from "../../support/errors";
import { modelOf } from "../../support/pools";

/**
 * Of each model, their loans' rates where refinancing bends most; the study compares 2,000 at all rates:
 * `node test/study/run.js book`.
 */
const COUNT = 50;
const COUPONS = [6.5];

const [{ model: defaults }] = BOOK_MODELS as [(typeof BOOK_MODELS)[number]];
const wordsOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

/** Walks of three curves. */
function walksOf(model: BookModel) {
  const grid = bookGrid(model) as BookGrid;
  const rates = monthlyRates(model.shortRate, 360);
  const curves = bookCurves(model, { move: "par", keyTenors: new Float64Array() }, rates, 30);
  return { grid, walks: new BookWalks(model, grid.settled, rates, curves, plainKernel) };
}

describe("a book of pools", () => {
  it.each(BOOK_MODELS.map((it, i) => ({ ...it, seed: i + 1 })))(
    "measures as pools alone are measured: $name",
    ({ model, seed }) => {
      const { worst, alone } = bookErrors(model, bookCases(COUNT, seed, COUPONS));
      expect(alone).toBe(0);
      expect(worst.oas).toBeLessThan(ALLOWED.oas);
      expect(worst.duration).toBeLessThan(ALLOWED.duration);
      expect(worst.convexity).toBeLessThan(ALLOWED.convexity);
      expect(worst.keyRates).toBeLessThan(ALLOWED.keyRates);
    },
  );

  it("covers loans of 15 to 40 years from their first month to their last", () => {
    const pools = BOOK_MODELS.flatMap((_, i) =>
      bookCases(COUNT, i + 1, COUPONS).map(({ pool }) => pool),
    );
    expect(pools.some(({ wam, age }) => wam + age === 180 && age < 12)).toBe(true);
    expect(pools.some(({ wam }) => wam > 450)).toBe(true);
    expect(pools.some(({ wam }) => wam <= 6)).toBe(true);
    expect(pools.some(({ age }) => age === 0)).toBe(true);
  });

  it("gives a pool the same measures whatever stands beside it, in whatever order", () => {
    const pools = bookCases(40, 77, [5.5, 6.5]);
    const { measures } = valueBook(defaults, pools, KEY_TENORS);
    const backwards = valueBook(defaults, [...pools].reverse(), KEY_TENORS);
    expect(backwards.measures).toEqual([...measures].reverse());
    pools.slice(0, 5).forEach((it, i) => {
      expect(valueBook(defaults, [it], KEY_TENORS).measures).toEqual([measures[i]]);
    });
  });

  it("has the same tables after they have made room for others", () => {
    const { walks, grid } = walksOf(defaults);
    const tables = new BookTables(walks, grid, 0);
    const young = tables.near(3, 40);
    expect(tables.near(3, 40)).toBe(young);
    const copies = young.map((rows) => rows.map((row) => Float64Array.from(row)));
    const { used } = walks.rows;
    // No room for these and those: the rows are handed on.
    tables.near(3, 20);
    expect(walks.rows.used).toBe(used);
    const again = tables.near(3, 40);
    expect(again).not.toBe(young);
    expect(again).toEqual(copies);
  });

  it("walks an age to the end where no combination of others is near", () => {
    const { model } = BOOK_MODELS.at(-1) as (typeof BOOK_MODELS)[number];
    const { walks, grid } = walksOf(model);
    const walk = jest.spyOn(walks, "walk");
    const wac = 0.06;
    const ages = Array.from({ length: grid.settled }, (_, age) => age);
    const tables = new RateTables(walks, wac);
    const found = ages.map((age) => tables.at(age)[0] as Float64Array);
    const whole = walk.mock.calls.filter(([, , isWhole]) => isWhole).length;
    expect(whole).toBeGreaterThan(7);
    expect(whole).toBeLessThan(ages.length);
    const loans = walks.ofLoans(wac);
    for (const [age, row] of found.entries()) {
      const [walked] = walks.walk(loans, age, true).shares as [Float64Array];
      // Of 100 discounted; an OAS of .005 bp is about .0002.
      const worst = row.reduce(
        (most, it, k) => Math.max(most, Math.abs(it - (walked[k] as number))),
        0,
      );
      expect(worst).toBeLessThan(1e-4);
    }
  });

  it("gives every row back", () => {
    const { walks } = walksOf(defaults);
    const tables = new RateTables(walks, 0.06);
    for (const age of [0, 3, 7, 17]) tables.at(age);
    expect(walks.rows.used).toBeGreaterThan(0);
    tables.release();
    expect(walks.rows.used).toBe(0);
  });

  it("moves zero rates where they are asked for", () => {
    const book = new PoolBook(defaults, { move: "zero", keyTenors: new Float64Array() });
    const model = modelOf(0.05, 3);
    const clean = price(99.75);
    const { duration, convexity, keyRateDurations } = book.measure(model.pool, clean);
    const alone = new PoolMeasures(model, clean, "zero").effective;
    expect(Math.abs(duration - alone.duration)).toBeLessThan(ALLOWED.duration);
    expect(Math.abs(convexity - alone.convexity)).toBeLessThan(ALLOWED.convexity);
    expect(Math.abs(duration - new PoolMeasures(model, clean).effective.duration)).toBeGreaterThan(
      ALLOWED.duration,
    );
    expect(keyRateDurations).toHaveLength(0);
  });

  it("measures alone, and counts, pools of a model whose greatest speed cuts its curve", () => {
    const model: BookModel = modelOf(0.05, 3, { "prepay.set": "generic" });
    const pools = bookCases(4, 3);
    const { measures, alone } = valueBook(model, pools, KEY_TENORS);
    expect(alone).toBe(4);
    expect(measures).toEqual(pools.map((it) => measuredAlone(model, it)));
  });

  it("measures alone, and counts, loans whose rate is at the grid's lower end", () => {
    const low = { coupon: rate(0.001), wac: rate(0.002), wam: 200, age: 40 };
    const usual = bookCases(3, 4);
    const pools = [...usual, { pool: low, clean: price(75) }];
    const { measures, alone } = valueBook(defaults, pools, KEY_TENORS);
    expect(alone).toBe(1);
    expect(measures[3]).toEqual(measuredAlone(defaults, pools[3] as BookCase));
  });

  it("keeps the place of a pool that has no measures, with the words of the single way", () => {
    const pools = bookCases(3, 6);
    const [first, second, third] = pools as [BookCase, BookCase, BookCase];
    const cheap = { ...second, clean: price(0.5) };
    const { measures } = valueBook(defaults, [first, cheap, third], KEY_TENORS);
    expect(measures[1]).toEqual(wordsOf(() => measuredAlone(defaults, cheap)));
    expect(measures[1]).toEqual(
      calcError("invalid", /price is .* with accrued interest; it must be a price/),
    );
    const beside = valueBook(defaults, [first, third], KEY_TENORS).measures;
    expect([measures[0], measures[2]]).toEqual(beside);
  });

  it.each<[string, Partial<BookModel>]>([
    ["a first payment before settlement", { timing: { delayDays: 0, accruedDays: 45 } }],
    [
      "par yields that no curve has",
      { par: { tenors: Float64Array.of(1, 30), yields: Float64Array.of(0.02, 0.4) } },
    ],
  ])("refuses %s in the words of the single way", (_, changed) => {
    const model = { ...defaults, ...changed };
    const [it] = bookCases(1, 8) as [BookCase];
    const said = wordsOf(() => measuredAlone(model, it));
    expect(said).toEqual(calcError("invalid", /must/));
    expect(valueBook(model, [it], KEY_TENORS).measures).toEqual([said]);
  });
});
