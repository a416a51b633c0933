import fc from "fast-check";
import {
  readCount,
  readDate,
  readFlag,
  readNumber,
  readPrice,
  readRate,
  readSpread,
} from "../../src/assumptions/humanValues";
import { calcError } from "../support/errors";

describe("values as people write them", () => {
  it.each([
    [readRate, 0.0503, 0.0503],
    [readRate, "5.03%", 0.0503],
    [readRate, " 5.03 % ", 0.0503],
    [readRate, "-0.5%", -0.005],
    [readRate, "100%", 1],
    [readRate, "0.0503", 0.0503],
    [readSpread, 101, 101],
    [readSpread, "101bp", 101],
    [readSpread, "-5 BPS", -5],
    [readSpread, "62", 62],
    [readPrice, 99.5, 99.5],
    [readPrice, "99-16", 99.5],
    [readPrice, "99-16+", 99.515625],
    [readPrice, "99-165", 99 + 16.625 / 32],
    [readPrice, "99-164", 99.515625],
    [readPrice, "100-00", 100],
    [readPrice, "101.25", 101.25],
    [readDate, 46037, 46037],
    [readDate, 46037.75, 46037],
    [readDate, "2026-01-15", 46037],
    [readNumber, "1e3", 1000],
    [readNumber, "-.5", -0.5],
  ] as const)("%p reads %p as %p", (reader, written, expected) => {
    expect(reader(written, "it")).toBe(expected);
  });

  it.each([
    [readRate, 5.03, /it is 5\.03 \(503%\); rates are decimals, did you mean 0\.0503\?/],
    [readRate, "150%", /at most 100%/],
    [readRate, "five", /it is the text "five"; it must be a decimal such as 0\.0503/],
    [readRate, true, /it is TRUE/],
    [readRate, "5,03%", /it is the text "5,03%"/],
    [readSpread, "1.01%", /basis points such as 101/],
    [readSpread, "wide", /basis points such as 101/],
    [readSpread, false, /it is FALSE/],
    [readPrice, 0, /it is 0; it must be a price per 100/],
    [readPrice, -1, /it is -1/],
    [readPrice, "99-32", /00 to 31/],
    [readPrice, "99-168", /it is the text "99-168"/],
    [readPrice, "99-1", /it is the text "99-1"/],
    [readPrice, true, /it is TRUE/],
    [readDate, 60, /it is 60; it must be a date from 1900-03-01/],
    [readDate, "15/01/2026", /it is the text "15\/01\/2026"/],
    [readDate, "2026-02-30", /not a day/],
    [readDate, 1e9, /a date from/],
    [readDate, true, /it is TRUE/],
    [readNumber, "", /it is the text ""/],
    [readNumber, "0x10", /0x10/],
    [readNumber, "1e999", /it is Infinity/],
    [readNumber, "x".repeat(32_767), /"x{37}…"; it must be a number/],
  ] as const)("%p refuses %p", (reader, written, words) => {
    expect(() => reader(written, "it")).toThrow(calcError("invalid", words));
  });

  it("reads counts and flags, and nothing near them", () => {
    expect(readCount("60", "window", 2)).toBe(60);
    expect(() => readCount(1, "window", 2)).toThrow(
      calcError("invalid", /window is 1; it must be a whole number, 2 or more/),
    );
    expect(() => readCount(2.5, "window", 2)).toThrow(calcError("invalid", /window is 2\.5/));
    expect([true, "TRUE", 1, "1", "false", 0].map((it) => readFlag(it, "on"))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(() => readFlag("yes", "on")).toThrow(
      calcError("invalid", /on is the text "yes"; it must be TRUE or FALSE/),
    );
  });

  it("reads every 32nd and eighth as the same number as its decimal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 199 }),
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 7 }),
        (points, ticks, eighths) => {
          const two = String(ticks).padStart(2, "0");
          expect(readPrice(`${points}-${two}${eighths}`, "price")).toBe(
            points + (ticks + eighths / 8) / 32,
          );
        },
      ),
    );
  });

  it("reads a percent as the decimal that was meant, without a binary tail", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (hundredths) => {
        expect(readRate(`${hundredths / 100}%`, "rate")).toBe(Number(`${hundredths}e-4`));
      }),
    );
  });
});
