import type { AssumptionValue } from "./keys";

/** Values by key that remember which keys a calculation has asked for, whether or not they have a value. */
export class KeysRead extends Map<string, AssumptionValue> {
  /** The keys, in the order in which they were first asked for. */
  readonly read = new Set<string>();

  /**
   * @param key - A key.
   * @returns Its value.
   */
  override get(key: string): AssumptionValue | undefined {
    this.read.add(key);
    return super.get(key);
  }
}
