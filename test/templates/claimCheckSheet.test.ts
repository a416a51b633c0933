import "../host/nativeEngine";
import { serialOf } from "../../src/calc/date/serial";
import { addClaimCheck } from "../../src/templates/claimCheckSheet";
import { addDataSheet } from "../../src/templates/dataSheet";
import type { CellValue } from "../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
let sheet: string;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(async () => {
  await host.reset();
  sheet = await addClaimCheck(host.port);
});

/** Columns of the paste areas' dates, and of the amounts. */
const AREA = { index: "O:P", treasuries: "R:S", mbs: "U:V", corporate: "X:Y", gap: "AA:AB" };
const NEEDS = "needs your data";
/** The columns of an answer, from 0. */
const COLUMNS = { verdict: 1, measured: 3, brokenOn: 6, supported: 5, asOf: 8, observations: 9 };

const day = (iso: string): number => {
  const [year = 0, month = 0, of = 0] = iso.split("-").map(Number);
  return serialOf(year, month, of);
};
const write = (a1: string, values: CellValue[][], on = sheet) =>
  host.port.change([{ kind: "values", sheet: on, a1, values }]);

type Row = readonly [date: string | number, value: CellValue];
const paste = (area: keyof typeof AREA, rows: readonly Row[]) => {
  const [first = "", second = ""] = AREA[area].split(":");
  return write(
    `${first}8:${second}${7 + rows.length}`,
    rows.map(([date, value]) => [/^\d{4}-/.test(String(date)) ? day(String(date)) : date, value]),
  );
};

/** The statements by the beginning of their words, with their answer. */
async function answers(on = sheet): Promise<Map<string, Record<string, CellValue>>> {
  await host.book.settle();
  const rows = await host.port.read({ sheet: on, a1: "A8:L21" });
  return new Map(
    rows.map((row) => [
      String(row[0]),
      Object.fromEntries(Object.entries(COLUMNS).map(([name, at]) => [name, row[at] ?? ""])),
    ]),
  );
}
async function answer(says: string, on = sheet): Promise<Record<string, CellValue>> {
  const found = [...(await answers(on))].filter(([words]) => words.startsWith(says));
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? {};
}
const verdict = async (says: string) => (await answer(says))["verdict"];

const ONE_DECIMAL = "MBS index, total return of 2025";
const TWO_DECIMALS = "The same, to two decimals";
const BEST_YEAR = "The best year of the index since";
const YEAR_TO_DATE = "MBS index, return in 2026";
const OVER_TREASURIES = "MBS index over duration-matched";
const AFTER_DIRECTIVE = "Current-coupon spread after";
const MBS_TIGHTEST = "That spread is the tightest since";
const CORPORATE_TIGHTEST = "Corporate spreads are the tightest";
const GAP_LOWEST = "Gap to higher-quality";
const ALL_SALES = "All fixed-rate sales";

/** Levels at the ends of years: 2% a year but for those named; 100 at the end of 2024. */
function levels(from: number, returns: Readonly<Record<number, number>>): Row[] {
  let level = 100;
  const rows: Row[] = [["2024-12-31", level]];
  for (let year = 2024; year > from; year--) {
    level /= 1 + (returns[year] ?? 0.02);
    rows.unshift([`${year - 1}-12-31`, level]);
  }
  const end = 100 * (1 + (returns[2025] ?? 0.0858));
  return [...rows, ["2025-12-31", end], ["2026-01-15", end * 1.0045], ["2026-02-27", end * 1.02]];
}

