import { mbsOasCard } from "../../src/functions/mortgageOas";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { prepayCprColumn, prepayFitRows } from "../../src/functions/prepayment";
import { column } from "../support/series";
import { answer } from "../support/errors";
import { golden } from "../support/golden";

describe("PREPAYCPR", () => {
  const independent = golden("prepaymentModel.csv");

  it.each(independent.map((row) => [row.set, row.wac, row] as const))(
    "is a second program's for the set %s and loans of %s",
    (set, wac, { age, firstMonth, rates = "", cprs = "" }) => {
      const numbers = (text: string) => text.split(" ").map(Number);
      const month = firstMonth === "" ? undefined : Number(firstMonth);
      const dials = [["prepay.set", set]];
      const found = prepayCprColumn(
        Number(wac),
        Number(age),
        column(...numbers(rates)),
        month,
        dials,
      );
      numbers(cprs).forEach((cpr, i) => expect(found[i]?.[0]).toBeCloseTo(cpr, 13));
      expect(found).toHaveLength(numbers(cprs).length);
    },
  );

  it("has the pooled dials where no set is named, and a dial that is entered over them", () => {
    const call = (...dials: any[][]) =>
      prepayCprColumn(0.0595, 3, [[0.05]], 1, [["corpOas", 60], ...dials]);
    expect(call()).toEqual(call(["prepay.set", "pooled"]));
    expect(call(["prepay.turnover", 0.2])).not.toEqual(call());
    expect(answer(() => call(["prepay.set", "fast"]))).toMatchObject({
      message: expect.stringMatching(/must be one of pooled, generic, protected, 2025 judgement/),
    });
  });

  it("is the model's formula, by hand", () => {
    // 5.95% loans of age 3, November first, mortgages falling below 5.5%; the dials of 2025.
    const smm = (cpr: number) => 1 - (1 - cpr) ** (1 / 12);
    let [fast, slow] = [0.7, 0.3];
    const expected = [
      { rate: 0.055, season: 1.23, age: 4 },
      { rate: 0.045, season: 0.97, age: 5 },
      { rate: 0.05, season: 0.94, age: 6 },
      { rate: 0.065, season: 0.76, age: 7 },
    ].map(({ rate, season, age }) => {
      const incentive = 0.0595 - rate;
      const refinanced = 0.5 / (1 + Math.exp(-(incentive - 0.006) / 0.0022));
      const lock = 1 - 0.4 / (1 + Math.exp((incentive + 0.01) / 0.005));
      const moved = 0.065 * season * lock;
      const fastCpr = (age / 30) * (refinanced + moved);
      const slowCpr = (age / 30) * (0.2 * refinanced + moved);
      const [fastLeft, slowLeft] = [fast * (1 - smm(fastCpr)), slow * (1 - smm(slowCpr))];
      const survived = (fastLeft + slowLeft) / (fast + slow);
      [fast, slow] = [fastLeft, slowLeft];
      return 1 - survived ** 12;
    });
    const found = prepayCprColumn(0.0595, 3, column(0.055, 0.045, 0.05, 0.065), 11, [
      ["prepay.set", "2025 judgement"],
    ]);
    expect(found.length).toBe(4);
    found.forEach(([cpr], i) => expect(cpr).toBeCloseTo(expected[i] as number, 14));
  });

  it("slows down as the fast leave: burnout", () => {
    const found = prepayCprColumn(0.07, 60, column(...Array.from({ length: 60 }, () => 0.045)));
    const cprs = found.map(([cpr]) => cpr as number);
    expect(cprs).toEqual([...cprs].sort((a, b) => b - a));
    expect(cprs.at(-1)).toBeLessThan((cprs[0] as number) / 2);
  });

  it("never goes above the greatest speed", () => {
    const dials = [
      ["prepay.multiplier", 3],
      ["prepay.maxCpr", 0.6],
      ["prepay.slowSpeed", 1],
    ];
    const [[cpr]] = prepayCprColumn(0.08, 60, [[0.02]], undefined, dials) as [[number]];
    expect(cpr).toBeCloseTo(0.6, 12);
  });

  it("refuses a thirteenth month and a path of more than forty years", () => {
    expect(answer(() => prepayCprColumn(0.06, 3, [[0.05]], 13))).toMatchObject({
      message: "firstMonth is 13; it must be a calendar month from 1 to 12",
    });
    const long = Array.from({ length: 481 }, () => [0.05]);
    expect(answer(() => prepayCprColumn(0.06, 3, long))).toMatchObject({
      message: "mortgageRates has 481 months; it must have at most 480",
    });
  });
});

describe("PREPAYFIT", () => {
  const rates = Array.from({ length: 100 }, (_, k) => 0.052 + 0.012 * Math.sin(k / 9));
  const speeds = prepayCprColumn(0.055, 10, column(...rates), undefined, [
    ["prepay.refiMax", 0.4],
    ["prepay.rampMonths", 24],
  ]);
  const incentives = column(...rates.map((rate) => 0.055 - rate));
  const ages = rates.map((_, k) => [11 + k]);

  it("gives back the dials of its own speeds, as an assumptions table", () => {
    const rows = prepayFitRows(incentives, ages, speeds);
    const values = new Map(rows.map(([name, value]) => [name, value as number]));
    expect(values.get("prepay.refiMax")).toBeCloseTo(0.4, 3);
    expect(values.get("prepay.rampMonths")).toBe(24);
    expect(values.get("# R2")).toBeGreaterThan(0.999999);
    expect(values.get("# rows used")).toBe(100);
    const pool = [99.75, 0.05, 0.0595, 357, 3, BASE_CURVE] as const;
    const [[oas]] = mbsOasCard(...pool, rows, "oas") as [[number]];
    const [[same]] = mbsOasCard(
      ...pool,
      [
        ["prepay.refiMax", 0.4],
        ["prepay.rampMonths", 24],
      ],
      "oas",
    ) as [[number]];
    expect(Math.abs(oas - same)).toBeLessThan(0.05);
  });

  it("leaves out rows without a speed, and counts the rest", () => {
    const some = speeds.map((row, k) => (k % 10 === 9 ? [null] : row));
    const rows = prepayFitRows(incentives, ages, some);
    expect(rows.find(([name]) => name === "# rows used")?.[1]).toBe(90);
  });

  it("says that speeds which are all alike have no R²", () => {
    const alike = ages.map(() => [0.05]);
    const rows = prepayFitRows(incentives, ages, alike);
    expect(rows.find(([name]) => name === "# R2")?.[1]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/all alike/),
    });
  });

  it("says of a held dial that it is held", () => {
    // One age and one incentive: turnover at most.
    const flat = Array.from({ length: 40 }, (_, k) => [0.05 + 0.001 * Math.sin(k)]);
    const rows = prepayFitRows([[-0.02]], [[60]], flat);
    const refi = rows.find(([name]) => name === "prepay.refiMax");
    expect(refi?.[2]).toMatchObject({ code: "#N/A", message: expect.stringMatching(/is held/) });
  });

  it("refuses 3,001 rows and too few", () => {
    const long = Array.from({ length: 3_001 }, () => [0.05]);
    expect(answer(() => prepayFitRows([[0.01]], [[60]], long))).toMatchObject({
      message: "the arguments have 3001 rows; they must have at most 3000",
    });
    expect(answer(() => prepayFitRows([[0.01]], [[60]], long.slice(0, 5)))).toMatchObject({
      code: "#N/A",
      message: "a fit of 10 dials needs 11 rows or more; there are 5",
    });
  });
});
