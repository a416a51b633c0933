import {
  benchYieldCells,
  blendSpreadCells,
  gSpreadCells,
  spreadGapCells,
} from "../../src/functions/spread";
import { answer, errorValue } from "../support/errors";
import { column } from "../support/series";

/** Two par yields; between them the yield is on the line. */
const SLOPING = [
  [5, 0.04],
  [10, 0.05],
];

describe("SPREADGAP", () => {
  it("spills one gap a row, #N/A with words where a side is missing", () => {
    const result = spreadGapCells(column(101, null, 98), column(62, 60, errorValue("#N/A")));
    expect(result[0]).toEqual([39]);
    expect(result[1]).toEqual([expect.objectContaining({ code: "#N/A", message: "mbs is blank" })]);
    expect(result[2]).toEqual([
      expect.objectContaining({ code: "#N/A", message: "corporate is #N/A" }),
    ]);
  });

  it("refuses two bases that are not alike, and takes one that stands alone", () => {
    const withBases = (mbs: string | null, corporate: string | null) =>
      answer(() =>
        spreadGapCells(
          [[101]],
          [[62]],
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          [[mbs]],
          [[corporate]],
        ),
      );
    expect(withBases("nominal", "oas")).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/one kind of spread/),
    });
    expect(withBases("oas sofr", "OAS SOFR")).toEqual([[39]]);
    expect(withBases("nominal", null)).toEqual([[39]]);
  });

  it("says which argument a method needs", () => {
    expect(answer(() => spreadGapCells([[101]], [[62]], [["perduration"]]))).toEqual({
      code: "#VALUE!",
      message: "mbsDuration is blank; method perduration needs it",
    });
    expect(
      answer(() =>
        spreadGapCells([[101]], [[62]], [["pervol"]], undefined, undefined, [[0]], [[28]]),
      ),
    ).toMatchObject({
      message: "mbsVol is blank; method pervol needs it",
    });
  });

  it("keeps a row without a ratio in its row", () => {
    expect(spreadGapCells(column(101, 101), column(62, 0), [["ratio"]])[1]).toEqual([
      expect.objectContaining({
        code: "#N/A",
        message: expect.stringMatching(/a ratio needs a corporate spread above 0/),
      }),
    ]);
  });
});

describe("GSPREAD and BENCHYIELD", () => {
  it("measure over the line between the curve's rows", () => {
    // At 7 years 4% + 2/5 of 1%.
    expect(benchYieldCells(column(7), SLOPING)[0]?.[0]).toBeCloseTo(0.044, 15);
    expect(gSpreadCells(column(0.0565), column(7), SLOPING)[0]?.[0]).toBeCloseTo(125, 10);
  });

  it("spill a row for each yield, #N/A where one is missing", () => {
    const [one, none] = gSpreadCells(column("5%", null), column(5), SLOPING);
    expect(one?.[0]).toBeCloseTo(100, 10);
    expect(none?.[0]).toMatchObject({ code: "#N/A", message: "yld is blank" });
  });
});

describe("BLENDSPREAD", () => {
  it("is over the mean of the 5 and 10-year yields, or by the weights given", () => {
    expect(blendSpreadCells(column(0.055), SLOPING)[0]?.[0]).toBeCloseTo(100, 10);
    // .3 of 4% and .7 of 5% are 4.7%.
    const weighted = blendSpreadCells(column(0.055), SLOPING, undefined, undefined, column(0.3));
    expect(weighted[0]?.[0]).toBeCloseTo(80, 10);
  });
});