describe("the sheet Claim check, before anything is pasted", () => {
  it("says of every statement that it needs data, or why it is not tested: no error and no 0", async () => {
    const all = [...(await answers()).values()];
    expect(all).toHaveLength(14);
    expect(all.map((it) => it["verdict"])).toEqual([
      ...new Array<string>(12).fill(NEEDS),
      ...new Array<string>(2).fill("stated, not tested"),
    ]);
    for (const it of all) expect(Object.values(it).slice(1)).toEqual(["", "", "", "", ""]);
    const used = await host.port.usedRange(sheet);
    const cells = (await host.port.read({ sheet, a1: used?.a1 ?? "" })).flat().map(String);
    expect(cells.filter((cell) => cell.startsWith("#"))).toEqual([]);
    expect(cells.filter((cell) => /\b(buy|sell)\b/i.test(cell))).toEqual([]);
  });

  it("has the count of verdicts on top, and each statement with who said it", async () => {
    await host.book.settle();
    const [[count]] = (await host.port.read({ sheet, a1: "A2" })) as [[string]];
    expect(count).toBe("0 of 14 statements hold on your series, 0 are broken, 12 need your data.");
    const [headings, ...rows] = await host.port.read({ sheet, a1: "A7:L21" });
    expect(headings?.[11]).toBe("Said by");
    for (const row of rows) expect([row[0], row[11]]).not.toContain("");
  });

  it("takes a free name when there is one already", async () => {
    expect(sheet).toBe("Claim check");
    expect(await addClaimCheck(host.port)).toBe("Claim check 2");
  });
});

describe("the returns", () => {
  it("hold when the levels give what was printed", async () => {
    await paste("index", levels(2001, { 2002: 0.0875 }));
    await paste("treasuries", [
      ["2024-12-31", 100],
      ["2025-12-31", 106.87],
    ]);
    const all = await answers();
    const of = (says: string) => [...all].find(([words]) => words.startsWith(says))?.[1];
    expect(of(ONE_DECIMAL)).toMatchObject({
      verdict: "holds",
      measured: expect.closeTo(0.0858, 12) as number,
      brokenOn: "none",
      supported: "8.58%",
      asOf: day("2025-12-31"),
    });
    expect(of(TWO_DECIMALS)).toMatchObject({ verdict: "holds" });
    expect(of(BEST_YEAR)).toEqual({
      verdict: "holds",
      measured: expect.closeTo(0.0858, 12) as number,
      brokenOn: "none",
      supported: "highest since 2002",
      asOf: day("2025-12-31"),
      observations: 23,
    });
    expect(of(YEAR_TO_DATE)).toMatchObject({
      verdict: "holds",
      measured: expect.closeTo(0.0045, 12) as number,
      asOf: day("2026-01-15"),
    });
    expect(of(OVER_TREASURIES)).toMatchObject({
      verdict: "holds",
      measured: expect.closeTo(171, 9) as number,
    });
  });

  it("are held to as many decimals as were printed", async () => {
    await paste("index", levels(2023, { 2025: 0.0864 }));
    expect(await verdict(ONE_DECIMAL)).toBe("holds");
    expect(await answer(TWO_DECIMALS)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2025-12-31"),
    });
    await paste("index", levels(2023, { 2025: 0.0866 }));
    expect(await verdict(ONE_DECIMAL)).toBe("broken");
    await write("H8", [[0.001]]);
    expect(await verdict(ONE_DECIMAL)).toBe("holds");
  });

  it("name the year that breaks the best year", async () => {
    await paste("index", levels(2001, { 2002: 0.0875, 2019: 0.09 }));
    expect(await answer(BEST_YEAR)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2019-12-31"),
      supported: "highest since 2019",
    });
  });

  it("do not decide what the levels do not reach", async () => {
    await paste("index", levels(2010, {}));
    expect(await verdict(BEST_YEAR)).toBe("not decided: a whole year after 2002 is missing");
    await paste("index", [
      ["2025-06-30", 100],
      ["2025-12-31", 104],
    ]);
    await write("O10:P30", new Array<CellValue[]>(21).fill(["", ""]));
    expect(await verdict(ONE_DECIMAL)).toMatch(/^not decided: the data do not reach so far, see B/);
    expect(await verdict(OVER_TREASURIES)).toBe(NEEDS);
  });
});

