/* How the sheet "Claim check" puts a published statement to the test: formulas over its series. */
import { AREAS, bothOf, checkOf, datesOf, NEEDS_DATA, NO_ERROR, valuesOf } from "./claimAreas";
import type { Area } from "./claimAreas";
import { CLAIM_DAY, claimCell, DIRECTIVE_DAY, OLDEST } from "./claimLayout";

const YEAR_END = "DATE(2025,12,31)";

/** The cell of each working of a statement, from 0. */
export type Cells = (i: number) => string;

/** A line of workings below the statements: a label and one formula, which can spill. */
export interface Working {
  readonly label: string;
  /** Without "=". */
  readonly formula: string;
  /** How many rows it takes. */
  readonly rows: number;
  readonly format?: string;
}

/** How a statement is put to the test; `at` is the cell of its first working, `row` its own row. */
export interface Test {
  /** Cells that must all say {@link NO_ERROR}. */
  readonly checks: readonly string[];
  readonly workings: (row: number) => readonly Working[];
  /** The verdict once the first working has an answer. */
  readonly verdict: (at: Cells, row: number) => string;
  readonly measured: (at: Cells) => string;
  readonly brokenOn: (at: Cells, row: number) => string;
  readonly supported: (at: Cells) => string;
  readonly asOf: (at: Cells) => string;
  readonly observations: (at: Cells) => string;
}

const [PERCENT, BP] = ["0.00%", "0.0"];

const dated = (area: Area): string => `${datesOf(area)},${valuesOf(area)}`;

/**
 * Whether a figure is what was printed; a rounding of the last binary digit breaks nothing.
 *
 * @param measured - A formula of the figure.
 * @param row - The statement's row, which has the figure as printed and its tolerance.
 * @returns A formula of the verdict.
 */
export const withinTolerance = (measured: string, row: number): string =>
  `IF(ABS(${measured}-${claimCell("stated", row)})<=${claimCell("tolerance", row)}+1E-9,"holds","broken")`;

interface Figure {
  readonly areas: readonly Area[];
  readonly workings: readonly Working[];
  readonly measured?: (at: Cells) => string;
  readonly unit: "%" | "bp";
  readonly asOf: string;
}

/** A figure that was printed, against the same figure of the user's series. */
function figure({ areas, workings, unit, asOf, measured = (at) => at(0) }: Figure): Test {
  const shown = (measured: string): string =>
    unit === "%" ? `ROUND(100*${measured},3)&"%"` : `ROUND(${measured},1)&" bp"`;
  return {
    checks: areas.map(checkOf),
    workings: () => workings,
    verdict: (at, row) => withinTolerance(measured(at), row),
    measured,
    brokenOn: (_, row) => `IF(${claimCell("verdict", row)}="broken",${asOf},"none")`,
    supported: (at) => shown(measured(at)),
    asOf: () => asOf,
    observations: () => String(2 * areas.length),
  };
}

const periodReturn = (area: Area, period: string): string =>
  `RV.PERIODRETURN(${dated(area)},${period})`;
/** The return of 2025. */
export const calendarYear: Test = figure({
  areas: [AREAS.index],
  workings: [
    {
      label: "Return of the index in 2025",
      formula: periodReturn(AREAS.index, "2025"),
      rows: 1,
      format: PERCENT,
    },
  ],
  unit: "%",
  asOf: YEAR_END,
});

/** The return of 2026 to the day of the statements. */
export const yearToDate: Test = figure({
  areas: [AREAS.index],
  workings: [
    {
      label: "Return of the index in 2026 to the day of the statements",
      formula: periodReturn(AREAS.index, `"YTD",${CLAIM_DAY}`),
      rows: 1,
      format: PERCENT,
    },
  ],
  unit: "%",
  asOf: CLAIM_DAY,
});

/** The return of 2025 over that of the Treasuries. */
export const overTreasuries: Test = figure({
  areas: [AREAS.index, AREAS.treasuries],
  workings: [
    {
      label: "Return of the index less that of the Treasuries in 2025, bp",
      formula: `10000*(${periodReturn(AREAS.index, "2025")}-${periodReturn(AREAS.treasuries, "2025")})`,
      rows: 1,
      format: BP,
    },
  ],
  unit: "bp",
  asOf: YEAR_END,
});

/** The last value by a day, no older than allowed. */
const valueBy = (area: Area, day: string): string =>
  `VLOOKUP(${day},RV.ALIGN(${dated(area)},${day},1,"previous",${OLDEST}),2,FALSE)`;

