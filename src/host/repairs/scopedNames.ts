/* Names that are of one sheet alone. */
import type { DependencyIdentifier } from "@univerjs/core";
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import {
  type IRemoveSheetCommandParams,
  RemoveSheetCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { UNIT_ID } from "./unitId";

/**
 * A sheet takes the names of its own scope with it, and brings them back. In the engine they stay: no
 * one can delete them then, and no other name can be called like one of them.
 *
 * @param get - The engine's services.
 */
export function repairScopedNames(get: <T>(token: DependencyIdentifier<T>) => T): void {
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
}
