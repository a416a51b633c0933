/* Conditional formats follow the cells of their sheet when rows, columns and cells come, go and move. */
import {
  type DependencyIdentifier,
  type ICommandInfo,
  type IMutationInfo,
  type IRange,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  EffectRefRangId,
  getSheetCommandTarget,
  handleCommonDefaultRangeChangeWithEffectRefCommands,
  handleDefaultRangeChangeWithEffectRefCommands,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { withFormulas } from "../../workbook/formulasOfRule";
import { formatsOf, settingFormats } from "./keptFormats";
import { a1OfRange, engineRange } from "../engineRanges";
import { movedReferences } from "./movedReferences";

/** The commands after which cells of a sheet stand elsewhere. */
const MOVES: ReadonlySet<string> = new Set([
  ...[EffectRefRangId.InsertRowCommandId, EffectRefRangId.InsertColCommandId],
  ...[EffectRefRangId.RemoveRowCommandId, EffectRefRangId.RemoveColCommandId],
  ...[EffectRefRangId.InsertRangeMoveDownCommandId, EffectRefRangId.InsertRangeMoveRightCommandId],
  ...[EffectRefRangId.DeleteRangeMoveUpCommandId, EffectRefRangId.DeleteRangeMoveLeftCommandId],
  ...[EffectRefRangId.MoveRowsCommandId, EffectRefRangId.MoveColsCommandId],
  EffectRefRangId.MoveRangeCommandId,
]);

/**
 * Lets conditional formats follow what moves, within the same step of undo.
 * @param get - The engine's injector.
 */
export function moveFormats(get: <T>(token: DependencyIdentifier<T>) => T): void {
  const workbooks = get(IUniverInstanceService);
  const lexer = get(LexerTreeBuilder);
  get(SheetInterceptorService).interceptCommand({
    getMutations: (command) => {
      const [redos, undos]: IMutationInfo[][] = [[], []];
      const params = command.params as Parameters<typeof getSheetCommandTarget>[1];
      const target = MOVES.has(command.id) ? getSheetCommandTarget(workbooks, params) : null;
      const workbook = workbooks.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
      if (!target || !workbook) return { redos: [], undos: [] };
      for (const sheet of workbook.getSheets()) {
        const { formats } = formatsOf(sheet.getConfig());
        if (formats === undefined) continue;
        const isMoved = sheet.getSheetId() === target.subUnitId;
        const references = {
          lexer,
          isMoved: (name: string) => (name === "" ? isMoved : name === target.worksheet.getName()),
          command,
        };
        const moved = formats.flatMap((format) =>
          movedFormat(format, isMoved ? command : null, references),
        );
        if (JSON.stringify(moved) === JSON.stringify(formats)) continue;
        redos?.push(settingFormats(sheet.getSheetId(), moved));
        undos?.push(settingFormats(sheet.getSheetId(), formats));
      }
      return { redos: redos ?? [], undos: undos ?? [] };
    },
  });
}

/** The format where its cells are now; none when all of them are gone. */
function movedFormat(
  format: ConditionalFormat,
  command: ICommandInfo | null,
  references: Parameters<typeof movedReferences>[1],
): readonly ConditionalFormat[] {
  const ranges = format.ranges.map(engineRange);
  const moved =
    command === null
      ? ranges
      : ranges.flatMap((range) =>
          handleCommonDefaultRangeChangeWithEffectRefCommands(range, command),
        );
  if (moved.length === 0) return [];
  const before = firstOf(ranges);
  const left = command === null ? before : firstLeft(before, command);
  const after = command === null ? left : movedCell(left, command);
  const first = firstOf(moved);
  const { lexer } = references;
  const rule = withFormulas(format.rule, (formula) => {
    const there = shifted(formula, before, left, lexer);
    return shifted(movedReferences(there, references), after, first, lexer);
  });
  return [{ ...format, ranges: moved.map(a1OfRange), rule }];
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell from which references of formulas count. */
const firstOf = (ranges: readonly IRange[]): Cell => ({
  row: ranges.reduce((least, { startRow }) => Math.min(least, startRow), Infinity),
  column: ranges.reduce((least, { startColumn }) => Math.min(least, startColumn), Infinity),
});

/** The cell itself, or where it is deleted the first one behind it that is not. */
function firstLeft(cell: Cell, { id, params }: ICommandInfo): Cell {
  const { range } = params as { readonly range?: IRange };
  if (range === undefined) return cell;
  const isIn = (at: number, start: number, end: number) => at >= start && at <= end;
  if (id === EffectRefRangId.RemoveRowCommandId && isIn(cell.row, range.startRow, range.endRow)) {
    return { ...cell, row: range.endRow + 1 };
  }
  if (
    id === EffectRefRangId.RemoveColCommandId &&
    isIn(cell.column, range.startColumn, range.endColumn)
  ) {
    return { ...cell, column: range.endColumn + 1 };
  }
  return cell;
}

function movedCell(cell: Cell, command: ICommandInfo): Cell {
  const { row, column } = cell;
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const moved = handleDefaultRangeChangeWithEffectRefCommands(range, command);
  return moved === null ? cell : { row: moved.startRow, column: moved.startColumn };
}

/** A formula of one cell as another has it. */
const shifted = (formula: string, from: Cell, to: Cell, lexer: LexerTreeBuilder): string =>
  from.row === to.row && from.column === to.column
    ? formula
    : lexer.moveFormulaRefOffset(formula, to.column - from.column, to.row - from.row);
