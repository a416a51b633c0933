import { GOLDEN_CASES } from "../../src/functions/selfTest/workedNumbers";
import { pctRankCell, zScoreCell } from "../../src/functions/history";
import { totalReturnCells } from "../../src/functions/returns";
import { spreadGapCells } from "../../src/functions/spread";
import { aboutCard, assumptionCell, selfTestCard } from "../../src/functions/about";
import { answer, errorValue } from "../support/errors";
import { column } from "../support/series";

const first = (result: unknown): unknown =>
  Array.isArray(result) ? (result as unknown[][])[0]?.[0] : result;

describe("worked numbers", () => {
  it.each(GOLDEN_CASES.map((golden) => [golden.formula, golden] as const))(
    "%s",
    (_, { expected, run }) => {
      const digits = expected.split(".")[1]?.length ?? 0;
      expect(
        Number(first(run()))
          .toFixed(digits)
          .replace(/^-0(?=\.?0*$)/, "0"),
      ).toBe(expected);
    },
  );
});

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

describe("TOTALRETURN", () => {
  it("shows its parts for one case, and they sum to the total", () => {
    const parts = totalReturnCells(
      [["98-00"]],
      [[98.6]],
      [[0.375]],
      undefined,
      undefined,
      [["0.75%"]],
      [["parts"]],
    );
    expect(parts.map(([name]) => name)).toEqual(["price", "coupon", "paydown", "total"]);
    const [price, coupon, paydown, total] = parts.map(([, value]) => value as number) as [
      number,
      number,
      number,
      number,
    ];
    expect(price + coupon + paydown).toBe(total);
    expect(total).toBe(
      totalReturnCells([[98]], [[98.6]], [[0.375]], undefined, undefined, [[0.0075]])[0]?.[0],
    );
  });

  it("refuses parts for several rows", () => {
    expect(
      answer(() =>
        totalReturnCells(column(98, 99), [[100]], undefined, undefined, undefined, undefined, [
          ["parts"],
        ]),
      ),
    ).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/2×1 cases; one case/),
    });
  });
});

describe("ZSCORE and PCTRANK", () => {
  it("answer #N/A with words when the history is too short for the window", () => {
    expect(answer(() => zScoreCell(column(1, 2, 3), 60))).toEqual({
      code: "#N/A",
      message: "window is 60 rows but history has only 2 values before the last",
    });
  });

  it("take an older Excel's blank (0) for an omitted window and half-life", () => {
    const history = column(50, 60, 41, 40);
    expect(zScoreCell(history, 0, null, 0)).toBe(zScoreCell(history));
    expect(zScoreCell(history, null, "ewma", 0)).toBe(zScoreCell(history, null, "ewma", 12));
  });

  it("rank a value that is 0: spreads can be", () => {
    expect(pctRankCell(column(-5, 0, 5, 10), 0)).toBe(0.375);
  });
});

describe("ASSUMPTION", () => {
  const table = [
    ["corpOas", 70],
    ["asOf", null],
  ];
  it("gives the value, the default, or says that there is neither", () => {
    expect(assumptionCell(table, "CORPOAS")).toBe(70);
    expect(assumptionCell(table, "mbsOas")).toBe(12);
    expect(assumptionCell(table, "zMethod")).toBe("std");
    expect(assumptionCell(table, "capitalOn")).toBe(false);
    expect(answer(() => assumptionCell(table, "asOf"))).toEqual({
      code: "#N/A",
      message: "asOf has no default; enter it in the assumptions",
    });
    expect(answer(() => assumptionCell(table, "corpOsa"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/did you mean corpOas/),
    });
  });

  it("checks the whole table, not only the row it needs", () => {
    expect(answer(() => assumptionCell([...table, ["ust10", 4.23]], "corpOas"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^assumptions, row 3: ust10 is 4\.23/),
    });
  });
});

describe("SELFTEST and ABOUT", () => {
  it("passes, and shows one measure", () => {
    expect(selfTestCard("verdict")).toEqual([["passed"]]);
    expect(selfTestCard("rows")).toEqual([[GOLDEN_CASES.length]]);
    expect(Number(first(selfTestCard("worstError")))).toBeLessThanOrEqual(1);
  });

  it("says what the add-in is", () => {
    expect(Object.fromEntries(aboutCard() as [string, string][])).toMatchObject({
      version: "0.0.0-test",
      notice: "not investment advice",
    });
  });
});
