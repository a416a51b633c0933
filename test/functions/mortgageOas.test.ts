import { couponStackRows } from "../../src/functions/couponStack";
import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { mbsYieldCells } from "../../src/functions/mortgage";
import {
  mbsKrdRows,
  mbsOasCard,
  mbsOasPriceCell,
  oasBandCard,
} from "../../src/functions/mortgageOas";
import { answer } from "../support/errors";
import { column } from "../support/series";

const POOL = [0.05, 0.0595, 357, 3] as const;
const field = (name: string, assumptions?: unknown[][]): any =>
  mbsOasCard(99.75, ...POOL, BASE_CURVE, assumptions, name)[0]?.[0];

describe("MBSOAS", () => {
  const card = mbsOasCard(99.75, ...POOL, BASE_CURVE);

  it("shows its measures in the documented order, each as its field gives it", () => {
    expect(card.map(([name]) => name)).toEqual([
      ...["oas", "zSpread", "optionCost", "effectiveDuration", "effectiveConvexity"],
      ...["spreadDuration", "volDuration", "prepayDuration", "currentCouponDuration"],
      ...["wal", "baseCpr", "projection"],
    ]);
    for (const [name, value] of card) expect([name, field(name)]).toEqual([name, value]);
  });

  it("adds the simulation when asked for it", () => {
    const simulated = mbsOasCard(99.75, ...POOL, BASE_CURVE, undefined, "simulated");
    expect(simulated.slice(0, card.length)).toEqual(card);
    const [mean, error] = simulated.slice(card.length);
    expect([mean?.[0], error?.[0]]).toEqual(["oasSimulated", "standardError"]);
    expect(Math.abs(mean?.[1] - field("oas"))).toBeLessThan(0.25 + 3 * error?.[1]);
  });

  it("says how far the curve goes", () => {
    expect(field("projection")).toBe("curve to the last flow");
    const short = BASE_CURVE.slice(0, 5);
    expect(mbsOasCard(99.75, ...POOL, short, undefined, "projection")).toEqual([
      ["last forward held beyond 10 years"],
    ]);
  });

  it("takes prices in 32nds and the assumptions' dials", () => {
    expect(mbsOasCard("99-24", ...POOL, BASE_CURVE)).toEqual(card);
    expect(field("optionCost", [["hwVol", 0.012]])).toBeGreaterThan(field("optionCost"));
    expect(field("wal", [["prepay.turnover", 0.1]])).toBeLessThan(field("wal"));
  });

  it.each([
    [[99.75, 0.06, 0.0595, 357, 3], /coupon is 0\.06, above wac, 0\.0595/],
    [[99.75, 0.05, 0.0595, 470, 30], /together 500; it must be at most 480 months/],
    [[99.75, 5, 0.0595, 357, 3], /coupon is 5 \(500%\).*did you mean 0\.05\?/],
    [[1, 0.05, 0.0595, 357, 3], /price is 1; it must be a price per 100, did you mean 100\?/],
    [[0, 0.05, 0.0595, 357, 3], /price is 0; it must be a price per 100/],
  ])("refuses %j with a sentence", (args, words) => {
    const [price, coupon, wac, wam, age] = args;
    expect(answer(() => mbsOasCard(price, coupon, wac, wam, age, BASE_CURVE))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(words),
    });
  });

  it("refuses a curve of one point, a volatility of 90% and an unknown dial", () => {
    const said = (curve: any[][], assumptions?: any[][]) =>
      answer(() => mbsOasCard(99.75, ...POOL, curve, assumptions)) as { message: string };
    expect(said([[10, 0.04]]).message).toMatch(/curve has 1 point; it must have 2 or more/);
    expect(said(BASE_CURVE, [["hwVol", 0.9]]).message).toMatch(
      /hwVol is 0\.9; it must be 0\.0005 to 0\.05/,
    );
    expect(said(BASE_CURVE, [["prepay.turnoverr", 0.1]]).message).toMatch(
      /"prepay\.turnoverr" is not an assumption, did you mean prepay\.turnover\?/,
    );
  });
});

describe("MBSOAS and what moves", () => {
  const duration = (move?: string) =>
    mbsOasCard(99.75, ...POOL, BASE_CURVE, undefined, "effectiveDuration", move)[0]?.[0] as number;

  it("moves par yields, as its price at the same spread on moved par yields says", () => {
    const oas = field("oas");
    const priceAt = (move: number) =>
      mbsOasPriceCell(
        oas,
        ...POOL,
        BASE_CURVE.map(([tenor, yld]) => [tenor, (yld as number) + move]),
      ) as number;
    // No interest has accrued, so that the clean price is the value.
    const expected = (priceAt(-0.0025) - priceAt(0.0025)) / (0.005 * 99.75);
    expect(duration()).toBeCloseTo(expected, 8);
    expect(duration("par")).toBe(duration());
  });

  it("moves zero rates where it is told to: of fixed payments that is a move of the spread", () => {
    const fixed = [
      ["prepay.turnover", 0],
      ["prepay.refiMax", 0],
    ];
    const of = (name: string, move?: string) =>
      mbsOasCard(99.75, ...POOL, BASE_CURVE, fixed, name, move)[0]?.[0] as number;
    const priceAt = (bp: number) =>
      mbsOasPriceCell(of("oas") + bp, ...POOL, BASE_CURVE, fixed) as number;
    const expected = (priceAt(-25) - priceAt(25)) / (0.005 * 99.75);
    expect(of("effectiveDuration", "zero")).toBeCloseTo(expected, 9);
    expect(Math.abs(of("effectiveDuration") - expected)).toBeGreaterThan(0.01);
  });
});

