import { days360, monthsAfter } from "../../calc/excel/calendar";
import {
  networkDays,
  SATURDAY_SUNDAY,
  type Weekend,
  weekendOf,
  workday,
} from "../../calc/excel/workdays";
import { isoWeek, weekOf } from "../../calc/excel/weeks";
import { yearFraction } from "../../calc/date/yearFraction";
import { type Argument, BuiltinError, isTable, numberOf, textOf } from "./arguments";
import { type Builtin, ofNumbers, ofWhole } from "./builtin";
import { basisOf, dayOf } from "./days";

/** Days off beside the weekend; blank cells are none. */
function holidaysOf(argument: Argument | undefined): ReadonlySet<number> {
  if (argument === undefined) return new Set();
  const cells = isTable(argument) ? argument.flat() : [argument];
  const days = cells.filter((value) => value !== null && value !== "");
  return new Set(days.map((value) => dayOf("holidays", numberOf("holidays", value))));
}

/** Blank is Saturday and Sunday. */
function readWeekend(argument: Argument | undefined): Weekend {
  const value = argument !== undefined && isTable(argument) ? argument[0]?.[0] : argument;
  if (value === undefined || value === null) return SATURDAY_SUNDAY;
  const weekend = weekendOf(typeof value === "string" ? value : numberOf("weekend", value));
  if (weekend) return weekend;
  const code = typeof value === "string" ? "#VALUE!" : "#NUM!";
  throw new BuiltinError(
    code,
    `weekend is ${textOf(value)}; it must be 1 to 7, 11 to 17 or seven characters such as "0000011"`,
  );
}

type CountDays = (a: number, b: number, off: Weekend, holidays: ReadonlySet<number>) => number;

/** The first two arguments may be arrays; the weekend and the holidays belong to all. */
const workdays = (name: string, hasWeekend: boolean, calculate: CountDays): Builtin =>
  ofWhole(name, 2, hasWeekend ? 4 : 3, (first = null, second = null, ...rest) => {
    const weekend = readWeekend(hasWeekend ? rest[0] : undefined);
    const holidays = holidaysOf(hasWeekend ? rest[1] : rest[0]);
    const one = ofNumbers(name, "start_date second", (a, b) => calculate(a, b, weekend, holidays));
    return one.calculate([first, second]);
  });

const countDays: CountDays = (from, to, off, holidays) =>
  networkDays(dayOf("start_date", from), dayOf("end_date", to), off, holidays);
const laterDay: CountDays = (start, count, off, holidays) =>
  workday(dayOf("start_date", start), Math.trunc(count), off, holidays);

/** Days, weeks and months. */
export const DATES: readonly Builtin[] = [
  ofNumbers("EDATE", "start_date months", (start, months) =>
    monthsAfter(dayOf("start_date", start), months),
  ),
  ofNumbers("EOMONTH", "start_date months", (start, months) =>
    monthsAfter(dayOf("start_date", start), months, true),
  ),
  ofNumbers("YEARFRAC", "start_date end_date ? basis", (start, end, basis) =>
    yearFraction(dayOf("start_date", start), dayOf("end_date", end), basisOf(basis)),
  ),
  ofNumbers("DAYS360", "start_date end_date ? method", (start, end, method = 0) =>
    days360(dayOf("start_date", start), dayOf("end_date", end), method !== 0),
  ),
  ofNumbers("ISOWEEKNUM", "date", (date) => isoWeek(dayOf("date", date))),
  ofNumbers("WEEKNUM", "serial_number ? return_type", (date, type = 1) =>
    weekOf(dayOf("serial_number", date), Math.trunc(type)),
  ),
  workdays("WORKDAY", false, laterDay),
  workdays("WORKDAY.INTL", true, laterDay),
  workdays("NETWORKDAYS", false, countDays),
  workdays("NETWORKDAYS.INTL", true, countDays),
];
