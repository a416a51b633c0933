import { readAssumptions } from "../../src/assumptions/assumptions";
import { serialOf } from "../../src/calc/date/serial";
import { couponStackRows } from "../../src/functions/couponStack";
import {
  mbsCashflowsRows,
  mbsPriceCells,
  mbsStaticCard,
  mbsYieldCells,
  mbsZSpreadCell,
} from "../../src/functions/mortgage";
import { mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import { mbsOasCard } from "../../src/functions/mortgageOas";
import { dollarRollCard, impliedSpeedCell } from "../../src/functions/mortgageSpeed";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";
import { golden } from "../support/golden";
import { column } from "../support/series";

const POOL = [column(0.05), column(0.0595), column(357), column(3)] as const;
const priceAt = (accrued?: unknown, delay?: unknown, yld = 0.0503) =>
  mbsPriceCells(
    column(yld),
    ...POOL,
    column(0.06),
    delay === undefined ? undefined : column(delay),
    undefined,
    accrued === undefined ? undefined : column(accrued),
  )[0]?.[0] as number;

describe("a settlement month for days of accrued interest", () => {
  it.each([
    ["2026-08", 12],
    ["2026-08 A", 12],
    ["2026-08 c", 19],
    [serialOf(2026, 8, 1), 12],
    [serialOf(2026, 8, 20), 19],
    ["2026-08-20", 19],
    ["2026-08-31", 30],
    ["7", 7],
  ])("%p is %p days", (written, days) => {
    expect(priceAt(written)).toBe(priceAt(days));
    const static2 = (accrued: unknown) =>
      mbsStaticCard(99.75, 0.05, 0.0595, 357, 3, [[0.06]], 24, accrued);
    expect(static2(written)).toEqual(static2(days));
  });

  it.each([
    ["2028-08", "#N/A", /class A is known for 2028-08/],
    ["2026-08 E", "#VALUE!", /accruedDays is "E"; it must be one of A, B, C, D/],
    [31, "#VALUE!", /accruedDays is 31; it must be at most 30/],
    [100, "#VALUE!", /accruedDays is 100; it must be at most 30/],
    ["August", "#VALUE!", /accruedDays is the text "August"/],
  ])("%p is refused with words", (written, code, words) => {
    expect(
      answer(() => mbsStaticCard(99.75, 0.05, 0.0595, 357, 3, [[0.06]], 24, written)),
    ).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  it("gives DOLLARROLL its days and the accrued interest of both ends", () => {
    const roll = (days: unknown, near?: unknown, far?: unknown) =>
      dollarRollCard(100.25, 8, 0.05, days, 0.0062, 0.0365, near, far, 24);
    // 13 August to 14 September 2026; class C 20 August to 21 September.
    expect(roll("2026-08")).toEqual(roll(32, 12, 13));
    expect(roll("2026-08 C")).toEqual(roll(32, 19, 20));
    expect(roll("2026-12")).toEqual(roll(35, 9, 13));
    expect(roll("2026-08", 0, 0)).toEqual(roll(32, 0, 0));
    expect(answer(() => roll("2026-08-13"))).toMatchObject({
      message: expect.stringMatching(/days is the day 2026-08-13; it must be a number of days/),
    });
    expect(answer(() => roll("2027-12"))).toMatchObject({ code: "#N/A" });
  });

  it("gives COUPONSTACK the accrued interest of all its rows", () => {
    const stack = (assumptions: unknown, settlement?: unknown) =>
      couponStackRows(
        column(0.05, 0.055),
        column(99.75, 101.5),
        column(0.0595, 0.0645),
        [[357]],
        [[3]],
        BASE_CURVE,
        assumptions as any[][],
        false,
        settlement,
      );
    expect(stack(undefined, "2026-08")).toEqual(stack([["pool.accruedDays", 12]]));
    expect(stack([["pool.accruedDays", 3]], "2026-08 C")).toEqual(
      stack([["pool.accruedDays", 19]]),
    );
    expect(stack([["pool.accruedDays", 3]])).not.toEqual(stack(undefined, "2026-08"));
  });
});

describe("a settlement month as the assumption pool.accruedDays", () => {
  const card = (accrued: unknown) =>
    mbsOasCard(99.75, 0.05, 0.0595, 357, 3, BASE_CURVE, [["pool.accruedDays", accrued]]);

  it.each([
    ["2026-08", 12],
    ["2026-08 C", 19],
    // As Excel keeps "2026-08" when it is typed into a cell.
    [serialOf(2026, 8, 1), 12],
    ["2026-08-20", 19],
    ["12", 12],
  ])("%p is %p days in MBSOAS", (written, days) => {
    expect(card(written)).toEqual(card(days));
  });

  it("is the days of that month where the table is read", () => {
    const row = { row: 1, key: "pool.accruedDays", value: "2026-08 C" };
    expect(readAssumptions([row]).values.get("pool.accruedDays")).toBe(19);
  });

  it.each([
    ["2028-08", /no settlement day of class A is known for 2028-08/],
    ["2026-13", /pool\.accruedDays is the text "2026-13"; it must be a month from 01 to 12/],
    ["2026-08 E", /pool\.accruedDays is "E"; it must be one of A, B, C, D/],
    [31, /pool\.accruedDays is 31; it must be at most 30/],
    [
      "soon",
      /pool\.accruedDays is the text "soon"; it must be days from 0 to 30, a settlement month/,
    ],
  ])("%p is refused with the table's row", (written, words) => {
    const { message } = answer(() => card(written)) as { message: string };
    expect(message).toMatch(/^assumptions, row 1: /);
    expect(message).toMatch(words);
  });
});

describe("payments on business days", () => {
  /** Holidays as QuantLib has them. */
  const holidays = new Set(
    golden("government_bond_holidays.csv").flatMap(({ year, holidays: days = "" }) =>
      days.split(" ").map((day) => `${year}-${day}`),
    ),
  );
  /** Days from 20 August 2026 to payment k by 30/360: due on the 20th, moved to the next business day. */
  const daysTo = (k: number, day: number) => {
    const paid = new Date(Date.UTC(2026, 8 + k, day));
    const isOpen = () =>
      paid.getUTCDay() % 6 !== 0 && !holidays.has(paid.toISOString().slice(0, 10));
    while (!isOpen()) paid.setUTCDate(paid.getUTCDate() + 1);
    const [year, month, date] = [paid.getUTCFullYear(), paid.getUTCMonth(), paid.getUTCDate()];
    return 360 * (year - 2026) + 30 * (month - 7) + Math.min(30, date) - 20;
  };
  /** Present value of a Ginnie Mae II pool without prepayment, which this month's table of flows pays. */
  const worth = (yld: number) =>
    mbsCashflowsRows(0.05, 0.0555, 280, 10, [[0.06]]).reduce(
      (sum, [month, , , , , total]) =>
        sum + (total as number) * (1 + yld / 2) ** (-daysTo((month as number) - 1, 20) / 180),
      0,
    );
  const terms = [column(0.05), column(0.0555), column(280), column(10), column(0.06)] as const;
  const accrued = (100 * 0.05 * 19) / 360;

  it("discount each payment from the day on which it is made, by an outside calendar", () => {
    const clean = mbsPriceCells(column(0.052), ...terms, column("19 true"), undefined, [
      ["2026-08 C"],
    ])[0]?.[0] as number;
    expect(clean).toBeCloseTo(worth(0.052) - accrued, 10);
  });

  it("go back from the price to the yield, and cost a pool at par about a basis point", () => {
    const yieldAt = (delay: unknown) =>
      mbsYieldCells(
        column(worth(0.052) - accrued),
        ...terms,
        column(delay),
        undefined,
        column("2026-08 C"),
      )[0]?.[0] as number;
    expect(yieldAt("19 true")).toBeCloseTo(0.052, 12);
    // 0.9 days of delay on average: at about 7 years of life 0.9/360/7 of 5%.
    const cost = yieldAt(19) - yieldAt("19 true");
    expect(cost).toBeGreaterThan(0.1e-4);
    expect(cost).toBeLessThan(1e-4);
  });

  it("reach the other functions that take a delay", () => {
    const rest = [0.05, 0.0555, 280, 10] as const;
    const card = (delay: unknown) =>
      new Map(mbsStaticCard(99.5, ...rest, [[0.06]], delay, "2026-08 C") as [string, number][]);
    expect(card("19 true").get("wal")).toBeGreaterThan(card(19).get("wal") as number);
    const z = (delay: unknown) =>
      mbsZSpreadCell(99.5, ...rest, [[0.06]], BASE_CURVE, delay, "2026-08 C") as number;
    expect(z("19 true")).toBeLessThan(z(19));
    const speed = (delay: unknown) =>
      impliedSpeedCell(97, 0.0555, ...rest, "CPR", delay, "2026-08 C") as number;
    expect(speed("19 true")).toBeGreaterThan(speed(19));
    const held = (delay: unknown) =>
      mbsHorizonCard(
        99.5,
        ...rest,
        [[0.06]],
        12,
        0.052,
        undefined,
        0.036,
        delay,
        "2026-08 C",
      )[0]?.[1] as number;
    expect(held("19 true")).toBeLessThan(held(19));
  });

  it("need the day of settlement", () => {
    expect(answer(() => priceAt(12, "24 true"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(
        /delayDays is "24 true", payments on business days; accruedDays must be the day or the month of settlement/,
      ),
    });
    expect(answer(() => priceAt(12, "24 business"))).toMatchObject({ code: "#VALUE!" });
  });
});
