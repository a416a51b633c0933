import {
  assumption,
  expectation,
  keyNamed,
  readAssumption,
  readAssumptions,
} from "../../src/assumptions/assumptions";
import { ASSUMPTION_GROUPS, ASSUMPTION_KEYS, KEY_BY_NAME } from "../../src/assumptions/keys";
import { calcError } from "../support/errors";

const rows = (...pairs: [string, number | string | boolean | null][]) =>
  pairs.map(([key, value], i) => ({ row: i + 1, key, value }));
const problems = (...pairs: [string, number | string | boolean | null][]) =>
  readAssumptions(rows(...pairs)).problems;

describe("assumption keys", () => {
  // The names are binding: formulas and saved workbooks use them.
  it("are the documented ones", () => {
    expect(ASSUMPTION_KEYS.map(({ key }) => key)).toEqual(
      (
        "schema asOf ust2 ust3 ust5 ust7 ust10 ust30 mortgageRate mortgageRateAsOf rateVol hwVol hwMeanReversion funding mbsSpread mbsOas mbsYield mbsDuration mbsConvexity mbsSpreadVol " +
        "pool.coupon pool.wac pool.wam pool.age pool.price pool.delay pool.accruedDays pool.firstMonth speedBase speedUp speedDown " +
        "prepay.set prepay.form prepay.refiMax prepay.refiMid prepay.refiWidth prepay.turnover prepay.rampMonths prepay.multiplier prepay.fastShare prepay.slowSpeed " +
        "prepay.lockIn prepay.lockMid prepay.lockWidth prepay.seasons prepay.rateSpread prepay.longRunSpread prepay.spreadHalfLife prepay.weight2y prepay.maxCpr prepayRisk.refinancing prepayRisk.turnover " +
        "corpOas corpYield corpDuration corpMaturity corpConvexity corpSpreadVol spreadCorrelation pd lossGivenDefault migration " +
        "liquidityMbs liquidityCorp capitalOn riskWeightMbs riskWeightCorp capitalRatio hurdle capitalFunding costMbs costCorp switchCost " +
        "periodsPerYear windowMonths zMethod minMonths staleDays fairGap fairSe halfLife gapVol weightValue weightCarry weightMomentum " +
        "enter lean exit minProbability horizon override.history override.reversion override.break trackingError trials supplyBeta supplyChange pricedIn"
      ).split(" "),
    );
  });

  it.each(ASSUMPTION_KEYS.map((entry) => [entry.key, entry] as const))(
    "%s has a default that its own check accepts, a label and a source",
    (_, entry) => {
      if (entry.default !== null) expect(readAssumption(entry, entry.default)).toBe(entry.default);
      expect(entry.label).toMatch(/\S/);
      expect(entry.source).toMatch(/\S/);
      if (entry.group !== null) expect(ASSUMPTION_GROUPS).toContain(entry.group);
    },
  );

  it.each(
    ASSUMPTION_KEYS.filter((entry) => entry.low !== undefined && entry.key !== "schema").map(
      (entry) => [entry.key, entry] as const,
    ),
  )("%s refuses what lies outside its range, and takes its ends", (_, entry) => {
    const { low = 0, high = 0 } = entry;
    const step = entry.kind === "count" ? 1 : 1e-6;
    for (const end of [low, high]) expect(readAssumption(entry, end)).toBe(end);
    for (const outside of [low - step, high + step]) {
      expect(() => readAssumption(entry, outside)).toThrow(
        calcError("invalid", new RegExp(`^${entry.key.replace(".", "\\.")} is `)),
      );
    }
  });

  it("are looked up in any case and through a Map", () => {
    expect(keyNamed("MBSoas").key).toBe("mbsOas");
    expect(KEY_BY_NAME.size).toBe(ASSUMPTION_KEYS.length);
    for (const word of ["__proto__", "constructor", "toString"]) {
      expect(() => keyNamed(word)).toThrow(calcError("invalid", /is not an assumption/));
    }
    expect(() => keyNamed("mbsOsa")).toThrow(calcError("invalid", /did you mean mbsOas\?/));
  });

  it("say what they expect", () => {
    expect(expectation(keyNamed("zMethod"))).toBe("one of std, mad, ewma");
    expect(expectation(keyNamed("capitalOn"))).toBe("TRUE or FALSE");
    expect(expectation(keyNamed("ust10"))).toBe("-0.01 to 0.2 decimal a year");
  });
});

