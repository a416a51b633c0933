import { atOnce } from "../../src/calc/numeric/sliced";
import { readDelimited } from "../../src/data/delimited";
import { isoFromSerial } from "../../src/calc/date/serial";
import type { Side } from "../../src/data/side";
import type { SeriesReading } from "../../src/data/gathering";
import type { Topic } from "../../src/data/question";
import { readSeries } from "../../src/data/series";
import { tableOfCells } from "../../src/data/textTable";
import { refusalOf } from "./refusal";

type Given = Partial<Record<Topic, string>>;

const read = async (
  text: string,
  answers: Given = {},
  side: Side = "mbs",
): Promise<SeriesReading> =>
  atOnce(
    readSeries(
      await readDelimited(text, "T.csv"),
      side,
      new Map(Object.entries(answers) as [Topic, string][]),
    ),
  );

const open = ({ questions }: SeriesReading) =>
  questions.filter(({ answer }) => answer === null).map(({ topic }) => topic);

const said = ({ findings }: SeriesReading) =>
  findings.map(({ at, problem, severity }) => `${severity}, ${at}: ${problem}`);

const shown = ({ history }: SeriesReading) =>
  history && history.dates.map((day, i) => `${isoFromSerial(day)} ${history.values[i]}`);

describe("layouts", () => {
  it("FRED's, today's, with blanks", async () => {
    const reading = await read(
      "observation_date,BAMLC0A0CM\n2014-12-29,1.38\n2014-12-30,\n2014-12-31,1.41\n",
    );
    expect(shown(reading)).toEqual(["2014-12-29 138", "2014-12-30 NaN", "2014-12-31 141"]);
    expect(reading.facts.join("; ")).toMatch(/T\.csv: a FRED download, 3 rows/);
    expect(reading.facts.join("; ")).toMatch(/1 row without a value \(1 blank\): kept as missing/);
    expect(reading.repairs).toEqual(["percent turned into basis points (× 100)"]);
  });

  it("FRED's before 2024, with dots", async () => {
    const reading = await read("DATE,BAMLC0A0CM\n2014-12-29,1.38\n2014-12-30,.\n2014-12-31,1.41\n");
    expect(shown(reading)).toEqual(["2014-12-29 138", "2014-12-30 NaN", "2014-12-31 141"]);
    expect(reading.facts.join("; ")).toMatch(/a FRED download as before 2024.*\(1 "\."\)/);
  });

  it("Yahoo's: which column is asked, and prices are pointed out", async () => {
    const text =
      "Date,Open,High,Low,Close,Adj Close,Volume\n2014-12-30,101,102,100,101.5,99.5,1000\n2014-12-31,101,102,100,101.6,99.6,null\n";
    const before = await read(text);
    expect(open(before)).toEqual(["series"]);
    expect(before.facts.join("; ")).toMatch(/a Yahoo download/);
    const after = await read(text, { series: "Adj Close" });
    expect([after.name, after.kind, after.history]).toEqual(["Adj Close", "price", null]);
    const asSpreads = await read(text, { series: "Adj Close", kind: "spread" });
    expect(shown(asSpreads)).toEqual(["2014-12-30 99.5", "2014-12-31 99.6"]);
    expect(after.findings.map(({ problem }) => problem).join()).toMatch(
      /prices, levels or volumes/,
    );
  });

  it("both sides in one file, by the names of the columns", async () => {
    const text = "date;MBS OAS bp;IG corp OAS bp\n30.12.2014;45,5;101\n31.12.2014;46;102,5\n";
    expect(shown(await read(text))).toEqual(["2014-12-30 45.5", "2014-12-31 46"]);
    expect(shown(await read(text, {}, "corporate"))).toEqual([
      "2014-12-30 101",
      "2014-12-31 102.5",
    ]);
  });

  it("no heading, dates in the second column, a column of texts beside", async () => {
    const reading = await read("=cmd,2014-12-30,101\n+x,2014-12-31,102\n");
    expect(shown(reading)).toEqual(["2014-12-30 101", "2014-12-31 102"]);
    expect(reading.name).toBe("column 3");
    expect(reading.facts.join("; ")).toMatch(/not used, because they hold no values: "column 1"/);
  });

  it("names that objects have of themselves", async () => {
    const text = "__proto__,constructor,toString\n2014-12-30,45,101\n2014-12-31,46,102\n";
    const before = await read(text);
    expect(before.questions[0]?.choices.map(({ label }) => label)).toEqual([
      "constructor",
      "toString",
    ]);
    const after = await read(text, { series: "toString" });
    expect([after.name, shown(after)]).toEqual(["toString", ["2014-12-30 101", "2014-12-31 102"]]);
    expect(open(await read(text, { series: "__proto__" }))).toEqual(["series"]);
  });

  it("cells of a sheet: serial numbers, fractions, errors", () => {
    const table = tableOfCells(
      [
        ["Date", "OAS"],
        [42003, 0.0062],
        [42004, "#N/A"],
        [42005, 0.0064],
      ],
      "S!A1:B4",
      1,
    );
    const reading = atOnce(readSeries(table, "mbs", new Map()));
    expect(shown(reading)).toEqual(["2014-12-30 62", "2014-12-31 NaN", "2015-01-01 64"]);
  });

  it("cells whose numbers have three decimals are not asked about", () => {
    const table = tableOfCells(
      [
        [42003, 101.123],
        [42004, 102.456],
      ],
      "S!A1:B2",
      1,
    );
    expect(shown(atOnce(readSeries(table, "mbs", new Map())))).toEqual([
      "2014-12-30 101.123",
      "2014-12-31 102.456",
    ]);
  });

  it.each([
    [
      "value\n101\n102\n",
      /^T\.csv has no column of dates; its line 2 is "101"; there must be dates such as 2014-12-31/,
    ],
    [
      "date,name\n2014-12-30,abc\n2014-12-31,def\n",
      /no column of numbers beside its dates in date/,
    ],
    ["date,value\n2014-12-30,.\n2014-12-31,NA\n", /no column of numbers/],
  ])("refuses %j", async (text, words) => {
    expect(await refusalOf(read(text))).toMatch(words);
  });
});

