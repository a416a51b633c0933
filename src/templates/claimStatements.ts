/* The published statements that the sheet "Claim check" tests. */
import { AREAS } from "./claimAreas";
import { CLAIM_DAY, claimCell } from "./claimLayout";
import { allSales, sectorSales } from "./claimSupply";
import {
  afterDirective,
  bestYear,
  calendarYear,
  lowestSince,
  overTreasuries,
  yearToDate,
  type Test,
} from "./claimTests";

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
const [BP, AMOUNT] = ["0.0", "#,##0.0"];

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
    test: calendarYear,
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
    test: calendarYear,
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
    note: "From the last value before the directive to the day of the statements, neither older than allowed above",
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
    test: lowestSince(AREAS.mbs, "MBS spread: CLAIMCHECK", (row) => claimCell("stated", row)),
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
    test: lowestSince(AREAS.corporate, "Corporate spread: CLAIMCHECK", (row) =>
      claimCell("stated", row),
    ),
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
    test: lowestSince(
      AREAS.gap,
      "Gap: CLAIMCHECK",
      (row) => `EDATE(${CLAIM_DAY},-12*${claimCell("stated", row)})`,
    ),
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
    test: sectorSales("Change of corporate sales, US$bn", 1, ">"),
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
    test: sectorSales("Change of Treasury sales, US$bn", 2, "<"),
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
    test: allSales,
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
