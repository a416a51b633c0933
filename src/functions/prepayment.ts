import { FIT_DIALS, prepaymentDials } from "../assumptions/poolAssumptions";
import { readCount, readRate } from "../assumptions/humanValues";
import { invalid } from "../calc/errors";
import { fitPrepayment } from "../calc/prepayment/fitPrepayment";
import type { ObservedSpeed } from "../calc/prepayment/observedSpeeds";
import { poolSpeeds } from "../calc/prepayment/prepaymentModel";
import { rate, type Rate } from "../calc/units";
import { caseRows } from "./excel/elementwise";
import { countFrom, optional, positive, type Reader, required, zeroIsBlank } from "./excel/oneCell";
import { assumptionsTable } from "./terms/assumptionsTable";
import { complete } from "./excel/series";
import { finiteCell, forExcel, type ResultCell } from "./excel/results";
import { notThere, numberOr, table } from "./excel/tables";

const ageReader = countFrom(0);

/** Reader of a calendar month; 0 is none, as older desktops hand a blank over. */
const monthReader: Reader<number | null> = zeroIsBlank<number, null>((written, where) => {
  const month = readCount(written, where, 1);
  if (month > 12) throw invalid(`${where} is ${month}; it must be a calendar month from 1 to 12`);
  return month;
}, null);

/** No loan is older, and no path longer. */
const MOST_MONTHS = 480;

/**
 * Prepayment speeds of a pool by the model of the assumptions, along a path of mortgage rates; the fast borrowers leave first, so that the same rate means slower speeds later.
 * @customfunction PREPAYCPR
 * @param {any} wac Rate of the loans as a decimal: 0.0595, not 5.95.
 * @param {any} age Age of the loans today in months.
 * @param {any[][]} mortgageRates Mortgage rates month by month as decimals, one row or column, 480 at most.
 * @param {any} [firstMonth] Calendar month of the first speed, 1 to 12, for the seasons; none by default.
 * @param {any[][]} [assumptions] The assumptions table: keys and values; prepay.* are used. Defaults where omitted.
 * @returns {any[][]} One CPR a month as a decimal, to be used as a speed.
 */
export function prepayCprColumn(
  wac: any,
  age: any,
  mortgageRates: any[][],
  firstMonth?: any,
  assumptions?: any[][],
): any[][] {
  return forExcel(() => {
    const rates = complete(mortgageRates, "mortgageRates");
    if (rates.length > MOST_MONTHS) {
      throw invalid(
        `mortgageRates has ${rates.length} months; it must have at most ${MOST_MONTHS}`,
      );
    }
    rates.forEach((value, i) => readRate(value, `mortgageRates, row ${i + 1},`));
    const speeds = poolSpeeds(
      prepaymentDials(assumptionsTable(assumptions, "assumptions")),
      required(wac, "wac", readRate),
      required(age, "age", ageReader),
      rates,
      optional(firstMonth, "firstMonth", monthReader, null),
    );
    return Array.from(speeds, (cpr) => [finiteCell(cpr)]);
  });
}

/** A fit looks at each row some hundred times. */
const MOST_ROWS = 3_000;

/**
 * Fits the dials of the prepayment model to observed speeds by bounded least squares. A row whose age is one month more than that of the row before goes on with the same pool, which is how burnout shows. A dial that the data cannot identify is held at its default and said to be.
 * @customfunction PREPAYFIT
 * @param {any[][]} incentives Rate of the loans less the mortgage rate, decimals, one column, 3,000 rows at most.
 * @param {any[][]} ages Ages of the loans at the end of each month.
 * @param {any[][]} cprs Observed speeds as decimals: 0.06, not 6; a row without one is left out.
 * @param {any[][]} [months] Calendar months, 1 to 12, for the seasons; none by default.
 * @param {any[][]} [weights] Weights above 0, balances or decimals; all alike by default.
 * @param {any} [headings] TRUE puts the names of the columns on top: dial, value, standard error.
 * @returns {any[][]} Rows of dial, value and standard error, the dials as keys of the assumptions; then R² and the rows used, marked as notes, so that the result can stand as an assumptions table. Whole months for prepay.rampMonths.
 */
export function prepayFitRows(
  incentives: any[][],
  ages: any[][],
  cprs: any[][],
  months?: any[][],
  weights?: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const observed = caseRows<FitCase, ObservedSpeed>(
      {
        incentives: { argument: incentives, reader: readRate },
        ages: { argument: ages, reader: ageReader },
        cprs: { argument: cprs, reader: cprReader },
        months: { argument: months, reader: monthReader, otherwise: null },
        weights: { argument: weights, reader: positive("balance"), otherwise: 1 },
      },
      MOST_ROWS,
      (it) => ({
        incentive: it.incentives,
        age: it.ages,
        cpr: it.cprs,
        month: it.months,
        weight: it.weights,
      }),
    );
    const rows = observed.filter(
      (it): it is ObservedSpeed => !(it instanceof CustomFunctions.Error),
    );
    const fit = fitPrepayment(rows, FIT_DIALS, prepaymentDials(new Map()));
    const cells = fit.dials.map(({ name, value, standardError, held }): ResultCell[] => [
      `prepay.${name}`,
      finiteCell(value),
      standardError === null
        ? notThere(`${name} is held: ${held ?? ""}`)
        : finiteCell(standardError),
    ]);
    const note = (name: string, value: number | null): ResultCell[] => [
      `# ${name}`,
      numberOr(value, "there is none: the speeds are all alike"),
      notThere(`${name} has no standard error`),
    ];
    return table(
      ["dial", "value", "standard error"],
      [...cells, note("R2", fit.rSquared), note("rows used", fit.rows)],
      headings,
    );
  });
}

interface FitCase {
  readonly incentives: Rate;
  readonly ages: number;
  readonly cprs: Rate;
  readonly months: number | null;
  readonly weights: number;
}

const cprReader: Reader<Rate> = (written, where) => {
  const cpr = readRate(written, where);
  if (cpr >= 0 && cpr < 1) return rate(cpr);
  throw invalid(`${where} is ${cpr}; it must be a speed of 0 or more and below 1`);
};
