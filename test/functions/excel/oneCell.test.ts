import { assumptionCell } from "../../../src/functions/about";
import { readNumber, readRate, readSpread } from "../../../src/assumptions/humanValues";
import { invalid } from "../../../src/calc/errors";
import { cases, oneCase } from "../../../src/functions/excel/elementwise";
import {
  choice,
  optional,
  positive,
  required,
  text,
  zeroIsBlank,
} from "../../../src/functions/excel/oneCell";
import { assumptionsTable } from "../../../src/functions/terms/assumptionsTable";
import { curve } from "../../../src/functions/terms/curve";
import { series } from "../../../src/functions/excel/series";
import { speed } from "../../../src/functions/terms/speed";
import { card, finiteCell, forExcel } from "../../../src/functions/excel/results";
import { answer, calcError, errorValue } from "../../support/errors";
import { column } from "../../support/series";

describe("one cell", () => {
  it("takes a value, a 1×1 range, and a rich value that carries a plain one", () => {
    expect(required(5, "x", readNumber)).toBe(5);
    expect(required([[5]], "x", readNumber)).toBe(5);
    expect(
      required(
        [[{ type: "FormattedNumber", basicValue: 5, numberFormat: "0.0" }]],
        "x",
        readNumber,
      ),
    ).toBe(5);
  });

  it("takes the default when it is omitted or blank, never when it is #N/A", () => {
    for (const blank of [null, undefined, "", "  ", [[null]], [[""]]]) {
      expect(optional(blank, "x", readNumber, 7)).toBe(7);
      expect(() => required(blank, "x", readNumber)).toThrow(calcError("missing", /x is blank/));
    }
    for (const none of [errorValue("#N/A"), "#N/A N/A", "#N/A Field Not Applicable", "null", "."]) {
      expect(() => optional(none, "x", readNumber, 7)).toThrow(calcError("missing", /x is #N\/A/));
    }
  });

  it("takes Excel's invocation for an omitted argument: an older description ends before it", () => {
    class Invocation {
      get functionName() {
        return "ASSUMPTION";
      }
    }
    expect(assumptionCell([["corpOas", 70]], "corpOas", new Invocation())).toBe(70);
  });

  it("hands other errors on as Excel allows", () => {
    expect(answer(() => required(errorValue("#DIV/0!"), "x", readNumber))).toEqual({
      code: "#DIV/0!",
      message: "x holds #DIV/0!",
    });
    expect(answer(() => required(errorValue("#REF!"), "x", readNumber))).toEqual({
      code: "#VALUE!",
      message: "x holds #REF!",
    });
  });

  it.each([
    [[[1], [2]], /x is a range of 2×1 cells; it must be one cell/],
    [[], /x is an empty range/],
    [[[]], /x is an empty range/],
    [[[1, 2], [3]], /x has rows of different lengths/],
    [Symbol("s"), /a kind that cannot be read/],
    [{ type: "Entity" }, /a kind that cannot be read/],
    [NaN, /x is NaN/],
  ])("refuses %p", (argument, words) => {
    expect(() => required(argument, "x", readNumber)).toThrow(calcError("invalid", words));
  });

  it("reads 0 as blank only where 0 is impossible", () => {
    expect(optional(0, "window", zeroIsBlank(positive("rows"), null), null)).toBeNull();
    expect(() => optional(0, "duration", positive("years"), 1)).toThrow(
      calcError("invalid", /duration is 0; it must be a number above 0 in years/),
    );
  });

  it("reads words and texts", () => {
    expect(required("A", "x", choice(["a", "b"]))).toBe("a");
    expect(required("a b", "x", text)).toBe("a b");
    expect(() => required(3, "x", text)).toThrow(calcError("invalid", /x is 3; it must be a text/));
  });
});

describe("a series", () => {
  it("is one row or one column; no data is NaN", () => {
    const cells = [1, null, "", " ", errorValue("#N/A"), "#N/A N/A", "NULL", ".", 0];
    const values = [1, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0];
    expect([...series(column(...cells), "s")]).toEqual(values);
    expect([...series([cells], "s")]).toEqual(values);
    expect([...series(column(1, 0), "levels", true)]).toEqual([1, NaN]);
  });

  it("says that a terminal is still loading, with the row", () => {
    expect(() => series(column(1, "#N/A Requesting Data..."), "s")).toThrow(
      calcError("missing", /data still loading: s, row 2/),
    );
  });

  it.each([
    [column(1, "101bp"), /s, row 2, is the text "101bp"; it must be a number/],
    [column(true), /s, row 1, is TRUE/],
    [
      [
        [1, 2],
        [3, 4],
      ],
      /2×2 cells; it must be one row or one column/,
    ],
    [Array.from({ length: 200_001 }, () => [1]), /200001 cells; it must have at most 200000/],
  ])("refuses what is no number: %#", (argument, words) => {
    expect(() => series(argument, "s")).toThrow(calcError("invalid", words));
  });

  it("passes an error value on and does not change its argument", () => {
    const argument = column(1, errorValue("#NUM!"));
    const before = [...argument];
    expect(answer(() => series(argument, "s"))).toEqual({
      code: "#NUM!",
      message: "s, row 2, holds #NUM!",
    });
    expect(argument).toEqual(before);
    expect(() => series(null, "s")).toThrow(calcError("missing", /s is missing/));
  });
});

describe("a curve", () => {
  it("is tenor and par yield", () => {
    const { tenors, yields } = curve(
      [
        [2, 0.0359],
        [10, "4.23%"],
      ],
      "curve",
    );
    expect([...tenors]).toEqual([2, 10]);
    expect([...yields]).toEqual([0.0359, 0.0423]);
  });

  it.each([
    [
      [
        [2, 3.59],
        [10, 4.23],
      ],
      "invalid",
      /curve, row 1, par yield is 3\.59 \(359%\)/,
    ],
    [[[2, 0.03]], "invalid", /1 point/],
    [
      [
        [10, 0.03],
        [2, 0.03],
      ],
      "invalid",
      /rise/,
    ],
    [
      [
        [2, 0.03, 1],
        [5, 0.03, 1],
      ],
      "invalid",
      /two columns/,
    ],
    [
      [
        [2, null],
        [5, 0.03],
      ],
      "missing",
      /row 1, par yield is missing/,
    ],
    [null, "missing", /curve is missing/],
  ] as const)("refuses %p", (argument, reason, words) => {
    expect(() => curve(argument, "curve")).toThrow(calcError(reason, words));
  });
});

describe("a speed", () => {
  it("is a CPR, a text, or a column of monthly CPRs", () => {
    expect(speed(0.06, "speed")).toEqual({ kind: "cpr", cpr: 0.06 });
    expect(speed("0.06", "speed")).toEqual({ kind: "cpr", cpr: 0.06 });
    expect(speed([["150 PSA"]], "speed")).toEqual({ kind: "psa", percent: 150 });
    expect(speed(column(0.05, 0.06), "speed")).toEqual({
      kind: "vector",
      cprs: Float64Array.of(0.05, 0.06),
    });
  });

  it.each([
    [6, "invalid", /did you mean 0\.06/],
    [column(0.05, 6), "invalid", /speed, row 2 is 6/],
    [column(0.05, null), "missing", /speed, row 2 is missing/],
    [true, "invalid", /speed is TRUE/],
    ["quick", "invalid", /a CPR such as/],
  ] as const)("refuses %p", (argument, reason, words) => {
    expect(() => speed(argument, "speed")).toThrow(calcError(reason, words));
  });
});

describe("an assumptions table", () => {
  it("reads keys and values, with or without the heading, and ignores further columns", () => {
    const table = [
      ["Key", "Value", "Unit"],
      ["corpOas", 70, "bp"],
      [null, null, null],
      ["# note", errorValue("#REF!"), ""],
    ];
    expect([...assumptionsTable(table, "assumptions")]).toEqual([["corpOas", 70]]);
    expect(assumptionsTable(null, "assumptions").size).toBe(0);
  });

  it.each([
    [
      [["corpOas", 9999]],
      "invalid",
      /assumptions, row 1: corpOas is 9999; it must be -50 to 1000 bp/,
    ],
    [[["corpOas", errorValue("#N/A")]], "missing", /row 1: corpOas is #N\/A/],
    [[["corpOas"]], "invalid", /two columns, key and value/],
    [[[errorValue("#N/A"), 1]], "missing", /row 1, key is #N\/A/],
  ] as const)("refuses %p", (table, reason, words) => {
    expect(() => assumptionsTable(table, "assumptions")).toThrow(calcError(reason, words));
  });
});

describe("cases", () => {
  const sum = (a: unknown, b: unknown = [[0]]) =>
    cases<{ a: number; b: number }>(
      {
        a: { argument: a, reader: readSpread },
        b: { argument: b, reader: readRate, otherwise: 0.5 },
      },
      (it) => it.a + it.b,
    );

  it("repeats a scalar, a row and a column to the common size", () => {
    expect(sum(column(1, 2), [[0.1]])).toEqual([[1.1], [2.1]]);
    expect(sum([[1, 2]], [[0.1], [0.2]])).toEqual([
      [1.1, 2.1],
      [1.2, 2.2],
    ]);
    expect(sum(column(1, 2), null)).toEqual([[1.5], [2.5]]);
  });

  it("keeps missing data and error values in their row", () => {
    const [first, second, third, fourth] = sum(
      column(1, null, errorValue("#DIV/0!"), errorValue("#N/A")),
    );
    expect(first).toEqual([1]);
    expect(second).toEqual([expect.objectContaining({ code: "#N/A", message: "a is blank" })]);
    expect(third).toEqual([expect.objectContaining({ code: "#DIV/0!" })]);
    expect(fourth).toEqual([expect.objectContaining({ code: "#N/A", message: "a is #N/A" })]);
  });

  it("refuses the whole call for a wrong argument, and names the row once", () => {
    expect(() => sum(column(1, "x"))).toThrow(calcError("invalid", /^a, row 2, is the text "x"/));
    expect(() =>
      cases<{ a: number }>({ a: { argument: column(1, 2), reader: readNumber } }, () => {
        throw invalid("b is bad");
      }),
    ).toThrow(calcError("invalid", /^row 1: b is bad$/));
  });

  it("refuses sizes that do not fit", () => {
    expect(() => sum(column(1, 2, 3), column(0.1, 0.2))).toThrow(
      calcError("invalid", /b has 2 rows but an argument before it has 3/),
    );
    expect(() => sum([[1, 2, 3]], [[0.1, 0.2]])).toThrow(calcError("invalid", /b has 2 columns/));
  });

  it("throws a single case's error, so that the cell itself is the error", () => {
    expect(() => sum(null)).toThrow(calcError("missing", /^a is blank$/));
  });

  it("lets a bug through as it is", () => {
    const bug = () => {
      throw new TypeError("bug");
    };
    expect(() =>
      cases<{ a: number }>({ a: { argument: column(1, 2), reader: readNumber } }, bug),
    ).toThrow(TypeError);
  });

  it("reads one case where only one makes sense", () => {
    expect(oneCase<{ a: number }>({ a: { argument: [[3]], reader: readNumber } }, "x")).toEqual({
      a: 3,
    });
    expect(() =>
      oneCase<{ a: number }>(
        { a: { argument: column(1, 2), reader: readNumber } },
        'output is "parts"',
      ),
    ).toThrow(calcError("invalid", /output is "parts" for 2×1 cases; it must be one case/));
  });
});

describe("results", () => {
  it("are finite, or words", () => {
    expect(finiteCell(1)).toBe(1);
    expect(() => finiteCell(Infinity)).toThrow(calcError("invalid", /too large for a cell/));
  });

  it("cards show names and values, or one measure", () => {
    const measures = [
      ["gap", 39],
      ["verdict", "wide"],
    ] as const;
    expect(card(measures)).toEqual([
      ["gap", 39],
      ["verdict", "wide"],
    ]);
    expect(card(measures, "VERDICT")).toEqual([["wide"]]);
    expect(card(measures, "all")).toEqual(card(measures));
    expect(() => card(measures, "gpa")).toThrow(
      calcError(
        "invalid",
        /field is "gpa"; it must be one of ALL, gap, verdict, did you mean gap\?/,
      ),
    );
  });
});

describe("forExcel", () => {
  it.each([
    ["invalid", "#VALUE!"],
    ["missing", "#N/A"],
    ["unsolved", "#NUM!"],
  ] as const)("shows %s as %s with its words", (reason, code) => {
    const { CalcError } = jest.requireActual<typeof import("../../../src/calc/errors")>(
      "../../../src/calc/errors",
    );
    expect(
      answer(() =>
        forExcel(() => {
          throw new CalcError(reason, "why");
        }),
      ),
    ).toEqual({ code, message: "why" });
  });

  it("does not hide a bug", () => {
    expect(() =>
      forExcel(() => {
        throw new RangeError("bug");
      }),
    ).toThrow(RangeError);
  });
});
