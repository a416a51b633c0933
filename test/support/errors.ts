import type { CalcReason } from "../../src/calc/errors";

/** Expects a CalcError by reason and words. */
export const calcError = (reason: CalcReason, words: RegExp) =>
  expect.objectContaining({ name: "CalcError", reason, message: expect.stringMatching(words) });

/** What a worksheet function gave: its value, or its error's code and words. */
export function answer(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return { code: error.code, message: error.message };
  }
}

/** An error value that Excel hands over inside a range. */
export const errorValue = (code: string) =>
  new CustomFunctions.Error(code as CustomFunctions.ErrorCode);
