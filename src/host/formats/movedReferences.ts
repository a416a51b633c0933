/* A formula that stands in no cell, after something was done to cells or sheets that it reads. */
import { AbsoluteRefType, type ICommandInfo, type IRange } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  generateStringWithSequence,
  type LexerTreeBuilder,
  sequenceNodeType,
  serializeRange,
  serializeRangeWithSheet,
} from "@univerjs/engine-formula";
import { handleDefaultRangeChangeWithEffectRefCommands } from "@univerjs/sheets";

/** What a reference is: its sheet is "" where it is the formula's own. */
export interface Reference {
  readonly sheetName: string;
  readonly range: IRange;
}

/** What it is now; null when it is gone. */
export type NewReference = (reference: Reference) => Reference | null;

/**
 * A formula with other references.
 * @param formula - With its equals sign.
 * @param lexer - Takes formulas apart.
 * @param change - Gives the other one of a reference, the same object where it stays.
 * @returns The formula; a reference that is gone is #REF!.
 */
export function withReferences(
  formula: string,
  lexer: LexerTreeBuilder,
  change: NewReference,
): string {
  const nodes = lexer.sequenceNodesBuilder(formula);
  if (nodes === undefined) return formula;
  const changed = nodes.map((node) => {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.REFERENCE) return node;
    const before = deserializeRangeWithSheet(node.token);
    const now = change(before);
    if (now === before) return node;
    if (now === null) return { ...node, token: "#REF!" };
    const { sheetName, range } = now;
    const token =
      sheetName === "" ? serializeRange(range) : serializeRangeWithSheet(sheetName, range);
    return { ...node, token };
  });
  return `=${generateStringWithSequence(changed)}`;
}

/**
 * Reads the same cells as before, wherever they are now.
 * @param moves - What moves cells.
 * @param moves.isMoved - Whether cells of a sheet move; of the formula's own where the name is "".
 * @param moves.command - The engine's command.
 * @param moves.fixedOnly - Whether references stay as they are that are another one for each cell of a format.
 * @returns What gives the reference.
 */
export const movedReference =
  ({
    isMoved,
    command,
    fixedOnly,
  }: {
    readonly isMoved: (sheet: string) => boolean;
    readonly command: ICommandInfo;
    readonly fixedOnly: boolean;
  }): NewReference =>
  (reference) => {
    const { sheetName, range } = reference;
    if (!isMoved(sheetName) || (fixedOnly && !isFixed(range))) return reference;
    const now = handleDefaultRangeChangeWithEffectRefCommands(range, command);
    return now === null ? null : { sheetName, range: { ...range, ...now } };
  };

const isFixed = ({ startAbsoluteRefType, endAbsoluteRefType }: IRange): boolean =>
  startAbsoluteRefType === AbsoluteRefType.ALL && endAbsoluteRefType === AbsoluteRefType.ALL;
