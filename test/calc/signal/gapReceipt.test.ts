import { gapInputs } from "../../../src/assumptions/signalAssumptions";
import { gapReceipt } from "../../../src/calc/signal/gapReceipt";
import { bp, rate, years } from "../../../src/calc/units";

const inputs = gapInputs(new Map(), { mbsSpread: bp(101), mbsOas: bp(12), corporateOas: bp(62) });

describe("gapReceipt", () => {
  it("shows the three bases side by side: +39, −50, −39.4", () => {
    const receipt = gapReceipt(inputs);
    expect([
      receipt.nominal,
      receipt.optionAdjusted,
      Number(receipt.riskAdjusted?.toFixed(10)),
    ]).toEqual([39, -50, -39.4]);
    expect(receipt.agreement).toBe("the bases disagree");
    expect(receipt.convexityCost.toFixed(1)).toBe("64.8");
    expect(receipt.corporateBreakeven?.toFixed(2)).toBe("12.16");
    expect(receipt.gapBreakeven?.toFixed(2)).toBe("5.27");
  });

  it("with a migration charge of 5 bp is −34.4", () => {
    expect(gapReceipt({ ...inputs, migration: bp(5) }).riskAdjusted).toBeCloseTo(-34.4, 10);
  });

  it("charges capital only where it is asked for: 16 and 80 bp turn the gap", () => {
    const capital = {
      riskWeightMbs: 0.2,
      riskWeightCorporate: 1,
      ratio: rate(0.1),
      hurdle: rate(0.12),
      funding: rate(0.04),
    };
    const receipt = gapReceipt({ ...inputs, capital });
    expect(receipt.riskAdjusted).toBeCloseTo(-39.4 + 64, 10);
  });

  it("leaves out what needs an option-adjusted spread that is not known, and nothing else", () => {
    const receipt = gapReceipt({ ...inputs, mbsOas: null });
    const { optionAdjusted, riskAdjusted, optionCost, mbsAdjusted, agreement } = receipt;
    expect([optionAdjusted, riskAdjusted, optionCost, mbsAdjusted, agreement]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect(receipt.nominal).toBe(39);
    expect(receipt.corporateAdjusted?.toFixed(1)).toBe("50.4");
    expect(receipt.gapBreakeven?.toFixed(2)).toBe("5.27");
  });

  it("says when all bases agree", () => {
    expect(gapReceipt({ ...inputs, mbsOas: bp(90) }).agreement).toBe("all say mortgages");
    expect(gapReceipt({ ...inputs, corporateOas: bp(150) }).agreement).toBe("all say corporates");
  });

  it("names the option cost: nominal spread less OAS", () => {
    expect(gapReceipt(inputs).optionCost).toBe(89);
  });

  it("does not call a gap of 0 a side", () => {
    const even = gapReceipt({
      ...inputs,
      mbsSpread: bp(100),
      mbsOas: bp(62),
      corporateOas: bp(62),
    });
    expect(even.optionAdjusted).toBe(0);
    expect(even.agreement).toBe("the bases disagree");
    const below = gapReceipt({
      ...inputs,
      mbsSpread: bp(50),
      mbsOas: bp(62),
      corporateOas: bp(62),
      liquidityMbs: bp(20),
    });
    expect(below.agreement).toBe("the bases disagree");
  });

  it("gives corporates a year of ageing in their breakeven: 62 ÷ (6.1 − 1)", () => {
    expect(gapReceipt(inputs).corporateBreakeven).toBeCloseTo(62 / 5.1, 10);
    expect(gapReceipt({ ...inputs, horizon: years(0.25) }).corporateBreakeven).toBeCloseTo(
      62 / 5.1,
      10,
    );
  });
});
