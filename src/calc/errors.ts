/**
 * Why a calculation gave no number.
 *
 * - `invalid`: an argument is wrong, and the caller can fix it (`#VALUE!` in a cell);
 * - `missing`: the data to answer with are not there (`#N/A`);
 * - `unsolved`: the equation has no solution that could be found (`#NUM!`).
 */
export type CalcReason = "invalid" | "missing" | "unsolved";

/**
 * The one error of the calculation module. Anything else that is thrown is a bug.
 *
 * The message is lower case without a full stop; it names the argument, shows the value and says
 * what was expected: `yield is 5.03 (503%); rates are decimals, did you mean 0.0503?`
 */
export class CalcError extends Error {
  constructor(
    readonly reason: CalcReason,
    message: string,
  ) {
    super(message);
    this.name = "CalcError";
  }
}

/**
 * An argument is wrong.
 * @param message - Names the argument, shows the value, says what was expected.
 * @returns The error to throw.
 */
export const invalid = (message: string): CalcError => new CalcError("invalid", message);

/**
 * The data to answer with are not there.
 * @param message - Says what is missing.
 * @returns The error to throw.
 */
export const missing = (message: string): CalcError => new CalcError("missing", message);

/**
 * Runs a calculation, and lets its errors say first what they are about.
 *
 * @param name - What messages call it.
 * @param calculate - The calculation.
 * @returns What it returns.
 * @throws CalcError of the same reason, the name before its message where that does not begin with it.
 *
 * @example
 * about("mbs", () => 5.6); // => 5.6
 */
export function about<T>(name: string, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    const isNamed = error.message.startsWith(`${name},`);
    throw new CalcError(error.reason, isNamed ? error.message : `${name}: ${error.message}`);
  }
}
