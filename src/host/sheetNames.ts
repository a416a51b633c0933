import { nameKey } from "../workbook/sameName";
import type { FindSheet } from "./repairs/engineRepairs";

/** The sheets of the workbooks of an engine, by name. */
export class SheetNames {
  private readonly ids = new Map<string, Map<string, string>>();

  /**
   * Learns the sheets of a workbook again; they come, go and change their names.
   * @param unitId - The workbook.
   * @param sheets - Its sheets in order.
   */
  learn(unitId: string, sheets: readonly { id: string; name: string }[]): void {
    this.ids.set(unitId, new Map(sheets.map(({ id, name }) => [nameKey(name), id])));
  }

  /** Finds a sheet whatever the case of its name; a Map, for a sheet may be called `__proto__`. */
  readonly find: FindSheet = (unitId, name) => this.ids.get(unitId)?.get(nameKey(name));
}
