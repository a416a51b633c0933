/* Conditional formats follow the names of sheets that they read, within the same step of undo. */
import type { ICommandInfo } from "@univerjs/core";
import type { LexerTreeBuilder } from "@univerjs/engine-formula";
import { RemoveSheetCommand, SetWorksheetNameCommand } from "@univerjs/sheets";
import type { ConditionalFormat } from "../../workbook/conditionalFormat";
import { withFormulas } from "../../workbook/formulasOfRule";
import { sameName } from "../../workbook/sameName";
import { withReferences, type NewReference } from "./movedReferences";

/**
 * What becomes of references when a sheet gets another name or goes.
 * @param command - A command of the engine's.
 * @param sheet - The name of the sheet that it is about.
 * @returns What gives a reference; null for a command that does neither.
 */
export function sheetReference(command: ICommandInfo, sheet: string): NewReference | null {
  const changed =
    (now: (reference: Parameters<NewReference>[0]) => ReturnType<NewReference>): NewReference =>
    (reference) =>
      sameName(reference.sheetName, sheet) ? now(reference) : reference;
  if (command.id === RemoveSheetCommand.id) return changed(() => null);
  if (command.id !== SetWorksheetNameCommand.id) return null;
  const { name } = command.params as { readonly name: string };
  return changed(({ range }) => ({ sheetName: name, range }));
}

/**
 * Formats whose formulas read what they read before under its new name.
 * @param formats - The formats of a sheet.
 * @param lexer - Takes formulas apart.
 * @param change - What becomes of a reference.
 * @returns The formats.
 */
export const withSheetReferences = (
  formats: readonly ConditionalFormat[],
  lexer: LexerTreeBuilder,
  change: NewReference,
): readonly ConditionalFormat[] =>
  formats.map((format) => ({
    ...format,
    rule: withFormulas(format.rule, (formula) => withReferences(formula, lexer, change)),
  }));
