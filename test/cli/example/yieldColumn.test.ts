import { isoFromSerial } from "../../../src/calc/date/serial";
import { UsageError } from "../../../src/cli/usageError";
import { readYieldColumn } from "../../../src/cli/example/yieldColumn";

const file = (...rows: string[]) => ["observation_date,DGS10", ...rows].join("\n") + "\n";
const read = (...rows: string[]) => readYieldColumn(file(...rows), "T.csv");
const refusal = (text: string, monthly = false) => {
  try {
    readYieldColumn(text, "T.csv", monthly);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("readYieldColumn", () => {
  it("reads FRED's layout: percent becomes a decimal, a dot or nothing is missing", () => {
    const { series, dates, values } = read("2014-12-29,2.22", "2014-12-30,.", "2014-12-31,");
    expect(series).toBe("DGS10");
    expect(dates.map(isoFromSerial)).toEqual(["2014-12-29", "2014-12-30", "2014-12-31"]);
    expect([...values]).toEqual([0.0222, NaN, NaN]);
  });

  it("reads the older header, Windows line ends, a byte order mark, quotes and blank lines", () => {
    const text = '\uFEFFDATE,DGS5\r\n"2014-12-30","1.68"\r\n\r\n2014-12-31,1.65\r\n';
    expect([...readYieldColumn(text, "T.csv").values]).toEqual([0.0168, 0.0165]);
    expect(refusal(text + "x,1\r\n")).toMatch(/^T\.csv, line 5: the date is "x"/);
  });

  it("counts every line of a file with mixed line ends", () => {
    const text = "DATE,DGS5\r\n2014-12-29,1.7\r\n2014-12-30,1.68\n2014-12-31,x\r\n";
    expect(refusal(text)).toMatch(/^T\.csv, line 4: the value is "x"/);
    expect(readYieldColumn(text.replace("x", "1.65"), "T.csv").values).toHaveLength(3);
  });

  it("takes a negative yield, and one that goes through zero", () => {
    expect([...read("2014-12-29,0.5", "2014-12-30,0", "2014-12-31,-0.35").values]).toEqual([
      0.005, 0, -0.0035,
    ]);
  });

  it.each([
    ["", /^T\.csv, line 1: the header is ""; it must be observation_date,SERIES or DATE,SERIES$/],
    [
      "2014-12-30,1.68\n",
      /line 1: the header is "2014-12-30,1\.68"; it must be observation_date,SERIES/,
    ],
    ["observation_date\n2014-12-30\n", /line 1: the header is "observation_date"/],
    ["observation_date,A,B\n2014-12-30,1,2\n", /line 1: the header is "observation_date,A,B"/],
  ])("needs a header row: %j", (text, words) => {
    expect(refusal(text)).toMatch(words);
  });

  it.each([
    ["2014-02-30"],
    ["31/12/2014"],
    ["2014-12"],
    ["41274"],
    ["20141231"],
    ["1890-01-01"],
    [""],
  ])("refuses %j as a date, and says where", (date) => {
    expect(refusal(file("2014-01-02,3", `${date},3`))).toBe(
      `T.csv, line 3: the date is ${JSON.stringify(date)}; it must be a day of the calendar, as 2014-12-31`,
    );
  });

  it.each(["n/a", "3.83%", "1e1", "0x10", "Infinity", "NaN", "=1+1", "..", "3,83"])(
    "refuses %j as a value, and says where",
    (value) => {
      expect(refusal(file("2014-01-02,3", `2014-01-03,"${value}"`))).toMatch(
        `T.csv, line 3: the value is ${JSON.stringify(value)}; it must be a number in percent`,
      );
    },
  );

  it("refuses a third field, and a row of one", () => {
    expect(refusal(file("2014-01-02,3,4"))).toMatch(/line 2: 3 fields \(2014-01-02,3,4\)/);
    expect(refusal(file("2014-01-02"))).toMatch(/line 2: 1 field \(2014-01-02\)/);
  });

  it("refuses basis points, and says what was meant", () => {
    expect(refusal(file("2014-01-02,3.83", "2014-01-03,383"))).toBe(
      "T.csv, line 3: the value is 383; it must be in percent, did you mean 3.83 (383 bp)?",
    );
    expect(refusal(file("2014-01-02,383", "2014-01-03,384"))).toMatch(/line 2: the value is 383/);
    expect(refusal(file("2014-01-02,-99999"))).toBe(
      "T.csv, line 2: the value is -99999; it must be in percent",
    );
  });

  it("refuses a column of decimals, and says what was meant", () => {
    expect(refusal(file("2014-01-02,.", "2014-01-03,0.0383", "2014-01-06,0.0391"))).toBe(
      "T.csv, line 3: the value is 0.0383, and no row is above 0.3; it must be in percent, did you mean 3.83?",
    );
  });

  it.each([
    ["3.83", "0.0383"],
    ["0.0383", "3.83"],
    ["0.25", "25"],
    ["-0.4", "-0.004"],
  ])("refuses two units in one column: %s, then %s", (before, after) => {
    expect(
      refusal(
        file(
          "2014-01-02,1.2",
          `2014-01-03,${before}`,
          "2014-01-06,.",
          `2014-01-07,${after}`,
        ).replace("2014-01-02,1.2\n", ""),
      ),
    ).toBe(
      `T.csv, line 4: the value is ${after} after ${before} on line 2; it must be in percent in every row`,
    );
  });

  it("refuses a date that stands twice, also on a weekend month-end", () => {
    expect(refusal(file("2014-11-30,3", "2014-11-30,3"))).toBe(
      "T.csv, line 3: the date is 2014-11-30, as on line 2; each date must stand once",
    );
  });

  it("refuses shuffled dates, and a file with the newest first", () => {
    expect(refusal(file("2014-01-02,3", "2014-01-06,3", "2014-01-03,3"))).toBe(
      "T.csv, line 4: the date is 2014-01-03 after 2014-01-06 on line 3; the oldest must come first",
    );
    expect(refusal(file("2014-01-03,3", "2014-01-02,3"))).toMatch(/^T\.csv, line 3/);
  });

  it("refuses a second date in a month only where one value a month was asked for", () => {
    const weekly = file("2014-01-02,3", "2014-01-09,3");
    expect(refusal(weekly)).toBe("accepted");
    expect(refusal(weekly, true)).toMatch(/line 3: .* one value a month/);
    expect(refusal(file("2014-01-31,3", "2014-02-01,3"), true)).toBe("accepted");
  });

  it("refuses a file without a value", () => {
    expect(refusal(file())).toMatch(/none of 0 rows has a value/);
    expect(refusal(file("2014-01-02,."))).toMatch(/none of 1 rows has a value/);
  });
});
