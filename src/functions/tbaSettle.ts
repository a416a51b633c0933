import { CalcError } from "../calc/errors";
import {
  accruedDaysOn,
  notificationDay,
  rollDays,
  TBA_SOURCE,
  tbaSettlement,
} from "../calc/mortgage/tbaCalendar";
import { choice, optional, required } from "./excel/oneCell";
import { card, excelError, forExcel, type Measure, type ResultCell } from "./excel/results";
import { settlementMonth, tbaClassReader } from "./terms/settlement";

const OUTPUTS = [
  "settlement",
  "notification",
  "accruedDays",
  "next",
  "rollDays",
  "source",
  "all",
] as const;

/**
 * The day on which a month's forward trades in agency mortgages (TBA) settle, by class, from a table of the published calendar: class A of 2025, all classes of 2026 and 2027. The table is second-hand: compare with SIFMA before relying on a day. #N/A beyond it, because no rule makes these days.
 * @customfunction TBASETTLE
 * @param {any} month Month of settlement: "2026-08", or any date in it.
 * @param {any} [settlementClass] Class: "A" (default) UMBS of 30 years, "B" of 15 years, "C" Ginnie Mae of 30 years, "D" others.
 * @param {any} [output] "settlement" (default), the day; "notification", two business days before it; "accruedDays", days of interest at settlement; "next", the next month's day; "rollDays", the days from one to the other; "source", where the days come from; "all" for a card of these.
 * @returns {any[][]} The day as Excel's number, another measure, or the card.
 */
export function tbaSettleCells(month: any, settlementClass?: any, output?: any): any[][] {
  return forExcel(() => {
    const named = required(month, "month", settlementMonth);
    const of = optional(settlementClass, "settlementClass", tbaClassReader, "A");
    const settlement = tbaSettlement(named, of);
    const measures: readonly Measure[] = [
      ["settlement", settlement],
      ["notification", notificationDay(settlement)],
      ["accruedDays", accruedDaysOn(settlement)],
      ["next", () => orWords(() => rollDays(named, of).far)],
      ["rollDays", () => orWords(() => rollDays(named, of).days)],
      ["source", TBA_SOURCE],
    ];
    const wanted = optional(output, "output", choice(OUTPUTS), "settlement");
    return card(measures, wanted === "all" ? "ALL" : wanted);
  });
}

/** A value, or the words of why there is none: the rest of the card stands. */
function orWords(value: () => number): ResultCell {
  try {
    return value();
  } catch (error) {
    if (error instanceof CalcError) return excelError(error);
    throw error;
  }
}
