import { leastSquares } from "../../../src/calc/numeric/leastSquares";
import { neweyWest } from "../../../src/calc/numeric/neweyWest";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

const value = (measure: string) =>
  Number(
    golden("meanReversion.csv").find((it) => it.series === "eight" && it.measure === measure)
      ?.value,
  );

// The eight rows of the method notes, section 2.8, cross-checked there against statsmodels.
const Y = [101, 98, 104, 110, 107, 99, 95, 92];
const COLUMNS = [new Array<number>(8).fill(1), [88, 86, 92, 99, 95, 90, 84, 80]];
const fit = leastSquares(COLUMNS, Y);

describe("neweyWest", () => {
  it("has the printed standard errors of the eight rows with 2 lags", () => {
    const [constant, slope] = neweyWest(COLUMNS, fit, 2);
    expect(fit.coefficients[0]).toBeCloseTo(14.2304, 4);
    expect(fit.coefficients[1]).toBeCloseTo(0.96941, 5);
    expect(constant).toBeCloseTo(1.855, 4);
    expect(slope).toBeCloseTo(0.018097, 6);
  });

  it.each([0, 2])("agrees with exact fractions with %d lags", (lags) => {
    neweyWest(COLUMNS, fit, lags).forEach((it, j) =>
      expect(it / value(`nw ${lags} ${j}`)).toBeCloseTo(1, 9),
    );
  });

  it("is not the ordinary standard error: autocorrelation changes it", () => {
    expect(neweyWest(COLUMNS, fit, 2)[1]).not.toBeCloseTo(fit.standardErrors[1] as number, 2);
  });

  it.each([-1, 1.5, 8, NaN])("refuses %p lags for 8 rows", (lags) => {
    expect(() => neweyWest(COLUMNS, fit, lags)).toThrow(
      calcError("invalid", /lags is .*from 0 to 7/),
    );
  });
});
