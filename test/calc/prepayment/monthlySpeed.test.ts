import { convertSpeed, smmAt, type SpeedUnit } from "../../../src/calc/prepayment/monthlySpeed";
import { rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { externalJson, itWithExternal } from "../../support/externalGolden";

describe("smmAt", () => {
  itWithExternal("has Fabozzi's monthly speeds", () => {
    for (const { psa, month, cpr, smm } of externalJson("fabozzi.json").smm_examples) {
      expect(convertSpeed(psa, "psa", "cpr", month)).toBeCloseTo(cpr, 12);
      expect(smmAt({ kind: "psa", percent: psa }, month, 0).toFixed(6)).toBe(smm.toFixed(6));
    }
  });

  it("counts months by the loans' age, from today", () => {
    const psa = { kind: "psa", percent: 100 } as const;
    expect(smmAt(psa, 1, 9)).toBe(smmAt(psa, 10, 0));
    expect(smmAt(psa, 1, 40)).toBe(smmAt(psa, 300, 0));
  });

  it("holds the end of a ramp and the last of a column", () => {
    const ramp = { kind: "ramp", from: rate(0.06), months: 24, to: rate(0.18) } as const;
    const cpr = (month: number) => convertSpeed(smmAt(ramp, month, 0), "smm", "cpr", 1);
    expect([1, 13, 25, 200].map((it) => cpr(it).toFixed(6))).toEqual([
      "0.060000",
      "0.120000",
      "0.180000",
      "0.180000",
    ]);
    const vector = { kind: "vector", cprs: Float64Array.of(0.1, 0.2) } as const;
    expect(smmAt(vector, 5, 0)).toBe(smmAt(vector, 2, 0));
  });
});

describe("convertSpeed", () => {
  it("has the worked numbers", () => {
    expect(convertSpeed(0.06, "cpr", "smm", 1).toFixed(6)).toBe("0.005143");
    expect(convertSpeed(150, "psa", "cpr", 10).toFixed(3)).toBe("0.030");
  });

  itWithExternal("has SIFMA's ABS example: 2 ABS in month 11 is 2.5% a month", () => {
    const { inp, out } = externalJson("bma_sf_examples.json").rows.find(
      ({ ref }: { ref: string }) => ref === "SF-14 ABS",
    );
    expect(100 * convertSpeed(inp.abs, "abs", "smm", inp.month)).toBeCloseTo(out.smm_pct, 9);
  });

  it("goes to any unit and back", () => {
    const units: SpeedUnit[] = ["cpr", "smm", "psa", "abs"];
    for (const from of units) {
      for (const to of units) {
        const value = from === "psa" ? 150 : from === "abs" ? 1.2 : 0.011;
        expect(convertSpeed(convertSpeed(value, from, to, 17), to, from, 17)).toBeCloseTo(
          value,
          10,
        );
      }
    }
  });

  it("refuses speeds that leave nothing", () => {
    expect(() => convertSpeed(6, "cpr", "smm", 1)).toThrow(calcError("invalid", /^value is 6 CPR/));
    expect(() => convertSpeed(2, "abs", "smm", 80)).toThrow(calcError("invalid", /ABS/));
  });
});
