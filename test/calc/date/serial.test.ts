import fc from "fast-check";
import {
  calendarDay,
  FIRST_SERIAL,
  isoFromSerial,
  LAST_SERIAL,
  serialFromIso,
  serialOf,
} from "../../../src/calc/date/serial";
import { daySerial } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

describe("serial dates", () => {
  // Microsoft's documentation of DATEVALUE: 22 August 2011 is 40777, 5 July 2011 is 40729.
  it.each([
    ["2011-08-22", 40777],
    ["2011-07-05", 40729],
    ["1900-03-01", 61],
    ["9999-12-31", 2958465],
  ])("%s is %i, as Excel counts", (iso, serial) => {
    expect(serialFromIso(iso)).toBe(serial);
    expect(isoFromSerial(daySerial(serial))).toBe(iso);
  });

  it("agree with JavaScript's calendar on every kind of day", () => {
    const epoch = 25569; // 1 January 1970
    fc.assert(
      fc.property(fc.integer({ min: FIRST_SERIAL, max: LAST_SERIAL }), (serial) => {
        const date = new Date((serial - epoch) * 86_400_000);
        expect(calendarDay(daySerial(serial))).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(serialOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(
          serial,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-04-31", "1900-02-28"])("refuse %s", (iso) => {
    expect(() => serialFromIso(iso)).toThrow(calcError("invalid", /not a day|outside/));
  });

  it("leave other forms of text alone", () => {
    expect(serialFromIso("15/01/2026")).toBeNull();
    expect(serialFromIso("2026-1-15")).toBeNull();
  });
});
