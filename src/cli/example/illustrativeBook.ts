import { monthEnd } from "../../calc/series/byMonth";
import { mean } from "../../calc/numeric/statistics";
import { normalStream } from "../../calc/numeric/random";
import { serialOf } from "../../calc/date/serial";
import { daySerial, type DaySerial } from "../../calc/units";
import { wander, type Wandering } from "../../templates/wander";
import type { ProxyInputs } from "./proxySpreads";

/** What the illustrative book is made of; all of it is made up. */
export interface BookSettings {
  readonly seed: number;
  readonly firstYear: number;
  readonly months: number;
  readonly gap: Wandering;
  readonly corporate: Wandering;
  readonly treasury10: Wandering;
  /** The 10-year yield less the 5-year yield. */
  readonly slope: Wandering;
  /** Standard deviation of what one survey of mortgage rates has of its own, in basis points. */
  readonly surveyNoise: number;
}

/** The book that the command shows when it is given no files. */
export const ILLUSTRATIVE_BOOK: BookSettings = {
  seed: 12345,
  firstYear: 2016,
  months: 120,
  gap: { mean: 55, sd: 20, halfLife: 8 },
  corporate: { mean: 120, sd: 30, halfLife: 12 },
  treasury10: { mean: 350, sd: 80, halfLife: 500 },
  slope: { mean: 50, sd: 30, halfLife: 250 },
  surveyNoise: 3,
};

const PER_BP = 1 / 10_000;
const THURSDAY = 5;

/**
 * Made-up series on the calendars of the real ones, with a gap whose moments are known.
 *
 * Treasury yields by business day (no holidays), a mortgage rate every Thursday, a corporate yield
 * a month that is the month's mean, dated its first day. The gap of month means is `settings.gap`
 * but for what the surveys add.
 *
 * @param settings - Seed, length and moments.
 * @returns The four series; yields as decimals.
 * @throws CalcError `invalid` when the seed is not a whole number from 0 to 2³² − 1.
 */
export function illustrativeBook(settings: BookSettings = ILLUSTRATIVE_BOOK): ProxyInputs {
  // One stream for everything: streams of neighbouring seeds are not independent.
  const normal = normalStream(settings.seed);
  const gaps = wander(settings.gap, normal);
  const corporates = wander(settings.corporate, normal);
  const tens = wander(settings.treasury10, normal);
  const slopes = wander(settings.slope, normal);

  const mortgage = new Column();
  const treasury5 = new Column();
  const treasury10 = new Column();
  const corporate = new Column();
  let month = serialOf(settings.firstYear, 1, 1);
  for (let i = 0; i < settings.months; i++) {
    const [gap, spread] = [gaps(), corporates()];
    const yields: number[] = [];
    const end = monthEnd(month);
    for (let day = month; day <= end; day = daySerial(day + 1)) {
      const weekday = weekdayOf(day);
      if (weekday === 1 || weekday === 7) continue;
      const ten = tens();
      const five = ten - slopes();
      yields.push(ten);
      treasury10.add(day, ten);
      treasury5.add(day, five);
      if (weekday === THURSDAY)
        mortgage.add(day, mean([five, ten]) + spread + gap + settings.surveyNoise * normal());
    }
    corporate.add(month, mean(yields) + spread);
    month = daySerial(end + 1);
  }
  return {
    mortgage: mortgage.history(),
    treasury5: treasury5.history(),
    treasury10: treasury10.history(),
    corporate: corporate.history(),
  };
}

/** 1 is Sunday, as Excel's WEEKDAY counts; its serial 1 was a Sunday. */
const weekdayOf = (day: DaySerial): number => ((day - 1) % 7) + 1;

class Column {
  private readonly dates: DaySerial[] = [];
  private readonly values: number[] = [];

  add(day: DaySerial, basisPoints: number): void {
    this.dates.push(day);
    this.values.push(basisPoints * PER_BP);
  }

  history() {
    return { dates: this.dates, values: Float64Array.from(this.values) };
  }
}
