/* Conditional formats follow cells that come, go and move, and sheets that get another name or go. */
import {
  type DependencyIdentifier,
  type ICommandInfo,
  type IMutationInfo,
  type IRange,
  IUniverInstanceService,
  Rectangle,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  EffectRefRangId,
  getSheetCommandTarget,
  handleCommonDefaultRangeChangeWithEffectRefCommands,
  handleDefaultRangeChangeWithEffectRefCommands,
  RemoveSheetCommand,
  SetWorksheetNameCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { withFormulas } from "../../workbook/formulasOfRule";
import { sameName } from "../../workbook/sameName";
import { formatsOf, settingFormats } from "./keptFormats";
import { a1OfRange, engineRange } from "../engineRanges";
import { movedReference, withReferences } from "./movedReferences";
import { sheetReference, withSheetReferences } from "./sheetReferences";

/** The commands after which cells of a sheet stand elsewhere. */
const MOVES: ReadonlySet<string> = new Set([
  ...[EffectRefRangId.InsertRowCommandId, EffectRefRangId.InsertColCommandId],
  ...[EffectRefRangId.RemoveRowCommandId, EffectRefRangId.RemoveColCommandId],
  ...[EffectRefRangId.InsertRangeMoveDownCommandId, EffectRefRangId.InsertRangeMoveRightCommandId],
  ...[EffectRefRangId.DeleteRangeMoveUpCommandId, EffectRefRangId.DeleteRangeMoveLeftCommandId],
  ...[EffectRefRangId.MoveRowsCommandId, EffectRefRangId.MoveColsCommandId],
  EffectRefRangId.MoveRangeCommandId,
]);
const INSERTS: ReadonlySet<string> = new Set([
  ...[EffectRefRangId.InsertRowCommandId, EffectRefRangId.InsertColCommandId],
]);
/** The commands after which a sheet has another name, or is not there. */
const OF_SHEETS: ReadonlySet<string> = new Set([SetWorksheetNameCommand.id, RemoveSheetCommand.id]);

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
      const isMove = MOVES.has(command.id);
      if (!isMove && !OF_SHEETS.has(command.id)) return { redos: [], undos: [] };
      const params = command.params as Parameters<typeof getSheetCommandTarget>[1];
      const target = getSheetCommandTarget(workbooks, params);
      const workbook = workbooks.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
      if (!target || !workbook) return { redos: [], undos: [] };
      const changed = target.worksheet.getName();
      const ofSheets = sheetReference(command, changed);
      for (const sheet of workbook.getSheets()) {
        const { formats } = formatsOf(sheet.getConfig());
        const isChanged = sheet.getSheetId() === target.subUnitId;
        const isGone = isChanged && command.id === RemoveSheetCommand.id;
        if (formats === undefined || isGone) continue;
        const isMoved = (name: string) => (name === "" ? isChanged : sameName(name, changed));
        const moved = ofSheets
          ? withSheetReferences(formats, lexer, ofSheets)
          : formats.flatMap((format) =>
              movedFormat(format, { command, isHere: isChanged, isMoved, lexer }),
            );
        if (JSON.stringify(moved) === JSON.stringify(formats)) continue;
        redos?.push(settingFormats(sheet.getSheetId(), moved));
        undos?.push(settingFormats(sheet.getSheetId(), formats));
      }
      return { redos: redos ?? [], undos: undos ?? [] };
    },
  });
}

/** A command that moves cells. */
interface Move {
  readonly command: ICommandInfo;
  /** Whether cells of the format's own sheet move. */
  readonly isHere: boolean;
  readonly isMoved: (sheet: string) => boolean;
  readonly lexer: LexerTreeBuilder;
}

/** The format where its cells are now; none when all of them are gone. */
function movedFormat(format: ConditionalFormat, move: Move): readonly ConditionalFormat[] {
  const { command, isHere, isMoved, lexer } = move;
  const ranges = format.ranges.map(engineRange);
  const moved = isHere ? ranges.flatMap((range) => movedRanges(range, command)) : ranges;
  if (moved.length === 0) return [];
  const before = firstOf(ranges);
  const isPart =
    command.id === EffectRefRangId.MoveRangeCommandId && !(isHere && isWhole(ranges, command));
  const reference = movedReference({ isMoved, command, fixedOnly: isPart });
  // Cells that are dragged alone do not take the references of the others along.
  const left = isHere && !isPart ? firstLeft(before, command) : before;
  const after = isHere && !isPart ? movedCell(left, command) : left;
  const at = (places: readonly IRange[]): ConditionalFormat => ({
    ...format,
    ranges: places.map(a1OfRange),
    rule: withFormulas(format.rule, (formula) => {
      const there = withReferences(shifted(formula, before, left, lexer), lexer, reference);
      return shifted(there, after, firstOf(places), lexer);
    }),
  });
  const whole = at(moved);
  // From the upper left cell of them all, the formula of some may begin beyond the sheet's edge.
  const isLost = isPart && hasLost(whole) && !hasLost(format);
  return isLost ? moved.map((range) => at([range])) : [whole];
}

const hasLost = ({ rule }: ConditionalFormat): boolean => JSON.stringify(rule).includes("#REF!");

/** Rows and columns before a range shift it, as they shift a reference. */
function movedRanges(range: IRange, command: ICommandInfo): readonly IRange[] {
  if (!INSERTS.has(command.id)) {
    return handleCommonDefaultRangeChangeWithEffectRefCommands(range, command);
  }
  const moved = handleDefaultRangeChangeWithEffectRefCommands(range, command);
  return moved === null ? [] : [moved];
}

/** Whether all of the ranges are among the cells that are dragged. */
function isWhole(ranges: readonly IRange[], { params }: ICommandInfo): boolean {
  const { fromRange } = params as { readonly fromRange: IRange };
  return ranges.every((range) => Rectangle.contains(fromRange, range));
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
