import { atOnce } from "../../src/calc/numeric/sliced";
import { daySerial } from "../../src/calc/units";
import { centuryOf, dateOrder } from "../../src/data/dateOrder";
import { readDateText } from "../../src/data/dateText";
import { decimalSign } from "../../src/data/decimalSign";
import { isMissing, readNumberText } from "../../src/data/numberText";
import { notSpreads } from "../../src/data/kind";
import { spreadOf, unitQuestion } from "../../src/data/unit";
import { readTypedDate, readTypedSpread } from "../../src/data/typedRow";
import { refusal } from "./refusal";

/** 31 December 2014 in Excel: =DATE(2014,12,31). */
const LAST_OF_2014 = daySerial(42004);

describe("readDateText", () => {
  it.each([
    ["2014-12-31", "year first"],
    ["2014/12/31", "year first"],
    ["20141231", "year first"],
    ["2014-12-31T00:00:00Z", "year first"],
    ["2014-12-31 16:30", "year first"],
    ["12/31/2014", "month first"],
    ["12-31-14", "month first"],
    ["31.12.2014", "day first"],
    ["31/12/2014", "day first"],
    ["31 Dec 2014", "month by name"],
    ["31-December-2014", "month by name"],
    ["Dec 31, 2014", "month by name"],
    ["42004", "serial number"],
    ["42004.5", "serial number"],
    ["Wed, Dec 31, 2014", "month by name"],
    ["Wednesday 31 December 2014", "month by name"],
    ["31DEC2014", "month by name"],
    ["2014-Dec-31", "month by name"],
    ["31. Dezember 2014", "month by name"],
    ["2014-12", "month"],
    ["2014/12", "month"],
    ["201412", "month"],
    ["2014M12", "month"],
    ["12/2014", "month"],
    ["Dec-14", "month"],
    ["Dec 2014", "month"],
    ["December 2014", "month"],
    ["2014-Q4", "quarter"],
    ["2014Q4", "quarter"],
    ["Q4 2014", "quarter"],
    ["4Q14", "quarter"],
    ["2014", "year"],
    ["1419984000", "epoch seconds"],
    ["1420070399", "epoch seconds"],
    ["1419984000000", "epoch milliseconds"],
  ] as const)("%s is the last day of 2014, %s", (text, form) => {
    expect(readDateText(text, form)).toBe(LAST_OF_2014);
  });

  it.each([
    ["2014-02-30", "year first"],
    ["1890-01-01", "year first"],
    ["2014-13", "month"],
    ["2014-12", "year first"],
    ["14-Jan", "month"],
    ["12.31.2014", "month first"],
    ["31/12/2014", "month first"],
    ["12/31/2014", "day first"],
    ["31/12-2014", "day first"],
    ["31 Foo 2014", "month by name"],
    ["31 constructor 2014", "month by name"],
    ["42", "serial number"],
    ["", "serial number"],
  ] as const)("%j is no day, %s", (text, form) => {
    expect(readDateText(text, form)).toBeNull();
  });
});

