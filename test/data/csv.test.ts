import { CsvError, readCsv } from "../../src/data/csv";

describe("readCsv", () => {
  it("reads numbers, dates, truth values, blanks and texts", () => {
    const { header, rows } = readCsv(
      "date,gap,on\n2026-01-15,-5.5,TRUE\n2026-01-16,,no\n",
      "a.csv",
    );
    expect(header).toEqual(["date", "gap", "on"]);
    // 2026-01-15 is serial 46037 in Excel.
    expect(rows).toEqual([
      ["date", "gap", "on"],
      [46_037, -5.5, true],
      [46_038, null, "no"],
    ]);
  });

  it.each(["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "0x10", "1_000", "Infinity", "2026-02-30"])(
    "keeps %p as text",
    (text) => {
      expect(readCsv(`a\n"${text}"`, "a.csv").rows[1]).toEqual([text]);
    },
  );

  it.each([
    ["-5", -5],
    ["+5", 5],
    ["1e3", 1000],
    [".5", 0.5],
    [" 7 ", 7],
  ])("reads %p as a number", (text, number) => {
    expect(readCsv(`a\n${text}`, "a.csv").rows[1]).toEqual([number]);
  });

  it("takes Windows line ends, a byte order mark and quoted line breaks", () => {
    expect(readCsv('\uFEFFa,b\r\n"x\r\ny",2\r\n', "a.csv").rows).toEqual([
      ["a", "b"],
      ["x\r\ny", 2],
    ]);
  });

  it.each([
    ["", "a.csv is empty; a header and rows were expected"],
    ["\n\n", "a.csv is empty; a header and rows were expected"],
    ["a,b\n1,2\n3\n", "a.csv, line 3: 1 fields; 2 were expected, as in the header"],
    ['a,b\n"x\ny",2\n1,2,3\n', "a.csv, line 4: 3 fields; 2 were expected, as in the header"],
    ["a,b\n\n1\n", "a.csv, line 3: 1 fields; 2 were expected, as in the header"],
    ['a\n1\n"open\n', "a.csv, line 3: a quote is opened and never closed"],
  ])("refuses %p", (text, message) => {
    expect(() => readCsv(text, "a.csv")).toThrow(new CsvError(message));
  });
});

describe("dates in a CSV file", () => {
  const cell = (text: string) => readCsv(`a\n${text}\n`, "a.csv").rows[1]?.[0];

  it.each([
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["2000-02-29", 36_585],
    ["2008-01-01", 39_448],
  ])("%s is %i, as in Excel", (text, serial) => {
    expect(cell(text)).toBe(serial);
  });

  it.each(["1900-02-28", "2025-02-29", "2025-13-01", "2025-1-1", "15/01/2026"])(
    "%s is no date, and stays text",
    (text) => {
      expect(cell(text)).toBe(text);
    },
  );
});
