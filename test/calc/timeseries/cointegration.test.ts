import { fairValueFit } from "../../../src/calc/timeseries/fairValue";
import { golden } from "../../support/golden";

const numbers = (text = "") => Float64Array.from(text.split(" "), Number);
const rows = golden("cointegration.csv").map(
  ({ case: name, lags, statistic, critical5, y, x = "" }) => ({
    name,
    lags: Number(lags),
    statistic: Number(statistic),
    critical: Number(critical5),
    fit: fairValueFit(numbers(y), x.split("|").map(numbers), null, Number(lags)),
  }),
);

describe("the Engle–Granger test of the residuals", () => {
  it("has statsmodels' statistic at every number of lags, to 1e-10", () => {
    expect(rows).toHaveLength(20);
    expect(new Set(rows.map(({ lags }) => lags))).toEqual(new Set([0, 1, 2, 6]));
    for (const { fit, statistic } of rows) {
      expect(Math.abs((fit.engleGranger ?? NaN) - statistic)).toBeLessThan(1e-10);
    }
  });

  it("has MacKinnon's 5% values within .06", () => {
    for (const { fit, critical } of rows) {
      expect(Math.abs((fit.critical ?? NaN) - critical)).toBeLessThan(0.06);
    }
  });
});
