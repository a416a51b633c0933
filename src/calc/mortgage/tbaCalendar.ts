import { previousGovernmentBondDay } from "../date/governmentBondDays";
import { calendarDay, serialOf } from "../date/serial";
import { missing } from "../errors";
import { daySerial, type DaySerial } from "../units";

/**
 * Classes by which forward trades in agency pools settle: A UMBS of 30 years, B of 15 years, C Ginnie Mae
 * of 30 years, D others.
 */
export const TBA_CLASSES = ["A", "B", "C", "D"] as const;
export type TbaClass = (typeof TBA_CLASSES)[number];

/** A month of settlement: month 1 to 12. */
export interface SettlementMonth {
  readonly year: number;
  readonly month: number;
}

/** Where the days come from, for the user's eyes. */
export const TBA_SOURCE =
  "second-hand: a copy of SIFMA's calendar in public open-source data of July 2026; compare with SIFMA before relying on a day";

/** Days of the month on which a class settles, January to December. */
const DAYS: ReadonlyMap<number, { readonly [K in TbaClass]?: readonly number[] }> = new Map([
  [2025, { A: [14, 13, 13, 14, 13, 12, 14, 13, 15, 14, 13, 11] }],
  [
    2026,
    {
      A: [14, 12, 12, 13, 13, 11, 13, 13, 14, 13, 12, 10],
      B: [20, 17, 17, 16, 18, 16, 16, 18, 17, 15, 17, 15],
      C: [22, 19, 19, 21, 20, 22, 20, 20, 21, 20, 19, 17],
      D: [27, 24, 23, 23, 26, 24, 23, 25, 24, 22, 24, 22],
    },
  ],
  [
    2027,
    {
      A: [14, 11, 11, 13, 13, 14, 14, 12, 14, 14, 15, 13],
      B: [19, 16, 15, 15, 17, 16, 19, 17, 16, 18, 17, 16],
      C: [21, 18, 18, 20, 19, 21, 21, 19, 21, 21, 22, 20],
      D: [25, 23, 23, 22, 24, 23, 22, 23, 23, 25, 23, 22],
    },
  ],
]);

/**
 * The day on which a class of forward trades settles.
 *
 * @param month - The month of settlement.
 * @param cls - The class.
 * @returns The day.
 * @throws CalcError `missing` for a month or class that the table does not have: none is made up by rule.
 * @see SIFMA, MBS Notification and Settlement Dates (not seen: the table is second-hand)
 *
 * @example
 * isoFromSerial(tbaSettlement({ year: 2026, month: 8 }, "A")); // => "2026-08-13"
 */
export function tbaSettlement({ year, month }: SettlementMonth, cls: TbaClass): DaySerial {
  const day = DAYS.get(year)?.[cls]?.[month - 1];
  if (day === undefined) {
    throw missing(
      `no settlement day of class ${cls} is known for ${monthWords({ year, month })}; the table has class A of 2025 and all classes of 2026 and 2027`,
    );
  }
  return serialOf(year, month, day);
}

const monthWords = ({ year, month }: SettlementMonth): string =>
  `${year}-${String(month).padStart(2, "0")}`;

/**
 * The day by which the seller says which pools are delivered: two business days before settlement.
 *
 * @param settlement - The day of settlement.
 * @returns The day of notification.
 * @see SIFMA, good delivery guidelines: the 48-hour rule
 *
 * @example
 * // Monday, 7 September 2026 is Labor Day.
 * isoFromSerial(notificationDay(serialOf(2026, 9, 8))); // => "2026-09-03"
 */
export function notificationDay(settlement: DaySerial): DaySerial {
  const oneBefore = (day: DaySerial) => previousGovernmentBondDay(daySerial(day - 1));
  return oneBefore(oneBefore(settlement));
}

/** A roll from one month's settlement to the next one's. */
export interface RollDays {
  readonly near: DaySerial;
  readonly far: DaySerial;
  /** Actual days between them. */
  readonly days: number;
}

/**
 * The days between a month's settlement and the next one's.
 *
 * @param month - The near month.
 * @param cls - The class.
 * @returns Both days, and the days between them.
 * @throws CalcError `missing` where the table lacks one of them.
 *
 * @example
 * rollDays({ year: 2026, month: 12 }, "A").days; // => 35
 */
export function rollDays(month: SettlementMonth, cls: TbaClass): RollDays {
  const near = tbaSettlement(month, cls);
  const far = tbaSettlement(monthAfter(month), cls);
  return { near, far, days: far - near };
}

const monthAfter = ({ year, month }: SettlementMonth): SettlementMonth =>
  month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };

/**
 * Days of interest that a pool has earned on its settlement day, by 30/360 from the first of the month.
 *
 * @param settlement - The day of settlement.
 * @returns Days, 0 to 30.
 *
 * @example
 * accruedDaysOn(serialOf(2026, 8, 13)); // => 12
 */
export function accruedDaysOn(settlement: DaySerial): number {
  return calendarDay(settlement).day - 1;
}