describe("MBSOASPRICE", () => {
  it.each([-80, 0, 24.6, 150])("is undone by MBSOAS at %d bp, to 1e-9", (oas) => {
    const price = mbsOasPriceCell(oas, ...POOL, BASE_CURVE);
    const [[back]] = mbsOasCard(price, ...POOL, BASE_CURVE, undefined, "oas") as [[number]];
    expect(Math.abs(back - oas)).toBeLessThan(1e-9);
  });
});

describe("MBSKRD", () => {
  it("sums to the effective duration", () => {
    const rows = mbsKrdRows(99.75, ...POOL, BASE_CURVE);
    expect(rows.map(([tenor]) => tenor)).toEqual(BASE_CURVE.map(([tenor]) => tenor));
    const sum = rows.reduce((total, [, duration]) => total + duration, 0);
    expect(Math.abs(sum - field("effectiveDuration"))).toBeLessThan(0.05);
    expect(mbsKrdRows(99.75, ...POOL, BASE_CURVE, undefined, [[5, 10]], true)[0]).toEqual([
      "tenor",
      "duration",
    ]);
  });

  it("takes tenors of a hundred years at most", () => {
    const call = (tenor: number) =>
      answer(() => mbsKrdRows(99.75, ...POOL, BASE_CURVE, undefined, [[5, tenor]]));
    expect(call(1e308)).toMatchObject({
      message: "keyTenors, row 2, is 1e+308; it must be at most 100 years",
    });
    expect(call(100)).not.toHaveProperty("message");
  });

  it("takes twelve tenors at most", () => {
    const many = [Array.from({ length: 13 }, (_, i) => i + 1)];
    expect(answer(() => mbsKrdRows(99.75, ...POOL, BASE_CURVE, undefined, many))).toMatchObject({
      message: "keyTenors has 13 tenors; it must have at most 12",
    });
  });
});

describe("OASBAND", () => {
  it("shows low, median, high, width and what makes each", () => {
    const band = new Map(
      oasBandCard(99.75, ...POOL, BASE_CURVE).map(([name, value]) => [name, value]),
    );
    expect(band.get("width")).toBeCloseTo(band.get("high") - band.get("low"), 9);
    expect(band.get("low")).toBeLessThan(field("oas"));
    expect(band.get("high")).toBeGreaterThan(field("oas"));
    expect(band.get("median")).toBe(field("oas"));
    expect(band.get("medianSetting")).toBe("base");
    expect(band.get("lowSetting")).toBe("volatility × 1.25");
    expect(band.get("duration")).toBe(field("effectiveDuration"));
    expect(band.get("durationLow")).toBeLessThan(band.get("duration") - 0.75);
    expect(band.get("durationHigh")).toBeGreaterThan(band.get("duration") + 0.75);
  });
});

describe("COUPONSTACK", () => {
  const coupons = column(0.045, 0.05, 0.055);
  const wacs = column(0.0545, 0.0595, 0.0645);
  const stack = (prices: any[][], headings?: boolean) =>
    couponStackRows(coupons, prices, wacs, [[357]], [[3]], BASE_CURVE, undefined, headings);

  it("has in each cell what its function gives", () => {
    const rows = stack(column(96.75, 99.75, 101.5));
    rows.forEach((row, i) => {
      const price = [96.75, 99.75, 101.5][i];
      const [[coupon], [wac]] = [coupons[i], wacs[i]] as [[number], [number]];
      const of = (name: string) =>
        mbsOasCard(price, coupon, wac, 357, 3, BASE_CURVE, undefined, name)[0]?.[0];
      const speed = [[of("baseCpr")]];
      const [[yld]] = mbsYieldCells([[price]], [[coupon]], [[wac]], [[357]], [[3]], speed) as [
        [number],
      ];
      expect(row[0]).toBe(price);
      expect(row[1]).toBeCloseTo(yld, 12);
      expect(row.slice(2)).toEqual(
        ["wal", "zSpread", "oas", "optionCost", "effectiveDuration", "effectiveConvexity"].map(of),
      );
    });
  });

  it("leaves a coupon without its price #N/A, in words, and keeps the others", () => {
    const rows = stack([[96.75], [null], [101.5]]);
    expect(rows[1]).toHaveLength(8);
    for (const cell of rows[1] as unknown[]) {
      expect(cell).toMatchObject({ code: "#N/A", message: "prices is blank" });
    }
    expect(rows[2]?.[0]).toBe(101.5);
  });

  it("names its columns, and what is projected", () => {
    expect(stack(column(96.75, 99.75, 101.5), true)[0]).toEqual([
      ...["price", "yield", "wal", "z", "oas, curve to the last flow", "optionCost"],
      ...["effectiveDuration", "effectiveConvexity"],
    ]);
  });
});

describe("GAPRECEIPT with a pool's price", () => {
  it("shows the pool's own spread, its band, and the gaps that they make", () => {
    const rows = new Map(
      gapReceiptRows([
        ["pool.price", 99.75],
        ["corpOas", 62],
      ]).map(([step, value, unit, , source]) => [step, { value, unit, source }]),
    );
    const oas = rows.get("MBS OAS of the pool by the model");
    expect(oas).toMatchObject({ unit: "bp", value: field("oas") });
    expect(rows.get("model-risk band, low")?.value).toBeLessThan(oas?.value);
    expect(rows.get("model-risk band, high")?.value).toBeGreaterThan(oas?.value);
    expect(rows.get("option-adjusted gap by the model")?.value).toBeCloseTo(oas?.value - 62, 9);
    expect(rows.get("model-risk band, low")?.source).toBe("OASBAND: volatility × 1.25");
  });

  it("says nothing of a pool without a price", () => {
    const steps = gapReceiptRows([["corpOas", 62]]).map(([step]) => step);
    expect(steps.filter((step) => /by the model|model-risk/.test(step))).toEqual([]);
  });
});
