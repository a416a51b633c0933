/**
 * Defects of the engine, version 0.25.1, that would give silent wrong numbers, and their repairs.
 * Each has a regression test; try to drop them at every upgrade.
 */
import type {
  ArrayValueObject,
  BaseFunction,
  BaseValueObject,
  IFunctionService,
} from "@univerjs/engine-formula";
import {
  BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  ERROR_TYPE_SET,
  FunctionNodeFactory,
  ReferenceNodeFactory,
  UnionNodeFactory,
} from "@univerjs/engine-formula";
import { afterExecution, type FormulaNode, type NodeFactory } from "./engineNodes";
import { arrayOf, errorOf, isArrayObject } from "./engineValues";

/** The most cells that one reference hands to a formula; more would exhaust the memory. */
const MAX_REFERENCE_CELLS = 4_194_304;

/** Finds a sheet by its name, whatever the case, as Excel does. */
export type FindSheet = (unitId: string, name: string) => string | undefined;

/** The sheets of a workbook, and where a repair says what was wrong. */
export interface RepairContext {
  readonly findSheet: FindSheet;
  readonly sheetNames: () => readonly string[];
  /** Says why the formula that is being calculated comes to an error. */
  readonly note: (code: string, message: string) => void;
  /** Called when a calculation has ended and none waits. */
  readonly ended: () => void;
}

/**
 * `A1>1` is an error where A1 is one, but TRUE the second time: the engine keeps what it has compared,
 * errors as texts. It compares again.
 */
export function repairComparisons(): void {
  const cache: Pick<
    typeof CELL_INVERTED_INDEX_CACHE,
    "canUseCache" | "set" | "setContinueBuildingCache"
  > = CELL_INVERTED_INDEX_CACHE;
  cache.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  cache.set = () => undefined;
  cache.setContinueBuildingCache = () => undefined;
}

/**
 * SORT reorders the range that other formulas read, too: it gets a copy.
 * @param functionService - The engine's functions.
 */
export function repairSort(functionService: IFunctionService): void {
  const sort = functionService.getExecutor("SORT");
  if (!sort) return;
  const original = sort.calculate.bind(sort);
  sort.calculate = (values: BaseValueObject, ...rest: BaseValueObject[]) =>
    original(isArrayObject(values) ? copyOf(values) : values, ...rest);
}

/** A cell that reads a pending cell must see an error, not the text "#BUSY!". */
export function repairBusy(): void {
  (ERROR_TYPE_SET as Set<string>).add("#BUSY!");
}

/**
 * `=SUM(Nope!A1)` reads the cell of the current sheet, or spoils it for the next formula: a
 * reference to a sheet that is not there is `#REF!`. Sheet names are compared as Excel does.
 *
 * @param context - The workbook's sheets.
 */
export function repairSheetNames({ findSheet }: Pick<RepairContext, "findSheet">): void {
  BaseReferenceObject.prototype.setForcedSheetId = function (this: BaseReferenceObject): void {
    const name = this.getForcedSheetName();
    this.setForcedSheetIdDirect(name === "" ? "" : (findSheet(this.getUnitId(), name) ?? ""));
  };
}

/**
 * Says why references and calls of built-in functions fail, and refuses what the engine misreads.
 *
 * @param get - The engine's injector.
 * @param context - The workbook's sheets, and where to say it.
 */
export function repairReferences(get: (token: unknown) => unknown, context: RepairContext): void {
  afterExecution(get(ReferenceNodeFactory) as NodeFactory, (node) => {
    checkOperators(node, context);
    checkReference(node, context);
  });
  afterExecution(get(UnionNodeFactory) as NodeFactory, (node) => {
    checkReference(node, context);
  });
  afterExecution(get(FunctionNodeFactory) as NodeFactory, (node) => {
    checkArgumentCount(node, context);
    // INDIRECT and OFFSET come to references, too.
    checkReference(node, context);
  });
}

function checkReference(node: FormulaNode, { note, sheetNames }: RepairContext): void {
  const value = node.getValue();
  if (!value?.isReferenceObject()) return;
  const reference = value as BaseReferenceObject;
  const name = reference.getForcedSheetName();
  if (name !== "" && reference.getForcedSheetId() === "") {
    const there = sheetNames();
    const message =
      `there is no sheet ${name}; ` +
      (there.length > 0 ? `the sheets are ${there.join(", ")}` : "there are no sheets");
    fail(node, "#REF!", message, note);
    return;
  }
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const cells = (endRow - startRow + 1) * (endColumn - startColumn + 1);
  if (cells <= MAX_REFERENCE_CELLS) return;
  const message = `a reference has ${cells} cells; it must have at most ${MAX_REFERENCE_CELLS}`;
  fail(node, "#VALUE!", message, note);
}

/** Excel's intersection (a blank) and spilled range (#): the engine reads some other cells. */
function checkOperators(node: FormulaNode, { note }: RepairContext): void {
  const token = node.getToken().trim();
  if (token.endsWith("#")) {
    fail(node, "#REF!", `${token}: a spilled range cannot be referred to by #`, note);
  } else if (/\s/.test(token.replace(/'[^']*'/g, ""))) {
    fail(node, "#NULL!", `${token}: a blank between references is not supported`, note);
  }
}

function checkArgumentCount(node: FormulaNode, { note }: RepairContext): void {
  const executor = (node as unknown as { _functionExecutor?: BaseFunction })._functionExecutor;
  if (!executor || executor.minParams === -1 || executor.maxParams === -1) return;
  const given = node.getChildren().filter((child) => child.getValue() != null).length;
  if (given >= executor.minParams && given <= executor.maxParams) return;
  const expected =
    executor.minParams === executor.maxParams
      ? `${executor.minParams}`
      : `${executor.minParams} to ${executor.maxParams}`;
  fail(node, "#N/A", `${node.getToken()} got ${given} arguments; there must be ${expected}`, note);
}

function fail(node: FormulaNode, code: string, message: string, note: RepairContext["note"]): void {
  note(code, message);
  node.setValue(errorOf(code, message));
}

function copyOf(array: ArrayValueObject): ArrayValueObject {
  return arrayOf(array.getArrayValue().map((row) => row.slice() as BaseValueObject[]));
}
