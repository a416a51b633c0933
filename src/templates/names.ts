import { sameName } from "../workbook/sameName";

/**
 * A name that is not taken.
 *
 * @param wanted - The name, for example "Data".
 * @param taken - Names in use.
 * @returns The name itself, or with a number when it is taken.
 */
export function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string) => taken.some((other) => sameName(other, name));
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted} ${number}`)) number++;
  return `${wanted} ${number}`;
}
