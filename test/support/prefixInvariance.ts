import fc from "fast-check";
import { CalcError } from "../../src/calc/errors";

/** A history function's answer at every row, from what was known at that row. */
export type Column = (history: Float64Array) => unknown[];

/** The column that a function of a history gives: its value, or its error's words, at each row. */
export const columnOf =
  (answer: (history: Float64Array) => unknown): Column =>
  (history) =>
    Array.from(history, (_, row) => {
      try {
        return answer(history.subarray(0, row + 1));
      } catch (error) {
        if (!(error instanceof CalcError)) throw error;
        return error.message;
      }
    });

/** Spreads with ties and gaps, and some that hardly vary. */
const rowsOf = (minLength: number, maxLength: number) =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 40, max: 60 }) },
      { weight: 1, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    ),
    { minLength, maxLength },
  );

/** Appends rows to random histories: no value of the column before them may move. */
export function expectPrefixInvariant(column: Column, longest = 40): void {
  fc.assert(
    fc.property(rowsOf(1, longest), rowsOf(1, 10), (rows, later) => {
      const before = column(Float64Array.from(rows));
      const after = column(Float64Array.from([...rows, ...later]));
      expect(after.slice(0, rows.length)).toEqual(before);
    }),
    { numRuns: 60 },
  );
}
