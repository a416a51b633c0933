/*
 * The words of the last error that a function gave. Excel shows them only on hovering, and on some
 * builds not at all, so the pane shows the last ones. Nothing reads this to compute an answer.
 */

/** A function that gave an error, and the error's words. */
export interface FunctionError {
  readonly functionName: string;
  readonly message: string;
}

let last: FunctionError | null = null;

/**
 * Remembers an error for the pane.
 *
 * @param functionName - The worksheet function without its namespace.
 * @param message - The error's words.
 */
export function rememberError(functionName: string, message: string): void {
  last = { functionName, message };
}

/** @returns The last error since the add-in was loaded, or null. */
export const lastError = (): FunctionError | null => last;
