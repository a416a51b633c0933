import { mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import { mbsKrdRows, mbsOasCard, mbsOasPriceCell } from "../../src/functions/mortgageOas";
import { couponSwapCard, payUpCard } from "../../src/functions/poolTrades";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";

const LOWER = [99.75, 0.05, 0.0595, 357, 3] as const;
const UPPER = [103, 0.06, 0.0695, 350, 10] as const;
const ACCRUED = [
  ["pool.accruedDays", 12],
  ["funding", 0.037],
];
type Pool = readonly [price: number, coupon: number, wac: number, wam: number, age: number];
const BOTH: readonly Pool[] = [LOWER, UPPER];
const oasField = ([price, coupon, wac, wam, age]: Pool, name: string, assumptions?: any[][]) =>
  mbsOasCard(price, coupon, wac, wam, age, BASE_CURVE, assumptions, name)[0]?.[0] as number;
const dirty = ([price, coupon]: Pool) => price + (100 * coupon * 12) / 360;
const shifted = (bp: number) =>
  BASE_CURVE.map(([tenor, yld]) => [tenor, (yld as number) + bp / 10_000]);

const swap = (hedge?: unknown, field?: string, assumptions: any[][] = ACCRUED) =>
  new Map(
    couponSwapCard([[...LOWER]], [[...UPPER]], BASE_CURVE, assumptions, hedge, field) as [
      string,
      number,
    ][],
  );

describe("COUPONSWAP", () => {
  const card = swap();

  it("shows its measures in the documented order, and scenarios when asked", () => {
    const names = [
      ...["ratio", "price", "lowerOas", "upperOas", "oasPickup", "carry32", "oasCarry32"],
      ...["duration", "convexity", "krd2", "krd5", "krd10", "krd30"],
    ];
    expect([...card.keys()]).toEqual(names);
    expect([...swap(undefined, "scenarios").keys()]).toEqual([
      ...names,
      ...["gain32Down100", "gain32Down50", "gain32Up50", "gain32Up100"],
    ]);
  });

  it("buys the dollar duration that it sells: MBSOAS's of both", () => {
    const dollar = (pool: Pool) => oasField(pool, "effectiveDuration", ACCRUED) * dirty(pool);
    expect(card.get("ratio")).toBeCloseTo(dollar(LOWER) / dollar(UPPER), 12);
    expect(card.get("duration")).toBeCloseTo(0, 12);
    expect(swap("face").get("ratio")).toBe(1);
    expect(swap("value").get("ratio")).toBeCloseTo(dirty(LOWER) / dirty(UPPER), 14);
    expect(swap(1.4).get("ratio")).toBe(1.4);
  });

  it("costs, picks up and leaves what its two pools say", () => {
    const ratio = card.get("ratio") as number;
    const of = (name: string) => BOTH.map((it) => oasField(it, name, ACCRUED));
    const [lowerOas = NaN, upperOas = NaN] = of("oas");
    expect(card.get("price")).toBeCloseTo(ratio * 103 - 99.75, 12);
    expect(card.get("oasPickup")).toBeCloseTo(upperOas - lowerOas, 9);
    const perMonth = 32 / 12 / 10_000;
    expect(card.get("oasCarry32")).toBeCloseTo(
      perMonth * (ratio * dirty(UPPER) * upperOas - dirty(LOWER) * lowerOas),
      9,
    );
    const [lower = NaN, upper = NaN] = of("effectiveConvexity");
    const share = (ratio * dirty(UPPER)) / dirty(LOWER);
    expect(card.get("convexity")).toBeCloseTo(share * upper - lower, 8);
    const keys = BOTH.map((it) =>
      mbsKrdRows(...it, BASE_CURVE, ACCRUED, [[2, 5, 10, 30]]).map(([, krd]) => krd as number),
    );
    [2, 5, 10, 30].forEach((tenor, i) => {
      const left = share * (keys[1]?.[i] as number) - (keys[0]?.[i] as number);
      expect(card.get(`krd${tenor}`)).toBeCloseTo(left, 10);
    });
    // Hedged as a whole, and still a position in the curve's shape.
    expect(Math.abs(card.get("krd10") as number)).toBeGreaterThan(0.1);
  });

  it("carries a month what MBSHORIZON earns at unchanged yields, less financing", () => {
    const earned = (it: Pool) => {
      const cpr = [[oasField(it, "baseCpr", ACCRUED)]];
      // A month at an unchanged yield, whatever that is: sold at the yield of today's price.
      const call = (exitYield: number, monthly: number) =>
        new Map(
          mbsHorizonCard(...it, ...([cpr, 1, exitYield, cpr, monthly, 24, 12] as const)) as [
            string,
            number,
          ][],
        );
      let [low, high] = [0.02, 0.09];
      for (let i = 0; i < 60; i++) {
        const monthly = (low + high) / 2;
        const found = call(2 * ((1 + monthly / 12) ** 6 - 1), monthly).get("return") as number;
        if (found > monthly / 12) low = monthly;
        else high = monthly;
      }
      return dirty(it) * (low / 12 - 0.037 / 12);
    };
    const ratio = card.get("ratio") as number;
    expect(card.get("carry32")).toBeCloseTo(32 * (ratio * earned(UPPER) - earned(LOWER)), 6);
  });

  it("gains after a move what MBSOASPRICE says of both at their spreads", () => {
    const scenarios = swap("face", "scenarios");
    const change = (it: Pool, bp: number) => {
      const [price, coupon, wac, wam, age] = it;
      const oas = oasField(it, "oas", ACCRUED);
      return (mbsOasPriceCell(oas, coupon, wac, wam, age, shifted(bp), ACCRUED) as number) - price;
    };
    for (const [name, bp] of [
      ["gain32Down100", -100],
      ["gain32Down50", -50],
      ["gain32Up50", 50],
      ["gain32Up100", 100],
    ] as const) {
      expect(scenarios.get(name)).toBeCloseTo(32 * (change(UPPER, bp) - change(LOWER, bp)), 6);
    }
  });

  it.each([
    [
      [[...UPPER], [...LOWER]],
      {},
      /upper has a coupon of 0\.05; it must be above that of lower, 0\.06/,
    ],
    [
      [[99.75, 0.05, 0.0595, 357], [...UPPER]],
      {},
      /lower has 4 cells; it must have 5: price, coupon/,
    ],
    [[[99.75, 5, 0.0595, 357, 3], [...UPPER]], {}, /lower, coupon, is 5 \(500%\)/],
    [[[99.75, 0.06, 0.0595, 357, 3], [...UPPER]], {}, /lower: coupon is 0\.06, above wac/],
    [[[...LOWER], [103, null, 0.07, 350, 10]], {}, /upper, coupon, is blank/],
    [
      [[...LOWER], [...UPPER]],
      { hedge: "beta" },
      /hedge is "beta"; it must be one of duration, face, value/,
    ],
    [
      [[...LOWER], [...UPPER]],
      { hedge: 140 },
      /hedge is 140; it must be one of duration, .* at most 20/,
    ],
  ])("refuses %j %j with a sentence", ([lower, upper], { hedge }: { hedge?: unknown }, words) => {
    expect(
      answer(() =>
        couponSwapCard([lower as any[]], [upper as any[]], BASE_CURVE, undefined, hedge),
      ),
    ).toMatchObject({ message: expect.stringMatching(words) });
  });
});

const TBA = [103, 0.06, 0.0695, 350, 10] as const;
const OWN = [0.06, 0.0685, 352, 8] as const;
const payUp = (pool: readonly unknown[], rest: readonly unknown[] = [], tba: Pool = TBA) =>
  new Map(
    (payUpCard as (...all: unknown[]) => [string, number][])([pool], [tba], BASE_CURVE, ...rest),
  );
/** Price at the TBA's spread by the dials of a table. */
const valueBy = (
  assumptions: any[][] | undefined,
  terms: readonly number[] = OWN,
  tba: Pool = TBA,
) =>
  mbsOasPriceCell(
    oasField(tba, "oas"),
    ...(terms as typeof OWN),
    BASE_CURVE,
    assumptions,
  ) as number;

describe("PAYUP", () => {
  it("is nothing for what the TBA delivers", () => {
    const same = payUp([0.06, 0.0695, 350, 10]);
    expect(same.get("payUp32")).toBeCloseTo(0, 7);
    expect(same.get("duration")).toBeCloseTo(same.get("tbaDuration") as number, 9);
    expect(same.get("convexity")).toBeCloseTo(same.get("tbaConvexity") as number, 6);
  });

  it("is the difference of MBSOASPRICE at one spread, the multiples in the dials", () => {
    const found = payUp([...OWN, 0.7, 1.2]);
    const value = valueBy([
      ["prepay.refiMax", 0.55 * 0.7],
      ["prepay.turnover", 0.079 * 1.2],
    ]);
    expect(found.get("oas")).toBeCloseTo(oasField(TBA, "oas"), 9);
    expect(found.get("value")).toBeCloseTo(value, 9);
    expect(found.get("payUp32")).toBeCloseTo(32 * (value - 103), 7);
    expect(payUp(OWN).get("value")).toBeCloseTo(valueBy(undefined), 9);
  });

  it("takes dials of the pool's own, one or a set", () => {
    const value = (own: any[][], entered?: any[][]) =>
      payUp(OWN, [entered, "ALL", own]).get("value");
    expect(value([["prepay.set", "protected"]])).toBeCloseTo(
      valueBy([["prepay.set", "protected"]]),
      9,
    );
    // A set of its own is whole: dials entered for the TBA are not the pool's.
    const entered = [["prepay.refiMax", 0.8]];
    const oas = oasField(TBA, "oas", entered);
    expect(value([["prepay.set", "protected"]], entered)).toBeCloseTo(
      mbsOasPriceCell(oas, ...OWN, BASE_CURVE, [["prepay.set", "protected"]]) as number,
      9,
    );
    expect(value([["prepay.lockIn", 0.2]], entered)).toBeCloseTo(
      mbsOasPriceCell(oas, ...OWN, BASE_CURVE, [...entered, ["prepay.lockIn", 0.2]]) as number,
      9,
    );
  });

  it("pays for protection at a premium and for turnover at a discount", () => {
    const discount = [88.5, 0.03, 0.0375, 326, 34] as const;
    expect(payUp([0.06, 0.0695, 350, 10, 0.5]).get("payUp32")).toBeGreaterThan(10);
    expect(payUp([0.03, 0.0375, 326, 34, 1, 1.5], [], discount).get("payUp32")).toBeGreaterThan(10);
    expect(payUp([0.06, 0.0695, 350, 10, 1, 1.5]).get("payUp32")).toBeLessThan(0);
  });

  it("gives up the rolls of its months, discounted by the curve", () => {
    const flat = [
      [1, 0.04],
      [30, 0.04],
    ];
    const found = new Map(
      payUpCard([[...OWN]], [[...TBA]], flat, undefined, "ALL", undefined, 2.5, 3) as [
        string,
        number,
      ][],
    );
    const rolls = [1, 2, 3].reduce((sum, k) => sum + 2.5 * 1.02 ** (-k / 6), 0);
    expect(found.get("rollGivenUp32")).toBeCloseTo(rolls, 12);
    expect(found.get("netPayUp32")).toBeCloseTo((found.get("payUp32") as number) - rolls, 10);
    expect(payUp(OWN).get("rollGivenUp32")).toBe(0);
  });

  it("is worth more for a protected pool the further rates fall", () => {
    const line = payUp([...OWN, 0.6], [undefined, "scenarios"]);
    const oas = oasField(TBA, "oas");
    for (const [name, bp] of [
      ["payUp32Down100", -100],
      ["payUp32Down50", -50],
      ["payUp32Up50", 50],
      ["payUp32Up100", 100],
    ] as const) {
      const own = [["prepay.refiMax", 0.55 * 0.6]];
      const value = mbsOasPriceCell(oas, ...OWN, shifted(bp), own) as number;
      const tba = mbsOasPriceCell(oas, 0.06, 0.0695, 350, 10, shifted(bp)) as number;
      expect(line.get(name)).toBeCloseTo(32 * (value - tba), 6);
    }
    expect(line.get("payUp32Down100")).toBeGreaterThan(line.get("payUp32Up100") as number);
  });

  it.each([
    [
      { pool: [0.055, 0.0685, 352, 8] },
      /pool has a coupon of 0\.055, tba of 0\.06; both must be the same/,
    ],
    [{ pool: [0.06, 0.0685, 352] }, /pool has 3 cells; it must have 4 to 6: coupon, wac/],
    [
      { pool: [...OWN, 80] },
      /pool, refinancing, is 80; it must be a multiple above 0, at most 5, such as 0\.8/,
    ],
    [
      { dials: [["corpOas", 60]] },
      /poolDials: corpOas is no dial of a pool; it must be a key prepay/,
    ],
    [
      { dials: [["prepay.rateSpread", 0.02]] },
      /poolDials: prepay\.rateSpread is no dial of a pool/,
    ],
    [{ months: 121 }, /rollMonths is 121; it must be at most 120/],
  ])("refuses %j with a sentence", (changed, words) => {
    const { pool, dials, months }: { pool?: any[]; dials?: any[][]; months?: number } = changed;
    expect(
      answer(() =>
        payUpCard(
          [pool ?? [...OWN]],
          [[...TBA]],
          BASE_CURVE,
          undefined,
          undefined,
          dials,
          2,
          months,
        ),
      ),
    ).toMatchObject({ message: expect.stringMatching(words) });
  });
});
