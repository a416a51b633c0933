import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { familyFiles } from "../../src/build/addinConfig";

/** How an argument that takes a history is described in a function's comment. */
const TAKES_A_HISTORY = /@param .*\b(oldest first|Dates\b.*\brising)\b/;

/** Every worksheet function that takes a history, by id. */
function historyFunctionIds(): string[] {
  return familyFiles(resolve(__dirname, "../../src/functions"))
    .flatMap((file) => readFileSync(file, "utf8").split("@customfunction ").slice(1))
    .map((text) => text.slice(0, text.indexOf("*/")))
    .filter((comment) => TAKES_A_HISTORY.test(comment))
    .map((comment) => /^\w+/.exec(comment)?.[0] ?? "")
    .sort();
}

/**
 * A rule of histories holds for every function that takes one: a new function has to be listed.
 *
 * CHECKINPUTS looks through a range as it stands, and has rules of its own: its tests have them.
 */
export function expectEveryHistoryFunctionIn(tested: readonly string[]): void {
  expect([...new Set([...tested, "CHECKINPUTS"])].sort()).toEqual(historyFunctionIds());
}
