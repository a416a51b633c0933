import { isGovernmentBondDay } from "../../../src/calc/date/governmentBondDays";
import { isoFromSerial } from "../../../src/calc/date/serial";
import {
  notificationDay,
  rollDays,
  TBA_CLASSES,
  tbaSettlement,
  type TbaClass,
} from "../../../src/calc/mortgage/tbaCalendar";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

const MONTHS = [2025, 2026, 2027].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => ({ year, month: i + 1 })),
);
const isKnown = (year: number, cls: TbaClass) => year > 2025 || cls === "A";

describe("the calendar of forward trades", () => {
  it("has every day of the table, and no other", () => {
    const rows = golden("tba_settlement.csv");
    expect(rows.length).toBe(12 + 2 * 12 * 4);
    for (const { month = "", settlement, ...row } of rows) {
      const [year, of] = month.split("-").map(Number) as [number, number];
      const day = tbaSettlement({ year, month: of }, row.class as TbaClass);
      expect([month, row.class, isoFromSerial(day)]).toEqual([month, row.class, settlement]);
    }
    for (const { year, month } of MONTHS) {
      for (const cls of TBA_CLASSES.filter((it) => !isKnown(year, it))) {
        expect(() => tbaSettlement({ year, month }, cls)).toThrow(
          calcError("missing", /the table has class A of 2025 and all classes of 2026 and 2027/),
        );
      }
    }
  });

  it("has class A of 2026 and 2027 as a second public copy of SIFMA's page has it", () => {
    // A script for a data vendor's interface, seen in 2026; its comment names SIFMA's page as updated for 2027.
    const second = [
      ...[14, 12, 12, 13, 13, 11, 13, 13, 14, 13, 12, 10],
      ...[14, 11, 11, 13, 13, 14, 14, 12, 14, 14, 15, 13],
    ];
    const ours = MONTHS.slice(12).map((month) => isoFromSerial(tbaSettlement(month, "A")).slice(8));
    expect(ours.map(Number)).toEqual(second);
  });

  it("settles on business days, class after class", () => {
    for (const month of MONTHS) {
      const days = TBA_CLASSES.filter((cls) => isKnown(month.year, cls)).map((cls) =>
        tbaSettlement(month, cls),
      );
      expect(days.every(isGovernmentBondDay)).toBe(true);
      expect([...days].sort((a, b) => a - b)).toEqual(days);
    }
  });

  it("runs a roll from one settlement to the next, over the year's end too", () => {
    expect(rollDays({ year: 2026, month: 8 }, "A").days).toBe(32);
    const december = rollDays({ year: 2026, month: 12 }, "C");
    expect([december.near, december.far].map(isoFromSerial)).toEqual(["2026-12-17", "2027-01-21"]);
    expect(() => rollDays({ year: 2027, month: 12 }, "A")).toThrow(
      calcError("missing", /of class A is known for 2028-01/),
    );
  });

  it("notifies two business days before: not over a weekend or a holiday", () => {
    // Class A of October 2026 settles the day after Columbus Day.
    const settlement = tbaSettlement({ year: 2026, month: 10 }, "A");
    expect(isoFromSerial(settlement)).toBe("2026-10-13");
    expect(isoFromSerial(notificationDay(settlement))).toBe("2026-10-08");
  });
});
