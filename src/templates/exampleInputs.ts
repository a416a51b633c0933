/* Which of the assumptions that a sheet reads are examples of the add-in, as a formula of the sheet. */
import { shortName } from "../assumptions/shortName";
import { TABLE_NAME } from "../assumptions/table";
import type { Change } from "../workbook/workbookPort";

/**
 * Whether an assumption is an example.
 *
 * @param key - Its key.
 * @returns A condition for a formula.
 */
export const isExample = (key: string): string =>
  `RV.ASSUMPTION(${TABLE_NAME},"${key}","provenance")="example"`;

/**
 * The line that names the example inputs of a sheet.
 *
 * @param changes - What the sheet is made of; its formulas say what they read.
 * @param givesWay - Keys whose example gives way to a figure made from another key, unless that is an
 *   example, too; the other key is read for nothing else.
 * @returns A formula: for example "On example inputs: MBS duration, corporate duration".
 */
export function exampleInputs(
  changes: readonly Change[],
  givesWay: ReadonlyMap<string, string>,
): string {
  const others = new Set(givesWay.values());
  const keys = keysIn(changes).filter((key) => !others.has(key));
  const tenors = keys.filter(isTenor);
  const curve = `IF(OR(${tenors.map(isExample).join(",")}),"Treasury curve","")`;
  const names = keys
    .filter((key) => !isTenor(key))
    .map((key) => {
      const other = givesWay.get(key);
      const stands =
        other === undefined ? isExample(key) : `AND(${isExample(key)},${isExample(other)})`;
      return `IF(${stands},"${shortName(key)}","")`;
    });
  return exampleLine(
    `TEXTJOIN(", ",TRUE,${[...names, ...(tenors.length > 0 ? [curve] : [])].join(",")})`,
  );
}

/** A point of the Treasury curve; the points are one input to a reader. */
const isTenor = (key: string): boolean => /^ust\d+$/.test(key);

/**
 * The line of a sheet that names its example inputs.
 *
 * @param names - An expression of a formula: their names in one text, "" where there are none.
 * @returns A formula.
 *
 * @example
 * exampleLine("B2"); // => '=IF(B2="","On no example inputs","On example inputs: "&B2)'
 */
export const exampleLine = (names: string): string =>
  `=IF(${names}="","On no example inputs","On example inputs: "&${names})`;

function keysIn(changes: readonly Change[]): readonly string[] {
  const formulas = changes.flatMap((change) => (change.kind === "formula" ? [change.formula] : []));
  const keys = formulas.flatMap((words) =>
    [...words.matchAll(/RV\.ASSUMPTION\([^,]+,"([^"]+)"\)/g)].map(([, key = ""]) => key),
  );
  return [...new Set(keys)];
}
