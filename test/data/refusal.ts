import { CalcError } from "../../src/calc/errors";

/** The words of a refusal, or "accepted"; anything else that is thrown is a bug. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return wordsOf(error);
  }
  return "accepted";
}

/** The same of something that takes time. */
export const refusalOf = (acting: Promise<unknown>): Promise<string> =>
  acting.then(() => "accepted", wordsOf);

function wordsOf(error: unknown): string {
  if (error instanceof CalcError) return error.message;
  throw error;
}
