/*
 * The words of the last error that a cell got. Excel shows them only on hovering, and on some builds not
 * at all, so the pane shows the last ones. Nothing reads this to compute an answer.
 */

/** A function that gave an error, and the error's words. */
export interface FunctionError {
  readonly functionName: string;
  readonly message: string;
}

let last: FunctionError | null = null;

/**
 * A function as cells call it: its errors are remembered for the pane.
 *
 * @param functionName - The worksheet function without its namespace.
 * @param run - The function.
 * @returns The same function, with the same answers and errors.
 */
export const fromCells =
  <A extends unknown[], R>(functionName: string, run: (...args: A) => R) =>
  (...args: A): R => {
    try {
      return run(...args);
    } catch (error) {
      if (error instanceof CustomFunctions.Error) {
        last = { functionName, message: error.message ?? error.code };
      }
      throw error;
    }
  };

/** @returns The last error of a cell since the add-in was loaded, or null. */
export const lastError = (): FunctionError | null => last;
