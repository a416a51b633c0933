import {
  easterSunday,
  isGovernmentBondDay,
  nextGovernmentBondDay,
  previousGovernmentBondDay,
} from "../../../src/calc/date/governmentBondDays";
import { isoFromSerial, serialOf } from "../../../src/calc/date/serial";
import { daySerial } from "../../../src/calc/units";
import { day } from "../../support/bondRows";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

/** The weekdays of a year that are no business days. */
function holidays(year: number): string[] {
  const found: string[] = [];
  for (let it = serialOf(year, 1, 1); it <= serialOf(year, 12, 31); it = daySerial(it + 1)) {
    if (it % 7 > 1 && !isGovernmentBondDay(it)) found.push(isoFromSerial(it));
  }
  return found;
}

/** Closed in QuantLib only: at short notice, which is no rule. */
const AT_SHORT_NOTICE = ["2004-06-11", "2012-10-30", "2018-12-05"];
/** Open in QuantLib only: the market traded until noon, and nothing settled (SIFMA, 9 March 2015). */
const NO_SETTLEMENT = ["2015-04-03"];

describe("isGovernmentBondDay", () => {
  it("has QuantLib's holidays from 1990 to 2050, but for four days", () => {
    const theirs = golden("government_bond_holidays.csv").flatMap(({ year, holidays: days = "" }) =>
      days.split(" ").map((it) => `${year}-${it}`),
    );
    const ours = Array.from({ length: 61 }, (_, i) => holidays(1990 + i)).flat();
    expect(theirs.filter((it) => !ours.includes(it))).toEqual(AT_SHORT_NOTICE);
    expect(ours.filter((it) => !theirs.includes(it))).toEqual(NO_SETTLEMENT);
    expect(ours).toHaveLength(theirs.length - 2);
  });

  // www.sifma.org: 21 March 2012, 9 March 2015 and 20 March 2026, each "not a good settlement day".
  it.each(["2012-04-06", "2015-04-03", "2026-04-03"])(
    "does not settle on the Good Friday %s, though the market trades until noon",
    (iso) => {
      expect(isGovernmentBondDay(day(iso))).toBe(false);
    },
  );

  it.each([
    ["2022-06-20", false, "Juneteenth on a Sunday (SIFMA, 14 July 2021)"],
    ["2021-06-18", true, "Juneteenth was not kept before 2022"],
    ["2023-10-09", false, "Columbus Day (SIFMA, 25 September 2023)"],
    ["2010-12-31", true, "New Year's Day on a Saturday (SIFMA, 2010: full day trading)"],
    ["2024-07-04", false, "Independence Day"],
    ["2023-11-10", true, "Veterans Day on a Saturday"],
  ])("%s: %p, %s", (iso, expected) => {
    expect(isGovernmentBondDay(day(iso))).toBe(expected);
  });

  it("knows no rules before 1990", () => {
    expect(() => isGovernmentBondDay(day("1989-12-29"))).toThrow(
      calcError("invalid", /1989-12-29 is before 1990/),
    );
  });
});

describe("next and previous business days", () => {
  it("stay on a business day", () => {
    expect(nextGovernmentBondDay(day("2026-07-02"))).toBe(day("2026-07-02"));
    expect(previousGovernmentBondDay(day("2026-07-02"))).toBe(day("2026-07-02"));
  });

  it("pass over a holiday and a weekend together", () => {
    expect(isoFromSerial(nextGovernmentBondDay(day("2026-07-03")))).toBe("2026-07-06");
    expect(isoFromSerial(previousGovernmentBondDay(day("2026-07-05")))).toBe("2026-07-02");
  });
});

// US Naval Observatory, The Date of Easter.
it.each(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2008-03-23"])(
  "easter is on %s",
  (iso) => {
    expect(isoFromSerial(easterSunday(Number(iso.slice(0, 4))))).toBe(iso);
  },
);
