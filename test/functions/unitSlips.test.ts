import { checkInputs } from "../../src/calc/checks/checkInputs";
import { parCurve } from "../../src/calc/curve/parCurve";
import { gapReceipt } from "../../src/calc/signal/gapReceipt";
import { gSpread } from "../../src/calc/spread/benchmarkSpread";
import { bp, rate, years } from "../../src/calc/units";
import { gapInputs } from "../../src/assumptions/signalAssumptions";
import { horizonReturnCells } from "../../src/functions/horizon";
import { chainReturnCell } from "../../src/functions/periodReturns";
import { totalReturnCells } from "../../src/functions/returns";
import { rotationSignalCells } from "../../src/functions/signal";
import { blendSpreadCells, gSpreadCells } from "../../src/functions/spread";
import { capitalCostCells, expectedLossCells } from "../../src/functions/spreadRisk";
import { assumptionCell } from "../../src/functions/about";
import { BASE_CURVE, SERIES_G } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";
import { column } from "../support/series";

/*
 * Pitfall 2: 4.5 where .045 belongs, .62 where 62 belongs, months where years belong. In each test
 * the same expectation is held by ours and not by the wrong variant that stands beside it.
 */

const at = (value: unknown) => [[value]];
const refuses = (call: () => unknown) => {
  expect(answer(call)).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/\S/) });
};

describe("percent where a decimal belongs", () => {
  const percentCurve = BASE_CURVE.map(([tenor, yld]) => [tenor, 100 * (yld as number)]);

  it.each<[string, () => unknown]>([
    ["GSPREAD", () => gSpreadCells(at(4.59), at(6.5), BASE_CURVE)],
    ["GSPREAD's curve", () => gSpreadCells(at(0.0459), at(6.5), percentCurve)],
    ["BLENDSPREAD", () => blendSpreadCells(at(5.03), BASE_CURVE)],
    ["EXPECTEDLOSS", () => expectedLossCells(at(0.0006), at(60))],
    ["CAPITALCOST", () => capitalCostCells(at(0.2), at(0.1), at(12), at(4))],
    ["HORIZONRETURN", () => horizonReturnCells(at(4.59), at(6.1))],
    ["TOTALRETURN", () => totalReturnCells(at(98), at(98.6), at(0), at(0), at(0), at(2))],
    ["CHAINRETURN", () => chainReturnCell(column(0.52, 1.48))],
    ["ASSUMPTION", () => assumptionCell([["ust10", 4.23]], "ust10")],
  ])("is refused with words by %s", (_, call) => {
    refuses(call);
  });

  it("taken as it stands makes a spread of 62 bp one of 45,503 bp (the wrong variant fails)", () => {
    const [tenors, yields] = [0, 1].map((j) => Float64Array.from(BASE_CURVE, (row) => row[j] ?? 0));
    const curve = parCurve(tenors as Float64Array, yields as Float64Array, "curve");
    const asItStands = (yld: number) => gSpread(rate(yld), years(6.5), curve);
    expect(gSpreadCells(at(0.0459), at(6.5), BASE_CURVE)[0]?.[0]).toBeCloseTo(62, 9);
    expect(asItStands(4.59)).toBeCloseTo(45_503, 6);
    expect(() => {
      refuses(() => asItStands(4.59));
    }).toThrow();
  });

  it("is not guessed at: a rule for each value leaves two units in one column (the wrong variant fails)", () => {
    const percent = [0.8, 0.95, 1.05, 1.2];
    const guessed = percent.map((value) => (value > 1 ? value / 100 : value));
    const oneUnit = (values: number[]) => {
      expect(Math.max(...values) / Math.min(...values)).toBeCloseTo(1.2 / 0.8, 9);
    };
    oneUnit(percent);
    expect(() => {
      oneUnit(guessed);
    }).toThrow();
    const columns = [Float64Array.from(percent)];
    const found = checkInputs({ dates: null, columns, names: ["yields"] }, "rates");
    expect(found.map(({ row, severity }) => [row, severity])).toEqual([
      [3, "error"],
      [4, "error"],
    ]);
  });
});

describe("percent in a column of spreads", () => {
  type Check = (values: number[]) => boolean;
  /** A column that is in percent but for one print, and one in basis points that passes 0. */
  const [percent, basisPoints] = [
    [0.62, 0.6, 62, 0.61, 0.63, 0.6, 0.62],
    [14, 9, 2, -1, 1, 8, 12],
  ];
  const tellsThemApart = (isPercent: Check) => {
    expect([isPercent(percent), isPercent(basisPoints)]).toEqual([true, false]);
  };

  it("is found by the column's usual size", () => {
    tellsThemApart((values) =>
      checkInputs(
        { dates: null, columns: [Float64Array.from(values)], names: ["spreads"] },
        "spreads",
      ).some(({ problem, severity }) => severity === "error" && /look like percent/.test(problem)),
    );
  });

  it.each<[string, Check]>([
    ["the largest value", (values) => Math.max(...values) < 3],
    ["each value alone", (values) => values.some((value) => Math.abs(value) < 3)],
  ])("is not told from a small spread by %s (the wrong variants fail)", (_, isPercent) => {
    expect(() => {
      tellsThemApart(isPercent);
    }).toThrow();
  });

  it("holds the signal's text back; the score alone has no unit and would call (the wrong variant fails)", () => {
    const inPercent = column(...SERIES_G.map((gap) => gap / 100));
    const overrides = [
      ["halfLife", 8],
      ["override.history", true],
      ["override.reversion", true],
      ["override.break", true],
    ];
    const ours = (output: string): unknown =>
      rotationSignalCells(inPercent, null, 5.6, overrides, output)[0]?.[0];
    const score = ours("score") as number;
    const byScoreAlone = () => (Math.abs(score) >= 0.25 ? "LEAN CORPORATES" : "NEUTRAL");
    const holds = (text: unknown) => {
      expect(text).toBe("HOLD: gap looks like percent, not bp");
    };
    holds(ours("text"));
    expect(score.toFixed(3)).toBe("-0.273");
    expect(() => {
      holds(byScoreAlone());
    }).toThrow();
  });
});

describe("a duration that is no number of years", () => {
  it("is refused among the assumptions; taken as it stands it divides a breakeven by ten (the wrong variant fails)", () => {
    const entered = new Map([["mbsDuration", 56]]);
    const levels = { mbsSpread: bp(101), mbsOas: bp(12), corporateOas: bp(62) };
    const asItStands = () => gapReceipt(gapInputs(entered, levels)).gapBreakeven;
    refuses(() => assumptionCell([["mbsDuration", 56]], "mbsDuration"));
    refuses(() => assumptionCell([["corpDuration", 73]], "corpDuration"));
    // (39 × .5 + 10) ÷ 5.6.
    expect(gapReceipt(gapInputs(new Map(), levels)).gapBreakeven).toBeCloseTo(29.5 / 5.6, 12);
    expect(asItStands()).toBeCloseTo(0.527, 3);
    expect(() => {
      refuses(asItStands);
    }).toThrow();
  });

  it("is found in a curve whose tenors are months", () => {
    const columns = [Float64Array.of(24, 60, 120), Float64Array.of(0.036, 0.038, 0.042)];
    const found = checkInputs({ dates: null, columns, names: ["tenor", "yield"] }, "curve");
    expect(found.some(({ problem }) => /120 is in years; months\? 10/.test(problem))).toBe(true);
  });
});
