/*
 * What `read` says of files: those of the reports with their right reading (test/data/reported), and a
 * small file for each trap (test/data/files), made up, with what a person reads in it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadAnswer } from "../../src/cli/readAnswer";
import { readCommand } from "../../src/cli/readCommand";
import { UsageError } from "../../src/cli/usageError";

const REPORTED = join(__dirname, "../data/reported");
const FILES = join(__dirname, "../data/files");

async function read(file: string, ...words: string[]): Promise<ReadAnswer> {
  const lines: string[] = [];
  const print = (line: string) => Promise.resolve(void lines.push(line));
  await readCommand([file, "--json", ...words], print);
  return JSON.parse(lines.join("\n")) as ReadAnswer;
}
const readOwn = (file: string, ...words: string[]) => read(join(FILES, file), ...words);
const choose = (...choices: string[]) => choices.flatMap((choice) => ["--choose", choice]);
const open = ({ questions }: ReadAnswer) =>
  questions.filter(({ answer }) => answer === null).map(({ question }) => question);
const shown = ({ series }: ReadAnswer) =>
  series.map(({ name, kind, rows, first, last }) =>
    [name, kind, rows, ...(first ?? []), ...(last ?? [])].join(" "),
  );
const said = ({ findings }: ReadAnswer) => findings.map(({ at, problem }) => `${at}: ${problem}`);

interface Expected {
  readonly series?: Record<string, Partial<Record<"rows" | "first" | "last" | "unit", unknown>>>;
  readonly curve?: Record<string, unknown>;
}
const EXPECTED = JSON.parse(readFileSync(join(REPORTED, "expected.json"), "utf8")) as Record<
  string,
  Expected
>;

const seriesNamed = (name: string, { series }: ReadAnswer) =>
  series.find((one) => one.name === name);

describe("the reported files", () => {
  it("are all here", () => {
    const files = readdirSync(REPORTED).filter((name) => name !== "expected.json");
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))("%s", async (file, { series = {}, curve }) => {
    const answer = await read(join(REPORTED, file), ...(curve === undefined ? [] : ["--curve"]));
    for (const [name, expected] of Object.entries(series)) {
      const { rows, first, last, unit } = { ...seriesNamed(name, answer), ...expected };
      expect(seriesNamed(name, answer)).toMatchObject({ rows, first, last, unit });
    }
    expect(answer.curve ?? {}).toMatchObject(curve ?? {});
    expect(open(answer).filter((question) => question !== "series")).toEqual([]);
  });

  it("accounting negatives in the rows between", async () => {
    const answer = await read(join(REPORTED, "negatives.csv"));
    expect(answer.series[0]?.last).toEqual(["2025-11-18", -23.5]);
    expect(said(answer).join()).toContain("line 3: -13.5, and 5 more rows");
  });

  it.each(["yield-mortgage_rate.csv", "yield-CorpYield.csv", "yield-LQD_YTM.csv"])(
    "%s is of yields, and warned about",
    async (file) => {
      const answer = await read(join(REPORTED, file));
      expect(answer.series[0]).toMatchObject({ kind: "yield", first: ["2025-11-03", 0.051] });
      expect(said(answer).join()).toMatch(/is the name of a yield or rate, not of a spread/);
    },
  );

  it("a total-return index is a level", async () => {
    const answer = await read(join(REPORTED, "level-total-return.csv"));
    expect(answer.series[0]).toMatchObject({ kind: "level", last: ["2025-11-21", 3435.1] });
  });

  it("H.15: tenors from the ids, ND missing", async () => {
    const { series, curve } = await read(join(REPORTED, "h15.csv"), "--curve");
    expect(curve).toEqual({ date: "2026-01-23", "5": 0.0388, "10": 0.043 });
    expect(series[0]).toMatchObject({ kind: "curve", rows: 15, missing: 1 });
  });

  it("a long table asks which series, and has no date twice", async () => {
    const file = join(REPORTED, "long.csv");
    expect(open(await read(file))).toEqual(["series"]);
    const one = await read(file, ...choose("series=IG corporate"));
    expect([open(one), shown(one)]).toEqual([
      [],
      ["IG corporate spread 12 2025-11-03 80 2025-11-18 91"],
    ]);
  });
});

const BP = "OAS bp spread 3";
const MONTHS = `${BP} 2014-11-30 60 2015-01-31 62`;
const DAYS = `${BP} 2014-01-06 60 2014-01-08 62`;

describe("a file a trap", () => {
  it.each([
    // Several columns of dates
    [
      "terminal-two-headings.csv",
      "LUMSOAS Index spread 5 2025-12-30 31 2026-01-06 35",
      "LUACOAS Index spread 3 2025-12-30 77 2026-01-05 79",
    ],
    [
      "terminal-titles.csv",
      "LUMSOAS Index spread 3 2026-01-02 31 2026-01-14 32",
      "LUACOAS Index spread 3 2026-01-02 77 2026-01-16 79",
    ],
    [
      "european-pairs.csv",
      "Spread spread 3 2025-12-31 100.5 2026-01-05 102.5",
      "OAS spread 2 2025-12-31 80.25 2026-01-05 81.5",
    ],
    ["yield-percent-signs.csv", "Yield yield 2 2025-11-03 0.041 2025-11-04 0.042"],
    ["maturity-and-date.csv", "Z-spread bp spread 3 2025-11-03 101 2025-11-05 104"],
    // Forms of dates
    ["month-digits.csv", MONTHS],
    ["month-m.csv", MONTHS],
    ["month-name-year.csv", MONTHS],
    ["year-month.csv", MONTHS],
    ["year-period.csv", "Value spread 3 2014-11-30 60 2015-01-31 62"],
    ["year-quarter.csv", `${BP} 2014-09-30 60 2015-03-31 62`],
    ["years.csv", `${BP} 2013-12-31 60 2015-12-31 62`],
    ["weekday.csv", DAYS],
    ["epoch-seconds.csv", DAYS],
    ["epoch-milliseconds.csv", DAYS],
    ["serial-and-level.csv", "Index level level 3 2025-01-03 42010.5 2025-01-07 42050"],
    ["level-like-serials.csv", "Index level level 3 2025-01-06 42010 2025-01-08 42050"],
    // Long tables
    [
      "long-fields.csv",
      "LUMSOAS Index spread 3 2025-11-03 31 2025-11-05 33",
      "LUACOAS Index spread 2 2025-11-03 77 2025-11-04 78",
    ],
    [
      "long-two-values.csv",
      "IG OAS bp spread 2 2025-11-03 80 2025-11-04 81",
      "IG YTM yield 2 2025-11-03 0.0491 2025-11-04 0.0492",
      "MBS OAS bp spread 2 2025-11-03 31 2025-11-04 32",
      "MBS YTM yield 2 2025-11-03 0.0505 2025-11-04 0.0506",
    ],
    [
      "long-coupons.csv",
      "coupon 5 spread 2 2025-11-03 31 2025-11-04 32",
      "coupon 5.5 spread 2 2025-11-03 41 2025-11-04 42",
    ],
    // Numbers and units
    ["negative-forms.csv", "gap bp spread 4 2025-11-03 -1012.5 2025-11-06 7"],
    ["group-marks.csv", "Kurs price 3 2025-11-03 1234.5 2025-11-05 1236.5"],
    ["indian-groups.csv", "Volume level 3 2025-11-03 1234567 2025-11-05 12345678"],
    ["investment-basis.csv", "Investment basis OAS spread 2 2025-11-03 61 2025-11-04 62"],
    [
      "unit-row.csv",
      "MBS spread 2 2025-11-03 31 2025-11-04 32",
      "IG spread 2 2025-11-03 80 2025-11-04 81",
    ],
    // What stands around the data, and how it is written
    ["footers.csv", "Spread bp spread 3 2025-11-03 100 2025-11-05 102"],
    ["preamble.csv", "Spread bp spread 4 2025-11-03 100 2025-11-06 103"],
    ["sep-tab.csv", "Spread bp spread 2 2025-11-03 100 2025-11-04 101"],
    ["windows-1252.csv", "Spread (Mittel) bp spread 2 2025-11-03 1100.5 2025-11-04 101.5"],
    ["utf16-no-mark.txt", "Spread bp spread 2 2025-11-03 100 2025-11-04 101"],
    ["utf16be.txt", "Spread bp spread 2 2025-11-03 100 2025-11-04 101"],
    // Names
    ["name-Corp_Yield.csv", "Corp_Yield yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-yieldToWorst.csv", "yieldToWorst yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-BAMLC0A0CMEY.csv", "BAMLC0A0CMEY yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-BAMLH0A0HYM2SYTW.csv", "BAMLH0A0HYM2SYTW yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-OBMMIC30YF.csv", "OBMMIC30YF yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-T10Y.csv", "T10Y yield 2 2025-11-03 0.051 2025-11-04 0.0512"],
    ["name-T10Y2Y.csv", "T10Y2Y spread 2 2025-11-03 55 2025-11-04 56"],
    ["name-Adj_Close.csv", "Adj_Close price 2 2025-11-03 95.1 2025-11-04 95.12"],
    ["name-MBB_Close.csv", "MBB Close price 2 2025-11-03 95.1 2025-11-04 95.12"],
    ["name-LUACTRUU.csv", "LUACTRUU Index level 2 2025-11-03 3421.1 2025-11-04 3422.12"],
  ])("%s", async (file, ...series) => {
    const answer = await readOwn(file);
    expect(shown(answer)).toEqual(series);
    expect(open(answer).filter((question) => question !== "series")).toEqual([]);
  });

  it.each([
    ["two-date-columns.csv", "date column", "Run", "2025-11-03"],
    ["vintages.csv", "duplicates", "keep last", "2013-12-01"],
    ["date-order.csv", "date order", "day first", "2014-02-01"],
    ["doubtful-century.csv", "century", "2000 to 2099", "2035-12-31"],
    ["doubtful-level.csv", "kind", "yield", "2025-11-03"],
  ])("%s asks: %s", async (file, question, choice, day) => {
    const before = await readOwn(file);
    expect(open(before)).toEqual([question]);
    expect(before.series.every(({ first }) => first === null)).toBe(true);
    const after = await readOwn(file, ...choose(`${question}=${choice}`));
    expect(open(after)).toEqual([]);
    expect(after.series[0]?.first?.[0]).toBe(day);
  });

  it("vintages: what was published first, and what was known last", async () => {
    const first = await readOwn("vintages.csv", ...choose("duplicates=keep first"));
    const last = await readOwn("vintages.csv", ...choose("duplicates=keep last"));
    expect([first, last].map(({ series }) => series[0]?.first)).toEqual([
      ["2013-12-01", 101],
      ["2013-12-01", 103],
    ]);
    expect(last.facts).toContain('other days, not used: "realtime_start", "realtime_end"');
  });

  it("a footer is named with its line, a mean of the year too", async () => {
    expect(said(await readOwn("footers.csv"))).toEqual(
      expect.arrayContaining([
        'line 5: "Average 101" stands below the data: left out',
        'line 7: "Source: a vendor a city" stands below the data: left out',
      ]),
    );
    expect(said(await readOwn("year-period.csv")).join()).toContain(
      'line 4: the date is "2014-13"',
    );
  });

  it("a group of digits that no country writes is no number", async () => {
    const answer = await readOwn("negative-forms.csv");
    expect(answer.repairs).toEqual([]);
    expect(said(answer).join()).not.toMatch(/is not a number|taken for missing/);
  });
});

describe("curves", () => {
  it("the Treasury's XML, with elements missing on a day", async () => {
    const { curve, series } = await readOwn("treasury.xml");
    expect(curve).toEqual({ date: "2025-02-18", "1/12": 0.0436, "1.5/12": 0.0437, "10": 0.0455 });
    expect(series[0]?.first).toEqual(["2025-02-14", { "1/12": 0.0437, "10": 0.0447 }]);
  });

  it.each([
    ["fred-together.csv", { date: "2026-01-15", "5": 0.0374, "10": 0.0416 }],
    ["curve-long.csv", { date: "2026-01-15", "5": 0.0374, "10": 0.0416 }],
    ["curve-decimals.csv", { date: "2026-01-15", "2": 0.0354, "5": 0.0374, "10": 0.0416 }],
  ])("%s", async (file, curve) => {
    expect((await readOwn(file)).curve).toEqual(curve);
  });

  it("several files of FRED, a tenor each", async () => {
    const { curve } = await readOwn("DGS5.csv", join(FILES, "DGS10.csv"), "--curve");
    expect(curve).toEqual({ date: "2026-01-15", "5": 0.0374, "10": 0.0416 });
  });

  it("of the day that is chosen: the last one on or before it", async () => {
    const file = join(REPORTED, "treasury-daily.csv");
    const { curve } = await read(file, ...choose("curve day=2026-01-11"));
    expect(curve).toMatchObject({ date: "2026-01-09", "10": 0.042, "1.5/12": 0.0375 });
    await expect(read(file, ...choose("curve day=2025-12-31"))).rejects.toThrow(
      "2025-12-31 is before the first curve, which is of 2026-01-05",
    );
  });
});

describe("the command", () => {
  it.each([
    [[], /read takes one file, or several with --curve; 0 were given/],
    [["a.csv", "b.csv"], /2 were given/],
    [["no-such-file.csv"], /no-such-file\.csv: there is no such file/],
    [["a.csv", "--other"], /--other is not an option of read/],
    [["a.csv", "--choose"], /--choose is the last word/],
    [[join(FILES, "DGS5.csv"), "--choose", "unit"], /--choose is unit; it must be QUESTION=CHOICE/],
    [
      [join(FILES, "DGS5.csv"), "--choose", "colour=red"],
      /nothing asks that; the questions are kind, unit/,
    ],
    [
      [join(FILES, "DGS5.csv"), "--choose", "unit=bp"],
      /bp is not among the choices, which are basis points, percent, decimals/,
    ],
    [
      [join(FILES, "months-wide.csv")],
      /has a row a year and a column a month; it must have a row a month/,
    ],
    [[join(FILES, "DGS5.csv"), "--curve"], /has 1 column named by a tenor/],
    [[join(FILES, "name-T10Y2Y.csv"), "--curve"], /has 0 columns named by a tenor/],
  ])("refuses %j", async (words, message) => {
    const act = readCommand(words, () => Promise.resolve());
    await expect(act).rejects.toThrow(UsageError);
    await expect(readCommand(words, () => Promise.resolve())).rejects.toThrow(message);
  });

  it("says the same in sentences without --json", async () => {
    const lines: string[] = [];
    await readCommand([join(FILES, "date-order.csv")], (line) =>
      Promise.resolve(void lines.push(line)),
    );
    expect(lines[0]).toBe("OAS bp: ?, a question is open");
    expect(lines.join("\n")).toContain(
      '--choose "date order=day first"  day first: 01/02/2014 is 1 February 2014',
    );
  });

  it("answers one series before all of them", async () => {
    const answer = await readOwn(
      "unit-row.csv",
      ...choose("unit=percent", "unit of IG=basis points"),
    );
    expect(answer.series.map(({ unit }) => unit)).toEqual(["bp from percent", "bp"]);
  });
});
