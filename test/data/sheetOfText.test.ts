/* A file opened as a sheet is read as the pane's import reads it, and nothing of it is left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serialOf } from "../../src/calc/date/serial";
import { sheetOfText } from "../../src/data/sheetOfText";
import { textOfBytes } from "../../src/data/textOfBytes";
import { refusalOf } from "./refusal";

const opened = (file: string) =>
  sheetOfText(textOfBytes(readFileSync(join(__dirname, "files", file))), file);
const november = (day: number) => serialOf(2025, 11, day);

describe("a file opened as a sheet", () => {
  it("semicolons, decimal commas, a blank between thousands, Windows-1252, a footer", async () => {
    expect(await opened("windows-1252.csv")).toEqual({
      rows: [
        ["Datum", "Spread (Mittel) bp"],
        [november(3), 1100.5],
        [november(4), 101.5],
        ["Quelle: Börse", null],
      ],
      dateColumns: [0],
      facts: [],
    });
  });

  it.each(["sep-tab.csv", "utf16-no-mark.txt", "utf16be.txt"])("%s", async (file) => {
    expect((await opened(file)).rows).toEqual([
      ["Date", "Spread bp"],
      [november(3), 100],
      [november(4), 101],
    ]);
  });

  it("accounting negatives", async () => {
    const { rows } = await opened("negative-forms.csv");
    expect(rows.map(([, value]) => value)).toEqual(["gap bp", -1012.5, -12.5, -12, 7]);
  });

  it("several columns of dates, of any length", async () => {
    const { rows, dateColumns } = await opened("terminal-two-headings.csv");
    expect(dateColumns).toEqual([0, 3]);
    expect(rows[0]).toEqual(["LUMSOAS Index", null, null, "LUACOAS Index", null]);
    expect(rows.at(-1)).toEqual([serialOf(2026, 1, 6), 0.35, null, null, null]);
  });

  it("months are month ends, said", async () => {
    const { rows, facts } = await opened("month-name-year.csv");
    expect(rows[1]).toEqual([serialOf(2014, 11, 30), 60]);
    expect(facts).toEqual(['"Date": each month dated by its last day']);
  });

  it("what has two readings is left as text, said", async () => {
    const { rows, dateColumns, facts } = await opened("date-order.csv");
    expect([rows[1], dateColumns]).toEqual([["01/02/2014", 60], []]);
    expect(facts.join()).toMatch(/"Date" is left as text: the dates, such as "01\/02\/2014"/);
    const signs = await sheetOfText("a;b\n1.234;x\n5.678;y\n", "x.csv");
    expect(signs.rows[1]).toEqual(["1.234", "x"]);
    expect(signs.facts.join()).toMatch(/"a" is left as text: the values, such as 1\.234/);
  });

  it("a file that commas separate has decimal dots", async () => {
    const { rows, facts } = await sheetOfText("a,b\n1.234,x\n5.678,y\n", "x.csv");
    expect([rows[1], facts]).toEqual([[1.234, "x"], []]);
  });

  it("texts stay as they are written, units behind numbers too", async () => {
    const { rows } = await sheetOfText("a,b\n  x ,0.62%\n'=1+1,TRUE\n=1+1,5bp\n", "x.csv");
    expect(rows.slice(1)).toEqual([
      ["  x ", "0.62%"],
      ["=1+1", true],
      ["=1+1", "5bp"],
    ]);
  });

  it("refuses what is no text, an open quote and an empty file", async () => {
    expect(await refusalOf(sheetOfText("\n\n", "x.csv"))).toMatch(/x\.csv is empty/);
    expect(await refusalOf(sheetOfText('a\n"x\n', "x.csv"))).toMatch(/line 2: a quote is opened/);
    expect(await refusalOf(sheetOfText("a\0b", "x.csv"))).toMatch(/is not plain text/);
  });

  it("numbers, days, truth values and blanks become what they are; what only resembles them stays", async () => {
    const cells = async (field: string) =>
      (await sheetOfText(`a,b\n"${field}",x\n`, "x.csv")).rows[1];
    expect(await cells("-5.5")).toEqual([-5.5, "x"]);
    expect(await cells("1e3")).toEqual([1000, "x"]);
    expect(await cells(" 7 ")).toEqual([7, "x"]);
    expect(await cells("2026-01-15")).toEqual([46_037, "x"]);
    expect(await cells("")).toEqual([null, "x"]);
    for (const text of ["=1+1", "+A1", "@SUM(A1)", "0x10", "1_000", "Infinity", "2026-02-30"]) {
      expect(await cells(text)).toEqual([text, "x"]);
    }
  });
});

describe("a file opened where nobody can answer", () => {
  const refused = (text: string) => refusalOf(sheetOfText(text, "x.csv", "nobody"));

  it("is refused with the question that is open", async () => {
    expect(await refused("Date,Spread\n01/02/2014,60\n02/02/2014,61\n")).toMatch(
      /x\.csv, column "Date": the dates, such as "01\/02\/2014"/,
    );
    expect(await refused("a;b\n1.234;x\n")).toMatch(
      /x\.csv, column "a": the values, such as 1\.234/,
    );
  });

  it("is refused where a row of values lacks a field, or has one too many", async () => {
    expect(await refused("a,b\n1,2\n3\n")).toMatch(/x\.csv, line 3: 1 fields; there must be 2/);
    expect(await refused('a,b\n"x\ny",2\n1,2,3\n')).toMatch(/line 4: 3 fields; there must be 2/);
  });

  it.each(["windows-1252.csv", "utf16be.txt", "preamble.csv", "terminal-two-headings.csv"])(
    "is read like any other where nothing is open: %s",
    async (file) => {
      const text = textOfBytes(readFileSync(join(__dirname, "files", file)));
      expect(await sheetOfText(text, file, "nobody")).toEqual(await sheetOfText(text, file));
    },
  );
});
