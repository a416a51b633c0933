/* Names that are of one sheet alone. */
import type { DependencyIdentifier } from "@univerjs/core";
import {
  IDefinedNamesService,
  IFormulaDependencyGenerator,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import {
  type IRemoveSheetCommandParams,
  RemoveSheetCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { FindSheet } from "./engineRepairs";
import type { Parser } from "./engineParser";
import { NameScopes } from "./nameScopes";
import { UNIT_ID } from "./unitId";

/**
 * A sheet takes the names of its own scope with it, and brings them back. In the engine they stay: no
 * one can delete them then, and no other name can be called like one of them. In formulas it finds the
 * names that {@link NameScopes} says.
 *
 * @param get - The engine's services.
 * @param findSheet - Finds a sheet by its name.
 * @returns Which names a sheet knows.
 */
export function repairScopedNames(
  get: <T>(token: DependencyIdentifier<T>) => T,
  findSheet: FindSheet,
): NameScopes {
  const names = get(IDefinedNamesService);
  get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) => {
      if (id !== RemoveSheetCommand.id) return { redos: [], undos: [] };
      const { subUnitId } = params as IRemoveSheetCommandParams;
      const gone = Object.values(names.getDefinedNameMap(UNIT_ID) ?? {})
        .filter(({ localSheetId }) => localSheetId === subUnitId)
        .map((name) => ({ unitId: UNIT_ID, ...name }));
      return {
        redos: gone.map((name) => ({ id: RemoveDefinedNameMutation.id, params: name })),
        undos: gone.map((name) => ({ id: SetDefinedNameMutation.id, params: { ...name } })),
      };
    },
  });
  const scopes = new NameScopes(names, findSheet);
  const reader = get(IFormulaDependencyGenerator) as unknown as Parser;
  const read = reader._getTreeNode.bind(reader);
  reader._getTreeNode = (tree) => {
    const { unitId, formula, subUnitId, sheetId } = tree;
    const text = scopes.textOn(formula, subUnitId ?? sheetId ?? "");
    // The engine reads the text of its own tree again when it calculates it.
    if (subUnitId !== undefined && tree.isVirtual !== true) tree.formula = text;
    return read({ unitId, formula: text });
  };
  return scopes;
}