describe("dateOrder", () => {
  it("decides by a day above 12, wherever it stands", () => {
    expect(atOnce(dateOrder(["01/02/2014", "01/13/2014"]))).toMatchObject({
      form: "month first",
      question: null,
    });
    expect(atOnce(dateOrder(["01/02/2014", "13/02/2014"]))).toMatchObject({
      form: "day first",
      question: null,
    });
  });

  it("asks where both readings fit, with both readings of one sample", () => {
    const { question } = atOnce(dateOrder(["05/05/2014", "01/02/2014", "03/04/2014"])) ?? {};
    expect(question?.shown).toBeNull();
    expect(question?.choices.map(({ label }) => label)).toEqual([
      "month first: 01/02/2014 is 2 January 2014",
      "day first: 01/02/2014 is 1 February 2014",
    ]);
  });

  it("asks although the days rise in one reading only: no order of days decides", () => {
    expect(atOnce(dateOrder(["01/02/2014", "01/03/2014", "01/04/2014"]))?.question).not.toBeNull();
  });

  it("does not ask about days that are the same either way", () => {
    expect(atOnce(dateOrder(["01/01/2014", "02/02/2014"]))?.question).toBeNull();
  });

  it("takes dots for day first, as every country that writes them does", () => {
    expect(atOnce(dateOrder(["01.02.2014"]))).toMatchObject({ form: "day first", question: null });
  });

  it("asks the century of two digits once, and takes Excel's where no year is doubtful", () => {
    expect(atOnce(centuryOf(["31/12/14", "31/12/99"], "day first"))).toMatchObject({
      topic: "century",
      shown: "1930 to 2029",
    });
    expect(atOnce(centuryOf(["12/31/30"], "month first"))?.shown).toBeNull();
    expect(atOnce(centuryOf(["12/31/2030"], "month first"))).toBeNull();
  });

  it("knows no date in other texts", () => {
    expect(atOnce(dateOrder(["__proto__", "=1+1", "n/a"]))).toBeNull();
  });
});

describe("numbers", () => {
  it.each([
    ["5.03", ".", 5.03, ""],
    ["1,234.5", ".", 1234.5, ""],
    ["5,03", ",", 5.03, ""],
    ["1.234,5", ",", 1234.5, ""],
    ["1 234,5", ",", 1234.5, ""],
    ["−3", ".", -3, ""],
    ["-0.5", ".", -0.5, ""],
    ["+.5", ".", 0.5, ""],
    ["1.2E-3", ".", 0.0012, ""],
    ["1.25%", ".", 1.25, "%"],
    ["125 bp", ".", 125, "bp"],
    ["125bps", ",", 125, "bp"],
    ["(12.50)", ".", -12.5, ""],
    ["(1.234,5)", ",", -1234.5, ""],
    ["(0.62%)", ".", -0.62, "%"],
    ["(0.62)%", ".", -0.62, "%"],
    ["12.5-", ".", -12.5, ""],
    ["1'234.5", ".", 1234.5, ""],
    ["1’234.5", ".", 1234.5, ""],
    ["1\u2009234,5", ",", 1234.5, ""],
    ["12,34,567.5", ".", 1234567.5, ""],
  ] as const)("%s with %s is %d%s", (text, sign, value, suffix) => {
    expect(readNumberText(text, sign)).toEqual({ value, suffix });
  });

  it.each([
    ["1,23", "."],
    ["1.23.4", "."],
    ["0,123", "."],
    ["1,23,45", "."],
    ["0x10", "."],
    ["Infinity", "."],
    ["1e999", "."],
    [".", "."],
    ["e5", "."],
    ["", "."],
    ["=1+1", "."],
    ["(5", "."],
    ["(-5)", "."],
    ["-5-", "."],
    ["5.03", ","],
  ] as const)("%j with %s is none", (text, sign) => {
    expect(readNumberText(text, sign)).toBeNull();
  });

  it.each([".", "", "#N/A", "NA", "NaN", "null", "-", "n/a", "#N/A N/A"])(
    "%j is missing",
    (text) => {
      expect(isMissing(text)).toBe(true);
    },
  );

  it.each(["0", "--", "..", "__proto__", "constructor"])("%j is not missing", (text) => {
    expect(isMissing(text)).toBe(false);
  });

  it("asks where a sign can be both, and only there", () => {
    const { question } = atOnce(decimalSign(["1.234", "5.678"]));
    expect(question?.choices.map(({ label }) => label)).toEqual([
      "decimal dot: 1.234 is 1.234",
      "decimal comma: 1.234 is 1234",
    ]);
    expect(question?.shown).toBeNull();
    expect(atOnce(decimalSign(["1.234", "5.67"]))).toEqual({ sign: ".", question: null });
    expect(atOnce(decimalSign(["1,234", "5,67"]))).toEqual({ sign: ",", question: null });
    expect(atOnce(decimalSign(["0.623", "0.618"]))).toEqual({ sign: ".", question: null });
    expect(atOnce(decimalSign(["62", "61"]))).toEqual({ sign: ".", question: null });
  });
});

