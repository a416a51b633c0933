/* Formulas at random that cannot go in a circle: each reads inputs, names, and columns to its left. */
import { a1Of, columnLetters } from "../../src/workbook/a1";
import { DATA_NAMES } from "../../src/templates/dataNames";

/** Numbers uniform on (0, 1). */
export type Random = () => number;

/** A whole number from `least` to `most`. */
export const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** One of several. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  const one = all[whole(random, 0, all.length - 1)];
  if (one === undefined) throw new Error("there is nothing to choose from");
  return one;
}

/** Names that the edits define over cells of the sheet Inputs. */
export const EDITED_NAMES = ["First_Name", "Second_Name"] as const;
/** The sheet of values, and how many of its rows and columns are written. */
export const INPUTS = { sheet: "Inputs", rows: 12, columns: 5 } as const;

/** A formula that fills one cell or spills downwards only. */
export function narrowFormula(random: Random, column: number, others: readonly string[]): string {
  const { cell, area, strip, anything } = references(random, column);
  const k = whole(random, -3, 8);
  const other = oneOf(random, [...others, "Gone"]);
  return oneOf<() => string>(random, [
    () => `=SUM(${anything()})`,
    () => `=COUNT(${anything()})&" of "&ROWS(${area()})`,
    () => `=AVERAGE(${anything()},${k})`,
    () => `=${cell()}+${cell()}*${k}`,
    () => `=${cell()}/${cell()}`,
    () => `=IFERROR(${cell()}/${cell()},"none")`,
    () => `=IF(${cell()}>${k},${strip()},${cell()})`,
    () => `=${cell()}&"|"&${cell()}`,
    () => `=SORT(${strip()},1,-1)`,
    () => `=FILTER(${strip()},${strip()}>${k})`,
    () => `=FILTER(${INPUTS.sheet}!A1:A9,${INPUTS.sheet}!B1:B9>${k},"none")`,
    () => `=SEQUENCE(${cell()})`,
    () => `=SEQUENCE(MIN(9,MAX(1,COUNT(${area()}))),1,${cell()})`,
    () => `=INDEX(${strip()},${whole(random, 1, 4)})`,
    () => `=INDEX(${INPUTS.sheet}!A1:C9,${cell()},2)`,
    () =>
      `=SUM(${INPUTS.sheet}!A1:INDEX(${INPUTS.sheet}!A1:A9,IFERROR(MIN(9,MAX(1,${cell()})),1)))`,
    () => `=${strip()}+0`,
    () => `=ISBLANK(${cell()})`,
    () => `=RV.SPREADGAP(${INPUTS.sheet}!A1:A9,${INPUTS.sheet}!B1:B9)`,
    () => `=RV.SPREADGAP(${strip()},${strip()})`,
    () => `=RV.SPREADGAP(${DATA_NAMES.mbs},${DATA_NAMES.corporate})`,
    () => `=RV.ZSCORE(${anything()})`,
    () => `=RV.ZSCORE(${DATA_NAMES.gap})`,
    () => `=RV.PCTRANK(${DATA_NAMES.gap},${cell()})`,
    () => `=${oneOf(random, [...EDITED_NAMES, ...Object.values(DATA_NAMES)])}`,
    () => `=SUM(${oneOf(random, EDITED_NAMES)},${DATA_NAMES.gap})`,
    () => `=ROWS(${oneOf(random, [...EDITED_NAMES, DATA_NAMES.gap])})`,
    () => `=SUM('${other}'!A1:B4)`,
  ])();
}

/** A formula that spills over several columns. */
export function wideFormula(random: Random): string {
  const { dates, gap, mbs, corporate } = DATA_NAMES;
  const inputs = (letter: string, rows: number) => `${INPUTS.sheet}!${letter}1:${letter}${rows}`;
  const rows = whole(random, 3, 9);
  return oneOf(random, [
    `=RV.HISTORY(${dates},${gap})`,
    `=RV.HISTORY(${dates},${mbs})`,
    `=RV.ALIGN(${dates},${mbs},${dates},${corporate})`,
    `=RV.ALIGN(${dates},${mbs},${inputs("E", rows)},${inputs("A", rows)},"previous",400)`,
    `=RV.TIGHTESTSINCE(${dates},${gap},"tight","all")`,
    `=SEQUENCE(${INPUTS.sheet}!A${rows},3)`,
    `=SORT(${INPUTS.sheet}!A1:C${rows},2)`,
  ]);
}

function references(random: Random, column: number) {
  const from = (left: number, right: number, rows: number, most: number) => {
    const top = whole(random, 1, rows);
    const first = whole(random, left, right);
    return {
      row: top,
      column: first,
      rows: whole(random, 1, most),
      columns: whole(random, 1, right - first + 1),
    };
  };
  const input = (columns: number, most: number) => {
    const place = from(1, INPUTS.columns - 1, INPUTS.rows, most);
    const wide = Math.min(place.columns, columns);
    return `${INPUTS.sheet}!${a1Of({ ...place, columns: wide })}`;
  };
  const left = (columns: number, rows: number) => {
    const place = from(1, column - 1, 30, rows);
    return a1Of({ ...place, columns: Math.min(place.columns, columns) });
  };
  const leftOr = (mine: () => string, theirs: () => string) =>
    column > 1 && random() < 0.5 ? mine() : theirs();
  const all = () => {
    const letters = columnLetters(whole(random, 1, column - 1));
    return `${letters}1:${letters}40`;
  };
  const cell = () =>
    leftOr(
      () => left(1, 1),
      () => input(1, 1),
    );
  const area = () =>
    leftOr(
      () => left(3, 9),
      () => input(3, 9),
    );
  const strip = () =>
    leftOr(
      () => left(1, 9),
      () => input(1, 9),
    );
  return { cell, area, strip, anything: () => leftOr(all, area) };
}
