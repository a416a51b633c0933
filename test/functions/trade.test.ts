import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { mbsKrdRows } from "../../src/functions/mortgageOas";
import { blPosteriorColumn, rotationWeightsRows } from "../../src/functions/portfolio";
import {
  positionSizeCell,
  switchPnlCells,
  switchRatioCells,
  tradeCostCells,
} from "../../src/functions/trade";
import { keyRateHedgeColumn, tradeTicketRows } from "../../src/functions/tradeTicket";
import { answer } from "../support/errors";
import { column } from "../support/series";

const COVARIANCE = [
  [4e-6, 2.2e-6, 0],
  [2.2e-6, 1.21e-4, 8.47e-5],
  [0, 8.47e-5, 1.96e-4],
];
const EXPECTED = column(0, -20, 10) as any[][];
const says = (call: () => unknown, words: RegExp) => {
  expect(answer(call)).toMatchObject({ message: expect.stringMatching(words) });
};

describe("ROTATIONWEIGHTS", () => {
  it("has names, a row an asset and the total", () => {
    const rows = rotationWeightsRows(
      EXPECTED,
      COVARIANCE,
      30,
      column(0.46, 0.26, 0.28) as any[][],
      [
        [null, null],
        [null, null],
        [null, "15%"],
      ],
      true,
    );
    expect(rows[0]).toEqual(["tilt", "weight", "return", "risk"]);
    const percent = (j: number) => rows.slice(1).map((row) => (100 * row[j]).toFixed(0));
    expect(percent(0)).toEqual(["11", "-26", "15", "0"]);
    expect(percent(1)).toEqual(["57", "0", "43", "100"]);
  });

  it("without a benchmark may go below 0: weights are tilts", () => {
    for (const row of rotationWeightsRows(EXPECTED, COVARIANCE, 30)) expect(row[1]).toBe(row[0]);
  });

  it("refuses with words what is no covariance, no benchmark and no bound", () => {
    const rows = (...rest: any[]) =>
      rotationWeightsRows(EXPECTED, COVARIANCE, ...(rest as [any, any[][]]));
    says(
      () =>
        rotationWeightsRows(
          EXPECTED,
          [
            [4, 2, 0],
            [2, 121, 85],
            [0, 85, 196],
          ],
          30,
        ),
      /covariance, row 1, has a variance of 4, a volatility of 200%; variances must be decimals squared/,
    );
    says(() => rows(30, column(46, 26, 28)), /benchmark, row 1, is 46 \(4600%\)/);
    says(
      () => rows(30, column(-0.1, 0.5, 0.6)),
      /benchmark, row 1, is -0\.1; it must be a weight of 0 or more/,
    );
    says(() => rows(30, column(0.5, 0.5)), /benchmark has 2 rows but expected has 3/);
    says(() => rows(30, null, [[0, 1]]), /bounds is a range of 1×2 cells; it must be 3×2/);
    says(() => rows("3%"), /trackingError is the text "3%"; it must be basis points/);
    says(
      () =>
        rotationWeightsRows(column(...new Array<number>(41).fill(1)) as any[][], COVARIANCE, 30),
      /there are 41 assets; there must be at most 40/,
    );
  });
});

describe("BLPOSTERIOR", () => {
  it("is a column, with a name on top where it is asked for", () => {
    const rows = blPosteriorColumn(
      column(0, 35, 45) as any[][],
      COVARIANCE,
      column(0, 1, -1) as any[][],
      -25,
      "50%",
      null,
      true,
    );
    expect(
      rows.map(([cell]: any[]) => (typeof cell === "number" ? cell.toFixed(1) : cell)),
    ).toEqual(["posterior", "-0.1", "33.2", "50.7"]);
  });
});

