import { readDate, readNumber, type Written } from "../assumptions/humanValues";
import { align, ALIGN_METHODS, type AlignedSide } from "../calc/series/align";
import { claimCheck, CLAIMS, type Since } from "../calc/history/claimCheck";
import { SIDES, tightestSince } from "../calc/history/tightestSince";
import { isoFromSerial } from "../calc/date/serial";
import { missing } from "../calc/errors";
import { choice, countFrom, optional, required, zeroIsBlank } from "./excel/oneCell";
import { dated } from "./excel/datedSeries";
import { card, forExcel, type ResultCell } from "./excel/results";
import { notThere, table } from "./excel/tables";

/**
 * Puts two dated series with calendars of their own on one set of dates. No value comes from a later date than its row; one that is older than the limit is #N/A.
 * @customfunction ALIGN
 * @param {any[][]} datesA Dates of the first series, one row or column, rising, each once.
 * @param {any[][]} valuesA Its values in its own unit, as many rows; blank or #N/A where missing.
 * @param {any[][]} datesB Dates of the second series, one row or column, rising, each once.
 * @param {any[][]} valuesB Its values in its own unit, as many rows as its dates.
 * @param {any} [how] "previous" (default: every date of either series with the last values known), "exact" (dates on which both have a value), "month end" (the last value of each month) or "month mean"; a month's row has the last date seen in it.
 * @param {any} [maxStaleDays] Greatest age of a value in calendar days; 5 by default. Weekly series need 7, monthly ones dated on the first 31.
 * @param {any} [headings] TRUE puts the names of the table's columns on top; FALSE by default.
 * @returns {any[][]} Rows of date, a, b, ageA and ageB, the ages in calendar days.
 */
export function alignRows(
  datesA: any[][],
  valuesA: any[][],
  datesB: any[][],
  valuesB: any[][],
  how?: any,
  maxStaleDays?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const limit = optional(maxStaleDays, "maxStaleDays", days, 5);
    const rows = align(
      dated({ dates: datesA, values: valuesA, datesName: "datesA", valuesName: "valuesA" }),
      dated({ dates: datesB, values: valuesB, datesName: "datesB", valuesName: "valuesB" }),
      optional(how, "how", choice(ALIGN_METHODS), "previous"),
      limit,
    );
    return table(
      ["date", "a", "b", "ageA", "ageB"],
      rows.map(({ date, a, b }) => {
        const absent = (name: string, { age }: AlignedSide) =>
          age === null
            ? `${name} has no value by ${isoFromSerial(date)}`
            : `${name} is ${age} days old on ${isoFromSerial(date)}; maxStaleDays is ${limit}`;
        const value = (name: string, side: AlignedSide): ResultCell =>
          side.value ?? notThere(absent(name, side));
        const age = (name: string, side: AlignedSide): ResultCell =>
          side.age ?? notThere(absent(name, side));
        return [
          date,
          value("valuesA", a),
          value("valuesB", b),
          age("valuesA", a),
          age("valuesB", b),
        ];
      }),
      headings,
    );
  });
}

const days = countFrom(0);

/**
 * The last earlier date on which a series was at least as tight (low) or wide (high) as it is at its last value: "tightest since". #N/A "tightest in sample" when it never was.
 * @customfunction TIGHTESTSINCE
 * @param {any[][]} dates Dates, one row or column, rising, each once.
 * @param {any[][]} values Spreads or gaps in basis points (or any one unit), as many rows; blank or #N/A where missing.
 * @param {any} [side] "tight" (default: as low or lower) or "wide" (as high or higher).
 * @param {any} [output] "date" (default), or "all" for a card: date, years, value, ties (earlier values equal to the last), observations.
 * @returns {any[][]} The date as Excel's number, or the card.
 */
export function tightestSinceCells(
  dates: any[][],
  values: any[][],
  side?: any,
  output?: any,
): any[][] {
  return forExcel(() => {
    const wanted = optional(output, "output", choice(["date", "all"]), "date");
    const since = tightestSince(
      dated({ dates, values }),
      optional(side, "side", choice(SIDES), "tight"),
    );
    const measures = card([
      ["date", since.date],
      ["years", since.years],
      ["value", since.value],
      ["ties", since.ties],
      ["observations", since.observations],
    ]);
    return wanted === "all" ? measures : [[since.date]];
  });
}

/**
 * Holds a claim such as "lowest since 2022" against a series: whether its last value is, by how much, which day breaks the claim, and what the data support. A claim that reaches back before the data is refused.
 * @customfunction CLAIMCHECK
 * @param {any[][]} dates Dates, one row or column, rising, each once.
 * @param {any[][]} values Spreads, gaps or yields in any one unit, as many rows; blank or #N/A where missing.
 * @param {any} side "lowest" or "highest".
 * @param {any} since The year (1900 to 2199) or the date when it was last so: the values after that year's end, or after that date, are looked at.
 * @param {any} [tolerance] By how much a value may be more extreme without breaking the claim, in its unit; 0 by default.
 * @param {any} [asOf] The day of the claim, as Excel's date or as "2026-01-15"; nothing after it is used; the last of the days by default.
 * @returns {any[][]} A card: verdict (holds, tied, within tolerance, broken), margin, brokenOn, supported, asOf, observations.
 */
export function claimCheckCard(
  dates: any[][],
  values: any[][],
  side: any,
  since: any,
  tolerance?: any,
  asOf?: any,
): any[][] {
  return forExcel(() => {
    const result = claimCheck(
      dated({ dates, values }),
      required(side, "side", choice(CLAIMS)),
      required(since, "since", yearOrDay),
      optional(tolerance, "tolerance", readNumber, 0),
      optional(asOf, "asOf", zeroIsBlank(readDate, null), null),
    );
    return card([
      ["verdict", result.verdict],
      ["margin", result.margin],
      ["brokenOn", result.brokenOn ?? "none"],
      ["supported", result.supported],
      ["asOf", result.asOf],
      ["observations", result.observations],
    ]);
  });
}

/** A whole number from 1900 to 2199 is a year; the dates with these serials are of 1905 and 1906. */
function yearOrDay(written: Written, where: string): Since {
  if (written === 0) throw missing(`${where} is blank`);
  const year =
    typeof written === "string" && /^\s*\d{4}\s*$/.test(written) ? Number(written) : written;
  if (typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2199) {
    return { year };
  }
  return { day: readDate(written, where) };
}