/** How far the spread has moved since the directive. */
export const afterDirective: Test = figure({
  areas: [AREAS.mbs],
  workings: [
    {
      label: "Spread on the day of the statements, bp",
      formula: valueBy(AREAS.mbs, CLAIM_DAY),
      rows: 1,
      format: BP,
    },
    {
      label: "Last spread before the directive, bp",
      formula: valueBy(AREAS.mbs, `${DIRECTIVE_DAY}-1`),
      rows: 1,
      format: BP,
    },
  ],
  measured: (at) => `(${at(0)}-${at(1)})`,
  unit: "bp",
  asOf: CLAIM_DAY,
});

/** Whether no year after the one stated was as high as 2025. */
export const bestYear: Test = {
  checks: [checkOf(AREAS.index)],
  workings: (row) => {
    const years = `RV.ANNUALRETURNS(${dated(AREAS.index)})`;
    const ofYear = (column: number) => `VLOOKUP(2025,${years},${column},FALSE)`;
    const column = (of: number) => `INDEX(${years},0,${of})`;
    const counted = `(${column(1)}>${claimCell("stated", row)})*(${column(1)}<=2025)*ISNUMBER(${column(3)})`;
    return [
      {
        label: "Return of the index in the calendar year 2025",
        formula: ofYear(2),
        rows: 1,
        format: PERCENT,
      },
      { label: "2025 is the highest year since", formula: ofYear(4), rows: 1 },
      {
        label: "Whole years after the year stated, 2025 included",
        formula: `SUMPRODUCT(${counted})`,
        rows: 1,
      },
    ];
  },
  verdict: (at, row) =>
    `IF(IF(ISNUMBER(${at(1)}),${at(1)}>${claimCell("stated", row)},FALSE),"broken",IF(${at(2)}<2025-${claimCell("stated", row)},"not decided: a whole year after "&${claimCell("stated", row)}&" is missing","holds"))`,
  measured: (at) => at(0),
  brokenOn: (at, row) => `IF(${claimCell("verdict", row)}="broken",DATE(${at(1)},12,31),"none")`,
  supported: (at) => `IF(ISNUMBER(${at(1)}),"highest since "&${at(1)},"highest in sample")`,
  asOf: () => YEAR_END,
  observations: (at) => at(2),
};

/**
 * "Tightest since …", by CLAIMCHECK as of the day of the statements.
 *
 * @param area - The series.
 * @param label - What the working is called.
 * @param since - A formula of the year or the day, of the statement's row.
 * @returns The test.
 */
export function lowestSince(area: Area, label: string, since: (row: number) => string): Test {
  const card = (at: Cells) => {
    const [, letter = "", row = ""] = /([A-Z]+)\$?(\d+)/.exec(at(0)) ?? [];
    return (line: number) => `$${letter}$${Number(row) + line}`;
  };
  return {
    checks: [checkOf(area)],
    workings: (row) => [
      {
        label,
        formula: `INDEX(RV.CLAIMCHECK(${dated(area)},"lowest",${since(row)},${claimCell("tolerance", row)},${CLAIM_DAY}),0,2)`,
        rows: 6,
      },
    ],
    // A last value of long before says nothing of the day.
    verdict: (at) =>
      `IF(${card(at)(4)}<${CLAIM_DAY}-${OLDEST},"not decided: the last value is too old",${card(at)(0)})`,
    measured: (at) => `VLOOKUP(${card(at)(4)},${bothOf(area)},2,FALSE)`,
    brokenOn: (at) => card(at)(2),
    supported: (at) => `${card(at)(3)}&", margin "&ROUND(${card(at)(1)},1)&" bp"`,
    asOf: (at) => card(at)(4),
    observations: (at) => card(at)(5),
  };
}

/**
 * The verdict of a test: what is missing, why it is not decided, or the answer.
 *
 * @param test - The test.
 * @param at - The cells of its workings.
 * @param row - The statement's row.
 * @returns A formula.
 */
export function verdictFormula(test: Test, at: Cells, row: number): string {
  const needed = test.checks.map((check) => `${check}="${NEEDS_DATA}"`).join(",");
  const first = at(0);
  const decided = `IF(ISNA(${first}),"not decided: the data do not reach so far, see "&"${first.replaceAll("$", "")}",IF(ISERROR(${first}),"not decided: see "&"${first.replaceAll("$", "")}",${test.verdict(at, row)}))`;
  const checked = test.checks.reduceRight(
    (then, check) => `IF(${check}<>"${NO_ERROR}","not decided: "&${check},${then})`,
    decided,
  );
  return `=IFERROR(IF(OR(${needed}),"${NEEDS_DATA}",${checked}),"not decided: the series cannot be read")`;
}
