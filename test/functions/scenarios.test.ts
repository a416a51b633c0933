import { attributionCard, excessReturnCard } from "../../src/functions/attribution";
import { bondHorizonCell } from "../../src/functions/horizon";
import { mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import { mbsOasCard, mbsOasPriceCell } from "../../src/functions/mortgageOas";
import {
  breakevenGapCells,
  breakevenRateRow,
  probWeightedCard,
  scenarioGridRows,
  whatMustHappenRows,
} from "../../src/functions/scenarios";
import { answer } from "../support/errors";
import { column } from "../support/series";

const MBS = [[0.0503, 5.6, -160, null, 0, false]];
const CORPORATE = [[0.0459, 6.1, 45, null, 3.6, true]];
const TREASURY = [["3.97%", 5.8, 40]];
const NO_CORRELATION = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number(i === j)));

describe("an asset", () => {
  const grid = (treasury: any[][]) =>
    scenarioGridRows(MBS, CORPORATE, treasury, [[50, 0, 0]])[0]?.[2] as number;

  it("is a row or a column, with defaults for what is left out or blank", () => {
    const full = grid([[0.0397, 5.8, 40, 5.8, 0, true]]);
    expect(full).toBeCloseTo(0.0397 - 4.8 * 0.005 + 20 * 0.005 ** 2, 14);
    for (const short of [TREASURY, [["3.97%", 5.8, 40, null, null, null]]]) {
      expect(grid(short)).toBe(full);
    }
    expect(grid(column("3.97%", 5.8, 40) as any[][])).toBe(full);
  });

  it.each<[string, any[][], RegExp]>([
    ["percent", [[3.97, 5.8]], /treasury, yld, is 3\.97 \(397%\); rates are decimals/],
    ["no duration", [[0.0397, null]], /treasury, duration, is blank/],
    ["a failed look-up", [[0.0397, "#N/A N/A"]], /treasury, duration, is #N\/A/],
    ["too few cells", [[0.0397]], /treasury has 1 cells; it must have 2 to 6: yld, duration/],
    [
      "too many cells",
      [[0.0397, 5, 0, 5, 0, true, 1]],
      /treasury has 7 cells; it must have 2 to 6/,
    ],
    [
      "a duration below 0",
      [[0.0397, -5]],
      /treasury, duration, is -5; it must be a number above 0 in years/,
    ],
  ])("refuses %s with words", (_, treasury, words) => {
    expect(answer(() => grid(treasury))).toMatchObject({ message: expect.stringMatching(words) });
  });
});

describe("PROBWEIGHTED", () => {
  it("takes a scenario that cannot happen, and one that is certain", () => {
    const card = (...shares: number[]) =>
      probWeightedCard(column(10, -1000, 30) as any[][], column(...shares) as any[][]);
    // 10 and 30 at a half each: 20 on average, 10 away from it, never below 0.
    expect(card(0.5, 0, 0.5)).toEqual([
      ["mean", 20],
      ["sd", 10],
      ["probabilityBelow0", 0],
    ]);
    expect(card(0, 1, 0)).toEqual([
      ["mean", -1000],
      ["sd", 0],
      ["probabilityBelow0", 1],
    ]);
  });

  it("does not count 0 among the values below 0", () => {
    const card = probWeightedCard(column(-1, 0, 1) as any[][], column(0.25, 0.5, 0.25) as any[][]);
    expect(card.at(-1)).toEqual(["probabilityBelow0", 0.25]);
  });
});

describe("SCENARIOGRID", () => {
  it("has names, a row a scenario and the means", () => {
    const rows = scenarioGridRows(
      MBS,
      CORPORATE,
      TREASURY,
      [
        [-50, 5, 0, 0.5],
        [50, 0, 0, 0.5],
      ],
      null,
      true,
    );
    expect(rows.length).toBe(4);
    expect(rows[0]).toEqual(["mbs", "corporate", "treasury", "mbsMinusCorporate", "best"]);
    const [first, second, means] = rows.slice(1).map((row) => row[3] as number);
    expect(means).toBeCloseTo(((first as number) + (second as number)) / 2, 10);
  });

  it("takes no missing move for none, and no other number of columns", () => {
    const words = (scenarios: any[][]) =>
      answer(() => scenarioGridRows(MBS, CORPORATE, TREASURY, scenarios));
    expect(words([[50, null, 0]])).toMatchObject({
      code: "#N/A",
      message: "scenarios, row 1, column 2, is missing",
    });
    expect(words([[50, 0]])).toMatchObject({
      message: expect.stringMatching(/scenarios has 2 columns; it must have 3 or 4/),
    });
    expect(words([[50, 0, 0, 40]])).toMatchObject({
      message: expect.stringMatching(
        /probabilities, row 1, is 40; it must be a probability from 0 to 1/,
      ),
    });
  });
});

describe("SCENARIOGRID valued again", () => {
  /** Of a bond at par; the row of an asset has it for its duration. */
  const parDuration = (yld: number, maturity: number) =>
    (1 - (1 + yld / 2) ** (-2 * maturity)) / yld;
  const corporate = [[0.0459, parDuration(0.0459, 7.5), 45, null, 3.6, true]];
  const treasury = [[0.0397, parDuration(0.0397, 6.5), 40, null, 0, true]];
  const moves = [
    [-100, 15, 10, 0.2],
    [0, 0, 0, 0.5],
    [100, 5, 10, 0.3],
  ];
  const pool = [
    ["pool.price", 101],
    ["pool.coupon", 0.055],
    ["pool.wac", 0.064],
    ["pool.wam", 340],
    ["pool.age", 20],
    ["pool.accruedDays", 12],
  ];
  /** The curve of the assumptions, moved. */
  const curve = (shift: number) =>
    [
      [2, 0.0359],
      [3, 0.0366],
      [5, 0.0382],
      [7, 0.0402],
      [10, 0.0423],
      [30, 0.0483],
    ].map(([tenor, yld]) => [tenor, (yld as number) + shift / 10_000]);
  const grid = (assumptions?: any[][], horizon: unknown = 1, method: unknown = "exact") =>
    scenarioGridRows(MBS, corporate, treasury, moves, horizon, false, method, assumptions);
  const exact = grid(pool);
  const second = scenarioGridRows(MBS, corporate, treasury, moves, 1);

  it("changes bonds as BONDHORIZON does between two exit yields", () => {
    const change = (yld: number, maturity: number, move: number) =>
      (bondHorizonCell(yld, yld, maturity, 1, yld + move / 10_000) as number) -
      (bondHorizonCell(yld, yld, maturity, 1, yld) as number);
    moves.forEach(([shift = 0, , spread = 0], i) => {
      expect(exact[i]?.[1]).toBeCloseTo(0.0459 - 0.00036 + change(0.0459, 7.5, shift + spread), 12);
      expect(exact[i]?.[2]).toBeCloseTo(0.0397 + change(0.0397, 6.5, shift), 12);
    });
  });

  it("changes the pool as MBSHORIZON does between two exits at a spread", () => {
    const oas = mbsOasCard(101, 0.055, 0.064, 340, 20, curve(0), pool, "oas")[0]?.[0] as number;
    const earned = (shift: number, spread: number) =>
      (mbsHorizonCard as (...all: unknown[]) => [string, number][])(
        ...[101, 0.055, 0.064, 340, 20, [["model"]], 12, null, null, null, null, null],
        ...[oas + spread, curve(0), pool, curve(shift)],
      )[0]?.[1] as number;
    moves.forEach(([shift = 0, spread = 0], i) => {
      expect(exact[i]?.[0]).toBeCloseTo(0.0503 + earned(shift, spread) - earned(0, 0), 10);
    });
  });

  it("says how far second order is off, and means of that", () => {
    expect(exact.map((row) => row.length)).toEqual([8, 8, 8, 8]);
    exact.forEach((row, i) => {
      [0, 1, 2].forEach((asset) => {
        const off = ((second[i]?.[asset] as number) - (row[asset] as number)) * 10_000;
        expect(row[5 + asset]).toBeCloseTo(off, 9);
      });
      expect(row[3]).toBeCloseTo(((row[0] as number) - (row[1] as number)) * 10_000, 9);
    });
    const mean = 0.2 * exact[0]![5] + 0.5 * exact[1]![5] + 0.3 * exact[2]![5];
    expect(exact[3]?.[5]).toBeCloseTo(mean, 9);
    // Nothing moves, nothing is off.
    expect(exact[1]?.slice(5)).toEqual([0, 0, 0].map((it) => expect.closeTo(it, 9)));
    expect(Math.abs(exact[2]?.[5])).toBeGreaterThan(1);
  });

  it("takes a pool without a price at mbsOas, and names its columns", () => {
    const usual = [0.05, 0.0595, 357, 3] as const;
    const price = mbsOasPriceCell(25, ...usual, curve(0)) as number;
    const atOas = grid([["mbsOas", 25]]);
    grid([["pool.price", price]]).forEach((row, i) => {
      expect(atOas[i]?.[0]).toBeCloseTo(row[0] as number, 10);
    });
    const named = scenarioGridRows(MBS, corporate, treasury, moves, 1, true, "EXACT");
    expect(named[0]).toEqual([
      ...["mbs", "corporate", "treasury", "mbsMinusCorporate", "best"],
      ...["mbsError", "corporateError", "treasuryError"],
    ]);
  });

  it("values at once where the horizon is 0: prices alone, at the spread held", () => {
    const terms = [0.055, 0.064, 340, 20] as const;
    const oas = mbsOasCard(101, ...terms, curve(0), pool, "oas")[0]?.[0] as number;
    const after = mbsOasPriceCell(oas + 15, ...terms, curve(-100), pool) as number;
    const dirty = 101 + (5.5 * 12) / 360;
    expect(grid(pool, 0)[0]?.[0]).toBeCloseTo((after - 101) / dirty, 10);
  });

  it("has two bonds for an asset whose spread duration is its own", () => {
    const spreadDuration = parDuration(0.0459, 3);
    const rows = scenarioGridRows(
      MBS,
      [[0.0459, parDuration(0.0459, 7.5), 45, spreadDuration, 0, false]],
      treasury,
      [[50, 0, 20]],
      1,
      false,
      "exact",
    );
    const price = (maturity: number, move: number) =>
      (bondHorizonCell(0.0459, 0.0459, maturity + 1, 1, 0.0459 + move / 10_000) as number) -
      (bondHorizonCell(0.0459, 0.0459, maturity + 1, 1, 0.0459) as number);
    const both = (1 + price(7.5, 50)) * (1 + price(3, 20)) - 1;
    expect(rows[0]?.[1]).toBeCloseTo(0.0459 + both, 12);
  });

  it.each([
    [() => grid(pool, 0.7), /horizon is 0\.7 years; it must be whole months/],
    [() => grid(pool, 1, "second order"), /assumptions are given; method must be "exact"/],
    [() => grid(pool, 1, "third"), /method is "third"; it must be one of second order, exact/],
    [
      () =>
        scenarioGridRows(MBS, [[0.05, 25, 45, null, 0, true]], treasury, moves, 1, false, "exact"),
      /corporate: duration is 25 at a yield of 0\.05; it must be below 20/,
    ],
  ])("refuses what has no exact value: %#", (call, words) => {
    expect(answer(call)).toMatchObject({ message: expect.stringMatching(words) });
  });
});

describe("BREAKEVENRATE", () => {
  it("is one row, at once too: then only durations and convexities count", () => {
    expect(breakevenRateRow(MBS, CORPORATE).map((row) => row.length)).toEqual([2]);
    const [atOnce] = breakevenRateRow(MBS, CORPORATE, 0);
    expect(atOnce?.[0]).toBeCloseTo(0, 12);
    // ½·205·dy² = .5·dy
    expect(atOnce?.[1]).toBeCloseTo((1e4 * 0.5) / 102.5, 9);
  });
});

describe("WHATMUSTHAPPEN", () => {
  it("shows each factor's move, then distance and probability", () => {
    const rows = whatMustHappenRows(
      MBS,
      CORPORATE,
      1,
      column(90, 0, 0, 0) as any[][],
      NO_CORRELATION,
      null,
      true,
    );
    expect(rows.map(([name]: any[]) => name as string)).toEqual(
      "factor rate spreadA spreadB speed distance probability".split(" "),
    );
    expect(rows[1]?.[1]).toBeCloseTo(breakevenRateRow(MBS, CORPORATE)[0]?.[1] as number, 8);
    expect(rows[5]?.slice(1)).toEqual([rows[1]?.[2], ""]);
  });

  it("speeds move the asset that feels them: 6 bp for each tenth faster", () => {
    const pool = [[...(MBS[0] as any[]), -6]];
    const rows = whatMustHappenRows(
      pool,
      CORPORATE,
      1,
      column(0, 0, 0, 20) as any[][],
      NO_CORRELATION,
    );
    // 47.6 bp at 0.6 bp a percent.
    expect(rows[3]?.[1]).toBeCloseTo(47.6 / 0.6, 6);
    expect(rows[3]?.[2]).toBeCloseTo(47.6 / 0.6 / 20, 6);
  });
});

describe("cards", () => {
  it("of PROBWEIGHTED, EXCESSRETURN and ATTRIBUTION have the documented names", () => {
    const names = (rows: any[][]) => rows.map(([name]) => name as string).join(" ");
    expect(names(probWeightedCard([[1]], [[1]]))).toBe("mean sd probabilityBelow0");
    expect(names(excessReturnCard(0.01, [[1]], [[2]], [[0.01]], 0.01))).toBe(
      "matchedReturn excess cashWeight",
    );
    const parts = attributionCard(0.0203, 0.0503, 1, 5.6, -12, 3.36, 2, -160, 5.6, -15, 0);
    expect(names(parts)).toBe(
      "carry roll parallel curve spread convexity paydown residual total residualFlag",
    );
    expect(parts.at(-1)?.[1]).toBe("above 5 bp a month");
    expect(attributionCard(0.00419, 0.0503, 1, 5.6, 0).at(-1)?.[1]).toBe("small");
  });

  it("of a missing probability or return do not answer for the rest", () => {
    expect(answer(() => probWeightedCard([[1], [2]], [[1], [null]]))).toMatchObject({
      code: "#N/A",
      message: "probabilities, row 2, is missing",
    });
    expect(
      answer(() => excessReturnCard(0.01, [[1], [2]], [[2], [4]], [[0.01], [null]], 0.01)),
    ).toMatchObject({ code: "#N/A", message: "treasuryReturns, row 2, is missing" });
    expect(answer(() => excessReturnCard(0.01, [[1]], [[2]], [[1.5]], 0.01))).toMatchObject({
      message: expect.stringMatching(/treasuryReturns, row 1, is 1\.5 \(150%\)/),
    });
  });

  it("BREAKEVENGAP answers a row a case", () => {
    const cells = breakevenGapCells([[39], [null]], [[5.6]], [[0.5]], [[10]]);
    expect(cells.map(([cell]: any[]) => cell?.code ?? cell.toFixed(2))).toEqual(["5.27", "#N/A"]);
  });
});
