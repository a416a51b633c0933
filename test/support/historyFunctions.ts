import { projectFiles, readProjectFile } from "./sourceFiles";

/** How an argument that takes a history is described in a function's comment. */
const TAKES_A_HISTORY = /@param .*\b(oldest first|Dates\b.*\brising)\b/;

/** Every worksheet function that takes a history, by id: a new one has to be tested as one. */
export function historyFunctionIds(): string[] {
  return projectFiles(/^src\/functions\/.*\.ts$/)
    .flatMap((file) => readProjectFile(file).split("@customfunction ").slice(1))
    .map((text) => text.slice(0, text.indexOf("*/")))
    .filter((comment) => TAKES_A_HISTORY.test(comment))
    .map((comment) => /^\w+/.exec(comment)?.[0] ?? "")
    .sort();
}
