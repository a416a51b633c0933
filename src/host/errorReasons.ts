/** What Excel means by each of its own errors, for formulas whose functions say nothing. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["#DIV/0!", "a division by zero, or by a blank cell"],
  ["#N/A", "a value is not available to the formula"],
  ["#NAME?", "the formula has a name that nothing is called by"],
  ["#NULL!", "two ranges do not meet"],
  ["#NUM!", "a number is too large, or outside what the function accepts"],
  ["#REF!", "a reference is not valid"],
  ["#VALUE!", "an argument or operand has the wrong type"],
  ["#CALC!", "an array came out empty, or holds what a cell cannot show"],
  ["#SPILL!", "the cells that the result needs are not free"],
  ["#CYCLE!", "the formula refers to its own cell"],
  ["#BUSY!", "the function has not answered in time"],
]);

/**
 * What an error means when no reason was given.
 * @param code - Such as `#DIV/0!`.
 * @returns A short phrase, empty for an unknown code.
 */
export function knownReason(code: string): string {
  return REASONS.get(code) ?? "";
}
