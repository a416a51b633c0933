/* The published statements that the sheet "Claim check" tests, and the formulas that test them. */
import {
  AREAS,
  bothOf,
  checkOf,
  datesOf,
  NEEDS_DATA,
  NO_ERROR,
  SUPPLY,
  valuesOf,
} from "./claimAreas";
import type { Area } from "./claimAreas";

/** The inputs at the top: the day that the statements are of, and that of the directive. */
export const [CLAIM_DAY, DIRECTIVE_DAY] = ["$B$4", "$B$5"];
const YEAR_END = "DATE(2025,12,31)";

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
  readonly verdict: (at: (i: number) => string, row: number) => string;
  readonly measured: (at: (i: number) => string) => string;
  readonly brokenOn: (at: (i: number) => string, row: number) => string;
  readonly supported: (at: (i: number) => string) => string;
  readonly asOf: (at: (i: number) => string) => string;
  readonly observations: (at: (i: number) => string) => string;
}

/** A statement of METHOD's list. */
export interface Statement {
  readonly says: string;
  readonly source: string;
  readonly needs: string;
  readonly stated: number | string;
  readonly unit: string;
  /** "" where none is used. */
  readonly tolerance: number | "";
  readonly format: string;
  readonly note: string;
  /** Null for what no series can decide. */
  readonly test: Test | null;
}

const PRESS = "Bloomberg News, 18 Jan 2026";
const JANUS = "Janus Henderson, 28 Jan 2026";
const [PERCENT, BP, AMOUNT] = ["0.00%", "0.0", "#,##0.0"];

const dated = (area: Area): string => `${datesOf(area)},${valuesOf(area)}`;

/** What the printed figure is compared with; a rounding of the last binary digit breaks nothing. */
const withinTolerance = (measured: string, row: number): string =>
  `IF(ABS(${measured}-D${row})<=F${row}+1E-9,"holds","broken")`;

interface Figure {
  readonly areas: readonly Area[];
  readonly workings: readonly Working[];
  readonly measured?: (at: (i: number) => string) => string;
  readonly unit: "%" | "bp";
  readonly asOf: string;
}

/** A figure that was printed, against the same figure of the user's series. */
function figure({ areas, workings, unit, asOf, measured = (at) => at(0) }: Figure): Test {
  const shown = unit === "%" ? (x: string) => `ROUND(100*${x},3)` : (x: string) => `ROUND(${x},1)`;
  return {
    checks: areas.map(checkOf),
    workings: () => workings,
    verdict: (at, row) => withinTolerance(measured(at), row),
    measured,
    brokenOn: (_, row) => `IF(G${row}="broken",${asOf},"none")`,
    supported: (at) => `${shown(measured(at))}&" ${unit}"`,
    asOf: () => asOf,
    observations: () => String(2 * areas.length),
  };
}

const periodReturn = (area: Area, period: string): string =>
  `RV.PERIODRETURN(${dated(area)},${period})`;