describe("readAssumptions", () => {
  it("reads values as people write them, keys in any case, and passes notes over", () => {
    const { values, problems: none } = readAssumptions(
      rows(
        ["UST10", "4.3%"],
        ["corpOas", "70 bp"],
        ["pool.price", "99-16+"],
        ["asOf", "2026-01-15"],
        ["zMethod", "MAD"],
        ["capitalOn", "true"],
        ["# my note", 7],
        ["x.own", "anything"],
        ["", 3],
        ["rateVol", null],
      ),
    );
    expect(none).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      ust10: 0.043,
      corpOas: 70,
      "pool.price": 99.515625,
      asOf: 46037,
      zMethod: "mad",
      capitalOn: true,
    });
  });

  it.each([
    [["corpOsa", 62], /the key "corpOsa" is not an assumption, did you mean corpOas\?/],
    [["ust10", 4.23], /ust10 is 4\.23 \(423%\); rates are decimals, did you mean 0\.0423\?/],
    [["rateVol", 0], /rateVol is 0; it must be 20 to 300 bp per √year/],
    [["mbsSpread", "1.01%"], /mbsSpread is the text "1\.01%"; it must be basis points/],
    [["schema", 3], /schema is 3; this add-in knows 2: the table was written by a newer version/],
    [["trials", 1.5], /trials is 1\.5; it must be a whole number/],
    [["zMethod", "median"], /zMethod is "median"; it must be one of std, mad, ewma/],
    [["zMethod", true], /zMethod is "true"/],
    [["asOf", true], /asOf is TRUE/],
    [["corpOas", true], /corpOas is TRUE/],
    [["capitalOn", "yes"], /TRUE or FALSE/],
  ] as const)("names what is wrong with %p", (pair, words) => {
    expect(problems([...pair] as [string, number])).toEqual([
      { row: 1, message: expect.stringMatching(words) },
    ]);
  });

  it("refuses a mortgage rate beside the spread that follows from it", () => {
    expect(problems(["mortgageRate", 0.0677], ["prepay.rateSpread", 0.025])).toEqual([
      { row: 2, message: expect.stringMatching(/both entered; one must be blank/) },
    ]);
    expect(problems(["mortgageRate", 6.77])).toEqual([
      { row: 1, message: expect.stringMatching(/did you mean 0\.0677\?/) },
    ]);
  });

  it.each([
    [46037, []],
    [46023, []],
    [46022, [/mortgageRateAsOf is 15 days before asOf; it must be a day up to 14 days before/]],
    [46038, [/mortgageRateAsOf is 1 days after asOf/]],
  ])("takes a mortgage rate of the last two weeks, here of day %d", (day, words) => {
    expect(problems(["asOf", 46037], ["mortgageRateAsOf", day])).toEqual(
      words.map((it) => ({ row: 2, message: expect.stringMatching(it) })),
    );
  });

  it("reads a table of layout 1 as it was meant: dials at their defaults are those of 2025", () => {
    const old = rows(
      ["schema", 1],
      ["hwVol", 0.0085],
      ["prepay.refiMax", 0.5],
      ["prepay.turnover", 0.07],
    );
    const { values, provenance, problems: found } = readAssumptions(old);
    expect(found).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      schema: 1,
      "prepay.turnover": 0.07,
      "prepay.set": "2025 judgement",
    });
    expect([provenance("prepay.refiMax"), provenance("prepay.turnover")]).toEqual([
      "judgement",
      "yours",
    ]);
  });

  it("refuses a key that stands twice", () => {
    expect(problems(["corpOas", 60], ["CORPOAS", 61])).toEqual([
      { row: 2, message: expect.stringMatching(/corpOas stands in row 1 already/) },
    ]);
  });

  it("holds the rules between keys, with the defaults for what is not entered", () => {
    expect(problems(["weightValue", 0.5])[0]?.message).toMatch(
      /sum to 1\.16667; they must sum to 1/,
    );
    expect(problems(["weightValue", 0.5], ["weightCarry", 0.3], ["weightMomentum", 0.2])).toEqual(
      [],
    );
    expect(problems(["exit", 0.3])[0]?.message).toMatch(
      /exit, lean and enter are 0\.3, 0\.25 and 0\.5; they must be exit ≤ lean ≤ enter/,
    );
  });

  it("goes on after a bad row, and reports every one", () => {
    const { values, problems: found } = readAssumptions(
      rows(["nope", 1], ["corpOas", 70], ["ust2", 9]),
    );
    expect(values.get("corpOas")).toBe(70);
    expect(found.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe("assumption", () => {
  it("is what was entered, else the default, else missing", () => {
    expect(assumption(new Map([["corpOas", 70]]), keyNamed("corpOas"))).toBe(70);
    expect(assumption(new Map(), keyNamed("corpOas"))).toBe(62);
    expect(() => assumption(new Map(), keyNamed("asOf"))).toThrow(
      calcError("missing", /asOf has no default/),
    );
  });
});
