/* What the sheet "Data" says of the gap's history, in words; the workings stand at the right. */
import { a1Of, absolute } from "../workbook/a1";
import type { Change } from "../workbook/workbookPort";
import { DATA_NAMES } from "./dataNames";
import {
  COUNT,
  DAY,
  figureIn,
  figureRows,
  RATIO,
  SHARE,
  SPREAD,
  WORDS,
  WORKING_FORMAT,
  type Figure,
} from "./look";
import { cellOf, columnsOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/** Rows that are kept free for the spilled history below its heading. */
const ROOM = 40;
/** Rows of the figures below their heading. */
export const HISTORY_ROWS = 14;

const spilledAt = (top: number, column: number) =>
  absolute(a1Of({ row: top + 1, column, rows: ROOM, columns: 2 }));
const inSpilled = (spilled: string) => (key: string) => `VLOOKUP("${key}",${spilled},2,FALSE)`;

/**
 * What the sheet says first.
 *
 * @param top - The row of the headings.
 * @param workings - The first column of the spilled history, from 1.
 * @returns A formula: one sentence.
 */
export function historyAnswer(top: number, workings: number): string {
  const value = inSpilled(spilledAt(top, workings));
  return `=IFNA("Gap "&FIXED(${value("last")},1)&" bp, wider than "&ROUND(100*${value("percentileAll")},0)&"% of the "&(${value("n")}-1)&" before it; "&${value("span")}&".","Not known: see the checks of the inputs.")`;
}

/**
 * The figures of a history over the call that they come from.
 *
 * @param sheet - The sheet's name.
 * @param top - The row of the headings.
 * @param columns - The first columns of three parts, from 1.
 * @param columns.figures - The figures: three columns.
 * @param columns.workings - The spilled history: two columns.
 * @param columns.keys - The keys of the figures.
 * @returns Changes, in order.
 */
export function historyFigures(
  sheet: string,
  top: number,
  columns: { readonly figures: number; readonly workings: number; readonly keys: number },
): Change[] {
  const { text, formula, style, format } = sheetWriter(sheet);
  const workings = { row: top, column: columns.workings, rows: ROOM + 1, columns: 2 };
  const figures = figuresIn(spilledAt(top, columns.workings));
  const part = { row: top, column: columns.figures, rows: figures.length + 1, columns: 3 };
  return [
    ...figureRows(sheet, part, columns.keys, "History of the gap", figures),
    text(cellOf(workings), "Workings"),
    style(rowsOf(workings), "heading"),
    formula(cellOf(workings, 1), `=RV.HISTORY(${DATA_NAMES.dates},${DATA_NAMES.gap})`),
    format(columnsOf(workings, 1, 1), WORKING_FORMAT),
  ];
}

function figuresIn(spilled: string): readonly Figure[] {
  const figure = figureIn(inSpilled(spilled));
  return [
    figure("Gap, MBS − corporate", "last", SPREAD),
    ...changeFigures(figure),
    figure("Standard deviations, one year", "z1y", RATIO),
    figure("… five years", "z5y", RATIO),
    figure("… all", "zAll", RATIO),
    ...rankFigures(figure),
    figure("Tightest since", "tightestSince", DAY),
    figure("Half-life", "halfLife", { unit: "months", format: "0.0" }),
    ...countFigures(figure),
  ];
}

type MakeFigure = ReturnType<typeof figureIn>;

/**
 * How a gap has changed.
 * @param figure - Makes a figure of a history.
 * @returns Over one and three months.
 */
export const changeFigures = (figure: MakeFigure): readonly Figure[] => [
  figure("Change over a month", "change1m", SPREAD),
  figure("Change over three months", "change3m", SPREAD),
];

/**
 * How a gap ranks among the values before it.
 * @param figure - Makes a figure of a history.
 * @returns Of a year, of five and of all.
 */
export const rankFigures = (figure: MakeFigure): readonly Figure[] => [
  figure("Wider than this share of a year", "percentile1y", SHARE),
  figure("… of five years", "percentile5y", SHARE),
  figure("… of all", "percentileAll", SHARE),
];

/**
 * What a history is made of.
 * @param figure - Makes a figure of a history.
 * @returns How many values and blanks, and of which days.
 */
export const countFigures = (figure: MakeFigure): readonly Figure[] => [
  figure("Values", "n", COUNT),
  figure("Rows without a value", "gaps", COUNT),
  figure("From, to", "span", WORDS),
];