const calendarYear = (): Test =>
  figure({
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

const yearToDate = figure({
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

const overTreasuries = figure({
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

/** The last value by a day, not older than ALIGN's limit of 5 days. */
const valueBy = (area: Area, day: string): string =>
  `VLOOKUP(${day},RV.ALIGN(${dated(area)},${day},1,"previous"),2,FALSE)`;

const afterDirective = figure({
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

const bestYear: Test = {
  checks: [checkOf(AREAS.index)],
  workings: (row) => {
    const years = `RV.ANNUALRETURNS(${dated(AREAS.index)})`;
    const ofYear = (column: number) => `VLOOKUP(2025,${years},${column},FALSE)`;
    const column = (of: number) => `INDEX(${years},0,${of})`;
    const counted = `(${column(1)}>D${row})*(${column(1)}<=2025)*ISNUMBER(${column(3)})`;
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
    `IF(IF(ISNUMBER(${at(1)}),${at(1)}>D${row},FALSE),"broken",IF(${at(2)}<2025-D${row},"not decided: a whole year after "&D${row}&" is missing","holds"))`,
  measured: (at) => at(0),
  brokenOn: (at, row) => `IF(G${row}="broken",DATE(${at(1)},12,31),"none")`,
  supported: (at) => `IF(ISNUMBER(${at(1)}),"highest since "&${at(1)},"highest in sample")`,
  asOf: () => YEAR_END,
  observations: (at) => at(2),
};

/** "Tightest since …", by CLAIMCHECK as of the day of the statements. */
function lowestSince(area: Area, label: string, since: (row: number) => string): Test {
  const card = (at: (i: number) => string) => {
    const [, letter = "", row = ""] = /([A-Z]+)\$?(\d+)/.exec(at(0)) ?? [];
    return (line: number) => `$${letter}$${Number(row) + line}`;
  };
  return {
    checks: [checkOf(area)],
    workings: (row) => [
      {
        label,
        formula: `INDEX(RV.CLAIMCHECK(${dated(area)},"lowest",${since(row)},F${row},${CLAIM_DAY}),0,2)`,
        rows: 6,
      },
    ],
    verdict: (at) => card(at)(0),
    measured: (at) => `VLOOKUP(${card(at)(4)},${bothOf(area)},2,FALSE)`,
    brokenOn: (at) => card(at)(2),
    supported: (at) => `${card(at)(3)}&", by "&ROUND(${card(at)(1)},1)&" bp"`,
    asOf: (at) => card(at)(4),
    observations: (at) => card(at)(5),
  };
}

/** Supply of two years: `of` is the row of ISSUANCE, whose fourth is the total. */
function supply(label: string, of: number, verdict: Test["verdict"], measured: string): Test {
  const rows = `RV.ISSUANCE(${SUPPLY.sectors},${SUPPLY.lastYear},${SUPPLY.thisYear})`;
  const figureOf =
    of === 4 ? `INDEX(${rows},4,2)/SUM(${SUPPLY.lastYear})` : `INDEX(${rows},${of},2)`;
  return {
    checks: [SUPPLY.check],
    workings: () => [{ label, formula: figureOf, rows: 1, format: of === 4 ? PERCENT : AMOUNT }],
    verdict,
    measured: (at) => at(0),
    brokenOn: () => `"no day: two years are compared"`,
    supported: (at) => `ROUND(${at(0)}${of === 4 ? "*100" : ""},1)&"${measured}"`,
    asOf: () => `"2026 against 2025"`,
    observations: () => (of === 4 ? "6" : "2"),
  };
}

const direction =
  (sign: ">" | "<"): Test["verdict"] =>
  (at) =>
    `IF(${at(0)}${sign}0,"holds",IF(${at(0)}=0,"tied","broken"))`;

/** As METHOD lists them. */
export const STATEMENTS: readonly Statement[] = [
  {
    says: "MBS index, total return of 2025, to one decimal",
    source: PRESS,
    needs: AREAS.index.name,
    stated: 0.086,
    unit: "return",
    tolerance: 0.0005,
    format: "0.000%",
    note: "One decimal is printed: half of its last digit is allowed either way",
    test: calendarYear(),
  },
  {
    says: "The same, to two decimals",
    source: JANUS,
    needs: AREAS.index.name,
    stated: 0.0858,
    unit: "return",
    tolerance: 0.00005,
    format: "0.000%",
    note: "Two decimals are printed",
    test: calendarYear(),
  },
  {
    says: "The best year of the index since",
    source: PRESS,
    needs: `${AREAS.index.name}, from the end of 2002`,
    stated: 2002,
    unit: "year",
    tolerance: "",
    format: "General",
    note: "Every whole calendar year after the one stated must be lower; measured is the return of 2025",
    test: bestYear,
  },
  {
    says: "MBS index, return in 2026 to the day of the statements",
    source: PRESS,
    needs: AREAS.index.name,
    stated: 0.0045,
    unit: "return",
    tolerance: 0.00005,
    format: "0.000%",
    note: "Two decimals are printed. A level at most five days off stands for the period's end",
    test: yearToDate,
  },
  {
    says: "MBS index over duration-matched Treasuries in 2025",
    source: JANUS,
    needs: `${AREAS.index.name}; ${AREAS.treasuries.name}`,
    stated: 171,
    unit: "bp",
    tolerance: 0.5,
    format: BP,
    note: "Here the two years' returns are subtracted; a provider that chains monthly excess returns can differ by some bp",
    test: overTreasuries,
  },
  {
    says: "Current-coupon spread after the purchase directive",
    source: PRESS,
    needs: AREAS.mbs.name,
    stated: -15,
    unit: "bp",
    tolerance: 0.5,
    format: BP,
    note: "From the last value before the directive to the day of the statements, neither older than five days",
    test: afterDirective,
  },
  {
    says: "That spread is the tightest since",
    source: PRESS,
    needs: `${AREAS.mbs.name}, from 2022`,
    stated: 2022,
    unit: "year",
    tolerance: 0,
    format: "General",
    note: "The values after that year's end are looked at; the tolerance is in bp",
    test: lowestSince(AREAS.mbs, "MBS spread: CLAIMCHECK", (row) => `D${row}`),
  },
  {
    says: "Corporate spreads are the tightest since",
    source: PRESS,
    needs: `${AREAS.corporate.name}, from 2007`,
    stated: 2007,
    unit: "year",
    tolerance: 0,
    format: "General",
    note: "The definition decides: true of the article's own global series, others say 1998. Type the year to test",
    test: lowestSince(AREAS.corporate, "Corporate spread: CLAIMCHECK", (row) => `D${row}`),
  },
  {
    says: "Gap to higher-quality intermediate corporates, the lowest in about",
    source: PRESS,
    needs: `${AREAS.gap.name}, four years`,
    stated: 4,
    unit: "years",
    tolerance: 0,
    format: "General",
    note: "Lowest of the values after the day so many years before; the tolerance is in bp",
    test: lowestSince(AREAS.gap, "Gap: CLAIMCHECK", (row) => `EDATE(${CLAIM_DAY},-12*D${row})`),
  },
  {
    says: "Corporate issuance in 2026",
    source: PRESS,
    needs: "Sales of 2025 and 2026",
    stated: "up",
    unit: "US$bn",
    tolerance: "",
    format: AMOUNT,
    note: "Forecasts are tested as forecasts until the year is over",
    test: supply("Change of corporate sales, US$bn", 1, direction(">"), " US$bn"),
  },
  {
    says: "Treasury note and bond sales in 2026",
    source: PRESS,
    needs: "Sales of 2025 and 2026",
    stated: "down",
    unit: "US$bn",
    tolerance: "",
    format: AMOUNT,
    note: "As above",
    test: supply("Change of Treasury sales, US$bn", 2, direction("<"), " US$bn"),
  },
  {
    says: "All fixed-rate sales in 2026, about flat: change",
    source: PRESS,
    needs: "Sales of 2025 and 2026",
    stated: 0,
    unit: "of 2025",
    tolerance: 0.05,
    format: "0.0%",
    note: "The article gives no number for “about”: 5% either way is this sheet's own reading, type yours",
    test: supply(
      "Change of all sales, share of 2025",
      4,
      (at, row) => withinTolerance(at(0), row),
      " %",
    ),
  },
  ...(
    [
      ["World growth of 2026 by the World Bank (raised from 2.4%)", 0.026],
      ["World growth of 2025 by the World Bank", 0.027],
    ] as const
  ).map(([says, stated]): Statement => ({
    says,
    source: PRESS,
    needs: "none",
    stated,
    unit: "growth",
    tolerance: "",
    format: "0.0%",
    note: "A forecast of January 2026: no series of that day can prove or break it",
    test: null,
  })),
];

/**
 * The verdict of a test: what is missing, why it is not decided, or the answer.
 *
 * @param test - The test.
 * @param at - The cells of its workings.
 * @param row - The statement's row.
 * @returns A formula.
 */
export function verdictFormula(test: Test, at: (i: number) => string, row: number): string {
  const needed = test.checks.map((check) => `${check}="${NEEDS_DATA}"`).join(",");
  const first = at(0);
  const decided = `IF(ISNA(${first}),"not decided: the data do not reach so far, see "&"${first.replaceAll("$", "")}",IF(ISERROR(${first}),"not decided: see "&"${first.replaceAll("$", "")}",${test.verdict(at, row)}))`;
  const checked = test.checks.reduceRight(
    (then, check) => `IF(${check}<>"${NO_ERROR}","not decided: "&${check},${then})`,
    decided,
  );
  return `=IFERROR(IF(OR(${needed}),"${NEEDS_DATA}",${checked}),"not decided: the series cannot be read")`;
}