const SPREADS: readonly Row[] = [
  ["2021-12-30", 100],
  ["2022-06-15", 140],
  ["2024-03-01", 150],
  ["2026-01-07", 119],
  ["2026-01-08", 112],
  ["2026-01-15", 104],
  ["2026-02-02", 90],
];
const withRow = (at: number, row: Row): Row[] => SPREADS.map((old, i) => (i === at ? row : old));

describe("the spreads", () => {
  it("hold as of the day of the statements, whatever came later", async () => {
    await paste("mbs", SPREADS);
    expect(await answer(AFTER_DIRECTIVE)).toEqual({
      verdict: "holds",
      measured: -15,
      brokenOn: "none",
      supported: "-15 bp",
      asOf: day("2026-01-15"),
      observations: 2,
    });
    expect(await answer(MBS_TIGHTEST)).toEqual({
      verdict: "holds",
      measured: 104,
      brokenOn: "none",
      supported: "lowest since 2021-12-30, margin 8 bp",
      asOf: day("2026-01-15"),
      observations: 3,
    });
    expect(await verdict(CORPORATE_TIGHTEST)).toBe(NEEDS);
  });

  it("follow the days that are typed", async () => {
    await paste("mbs", SPREADS);
    await write("B4:B5", [[day("2026-01-08")], [day("2026-01-08")]]);
    expect(await answer(AFTER_DIRECTIVE)).toMatchObject({ verdict: "broken", measured: -7 });
    expect(await answer(MBS_TIGHTEST)).toMatchObject({ measured: 112, observations: 2 });
  });

  it("tie, break on a day, and break within a tolerance", async () => {
    await paste("mbs", withRow(2, ["2024-03-01", 104]));
    expect(await answer(MBS_TIGHTEST)).toMatchObject({ verdict: "tied", brokenOn: "none" });
    await paste("mbs", withRow(2, ["2024-03-01", 101]));
    expect(await answer(MBS_TIGHTEST)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2024-03-01"),
      supported: "lowest since 2024-03-01, margin -3 bp",
    });
    await write("H14", [[3]]);
    expect(await verdict(MBS_TIGHTEST)).toBe("within tolerance");
  });

  it("are asked from the year that is typed: another definition, another year", async () => {
    await paste("corporate", [
      ["1998-04-30", 60],
      ["2005-01-31", 70],
      ["2007-02-28", 74],
      ["2020-03-23", 370],
      ["2026-01-15", 75],
    ]);
    expect(await answer(CORPORATE_TIGHTEST)).toMatchObject({
      verdict: "holds",
      supported: "lowest since 2007-02-28, margin 295 bp",
    });
    await write("C15", [[1998]]);
    expect(await answer(CORPORATE_TIGHTEST)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2007-02-28"),
    });
    await write("C15", [[1997]]);
    expect(await verdict(CORPORATE_TIGHTEST)).toMatch(/^not decided: the data do not reach so far/);
  });

  it("compare the gap with four years before the day, a gap of 0 and below among them", async () => {
    await paste("gap", [
      ["2022-01-14", -20],
      ["2022-01-16", 35],
      ["2024-01-15", 12],
      ["2026-01-15", 0],
    ]);
    expect(await answer(GAP_LOWEST)).toMatchObject({ verdict: "holds", measured: 0 });
    await paste("gap", [
      ["2022-01-14", -20],
      ["2022-01-16", -10],
    ]);
    expect(await answer(GAP_LOWEST)).toMatchObject({
      verdict: "broken",
      brokenOn: day("2022-01-16"),
    });
  });

  it("say words in place of a verdict for days out of order, a text, and percent", async () => {
    await paste("mbs", withRow(3, ["2026-01-09", 119]));
    expect(await verdict(MBS_TIGHTEST)).toBe(
      "not decided: row 5: 2026-01-08 comes after 2026-01-09; dates must rise",
    );
    expect(await verdict(AFTER_DIRECTIVE)).toMatch(/^not decided: row 5/);
    await paste("mbs", withRow(2, ["2024-03-01", "n.v."]));
    expect(await verdict(MBS_TIGHTEST)).toMatch(/^not decided: row 3: .*n\.v\./);
    await paste("mbs", withRow(2, ["1st of March", 150]));
    expect(await verdict(MBS_TIGHTEST)).toMatch(/^not decided: row 3: .*1st of March/);
    await paste(
      "mbs",
      SPREADS.map(([date, value]): Row => [date, Number(value) / 100]),
    );
    expect(await verdict(MBS_TIGHTEST)).toMatch(/^not decided: row 1: .*basis points/);
  });

  it("do not take an old value for the day's", async () => {
    await paste("mbs", SPREADS.slice(0, 4));
    await write("U12:V14", [
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
    expect(await verdict(MBS_TIGHTEST)).toBe("not decided: the last value is too old");
    expect(await verdict(AFTER_DIRECTIVE)).toMatch(/^not decided: the data do not reach so far/);
    await write("B6", [[8]]);
    expect(await verdict(MBS_TIGHTEST)).toBe("holds");
  });

  it("reach as far down as a daily history does", async () => {
    const start = day("2018-01-01");
    const rows = Array.from({ length: day("2026-01-15") - start + 1 }, (_, i): Row => [
      start + i,
      4000 - i,
    ]);
    await paste("gap", rows);
    expect(await answer(GAP_LOWEST)).toMatchObject({
      verdict: "holds",
      measured: 4000 - (rows.length - 1),
      asOf: day("2026-01-15"),
    });
  });
});

