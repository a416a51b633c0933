import { mbsOasCard, mbsOasPriceCell } from "../../src/functions/mortgageOas";
import { proasCard, proasFitRows } from "../../src/functions/proas";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";
import { column } from "../support/series";

const POOL = [0.05, 0.0595, 357, 3] as const;
const measures = (...rest: readonly unknown[]) =>
  new Map(
    (proasCard as (...all: unknown[]) => [string, number][])(99.75, ...POOL, BASE_CURVE, ...rest),
  );
const oasBy = (assumptions: any[][] | undefined, name: string, price = 99.75) =>
  mbsOasCard(price, ...POOL, BASE_CURVE, assumptions, name)[0]?.[0] as number;

describe("PROAS", () => {
  it("is MBSOAS exactly where nothing is asked for the risk of speeds", () => {
    for (const found of [measures(), measures([["prepayRisk.turnover", 0]])]) {
      expect(found.get("proas")).toBe(oasBy(undefined, "oas"));
      expect(found.get("premium")).toBe(0);
      expect(found.get("effectiveDuration")).toBe(oasBy(undefined, "effectiveDuration"));
      expect(found.get("duration")).toBe(found.get("effectiveDuration"));
    }
  });

  it("is MBSOAS by dials that are moved by their premiums", () => {
    const found = measures([
      ["prepayRisk.refinancing", 0.3],
      ["prepayRisk.turnover", -0.2],
    ]);
    const moved = [
      ["prepay.refiMax", 0.55 * 1.3],
      ["prepay.turnover", 0.079 * 0.8],
    ];
    expect(found.get("proas")).toBeCloseTo(oasBy(moved, "oas"), 9);
    expect(found.get("oas")).toBe(oasBy(undefined, "oas"));
    expect(found.get("premium")).toBeCloseTo(oasBy(undefined, "oas") - oasBy(moved, "oas"), 9);
    expect(found.get("effectiveDuration")).toBeCloseTo(oasBy(moved, "effectiveDuration"), 9);
    expect(found.get("effectiveConvexity")).toBeCloseTo(oasBy(moved, "effectiveConvexity"), 6);
    expect(found.get("duration")).toBe(oasBy(undefined, "effectiveDuration"));
  });

  it("takes from a premium what fear of refinancing earns, from a discount what fear of lock-in does", () => {
    const premium = (price: number, coupon: number, key: string, value: number) =>
      proasCard(price, coupon, coupon + 0.0095, 350, 10, BASE_CURVE, [[key, value]], "premium");
    expect(premium(103, 0.06, "prepayRisk.refinancing", 0.3)[0]?.[0]).toBeGreaterThan(5);
    expect(premium(85, 0.025, "prepayRisk.turnover", -0.3)[0]?.[0]).toBeGreaterThan(5);
  });

  it("refuses a premium that is none", () => {
    expect(answer(() => measures([["prepayRisk.refinancing", 30]]))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/prepayRisk\.refinancing is 30; it must be -0\.8 to 2 share/),
    });
  });
});

const COUPONS = [0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06];
const AGES = [50, 45, 40, 30, 20, 5, 8, 12];
const wac = (coupon: number) => coupon + 0.009;
/** Prices at one spread by dials that are moved. */
const pricedBy = (refinancing: number, turnover: number, oas: number, coupons = COUPONS) =>
  coupons.map(
    (coupon, i) =>
      mbsOasPriceCell(oas, coupon, wac(coupon), 360 - (AGES[i] as number), AGES[i], BASE_CURVE, [
        ["prepay.refiMax", 0.55 * (1 + refinancing)],
        ["prepay.turnover", 0.079 * (1 + turnover)],
      ]) as number,
  );
const fit = (
  prices: readonly unknown[],
  output?: string,
  assumptions?: any[][],
  n = prices.length,
) =>
  proasFitRows(
    column(...COUPONS.slice(0, n)),
    column(...prices),
    column(...COUPONS.slice(0, n).map(wac)),
    column(...AGES.slice(0, n).map((age) => 360 - age)),
    column(...AGES.slice(0, n)),
    BASE_CURVE,
    assumptions,
    output,
  );
const named = (rows: any[][]) => new Map(rows as [string, number][]);

