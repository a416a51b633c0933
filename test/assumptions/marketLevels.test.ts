import { readAssumptions } from "../../src/assumptions/assumptions";
import { marketLevels } from "../../src/assumptions/marketLevels";
import { bp } from "../../src/calc/units";

/** Of a table of the user's own. */
const levels = (entered: Record<string, number>, last: number | null = null) =>
  marketLevels(
    readAssumptions(Object.entries(entered).map(([key, value], i) => ({ row: i, key, value }))),
    last === null ? null : bp(last),
  );

describe("an example for a level of the market", () => {
  it("stands as long as all are examples, also beside the history that they belong to", () => {
    const examples = { mbsSpread: 101, mbsOas: 12, corporateOas: 62 };
    expect(levels({})).toEqual(examples);
    expect(levels({}, 39.04)).toEqual(examples);
  });

  it("does not stand beside one of the user's own, whichever it is", () => {
    expect(levels({ corpOas: 70 })).toEqual({ mbsSpread: null, mbsOas: null, corporateOas: 70 });
    expect(levels({ mbsSpread: 95, corpOas: 70 })).toEqual({
      mbsSpread: 95,
      mbsOas: null,
      corporateOas: 70,
    });
    expect(levels({ mbsOas: 30 })).toEqual({ mbsSpread: null, mbsOas: 30, corporateOas: null });
  });

  it("does not stand beside a history of another gap", () => {
    expect(levels({}, 5)).toEqual({ mbsSpread: null, mbsOas: null, corporateOas: null });
  });
});

it("the option-adjusted spread is the pool's where a price is entered and no spread", () => {
  const { mbsOas } = levels({ mbsSpread: 95, corpOas: 70, "pool.price": 99.75 });
  const dearer = levels({ mbsSpread: 95, corpOas: 70, "pool.price": 100.75 }).mbsOas;
  expect(Number.isFinite(mbsOas)).toBe(true);
  // A point of price over a duration of 4 to 7 years.
  expect(Number(mbsOas) - Number(dearer)).toBeGreaterThan(100 / 7);
  expect(Number(mbsOas) - Number(dearer)).toBeLessThan(100 / 4);
  expect(levels({ mbsSpread: 95, corpOas: 70, mbsOas: 30, "pool.price": 99.75 }).mbsOas).toBe(30);
});

it("in the sample book the user may try another value, and the examples stay", () => {
  const sample = (values: readonly (readonly [string, number, string])[]) =>
    marketLevels(
      readAssumptions(values.map(([key, value, source], i) => ({ row: i, key, value, source }))),
      bp(40),
    );
  const made = "ILLUSTRATIVE: the last row of the made-up histories";
  expect(
    sample([
      ["mbsSpread", 130, made],
      ["corpOas", 100, "entered in the pane"],
    ]),
  ).toEqual({ mbsSpread: 130, mbsOas: 12, corporateOas: 100 });
  expect(
    sample([
      ["mbsSpread", 130, "the last row of the data"],
      ["corpOas", 100, "the last row of the data"],
    ]).mbsOas,
  ).toBeNull();
});
