import { mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import { mbsOasCard, mbsOasPriceCell } from "../../src/functions/mortgageOas";
import { prepayCprColumn } from "../../src/functions/prepayment";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";

const POOL = [0.05, 0.0595, 357, 3] as const;
type Rest = readonly unknown[];
const horizon = (...rest: Rest) =>
  new Map((mbsHorizonCard as (...all: unknown[]) => [string, number][])(99.75, ...POOL, ...rest));
/** Sold at a spread: exitOas, curve, assumptions, exitCurve, oasHalfLife. */
const atOas = (exitOas: unknown, ...rest: Rest) =>
  horizon([["model"]], 12, null, null, null, null, null, exitOas, BASE_CURVE, ...rest);
const oas = (assumptions?: any[][]) =>
  mbsOasCard(99.75, ...POOL, BASE_CURVE, assumptions, "oas")[0]?.[0] as number;

describe("MBSHORIZON at an option-adjusted spread", () => {
  it("holds the spread of MBSOAS, or takes the one that is given", () => {
    const held = atOas("held");
    expect([...held.keys()]).toEqual([
      ...["return", "factor", "exitPrice", "returnBey", "oas", "exitOas", "cpr", "fastShare"],
    ]);
    expect(held.get("oas")).toBeCloseTo(oas(), 9);
    expect(held.get("exitOas")).toBe(held.get("oas"));
    expect(atOas(40).get("exitOas")).toBeCloseTo(40, 12);
    expect(atOas("40bp")).toEqual(atOas(40));
    expect(atOas(0).get("exitOas")).toBe(0);
  });

  it("goes half of the way in the half-life", () => {
    const half = atOas(60, undefined, undefined, 12).get("exitOas") as number;
    expect(half).toBeCloseTo((oas() + 60) / 2, 9);
  });

  it("is worth MBSOASPRICE of the aged pool where burnout and the fading spread are left out", () => {
    // One population, no fading: the aged pool is another row of terms on the same curve.
    const plain = [
      ["prepay.fastShare", 1],
      ["prepay.rateSpread", 0.019],
    ];
    const price = mbsOasPriceCell(oas(plain), 0.05, 0.0595, 345, 15, BASE_CURVE, plain);
    expect(atOas("held", plain).get("exitPrice")).toBeCloseTo(price as number, 8);
    const risen = BASE_CURVE.map(([tenor, yld]) => [tenor, (yld as number) + 0.01]);
    const lower = mbsOasPriceCell(oas(plain) + 25, 0.05, 0.0595, 345, 15, risen, plain);
    expect(atOas(oas(plain) + 25, plain, risen).get("exitPrice")).toBeCloseTo(lower as number, 8);
  });

  it("prepays as PREPAYCPR says on the way, or as it is told", () => {
    const rising = BASE_CURVE.map(([tenor]) => [tenor, 0.05]);
    const flat = BASE_CURVE.map(([tenor]) => [tenor, 0.04]);
    const sold = horizon(
      ...[[["model"]], 6, null, null, null, null, null, "held", flat, undefined, rising],
    );
    // Evenly from 2 ln 1.02 to 2 ln 1.025, and 1.9% on top.
    const rates = Array.from({ length: 6 }, (_, k) => [
      2 * Math.log(1.02) + (k / 6) * 2 * Math.log(1.025 / 1.02) + 0.019,
    ]);
    const left = prepayCprColumn(0.0595, 3, rates).reduce((product, [cpr]) => {
      return product * (1 - (cpr as number)) ** (1 / 12);
    }, 1);
    expect(sold.get("cpr")).toBeCloseTo(1 - left ** 2, 10);
    const told = horizon(...[[[0.1]], 12, null, null, null, null, null, "held", BASE_CURVE]);
    expect(told.get("cpr")).toBeCloseTo(0.1, 12);
  });

  it("takes delay and accrued days of its arguments, else of the assumptions", () => {
    const own = [
      ["pool.delay", 14],
      ["pool.accruedDays", "2026-08"],
    ];
    const argued = horizon(
      ...[[["model"]], 12, null, null, null, 14, "2026-08", "held", BASE_CURVE],
    );
    expect(atOas("held", own)).toEqual(argued);
    expect(argued).not.toEqual(atOas("held"));
  });

  it("is today's exit at a yield where no spread is given", () => {
    expect([...horizon([[0.06]], 12, 0.05).keys()]).toEqual([
      ...["return", "factor", "exitPrice", "returnBey"],
    ]);
  });

  it.each([
    [
      [[["model"]], 12, 0.05, null, null, null, null, "held", BASE_CURVE],
      /exitYield is 0\.05; it must be blank where exitOas/,
    ],
    [
      [[["model"]], 12, null, [[0.1]], null, null, null, "held", BASE_CURVE],
      /exitSpeed is 0\.1; it must be blank/,
    ],
    [
      [[["model"]], 12, null, null, null, "24 true", null, "held", BASE_CURVE],
      /delayDays is "24 true"; it must be a number of days/,
    ],
    [
      [[["model"]], 12, null, null, null, null, null, "holding", BASE_CURVE],
      /exitOas is the text "holding"; it must be "held", or basis points/,
    ],
    [[[["model"]], 12, null, null, null, null, null, "held"], /curve is missing/],
    [
      [[["model"]], 12, null, null, null, null, null, "held", BASE_CURVE, undefined, [["later"]]],
      /exitCurve is one cell; it must be two columns/,
    ],
    [
      [
        ...[[["model"]], 12, null, null, null, null, null, "held", BASE_CURVE, undefined],
        [[2, 0.04], [5]],
      ],
      /exitCurve has rows of different lengths/,
    ],
    [
      [[["model"]], 12, null, null, null, null, null, "held", BASE_CURVE, undefined, undefined, -3],
      /oasHalfLife is -3; it must be a number above 0 in months/,
    ],
    [[[["model"]], 12, 0.05], /speed is "model"; it must be a CPR/],
    [
      [[[0.06]], 12, 0.05, null, null, null, null, null, BASE_CURVE],
      /curve is given without exitOas; exitOas must be/,
    ],
  ])("refuses %j with a sentence", (args, words) => {
    const call = mbsHorizonCard as (...all: unknown[]) => unknown;
    expect(answer(() => call(99.75, ...POOL, ...args))).toMatchObject({
      message: expect.stringMatching(words),
    });
  });
});