describe("unitQuestion", () => {
  it.each([
    [[101, 98, -3], "OAS", "basis points"],
    [[0.62, 0.6, 0.61], "OAS", "percent"],
    [[0.0062, 0.006, 0.0061], "OAS", "decimals"],
    [[8, 9, 7], "spread (bp)", "basis points"],
    [[8, 9, 7], "OAS", null],
    [[0.1, 0.12, 0.09], "OAS", null],
    [[101, 98], "OAS, percent", null],
  ])("values %j of %s: %s", (values, name, unit) => {
    const { shown, choices } = unitQuestion(values, name);
    expect(shown).toBe(unit);
    expect(choices).toHaveLength(3);
  });

  it("says what contradicts what", () => {
    expect(unitQuestion([101, 98, 99], "OAS, percent").about).toBe(
      "the column's name, OAS, percent, says percent, but values of 99 are usual here, which are those of spreads in basis points",
    );
  });

  it("a unit behind a number counts", () => {
    expect(spreadOf({ value: 0.57, suffix: "%" }, "basis points")).toBe(57);
    expect(spreadOf({ value: 57, suffix: "bp" }, "percent")).toBe(57);
    expect(spreadOf({ value: 0.0057, suffix: "" }, "decimals")).toBe(57);
  });

  it.each([
    [
      "MORTGAGE30US",
      [6.1],
      /MORTGAGE30US is the name of a yield or rate, not of a spread; .*take the Treasury yield off/,
    ],
    ["DGS10", [2.1], /DGS10 is the name of a yield/],
    ["Adj Close", [101], /prices, levels or volumes/],
    ["column 2", [4.2, 4.4], /values of 4.3 are usual for yields in percent/],
  ])("points %s out as no spread", (name, values, words) => {
    expect(notSpreads(values, name)).toMatch(words);
  });

  it.each([
    ["column 2", [101, 99]],
    ["yield spread", [4.2]],
    ["BAMLC0A0CM", [1.1]],
  ])("lets %s pass", (name, values) => {
    expect(notSpreads(values, name)).toBeNull();
  });
});

describe("a typed row", () => {
  it.each([
    ["125", 125],
    ["125bp", 125],
    ["1.25%", 125],
    ["-3", -3],
    ["1.25bp", 1.25],
  ])("%s is %d bp", (typed, value) => {
    expect(readTypedSpread(typed, "MBS spread", 120)).toBe(value);
  });

  it("names percent among basis points, and takes it where nothing is known", () => {
    expect(refusal(() => readTypedSpread("1.25", "MBS spread", 120))).toBe(
      "MBS spread is 1.25 basis points and the last one 120; did you mean 1.25%? Write 1.25% or 1.25bp",
    );
    expect(readTypedSpread("1.25", "MBS spread", null)).toBe(1.25);
    expect(readTypedSpread("0", "MBS spread", 120)).toBe(0);
    expect(refusal(() => readTypedSpread("abc", "MBS spread", 120))).toMatch(
      /^MBS spread is the text "abc"/,
    );
    expect(refusal(() => readTypedSpread(" ", "MBS spread", 120))).toMatch(/^MBS spread is blank/);
  });

  it("takes dates of one reading only", () => {
    expect(readTypedDate("2014-12-31", "date")).toBe(LAST_OF_2014);
    expect(readTypedDate("31.12.2014", "date")).toBe(LAST_OF_2014);
    expect(refusal(() => readTypedDate("01/02/2014", "date"))).toBe(
      'date is "01/02/2014", which can be two days; write it as 2026-01-15',
    );
    expect(refusal(() => readTypedDate("2014-12", "date"))).toMatch(/^date is the text "2014-12"/);
    expect(refusal(() => readTypedDate("soon", "date"))).toMatch(/^date is the text "soon"/);
    expect(readTypedDate("02/02/2014", "date")).toBe(41672);
  });
});
