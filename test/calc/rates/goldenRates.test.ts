import { bachelier, black, type OptionType } from "../../../src/calc/rates/black";
import { zeroBondOption } from "../../../src/calc/rates/bondOption";
import { cap, type CapType } from "../../../src/calc/rates/cap";
import { zeroBondAt } from "../../../src/calc/rates/hullWhite";
import { swaption, type SwaptionType } from "../../../src/calc/rates/swaption";
import { day } from "../../support/bondRows";
import { monthsLater } from "../../../src/calc/date/serial";
import { golden } from "../../support/golden";
import { referenceCurve, REFERENCE, timeOf } from "../../support/ratesCurves";

type Row = Record<string, string>;
const modelOf = (row: Row) => ({ meanReversion: Number(row.a), volatility: Number(row.sigma) });

/** The ids of the rows that are further from their value than the tolerance, with the distance. */
const misses = (rows: Row[], column: string, tolerance: number, value: (row: Row) => number) =>
  rows
    .map((row) => [row.id, value(row) - Number(row[column])] as const)
    .filter(([, off]) => !(Math.abs(off) <= tolerance));

/** The reference day so many months on, in years. */
const monthsOn = (months: number) => (monthsLater(REFERENCE, months) - REFERENCE) / 365;

describe("closed forms against the reference tables", () => {
  it("has Black's and Bachelier's options to 1e-10", () => {
    const rows = golden("black_bachelier.csv");
    expect(rows.length).toBe(34);
    const formula = (of: typeof black, volatility: string) => (row: Row) =>
      of(
        row.type as OptionType,
        Number(row.F),
        Number(row.K),
        Number(row[volatility]) * Math.sqrt(Number(row.T)),
      );
    expect(misses(rows, "black", 1e-10, formula(black, "lognormal_vol"))).toEqual([]);
    expect(misses(rows, "bachelier", 1e-10, formula(bachelier, "normal_vol"))).toEqual([]);
  });

  it("has zero-bonds at a short rate to 1e-10", () => {
    const rows = golden("hw_discount_bond.csv");
    expect(rows.length).toBe(38);
    const value = (row: Row) => {
      const curve = referenceCurve(row.curve);
      const [start, maturity] = [Number(row.t), Number(row.T)];
      return zeroBondAt(modelOf(row), start, maturity, Number(row.short_rate), {
        toStart: curve(start),
        toMaturity: curve(maturity),
        forward: Number(row.inst_forward),
      });
    };
    expect(misses(rows, "P_tT", 1e-10, value)).toEqual([]);
  });

  it("has options on zero-bonds to 1e-10", () => {
    // The other rows are of the two-factor model G2++, which the project does not have.
    const rows = golden("hw_g2_zero_bond_options.csv").filter(({ model }) => model === "HW1F");
    expect(rows.length).toBe(49);
    const value = (row: Row) =>
      zeroBondOption(
        modelOf(row),
        row.type as OptionType,
        Number(row.strike),
        Number(row.T),
        Number(row.S),
        referenceCurve(row.curve),
      );
    expect(misses(rows, "value", 1e-10, value)).toEqual([]);
  });

  it("has swaptions to 1e-8: semiannual ACT/365F, as the table's par rates are", () => {
    const rows = golden("hw_swaptions.csv");
    expect(rows.length).toBe(61);
    const value = (row: Row) => {
      const [expiry, tenor] = [Number(row.expiry_years), Number(row.tenor_years)];
      const ends = Array.from({ length: 2 * tenor + 1 }, (_, k) => monthsOn(12 * expiry + 6 * k));
      const times = ends.slice(1);
      const leg = { times, accruals: times.map((end, k) => end - (ends[k] as number)) };
      const curve = referenceCurve(row.curve);
      const type = row.type as SwaptionType;
      return swaption(modelOf(row), type, Number(row.strike), timeOf(row.expiry), leg, curve);
    };
    expect(misses(rows, "value", 1e-8, value)).toEqual([]);
  });

  it("has caps and floors to 1e-10: quarterly ACT/360, the first period left out", () => {
    const rows = golden("hw_caps.csv");
    expect(rows.length).toBe(38);
    const value = (row: Row) => {
      expect(day(row.first_fixing)).toBe(monthsLater(REFERENCE, 3));
      const times = Array.from({ length: 4 * Number(row.years) }, (_, k) => monthsOn(3 * (k + 1)));
      expect(times.at(-1)).toBe(timeOf(row.maturity));
      const accruals = times.slice(1).map((end, k) => ((end - (times[k] as number)) * 365) / 360);
      const leg = { times, accruals };
      const strike = Number(row.strike);
      return cap(modelOf(row), row.type as CapType, strike, leg, referenceCurve(row.curve));
    };
    expect(misses(rows, "value", 1e-10, value)).toEqual([]);
  });
});
