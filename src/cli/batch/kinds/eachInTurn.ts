import { CalcError } from "../../../calc/errors";

/**
 * Answers rows one after the other; a row that cannot be answered says why and holds up no other.
 *
 * @param rows - How many rows there are.
 * @param order - In which they are answered; their own where it is left out.
 * @param answer - Answers one.
 * @returns The sentences by row, in the order of the rows.
 */
export function eachInTurn(
  rows: number,
  order: Uint32Array | null,
  answer: (row: number) => void,
): Map<number, string> {
  const errors: [number, string][] = [];
  for (let i = 0; i < rows; i++) {
    const row = order?.[i] ?? i;
    try {
      answer(row);
    } catch (error) {
      if (!(error instanceof CalcError)) throw error;
      errors.push([row, error.message]);
    }
  }
  return new Map(errors.sort(([a], [b]) => a - b));
}
