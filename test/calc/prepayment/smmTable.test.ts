import { smmFromCpr } from "../../../src/calc/prepayment/monthlySpeed";
import { smmFromTable } from "../../../src/calc/prepayment/smmTable";

describe("SMM from the table", () => {
  it("is as near to the formula as it says", () => {
    let [worst, worstOfAll] = [0, 0];
    for (let i = 0; i <= 99_000; i++) {
      const cpr = i / 100_000;
      const off = Math.abs(smmFromTable(cpr) - smmFromCpr(cpr));
      if (cpr <= 0.5) worst = Math.max(worst, off);
      worstOfAll = Math.max(worstOfAll, off);
    }
    expect(worst).toBeLessThan(3e-11);
    expect(worstOfAll).toBeLessThan(3e-6);
  });
});