describe("PROASFIT", () => {
  it.each([
    [0.3, -0.2, 18],
    [-0.15, 0.4, 35],
    [0, 0, 25],
  ])("finds premiums of %d and %d that made the prices, and their spread", (refi, turn, oas) => {
    const found = named(fit(pricedBy(refi, turn, oas)));
    expect([...found.keys()]).toEqual([
      ...["prepayRisk.refinancing", "prepayRisk.turnover", "# held", "# level", "# dispersion"],
      ...["# dispersionBefore", "# coupons"],
    ]);
    expect(Math.abs((found.get("prepayRisk.refinancing") as number) - refi)).toBeLessThan(1e-6);
    expect(Math.abs((found.get("prepayRisk.turnover") as number) - turn)).toBeLessThan(1e-6);
    expect(Math.abs((found.get("# level") as number) - oas)).toBeLessThan(1e-4);
    expect(found.get("# dispersion")).toBeLessThan(1e-4);
    expect(found.get("# held")).toBe("none");
    expect(found.get("# coupons")).toBe(8);
  });

  /** Prices that no pair of premiums explains: each off by some 32nds. */
  const rough = pricedBy(0.2, -0.1, 20).map(
    (price, i) => price + [3, -5, 2, 4, -3, -2, 5, -4][i]! / 32,
  );

  it("leaves the least dispersion: of PROAS at premiums around it, none has less", () => {
    const found = named(fit(rough));
    const [refinancing = NaN, turnover = NaN] = [...found.values()];
    const dispersionAt = (refi: number, turn: number) => {
      const spreads = rough.map((price, i) => {
        const [coupon, age] = [COUPONS[i] as number, AGES[i] as number];
        const risk = [
          ["prepayRisk.refinancing", refi],
          ["prepayRisk.turnover", turn],
        ];
        return proasCard(
          price,
          coupon,
          wac(coupon),
          360 - age,
          age,
          BASE_CURVE,
          risk,
          "proas",
        )[0]?.[0] as number;
      });
      const level = spreads.reduce((sum, it) => sum + it, 0) / spreads.length;
      return Math.sqrt(spreads.reduce((sum, it) => sum + (it - level) ** 2, 0) / spreads.length);
    };
    const least = dispersionAt(refinancing, turnover);
    expect(found.get("# dispersion")).toBeCloseTo(least, 9);
    expect(found.get("# dispersionBefore")).toBeCloseTo(dispersionAt(0, 0), 9);
    for (const [byRefi, byTurn] of [
      ...[
        [0.02, 0],
        [-0.02, 0],
        [0, 0.02],
        [0, -0.02],
      ],
      ...[
        [0.02, 0.02],
        [-0.02, -0.02],
        [0.02, -0.02],
        [-0.02, 0.02],
      ],
    ] as [number, number][]) {
      expect(dispersionAt(refinancing + byRefi, turnover + byTurn)).toBeGreaterThan(least);
    }
  });

  it("stands as an assumptions table of PROAS, whose spreads its residuals are", () => {
    const table = fit(rough);
    const rows = fit(rough, "residuals");
    rows.forEach(([coupon, oas, proas, off], i) => {
      const args = [
        rough[i],
        COUPONS[i],
        wac(COUPONS[i] as number),
        360 - AGES[i]!,
        AGES[i],
      ] as const;
      const own = named(proasCard(...args, BASE_CURVE, table));
      expect(coupon).toBe(COUPONS[i]);
      expect(proas).toBeCloseTo(own.get("proas") as number, 9);
      expect(oas).toBeCloseTo(own.get("oas") as number, 9);
      expect(off).toBeCloseTo(proas - (named(table).get("# level") as number), 9);
    });
    expect(fit(rough, "level")[0]?.[0]).toBe(named(table).get("# level"));
    expect(fit(rough, "prepayRisk.turnover")[0]?.[0]).toBe(named(table).get("prepayRisk.turnover"));
  });

  it("leaves out a coupon without a price, and holds what the coupons do not tell", () => {
    const prices = pricedBy(0.3, -0.2, 18);
    const without = prices.map((price, i) => (i === 2 ? null : price));
    const found = named(fit(without));
    expect(found.get("# coupons")).toBe(7);
    expect(Math.abs((found.get("prepayRisk.refinancing") as number) - 0.3)).toBeLessThan(1e-6);
    // Three times the same coupon: whatever the premiums, there is one spread.
    const same = proasFitRows(
      ...([column(0.05, 0.05, 0.05), [[99.75]], [[0.0595]], [[357]], [[3]], BASE_CURVE].map(
        (it) => it as any[][],
      ) as [any[][], any[][], any[][], any[][], any[][], any[][]]),
      [["prepayRisk.turnover", -0.1]],
    );
    expect(named(same).get("# held")).toBe("turnover, not identified");
    expect(named(same).get("prepayRisk.turnover")).toBe(-0.1);
  });

  it.each([
    [[99, 100], "#N/A", /there are 2 coupons with prices; two premiums and a level need 3 or more/],
    [[80, 84, 3], "#VALUE!", /row 3: price is 3 .*; it must be a price that a spread/],
    [[80, 84, "dear"], "#VALUE!", /prices, row 3, is the text "dear"/],
  ])("refuses the prices %j with words", (prices, code, words) => {
    expect(answer(() => fit(prices))).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it("refuses more than twelve coupons", () => {
    const many = column(...Array.from({ length: 13 }, () => 0.05));
    expect(
      answer(() => proasFitRows(many, [[99]], [[0.06]], [[350]], [[5]], BASE_CURVE)),
    ).toMatchObject({ message: "the arguments have 13 rows; they must have at most 12" });
  });
});
