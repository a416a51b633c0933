import { hwFitRows } from "../../src/functions/hwFit";
import { mbsOasCard, oasBandCard } from "../../src/functions/mortgageOas";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";
import { golden } from "../support/golden";

/** A curve that is flat at 4% continuous: twice e^.02 − 1 a half-year. */
const FLAT = [2, 5, 10, 30].map((tenor) => [tenor, 2 * Math.expm1(0.02)]);

/** Normal volatilities about what desks saw: they fall with the expiry and the tenor. */
const QUOTES = [1, 2, 5, 10].flatMap((expiry) =>
  [2, 5, 10].map((tenor) => [expiry, tenor, 95 - 1.5 * expiry - 0.5 * tenor]),
);
const found = (...args: Parameters<typeof hwFitRows>) =>
  new Map(hwFitRows(...args) as [string, number | string][]);

describe("HWFIT", () => {
  it("finds the parameters of QuantLib's swaptions: their days against whole half-years aside", () => {
    const groups = new Map<string, Record<string, string>[]>();
    for (const row of golden("hw_swaptions.csv").filter(({ curve }) => curve === "flat4")) {
      const key = `${row.a} ${row.sigma}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const several = [...groups.values()].filter((rows) => rows.length > 2);
    expect(several.length).toBe(2);
    for (const rows of several) {
      const table = rows.map(({ expiry_years, tenor_years, normal_vol_bp, strike }) =>
        [expiry_years, tenor_years, normal_vol_bp, strike].map(Number),
      );
      const fit = found(table, FLAT);
      expect(Math.abs((fit.get("hwVol") as number) - Number(rows[0]?.sigma))).toBeLessThan(1e-5);
      expect(Math.abs((fit.get("hwMeanReversion") as number) - Number(rows[0]?.a))).toBeLessThan(
        1e-3,
      );
    }
  });

  it("gives its own model back: residuals of the fit as quotes leave none", () => {
    const residuals = hwFitRows(
      QUOTES,
      BASE_CURVE,
      undefined,
      undefined,
      "residuals",
    ) as number[][];
    expect(residuals.map(([expiry, tenor]) => [expiry, tenor])).toEqual(
      QUOTES.map(([expiry, tenor]) => [expiry, tenor]),
    );
    const again = found(
      residuals.map(([expiry, tenor, , , model]) => [expiry, tenor, model]),
      BASE_CURVE,
    );
    const once = found(QUOTES, BASE_CURVE);
    for (const key of ["hwVol", "hwMeanReversion"]) {
      expect(again.get(key)).toBeCloseTo(once.get(key) as number, 7);
    }
    expect(again.get("# rmse")).toBeLessThan(1e-5);
    const squares = residuals.reduce((sum, row) => sum + (row[5] as number) ** 2, 0);
    expect(once.get("# rmse")).toBeCloseTo(Math.sqrt(squares / QUOTES.length), 10);
  });

  it("finds one model from normal and from lognormal quotes of it", () => {
    // At the money, to second order: the lognormal volatility is the normal one over the rate.
    const normal = hwFitRows(QUOTES, BASE_CURVE, undefined, undefined, "residuals") as number[][];
    const lognormal = normal.map(([expiry, tenor, strike, , model]) => [
      expiry,
      tenor,
      (model as number) / 10_000 / (strike as number),
    ]);
    const fit = found(lognormal, BASE_CURVE, "lognormal");
    const once = found(QUOTES, BASE_CURVE);
    expect(fit.get("hwVol")).toBeCloseTo(once.get("hwVol") as number, 3);
  });

  it("stands as an assumptions table of MBSOAS", () => {
    const fit = hwFitRows(QUOTES, BASE_CURVE);
    const oas = (assumptions: any[][]) =>
      mbsOasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, assumptions, "oas");
    expect(oas(fit)).toEqual(oas(fit.slice(0, 2)));
    expect(oas(fit)).not.toEqual(oas([["# none", 0]]));
  });

  it("names what it holds, and says why there is no width", () => {
    const one = hwFitRows([[5, 10, 85]], BASE_CURVE);
    expect(one[1]).toEqual(["hwMeanReversion", 0.03]);
    expect(one[2]).toEqual(["# held", "hwMeanReversion, not identified"]);
    expect(one[4]?.[1]).toMatchObject({
      code: "#N/A",
      message: "there are as many quotes as fitted parameters, which leaves no error to see",
    });
    expect(found(QUOTES, BASE_CURVE, undefined, 0.05).get("# held")).toBe(
      "hwMeanReversion, as given",
    );
  });

  it("leaves a row without a volatility out, and counts the others", () => {
    const table = [...QUOTES, [7, 10, null]];
    expect(hwFitRows(table, BASE_CURVE)).toEqual(hwFitRows(QUOTES, BASE_CURVE));
    expect(answer(() => hwFitRows([[7, 10, null]], BASE_CURVE))).toMatchObject({
      code: "#N/A",
      message: "no swaption has a volatility",
    });
  });

  it.each([
    [
      [[5, 10, 0.0085]],
      undefined,
      /row 1, volatility is 0\.0085; it must be basis points.*lognormal/,
    ],
    [[[5, 10, 22.5]], "lognormal", /did you mean 0\.225\?/],
    [[[5, 2.25, 85]], undefined, /row 1, tenor is 2\.25; it must be a number of whole half-years/],
    [[[10, 30, 85]], undefined, /ends after 40 years; the curve must reach so far, it ends at 30/],
    [[[5, 85]], undefined, /it must be three columns, expiry, tenor and volatility/],
  ])("refuses %p (%p) with words", (table, kind, words) => {
    expect(answer(() => hwFitRows(table, BASE_CURVE, kind))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(words),
    });
  });
});

describe("OASBAND's move of the volatility", () => {
  const band = (width?: number, field?: string) =>
    oasBandCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["hwVol", 0.01]], field, width);
  const value = (card: any[][], name: string) => card.find(([it]) => it === name)?.[1] as number;

  it("is the width of the fit both ways: the band follows from its single moves", () => {
    const oasAt = (volatility: number) =>
      mbsOasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["hwVol", volatility]], "oas")[0]?.[0];
    const [base, up, down] = [0.01, 0.0105, 0.0095].map(oasAt) as [number, number, number];
    // The other six moves are those of a band whose volatility does not move.
    const still = value(band(0), "median") - value(band(0), "low");
    const found = value(band(0.05), "median") - value(band(0.05), "low");
    expect(found).toBeCloseTo(Math.hypot(still, base - up), 6);
    const above = value(band(0), "high") - value(band(0), "median");
    expect(value(band(0.05), "high") - base).toBeCloseTo(Math.hypot(above, down - base), 6);
  });

  it("is × 0.85 and 1.25 without one, and the band is wider then", () => {
    expect(value(band(), "width")).toBeGreaterThan(value(band(0.05), "width"));
    expect(answer(() => band(5))).toMatchObject({ code: "#VALUE!" });
    expect(answer(() => band(0.6))).toMatchObject({
      message: expect.stringMatching(/volatilityWidth is 0\.6; it must be a relative error/),
    });
  });
});
