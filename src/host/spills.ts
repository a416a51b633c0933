import type { ICommandService, IRange, IUnitRange } from "@univerjs/core";
import {
  type ISetArrayFormulaDataMutationParams,
  SetArrayFormulaDataMutation,
} from "@univerjs/engine-formula";
import { cellKey, cellPlace } from "./cellKey";

/**
 * Has the cells that a shrinking spill gives up calculated again.
 *
 * The engine leaves their dependents stale: `=SUM(C1:C500)` over `=SEQUENCE(A1)` keeps its value
 * when A1 goes from 3 to 2. Growing is right.
 *
 * @param commands - The engine's commands.
 * @param mark - Called with every rectangle that has become smaller.
 */
export function watchSpills(commands: ICommandService, mark: (range: IUnitRange) => void): void {
  const spills = new Map<string, IRange>();
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetArrayFormulaDataMutation.id) return;
    const now = spillsOf(params as ISetArrayFormulaDataMutationParams);
    for (const [key, before] of spills) {
      const after = now.get(key);
      if (after && after.endRow >= before.endRow && after.endColumn >= before.endColumn) continue;
      const { unitId, sheetId } = cellPlace(key);
      mark({ unitId, sheetId, range: before });
    }
    spills.clear();
    for (const [key, range] of now) spills.set(key, range);
  });
}

function spillsOf({ arrayFormulaRange }: ISetArrayFormulaDataMutationParams): Map<string, IRange> {
  const spills = new Map<string, IRange>();
  for (const [unitId, sheets] of Object.entries(arrayFormulaRange)) {
    for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
      for (const [row, columns] of Object.entries(rows)) {
        for (const [column, range] of Object.entries(columns as Record<string, IRange | null>)) {
          if (!range) continue;
          const place = { unitId, sheetId, row: Number(row), column: Number(column) };
          spills.set(cellKey(place), { ...range });
        }
      }
    }
  }
  return spills;
}
