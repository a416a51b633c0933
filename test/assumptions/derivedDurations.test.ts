import { readAssumptions } from "../../src/assumptions/assumptions";
import { groundedCall } from "../../src/assumptions/callInputs";
import { withDerivedDurations } from "../../src/assumptions/derivedDurations";
import { normalStream } from "../../src/calc/numeric/random";
import { assumptionCell } from "../../src/functions/about";
import { mbsOasCard } from "../../src/functions/mortgageOas";
import { tradeTicketRows } from "../../src/functions/tradeTicket";

const POOL = { "pool.coupon": 0.055, "pool.wac": 0.0645, "pool.wam": 340, "pool.age": 20 };
const CURVE = [
  [2, 0.0359],
  [3, 0.0366],
  [5, 0.0382],
  [7, 0.0402],
  [10, 0.0423],
  [30, 0.0483],
];
const table = (entered: Record<string, number>) => Object.entries(entered);
const assumed = (entered: Record<string, number>) =>
  withDerivedDurations(
    readAssumptions(table(entered).map(([key, value], i) => ({ row: i, key, value }))),
  );

describe("an example duration", () => {
  it("of mortgages gives way to that of the priced pool, as MBSOAS has it", () => {
    const entered = { ...POOL, "pool.price": 101.25 };
    const { values, provenance } = assumed(entered);
    for (const [key, field] of [
      ["mbsDuration", "effectiveDuration"],
      ["mbsConvexity", "effectiveConvexity"],
    ] as const) {
      const [[ofPool]] = mbsOasCard(
        101.25,
        0.055,
        0.0645,
        340,
        20,
        CURVE,
        table(entered),
        field,
      ) as [[number]];
      expect(values.get(key)).toBeCloseTo(ofPool, 10);
      expect(provenance(key)).toBe("derived");
    }
  });

  it("stays without a price, and what was entered stays beside one", () => {
    expect(assumed(POOL).values.has("mbsDuration")).toBe(false);
    const { values, provenance } = assumed({ ...POOL, "pool.price": 101, mbsDuration: 4.2 });
    expect([values.get("mbsDuration"), provenance("mbsDuration")]).toEqual([4.2, "yours"]);
    expect(provenance("mbsConvexity")).toBe("derived");
  });

  it("of corporates gives way to that of a par bond at their own yield, else at curve plus spread", () => {
    // MDURATION of a 10-year par bond: (1 − 1.0285^−20) ÷ .057 and (1 − 1.02425^−20) ÷ .0485.
    expect(assumed({ corpMaturity: 10, corpYield: 0.057 }).values.get("corpDuration")).toBeCloseTo(
      (1 - 1.0285 ** -20) / 0.057,
      10,
    );
    expect(assumed({ corpMaturity: 10, corpOas: 62 }).values.get("corpDuration")).toBeCloseTo(
      (1 - 1.02425 ** -20) / 0.0485,
      10,
    );
  });
});

it("the sheets' formula and the ticket have the derived one, and say that it is derived", () => {
  const entered = table({ ...POOL, "pool.price": 101.25, corpMaturity: 8 });
  expect(assumptionCell(entered, "mbsDuration")).not.toBe(5.6);
  expect(assumptionCell(entered, "mbsDuration", "provenance")).toBe("derived");
  expect(assumptionCell(entered, "corpDuration", "provenance")).toBe("derived");
  const ticket = new Map(tradeTicketRows(entered, 100e6).map(([item, value]) => [item, value]));
  expect(ticket.get("derived inputs")).toBe("MBS duration, corporate duration");
  const dv01 = (101.25 / 100) * 100e6 * Number(assumptionCell(entered, "mbsDuration"));
  expect(ticket.get("from MBS: DV01")).toBeCloseTo(dv01 / 10_000, 6);
});

it("a call on derived durations names the examples that they rest on", () => {
  const normal = normalStream(7);
  let gap = 45;
  const values = Float64Array.from({ length: 84 }, (_, i) => {
    gap = 45 + 0.5 * (gap - 45) + 6 * normal();
    return i < 80 ? gap : 15 + normal();
  });
  const entered = { mbsSpread: 110, corpOas: 90, mbsOas: 30, corpMaturity: 8, "pool.price": 101 };
  const { inputs } = groundedCall({
    history: { dates: null, values },
    assumptions: assumed(entered),
    adjustedGap: "by the assumptions",
    duration: null,
    asOf: null,
  });
  expect(inputs.get("derived")).toContain("mbsDuration");
  expect(inputs.get("example")).toContain("ust10");
  expect(inputs.get("example")).not.toContain("mbsDuration");
});
