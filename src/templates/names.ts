/**
 * Whether Excel takes two names for the same.
 *
 * @param a - A sheet's, table's or defined name.
 * @param b - Another.
 * @returns True when they differ at most in case.
 */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

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
