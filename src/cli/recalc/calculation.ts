/* Calculates the formulas of a file; what Excel would have otherwise, or what is not known, keeps its last value. */
import { CalculatedBook, type Calculator } from "../../host/calculatedBook";
import { isCellError, type EngineValue } from "../../host/runtime/cellValue";
import { a1Of, rectangleOf, type Rectangle } from "../../workbook/a1";
import type { BookCell, BookSheet } from "../../workbook/book";
import type { FileFormula, FileSheet, FormulaFile } from "../../xlsx/fileFormulas";
import { callsOf } from "../../xlsx/formulaCalls";
import { tokensOf } from "../../xlsx/formulaTokens";
import { Dependents, Names } from "./dependents";
import { sizesOf } from "./extents";
import { named } from "./places";
import { Refusals } from "./refusals";
import { whyNot } from "./whyNot";

/** A formula and its result. */
export interface Result {
  readonly formula: FileFormula;
  /** The cells that it fills; rows and columns from 1. */
  readonly reach: Rectangle;
  /** Row by row. */
  readonly values: readonly (readonly EngineValue[])[];
}

/** What a file comes to. */
export interface Calculated {
  readonly results: readonly Result[];
  /** Formulas that keep their last values, and why. */
  readonly refused: readonly { readonly formula: FileFormula; readonly reason: string }[];
}

/** A result that is wrong shows others; each round refuses what it finds, and most files need one. */
const MOST_ROUNDS = 20;

/**
 * Calculates the formulas of a file.
 *
 * @param file - The file.
 * @param calculator - The engine and the functions.
 * @returns Results, and what is not calculated; who waits for them says how long.
 */
export async function calculated(file: FormulaFile, calculator: Calculator): Promise<Calculated> {
  const formulas = file.sheets.flatMap((sheet) => sheet.formulas);
  const readable = formulas.filter(({ formula }) => formula !== undefined);
  const names = new Names(file.book.names);
  const dependents = new Dependents(readable, names);
  const refusals = new Refusals(dependents);
  const live = new Set(readable);
  let results: Result[] = [];
  if (readable.length > 0) {
    const sizes = sizesOf(file);
    const engine = new CalculatedBook(bookFor(file, calculator), sizes, calculator);
    const known = {
      sizes,
      hasHiddenRows: file.book.sheets.some(({ rows }) => rows.some(({ hidden }) => hidden)),
      functions: engine.functionNames,
      sheets: new Set(file.sheets.map(({ name }) => name.toUpperCase())),
      names,
      canRead: (formula: string) => engine.canRead(formula),
    };
    refuseBefore(file, formulas, refusals, dependents, (one) => whyNot(one, known));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      keepRefused(engine, file, live, refusals);
      if (live.size === 0) break;
      await engine.settle();
      results = [...live].map((formula) => resultOf(engine, formula));
      const before = refusals.count;
      for (const result of results) refuseAfter(result, refusals);
      refuseSpills(results, file, refusals, dependents);
      if (refusals.count === before) break;
    }
  } else refuseBefore(file, formulas, refusals, dependents, () => null);
  return {
    results: results.filter(({ formula }) => refusals.reasonOf(formula) === undefined),
    refused: formulas.flatMap((formula) => {
      const reason = refusals.reasonOf(formula);
      return reason === undefined ? [] : [{ formula, reason }];
    }),
  };
}

function refuseBefore(
  { sheets }: FormulaFile,
  formulas: readonly FileFormula[],
  refusals: Refusals,
  dependents: Dependents,
  why: (one: FileFormula) => string | null,
): void {
  for (const one of formulas) {
    const reason = one.formula === undefined ? (one.refused ?? null) : why(one);
    if (reason !== null) refusals.refuse(one, reason);
  }
  for (const { name, errorTexts } of sheets) {
    for (const area of errorTexts) {
      const reason = `it reads ${name}!${a1Of(area)}, a text that is taken for an error here`;
      refusals.refuseReaders({ sheet: name, area }, reason);
    }
  }
  for (const one of dependents.inCircles()) {
    refusals.refuse(one, "it reads its own cell, itself or by way of others, or one that does");
  }
}

/** The workbook as the engine gets it: a formula of one cell that would fill others is held to its first value. */
function bookFor({ book, sheets }: FormulaFile, { metadata }: Calculator) {
  const filling = new Set(
    metadata.functions
      .filter(({ result }) => result?.dimensionality === "matrix")
      .map(({ name }) => `RV.${name.toUpperCase()}`),
  );
  const held = new Map(
    sheets.map(({ name, formulas }) => [
      name,
      new Set(formulas.filter(isOfOneCell).map(({ row, column }) => `${row},${column}`)),
    ]),
  );
  return {
    ...book,
    sheets: book.sheets.map((sheet): BookSheet => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula !== undefined &&
        held.get(sheet.name)?.has(`${cell.row},${cell.column}`) &&
        isCallOf(cell.formula, filling)
          ? { ...cell, formula: `=INDEX(${cell.formula.slice(1)},1,1)` }
          : cell,
      ),
    })),
  };
}