describe("TRADETICKET", () => {
  const ticket = (entered: any[][], ...rest: any[]) =>
    tradeTicketRows([["schema", 1], ...entered], ...(rest as [any]));
  const of = (rows: any[][], item: string) => rows.find(([name]) => name === item) as any[];

  it("takes what is entered, and says where it takes par", () => {
    const entered = [
      ["pool.price", 99.75],
      ["mbsDuration", 5.5],
    ];
    const rows = ticket(entered, 100e6);
    expect(of(rows, "from MBS: value").slice(1)).toEqual([
      99_750_000,
      "currency",
      "face × price ÷ 100, clean",
    ]);
    expect(of(rows, "from MBS: price")[3]).toBe("pool.price");
    expect(of(rows, "to corporates: price").slice(1)).toEqual([
      100,
      "per 100",
      "par: no price key",
    ]);
    expect(of(rows, "to corporates: face")[1]).toBe(90_000_000);
    expect(of(ticket([], 100e6), "from MBS: price")[3]).toBe("par: no pool.price");
    expect(of(rows, "cost in stress")[1]).toBe(3 * (of(rows, "cost")[1] as number));
  });

  it("ends with its inputs by whose numbers they are", () => {
    const rows = ticket([["mbsDuration", 4.1]], 100e6);
    expect(of(rows, "your inputs")[1]).toBe("MBS duration");
    expect(of(rows, "example inputs")[1]).toMatch(/MBS spread.*corporate duration/);
    expect(of(rows, "judgements")[1]).toMatch(/MBS round trip/);
  });

  it("answers the rest where there is no gap, and refuses corporates without duration", () => {
    const rows = ticket([["corpOas", 101]], 100e6);
    expect(of(rows, "days of carry in the cost")[1]).toMatchObject({ code: "#N/A" });
    says(
      () => ticket([["corpDuration", 0]], 100e6),
      /durationTo is 0; it must be a number of years above 0/,
    );
    says(
      () => ticket([], "100mm"),
      /face is the text "100mm"; it must be a number above 0 in currency units/,
    );
  });

  it("takes a blank lot, also one that comes as 0, for a million", () => {
    expect(ticket([], 100e6, null)).toEqual(ticket([], 100e6, 0));
    expect(of(ticket([], 100e6, 100_000), "to corporates: face")[1]).toBe(91_800_000);
  });
});

describe("cells of trades", () => {
  it("answer a row a case, with the missing in its own row", () => {
    const codes = (cells: any[][]) => cells.map(([cell]) => cell?.code ?? typeof cell);
    const two = [[1], [null]] as any[][];
    expect(codes(switchRatioCells(two, [[5.6]], [[6.1]]))).toEqual(["number", "#N/A"]);
    expect(codes(tradeCostCells(two, [[1]], [[2]], [[18]]))).toEqual(["number", "#N/A"]);
    const pnl = switchPnlCells([[5.6]], [[6.1]], two, [[62]], [[10]], [[2]], [[0.25]]);
    expect(codes(pnl)).toEqual(["number", "#N/A"]);
  });

  it("say what a method needs", () => {
    says(
      () => switchRatioCells([[1]], [[5.6]], [[6.1]], [["vol"]], [[35]]),
      /volTo is blank; method "vol"/,
    );
    says(() => switchRatioCells([[1]], [[5.6]], [[6.1]], [["vol"]]), /volFrom is blank/);
    says(() => positionSizeCell(6.8, 43.7, 25), /kelly is 25 \(2500%\); rates are decimals/);
    says(
      () => positionSizeCell(6.8, 43.7, null, null, 0),
      /trackingError is 0; it must be a number of basis points above 0/,
    );
  });

  it("KEYRATEHEDGE of the base pool buys 8.3 million of 30-years, not the 12.5 of tents on rows", () => {
    const pool = mbsKrdRows(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [
      ["prepay.set", "2025 judgement"],
    ]).map(([, duration]) => [duration]);
    const corporate = column(0.05, 0.2, 1.6, 2.6, 1.6, 0.05) as any[][];
    const treasuries = column(1.9, 2.78, 4.5, 6.05, 8.1, 16.2) as any[][];
    const hedge = keyRateHedgeColumn(pool, corporate, 99.75, treasuries);
    expect(hedge.at(-1)?.[0].toFixed(1)).toBe("8.3");
    // Each Treasury takes back what its key rate gives: (KRD given up − KRD taken on) × value.
    hedge.forEach(([value], k) =>
      expect(value * treasuries[k]?.[0]).toBeCloseTo(99.75 * (pool[k]?.[0] - corporate[k]?.[0]), 9),
    );
  });

  it("KEYRATEHEDGE refuses vectors that do not fit, and a missing duration", () => {
    const three = column(1, 2, 3) as any[][];
    says(() => keyRateHedgeColumn(three, three, 100, [[1], [2]]), /treasuryDurations has 2 rows/);
    says(
      () => keyRateHedgeColumn(three, [[1], [null], [3]], 100, three),
      /krdTo, row 2, is missing/,
    );
  });
});