describe("what is asked", () => {
  it("dates of two readings; the answer gives the days", async () => {
    const text = "date,OAS\n01/02/2014,101\n02/03/2014,102\n";
    expect(open(await read(text))).toEqual(["date order"]);
    expect(shown(await read(text, { "date order": "month first" }))).toEqual([
      "2014-01-02 101",
      "2014-02-03 102",
    ]);
    expect(shown(await read(text, { "date order": "day first" }))).toEqual([
      "2014-02-01 101",
      "2014-03-02 102",
    ]);
    expect(open(await read(text, { "date order": "constructor" }))).toEqual(["date order"]);
  });

  it("the decimal sign", async () => {
    const text = "date;OAS bp\n2014-12-30;1.234\n2014-12-31;1.250\n";
    expect(open(await read(text))).toEqual(["decimal sign"]);
    expect(shown(await read(text, { "decimal sign": "," }))).toEqual([
      "2014-12-30 1234",
      "2014-12-31 1250",
    ]);
  });

  it("a unit that nothing makes sure", async () => {
    const text = "date,OAS\n2014-12-30,8\n2014-12-31,9\n";
    expect(open(await read(text))).toEqual(["unit"]);
    expect(shown(await read(text, { unit: "percent" }))).toEqual([
      "2014-12-30 800",
      "2014-12-31 900",
    ]);
  });

  it("rows with more fields than the headings are left out, with their lines", async () => {
    const text =
      "Spreads of the desk\ndate,OAS\n2014-12-30,101\n2014-12-31,102,x\n2015-01-02,103\n";
    const reading = await read(text);
    expect(open(reading)).toEqual([]);
    expect(shown(reading)).toEqual(["2014-12-30 101", "2015-01-02 103"]);
    expect(said(reading)).toContain(
      "warning, line 4: 3 fields where T.csv has 2 columns: left out",
    );
    expect(reading.repairs).toEqual(["line 4 left out, with more than 2 fields"]);
  });

  it("dates and values that cannot be read are left out and taken for missing, with their lines", async () => {
    const text = 'date,OAS\n2014-12-29,100\n2014-12-30,101\n2014-02-30,99\n2014-12-31,"=1+1"\n';
    const reading = await read(text);
    expect(open(reading)).toEqual([]);
    expect(shown(reading)).toEqual(["2014-12-29 100", "2014-12-30 101", "2014-12-31 NaN"]);
    expect(said(reading)).toEqual(
      expect.arrayContaining([
        'error, line 4: the date is "2014-02-30"; it must be a day of the calendar, year first: left out',
        'error, line 5: the value is "=1+1"; it must be a number with a decimal dot: taken for missing',
      ]),
    );
    expect(reading.repairs).toEqual([
      "line 4 left out, without a date that can be read",
      "line 5 taken for missing, not a number",
    ]);
  });

  it("rows that run backward or are out of order are sorted, which is said", async () => {
    const backward = await read("date,OAS\n2014-12-31,103\n2014-12-30,102\n2014-12-29,101\n");
    const rows = ["2014-12-29 101", "2014-12-30 102", "2014-12-31 103"];
    expect([open(backward), shown(backward)]).toEqual([[], rows]);
    expect(backward.facts).toContain("the rows run from the newest to the oldest");
    const mixed = await read("date,OAS\n2014-12-30,102\n2014-12-29,101\n2014-12-31,103\n");
    expect([open(mixed), shown(mixed), mixed.repairs]).toEqual([[], rows, ["rows sorted by date"]]);
    expect(said(mixed).join()).toMatch(/2014-12-29 on line 3 comes after 2014-12-30/);
  });

  it.each([
    ["keep last", ["2014-12-30 101", "2014-12-31 105"]],
    ["keep first", ["2014-12-30 101", "2014-12-31 102"]],
    ["leave out", ["2014-12-30 101"]],
  ])("dates that stand twice: %s", async (rule, rows) => {
    const text = "date,OAS\n2014-12-30,101\n2014-12-31,102\n2014-12-31,105\n";
    const before = await read(text);
    expect(open(before)).toEqual(["duplicates"]);
    expect(before.questions.at(-1)?.about).toBe(
      "1 date stands more than once, 1 of them with different values: 2014-12-31 has 102 on line 3 and 105 on line 4",
    );
    const after = await read(text, { duplicates: rule });
    expect(shown(after)).toEqual(rows);
    expect(after.repairs.at(-1)).toMatch(`dates that stand twice: ${rule}`);
  });

  it("is nothing where nothing is unclear", async () => {
    const reading = await read("observation_date,OAS\n2014-12-30,101\n2014-12-31,102\n");
    expect([open(reading), reading.repairs, reading.history?.dates.length]).toEqual([[], [], 2]);
  });
});
