/** A store that does not answer. */
export class NoAnswer extends Error {}

/**
 * Waits for an answer, but not for ever.
 *
 * @param answer - What is waited for.
 * @param ms - How long.
 * @returns The answer.
 * @throws {NoAnswer} when it has not come by then.
 */
export function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(`no answer in ${ms / 1000} s`));
    }, ms);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
