/* The paste areas of the sheet "Claim check": where each series stands, its units, and its check. */
import { a1Of } from "../workbook/a1";
import type { Change } from "../workbook/workbookPort";
import { CLAIM_ROWS } from "./claimLayout";
import { DATA_NAMES } from "./dataNames";
import { sheetWriter } from "./sheetWriter";

/** What a cell says whose series is not there yet. */
export const NEEDS_DATA = "needs your data";
/** What the check of a series says when the series can be used. */
export const NO_ERROR = "no error found";

const { used: USED, check: CHECK, name: NAME, heading: HEADING, first: FIRST } = CLAIM_ROWS;
/** 75 years of business days. */
const ROWS = 20_000;

/** A series to paste: dates and values beside each other. */
export interface Area {
  /** What the series is. */
  readonly name: string;
  /** Column of its dates, from 1; its values are in the next. */
  readonly column: number;
  /** Heading of its values, with their unit. */
  readonly heading: string;
  /** What CHECKINPUTS is told of it: "spreads" are looked through for a slip of the unit too. */
  readonly kind: "history" | "spreads";
  /** The formula of the values where the workbook has the histories already. */
  readonly own?: string;
}

/**
 * A blank quote stays blank: a bare reference to it would spill 0, the tightest spread there is.
 * The gap has no blanks, because SPREADGAP says #N/A.
 */
const quotes = (name: string): string => `=IF(${name}="","",${name})`;

export const AREAS = {
  index: {
    name: "US MBS index, total return",
    column: 15,
    heading: "Level",
    kind: "history",
  },
  treasuries: {
    name: "Duration-matched Treasuries, total return",
    column: 18,
    heading: "Level",
    kind: "history",
  },
  mbs: {
    name: "MBS current-coupon spread",
    column: 21,
    heading: "Spread (bp)",
    kind: "spreads",
    own: quotes(DATA_NAMES.mbs),
  },
  corporate: {
    name: "Corporate spread",
    column: 24,
    heading: "Spread (bp)",
    kind: "spreads",
    own: quotes(DATA_NAMES.corporate),
  },
  gap: {
    name: "Gap, MBS less corporate",
    column: 27,
    heading: "Gap (bp)",
    kind: "history",
    own: `=${DATA_NAMES.gap}`,
  },
} as const satisfies Record<string, Area>;

const SUPPLY_COLUMN = 30;
const SECTORS = ["Corporate bonds", "Treasury notes and bonds", "Mortgage securities"];

const addressAt = (row: number, column: number, rows = 1, columns = 1): string =>
  a1Of({ row, column, rows, columns });

/** Fixed, so that a formula says the same wherever it stands. */
const fixed = (a1: string): string => a1.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** The cells of a supply of two years by sector. */
export const SUPPLY = {
  sectors: fixed(addressAt(FIRST, SUPPLY_COLUMN, SECTORS.length)),
  lastYear: fixed(addressAt(FIRST, SUPPLY_COLUMN + 1, SECTORS.length)),
  thisYear: fixed(addressAt(FIRST, SUPPLY_COLUMN + 2, SECTORS.length)),
  check: fixed(addressAt(CHECK, SUPPLY_COLUMN)),
} as const;

const roomOf = ({ column }: Area): string => fixed(addressAt(FIRST, column, ROWS, 2));

/** Columns of an area down to its last entry: thousands of blank rows would be read at each turn. */
function used({ column }: Area, from: number, columns: number): string {
  const first = fixed(addressAt(FIRST, column + from));
  const last = fixed(addressAt(FIRST, column + from + columns - 1, ROWS));
  return `${first}:INDEX(${last},${fixed(addressAt(USED, column))})`;
}

/**
 * @param area - A series.
 * @returns The cells of its dates.
 */
export const datesOf = (area: Area): string => used(area, 0, 1);

/**
 * @param area - A series.
 * @returns The cells of its values.
 */
export const valuesOf = (area: Area): string => used(area, 1, 1);

/**
 * @param area - A series.
 * @returns Its dates and values, for a look-up by date.
 */
export const bothOf = (area: Area): string => used(area, 0, 2);

/** The last row with an entry in either column, an error among them; 1 when there is none. */
function usedFormula(area: Area): string {
  const rows = fixed(addressAt(FIRST, area.column, ROWS));
  return `=MAX(1,SUMPRODUCT(MAX((1-ISBLANK(${roomOf(area)}))*ROW(${rows})))-${HEADING})`;
}

/**
 * @param area - A series.
 * @returns The cell that says whether it is there and can be used.
 */
export const checkOf = ({ column }: Area): string => fixed(addressAt(CHECK, column));

/** The first error of a series in words; dates out of order and texts among numbers are errors. */
function checkFormula(area: Area): string {
  const checked = `RV.CHECKINPUTS(${bothOf(area)},"${area.kind}")`;
  const error = `MATCH("error",INDEX(${checked},0,3),0)`;
  const found = (column: number) => `INDEX(${checked},${error},${column})`;
  const words = `IFNA("row "&${found(1)}&": "&${found(2)},"${NO_ERROR}")`;
  return `=IF(OR(COUNTA(${datesOf(area)})=0,COUNTA(${valuesOf(area)})=0),"${NEEDS_DATA}",${words})`;
}

/**
 * The changes that write the paste areas.
 *
 * @param sheet - The sheet.
 * @param rows - How many rows the workbook's own histories have, which the areas then begin with;
 * null when it has none.
 * @returns Changes, in order.
 */
export function areaChanges(sheet: string, rows: number | null): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const heading = (column: number, columns: number) =>
    style(addressAt(NAME, column, 2, columns), "heading");
  const series = Object.values<Area>(AREAS).flatMap((area): Change[] => [
    formula(addressAt(USED, area.column), usedFormula(area)),
    text(addressAt(USED, area.column + 1), "rows"),
    formula(addressAt(CHECK, area.column), checkFormula(area)),
    text(addressAt(NAME, area.column), area.name),
    values(addressAt(HEADING, area.column, 1, 2), [["Date", area.heading]]),
    heading(area.column, 2),
    ...(rows === null || area.own === undefined
      ? []
      : [
          formula(addressAt(FIRST, area.column), `=${DATA_NAMES.dates}`),
          formula(addressAt(FIRST, area.column + 1), area.own),
          format(addressAt(FIRST, area.column, rows), "yyyy-mm-dd"),
        ]),
  ]);
  const amounts = `${SUPPLY.lastYear},${SUPPLY.thisYear}`;
  return [
    ...series,
    formula(
      addressAt(CHECK, SUPPLY_COLUMN),
      `=IF(COUNTA(${amounts})<${2 * SECTORS.length},"${NEEDS_DATA}",IF(COUNT(${amounts})<${2 * SECTORS.length},"an amount is no number","${NO_ERROR}"))`,
    ),
    text(addressAt(NAME, SUPPLY_COLUMN), "Fixed-rate sales"),
    values(addressAt(HEADING, SUPPLY_COLUMN, 1, 3), [["Sector", "2025 (US$bn)", "2026 (US$bn)"]]),
    heading(SUPPLY_COLUMN, 3),
    values(
      addressAt(FIRST, SUPPLY_COLUMN, SECTORS.length),
      SECTORS.map((sector) => [sector]),
    ),
    style(addressAt(FIRST, SUPPLY_COLUMN + 1, SECTORS.length, 2), "input"),
  ];
}