describe("the sales", () => {
  it("go up, down and stay flat", async () => {
    await write("AE8:AF10", [
      [1600, 1900],
      [2500, 2200],
      [900, ""],
    ]);
    expect(await verdict(ALL_SALES)).toBe(NEEDS);
    await write("AF10", [[900]]);
    expect(await answer("Corporate issuance")).toMatchObject({ verdict: "holds", measured: 300 });
    expect(await answer("Treasury note")).toMatchObject({ verdict: "holds", measured: -300 });
    expect(await answer(ALL_SALES)).toMatchObject({ verdict: "holds", measured: 0 });
    await write("AF8:AF9", [[2100], [2500]]);
    expect(await verdict("Treasury note")).toBe("tied");
    expect(await answer(ALL_SALES)).toMatchObject({
      verdict: "broken",
      measured: 0.1,
      supported: "10%",
    });
    await write("AF8", [["2,100 bn"]]);
    expect(await verdict(ALL_SALES)).toBe("not decided: an amount is no number");
  });
});

describe("in a workbook with histories of its own", () => {
  it("begins with them, marks made-up ones, and a blank quote is no 0", async () => {
    await addDataSheet(host.port, {
      about: "ILLUSTRATIVE: made up",
      rows: SPREADS.map(([date, value], i) => ({
        date: day(String(date)),
        mbs: i === 1 ? null : Number(value),
        corporate: Number(value) - 20,
      })),
    });
    const own = await addClaimCheck(host.port);
    expect(await answer(MBS_TIGHTEST, own)).toMatchObject({
      verdict: "holds",
      supported: "lowest since 2021-12-30, margin 8 bp",
    });
    expect(await answer(AFTER_DIRECTIVE, own)).toMatchObject({ verdict: "holds", measured: -15 });
    expect(await answer(GAP_LOWEST, own)).toMatchObject({ verdict: "tied", measured: 20 });
    expect(await answer(ONE_DECIMAL, own)).toMatchObject({ verdict: NEEDS });
    const [[title], , [about]] = (await host.port.read({ sheet: own, a1: "A1:A3" })) as [
      CellValue[],
      CellValue[],
      CellValue[],
    ];
    expect(title).toMatch(/^ILLUSTRATIVE: Claim check/);
    expect(about).toBe("ILLUSTRATIVE: made up");
    expect(await host.port.read({ sheet: own, a1: "V9" })).toEqual([[""]]);
  });
});
