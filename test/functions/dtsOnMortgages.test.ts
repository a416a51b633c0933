import { dtsCell } from "../../src/functions/spreadRisk";
import { worksheetFunctions } from "../support/worksheetFunctions";

/*
 * Pitfall 15: duration times spread on an option-adjusted spread near 0 calls mortgages riskless.
 * By it, the market value of corporates with the risk of one of mortgages would be 0.18; by the
 * volatilities of the spreads, 35 and 28 bp a year, it is 1.15 (the method notes, trade
 * construction).
 */
describe("DTS of mortgages", () => {
  const dts = (duration: number, spread: number) => dtsCell([[duration]], [[spread]]) as number;

  it("on an option-adjusted spread is six times too small, and goes to 0 with the spread", () => {
    const byDts = dts(5.6, 12) / dts(6.1, 62);
    const byVolatility = (5.6 * 35) / (6.1 * 28);
    expect(byDts.toFixed(2)).toBe("0.18");
    expect(byVolatility.toFixed(2)).toBe("1.15");
    expect(dts(5.6, 0)).toBe(0);
  });

  it("is warned of where the function is chosen", async () => {
    const functions = await worksheetFunctions();
    const { description } = functions.find(({ id }) => id === "DTS") ?? { description: "" };
    expect(description).toMatch(/Do not compare it with mortgages'.*"riskless"/);
  });
});
