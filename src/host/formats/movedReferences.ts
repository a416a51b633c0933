/* A formula that stands in no cell, after cells that it reads have moved. */
import type { ICommandInfo } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  generateStringWithSequence,
  type LexerTreeBuilder,
  sequenceNodeType,
  serializeRange,
  serializeRangeWithSheet,
} from "@univerjs/engine-formula";
import { handleDefaultRangeChangeWithEffectRefCommands } from "@univerjs/sheets";

/**
 * A formula that reads the same cells as before.
 * @param formula - With its equals sign.
 * @param moves - What moves cells.
 * @param moves.lexer - Takes formulas apart.
 * @param moves.isMoved - Whether cells of a sheet move; of the formula's own where the name is "".
 * @param moves.command - The engine's command.
 * @returns The formula; a reference to deleted cells is #REF!.
 */
export function movedReferences(
  formula: string,
  {
    lexer,
    isMoved,
    command,
  }: {
    readonly lexer: LexerTreeBuilder;
    readonly isMoved: (sheet: string) => boolean;
    readonly command: ICommandInfo;
  },
): string {
  const nodes = lexer.sequenceNodesBuilder(formula);
  if (nodes === undefined) return formula;
  const moved = nodes.map((node) => {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.REFERENCE) return node;
    const { range, sheetName } = deserializeRangeWithSheet(node.token);
    if (!isMoved(sheetName)) return node;
    const now = handleDefaultRangeChangeWithEffectRefCommands(range, command);
    if (now === null) return { ...node, token: "#REF!" };
    const place = { ...range, ...now };
    const token =
      sheetName === "" ? serializeRange(place) : serializeRangeWithSheet(sheetName, place);
    return { ...node, token };
  });
  return `=${generateStringWithSequence(moved)}`;
}
