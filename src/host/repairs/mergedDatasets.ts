import type { IFormulaDatasetConfig } from "@univerjs/engine-formula";

/** What is dirty, by workbook, sheet and so on down to a leaf. */
interface Dirt {
  readonly [key: string]: unknown;
}

/**
 * What several calculations were to do, for one that does all of it.
 *
 * @param datasets - What each was handed, at least one; the last is about the present workbook.
 * @returns The last, with whatever was dirty for any of them.
 */
export const mergedDatasets = (datasets: readonly IFormulaDatasetConfig[]): IFormulaDatasetConfig =>
  datasets.reduce((earlier, later) => {
    const both = <Key extends keyof IFormulaDatasetConfig>(key: Key): IFormulaDatasetConfig[Key] =>
      merged(earlier[key] as Dirt | undefined, later[key] as Dirt | undefined) as never;
    return {
      ...later,
      forceCalculate: earlier.forceCalculate || later.forceCalculate,
      dirtyRanges: [...earlier.dirtyRanges, ...later.dirtyRanges],
      dirtyNameMap: both("dirtyNameMap"),
      dirtyDefinedNameMap: both("dirtyDefinedNameMap"),
      dirtySuperTableMap: both("dirtySuperTableMap"),
      dirtyUnitFeatureMap: both("dirtyUnitFeatureMap"),
      dirtyUnitOtherFormulaMap: both("dirtyUnitOtherFormulaMap"),
      clearDependencyTreeCache: both("clearDependencyTreeCache"),
    } as IFormulaDatasetConfig;
  });

function merged(earlier: Dirt = {}, later: Dirt = {}): Dirt {
  const all: Record<string, unknown> = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    all[key] = isDirt(value) ? merged(isDirt(all[key]) ? all[key] : {}, value) : value;
  }
  return all;
}

const isDirt = (value: unknown): value is Dirt => typeof value === "object" && value !== null;
