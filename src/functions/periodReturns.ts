import { choiceOf } from "../assumptions/choice";
import { readDate, readFlag, type Written } from "../assumptions/humanValues";
import { isoFromSerial } from "../calc/date/serial";
import { annualReturns, type AnnualReturn } from "../calc/returns/annualReturns";
import { chainReturn } from "../calc/returns/chainReturn";
import { periodReturn, PERIOD_NAMES, type ReturnPeriod } from "../calc/returns/periodReturn";
import { optional, positive, zeroIsBlank } from "./excel/oneCell";
import { dated } from "./excel/datedSeries";
import { complete } from "./excel/series";
import { finiteCell, forExcel, type ResultCell } from "./excel/results";
import { notThere, numberOr, table } from "./excel/tables";

/**
 * Return of a total-return index over a period, from its levels, as a decimal. #N/A when the period's start or end is not in the data, five days either way.
 * @customfunction PERIODRETURN
 * @param {any[][]} dates Dates, one row or column, rising, each once.
 * @param {any[][]} levels Total-return levels in any one unit, as many rows; blank, 0 or #N/A where missing.
 * @param {any} [period] "YTD" (default), "MTD", "QTD", "1M", "3M", "6M", "1Y", "3Y", "5Y", a calendar year such as 2025, or "INCEPTION" (since the first level); "5Y ann" annualises, for periods of a year or more.
 * @param {any} [asOf] The date to look from, as Excel's date or as "2026-01-15"; nothing after it is used; the last of the days by default.
 * @returns {any} The return as a decimal.
 */
export function periodReturnCell(dates: any[][], levels: any[][], period?: any, asOf?: any): any {
  return forExcel(() => {
    const wanted = optional(period, "period", zeroIsBlank(readPeriod, YEAR_TO_DATE), YEAR_TO_DATE);
    return finiteCell(
      periodReturn(
        dated({ dates, values: levels, valuesName: "levels", zeroIsMissing: true }),
        wanted.period,
        optional(asOf, "asOf", zeroIsBlank(readDate, null), null),
        wanted.annualized,
      ),
    );
  });
}

interface Wanted {
  readonly period: ReturnPeriod;
  readonly annualized: boolean;
}

const YEAR_TO_DATE: Wanted = { period: "YTD", annualized: false };

const ANNUALIZED = /\s+ann$/i;
const YEAR = /^(19|2[01])\d\d$/;
const periodName = choiceOf(PERIOD_NAMES);

function readPeriod(written: Written, where: string): Wanted {
  const words = String(written).trim().slice(0, 40);
  const name = words.replace(ANNUALIZED, "");
  return {
    period: YEAR.test(name) ? { year: Number(name) } : periodName(name, where),
    annualized: name !== words,
  };
}

/**
 * Calendar-year returns of a total-return index with their rank, and since which year each is the highest. A year that the data only partly cover is marked and not ranked.
 * @customfunction ANNUALRETURNS
 * @param {any[][]} dates Dates, one row or column, rising, each once.
 * @param {any[][]} levels Total-return levels in any one unit, as many rows; blank, 0 or #N/A where missing.
 * @param {any} [headings] TRUE puts the names of the table's columns on top; FALSE by default.
 * @returns {any[][]} Rows of year, return as a decimal, rank (1 is the highest whole year), highestSince (the last earlier year with a return as high; #N/A "highest in sample" when there is none) and partial (empty for a whole year).
 */
export function annualReturnsRows(dates: any[][], levels: any[][], headings?: any): any[][] {
  return forExcel(() => {
    const rows = annualReturns(
      dated({ dates, values: levels, valuesName: "levels", zeroIsMissing: true }),
    );
    const firstWhole = rows.find(({ rank }) => rank !== null)?.year;
    return table(
      ["year", "return", "rank", "highestSince", "partial"],
      rows.map((row): ResultCell[] => {
        const why =
          row.partial === null
            ? `levels has a gap at the start or the end of ${row.year}`
            : `${row.year} is not whole`;
        return [
          row.year,
          numberOr(row.return, why),
          numberOr(row.rank, why),
          row.highestSince ??
            notThere(
              row.rank === null ? why : `highest in sample (since ${firstWhole ?? row.year})`,
            ),
          partly(row),
        ];
      }),
      headings,
    );
  });
}

function partly({ partial }: AnnualReturn): string {
  if (partial === null) return "";
  const { from, to } = partial;
  return [
    ...(from === null ? [] : [`from ${isoFromSerial(from)}`]),
    ...(to === null ? [] : [`to ${isoFromSerial(to)}`]),
  ].join(" ");
}

/**
 * Compounds returns of periods that follow each other. A missing return is #N/A: a chain with a link left out is another chain.
 * @customfunction CHAINRETURN
 * @param {any[][]} returns Returns as decimals (0.0052 is 0.52%), one row or column, oldest first.
 * @param {any} [annualize] TRUE gives a return a year as a decimal; FALSE (default) that of the whole time.
 * @param {any} [periods] Rows a year, for annualising; 12 by default.
 * @returns {any} The compounded return as a decimal.
 */
export function chainReturnCell(returns: any[][], annualize?: any, periods?: any): any {
  return forExcel(() => {
    const aYear = optional(periods, "periods", zeroIsBlank(positive("rows a year"), 12), 12);
    const annual = optional(annualize, "annualize", readFlag, false);
    return finiteCell(chainReturn(complete(returns, "returns"), annual ? aYear : null));
  });
}
