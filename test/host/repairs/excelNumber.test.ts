import "../nativeEngine";
import { lacksYear, readNumber, readTextNumber } from "../../../src/host/repairs/excelNumber";

describe("a number in a formula", () => {
  it.each([
    ["0.50", 0.5],
    [".5", 0.5],
    ["1.", 1],
    ["1e3", 1000],
    ["1E+03", 1000],
    ["1.E-2", 0.01],
    ["007", 7],
    ["-2", -2],
    ["- 2", -2],
    ["+2.50", 2.5],
    ["12345678901234567890", 12345678901234567890],
    ["0.1000000000000000055511151231257827", 0.1],
    ["1e400", Infinity],
  ])("%s is %p", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    ".",
    "e3",
    "1e",
    "0x10",
    "0b1",
    "Infinity",
    "NaN",
    "1_000",
    "1 000",
    "--1",
    "5%",
  ])("%p is none", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe("a text where a number is needed", () => {
  it.each([
    ["0.50", 0.5],
    ["  7 ", 7],
    ["5%", 0.05],
    ["5.03%", 0.0503],
    ["-5 %", -0.05],
    ["1,234.5", 1234.5],
    ["1,234.5%", 12.345],
    ["$1,234.50", 1234.5],
    ["-$5", -5],
    ["(5)", -5],
    ["($1,234)", -1234],
    ["1 1/2", 1.5],
    ["-2 3/4", -2.75],
    ["12:30", 12.5 / 24],
    ["1:30 PM", 13.5 / 24],
    ["2026-01-15", 46_037],
    ["2026/1/15", 46_037],
    ["1/2/2026", 46_024],
    ["11/15/45", 16_756],
    ["15-Jan-26", 46_037],
    ["January 15, 2026", 46_037],
    ["Jan 2026", 46_023],
    ["Jan-45", 16_438],
    ["1/2/2026 12:00", 46_024.5],
  ])("%p is %p", (text, value) => {
    expect(readTextNumber(text)?.value).toBeCloseTo(value, 12);
  });

  it("reads a percentage as the decimal that is written, to the last digit", () => {
    expect(readTextNumber("5.03%")).toEqual({ value: 0.0503, pattern: "0.00%" });
    expect(readTextNumber("7%")).toEqual({ value: 0.07, pattern: "0%" });
  });

  it.each([
    "",
    "abc",
    "TRUE",
    "99-16+",
    "99'16",
    "1,23",
    "1,2345",
    "(-5)",
    "5%%",
    "5a",
    "1 1/0",
    "0x10",
    "1e400",
    "13/45/2026",
    "31.12.2014",
  ])("%p is no number", (text) => {
    expect(readTextNumber(text)).toBeUndefined();
  });

  it.each(["1-3", "3-12", "12-31", "1/2", "Jan-26", "5 Mar", "1 23"])(
    "%p would be a day of the clock's year: it is no number, whatever the clock says",
    (text) => {
      expect(lacksYear(text)).toBe(true);
      for (const now of ["2014-06-01", "2031-06-01"]) {
        jest.useFakeTimers({ now: new Date(now) });
        expect(readTextNumber(text)).toBeUndefined();
        jest.useRealTimers();
      }
    },
  );
});