const isOfOneCell = ({ kind, area }: FileFormula): boolean =>
  kind !== "dynamic" && area.rows === 1 && area.columns === 1;

/** Whether a formula is one call, of one of these functions. */
function isCallOf(formula: string, functions: ReadonlySet<string>): boolean {
  const tokens = tokensOf(formula.slice(1));
  const last = callsOf(tokens).find(({ name, close }) => name === 0 && close === tokens.length - 1);
  return last !== undefined && functions.has((tokens[0]?.text ?? "").toUpperCase());
}

/** Formulas that have been refused give way to their last values, in all of their cells. */
function keepRefused(
  engine: CalculatedBook,
  { sheets }: FormulaFile,
  live: Set<FileFormula>,
  refusals: Refusals,
): void {
  const gone = [...live].filter((one) => refusals.reasonOf(one) !== undefined);
  engine.keep(
    gone.map((one) => {
      live.delete(one);
      const { cells } = sheets.find(({ name }) => name === one.sheet) as FileSheet;
      return { sheet: one.sheet, area: one.area, values: lastValues(cells, one.area) };
    }),
  );
}

/**
 * The last values of some cells.
 * @param cells - The cells of the sheet, by row and column from 0.
 * @param area - Which.
 * @returns Row by row; "" for a blank cell.
 */
const lastValues = (cells: FileSheet["cells"], area: Rectangle): BookCell["value"][][] =>
  Array.from({ length: area.rows }, (_, i) =>
    Array.from(
      { length: area.columns },
      (__, j) => cells.get(area.row - 1 + i)?.get(area.column - 1 + j)?.value ?? "",
    ),
  );

function resultOf(engine: CalculatedBook, formula: FileFormula): Result {
  const { sheet, row, column } = formula;
  const reach = engine.reachOf(sheet, row, column);
  const valueAt = engine.valuesOf(sheet);
  const values = Array.from({ length: reach.rows }, (_, i) =>
    Array.from({ length: reach.columns }, (__, j) => shown(valueAt(row + i, column + j))),
  );
  return { formula, reach, values };
}

/** A formula that comes to a blank cell shows 0. */
const shown = (value: EngineValue): EngineValue => value ?? 0;

/** Results that fill other cells than before, where Excel may have them otherwise. */
function refuseSpills(
  results: readonly Result[],
  { book, sheets }: FormulaFile,
  refusals: Refusals,
  dependents: Dependents,
): void {
  const grown = results.filter(({ formula, reach }) => a1Of(reach) !== a1Of(formula.area));
  if (grown.length === 0) return;
  const formulas = sheets.flatMap((sheet) => sheet.formulas);
  for (const { formula, reach } of grown) {
    const { sheet } = formula;
    const merged = book.sheets.find(({ name }) => name === sheet)?.merged ?? [];
    const meets = (area: Rectangle) => overlap(area, reach);
    const other = formulas.find((one) => one !== formula && one.sheet === sheet && meets(one.area));
    if (merged.some((a1) => meets(rectangleOf(a1)))) {
      refusals.refuse(formula, "its result meets merged cells", [{ sheet, area: reach }]);
    } else if (other !== undefined) {
      refusals.refuse(formula, `its result meets that of ${named(other)}`, [
        { sheet, area: reach },
      ]);
    }
  }
  const reachOf = new Map(results.map(({ formula, reach }) => [formula, reach]));
  for (const one of dependents.inCircles((formula) => reachOf.get(formula) ?? formula.area)) {
    refusals.refuse(one, "it reads a cell that its own result fills, or one that does");
  }
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/** Errors that Excel would not give: a limit of the engine, and dates without a year, which Excel takes from the clock. */
const NOT_EXCELS = /cannot calculate with these arguments|date with its year/;

/** What shows only in a result. */
function refuseAfter({ formula, reach, values }: Result, refusals: Refusals): void {
  const { kind, area, sheet } = formula;
  const first = values[0]?.[0] ?? null;
  const refuse = (reason: string) => {
    refusals.refuse(formula, reason, [{ sheet, area: reach }]);
  };
  const error = isCellError(first) ? first.error : "";
  if (error === "#BUSY!" || error === "#CYCLE!") refuse(`${named(formula)} has no answer`);
  else if (isCellError(first) && NOT_EXCELS.test(first.message)) refuse(first.message);
  else if (kind === "dynamic") {
    if (error === "#REF!") refuse("its result may need more rows than are calculated");
    return;
  } else if (a1Of(reach) !== a1Of(area) || error === "#SPILL!") {
    const size = error === "#SPILL!" ? "more cells" : `${reach.rows} × ${reach.columns} cells`;
    refuse(
      `its result fills ${size}, and the file keeps it to ${a1Of(area)}; enter it again in Excel`,
    );
  }
}
