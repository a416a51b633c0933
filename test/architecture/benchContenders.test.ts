import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { projectFiles, readProjectFile } from "../support/sourceFiles";

/*
 * The bench measures what users reach: every calculation that it times is on the way of a worksheet function. A fast
 * way that only the bench takes would be a figure that nobody gets.
 */

/** Reached from the command line or from the pane's backtest, not from a cell. */
const FROM_NO_CELL = new Set(["valueBook", "plainKernel", "gapPositions"]);

const sources = new Set(projectFiles(/^src\/.*\.tsx?$/));

/** What a file imports from the project: names by file, none for a file that is only run. */
function importsOf(file: string): Map<string, string[]> {
  const parsed = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.ES2022, true);
  const found = new Map<string, string[]>();
  for (const statement of parsed.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    const from = [".ts", ".tsx"]
      .map((end) => normalize(join(dirname(file), text)) + end)
      .find((it) => sources.has(it));
    if (!text.startsWith(".") || from === undefined) continue;
    const bindings = statement.importClause?.namedBindings;
    const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
    const names = [...named].map(({ name, propertyName }) => (propertyName ?? name).text);
    found.set(from, [...(found.get(from) ?? []), ...names]);
  }
  return found;
}

/** The names that are taken from each file on the way from worksheet functions. */
function reached(): Map<string, Set<string>> {
  const names = new Map([["src/functions/functions.ts", new Set<string>()]]);
  // What is found while the loop runs comes under it, too.
  for (const file of names.keys()) {
    for (const [from, taken] of importsOf(file)) {
      names.set(from, new Set([...(names.get(from) ?? []), ...taken]));
    }
  }
  return names;
}

/** Name and file of each calculation that a bench file takes from the project. */
function contendersOf(bench: string): [string, string][] {
  const taken = /const \{([^}]+)\} = require\("\.\.\/\.\.\/(src\/(?:calc|functions)\/[^"]+)"\)/g;
  return [...readProjectFile(bench).matchAll(taken)].flatMap(([, names = "", file = ""]) =>
    names.split(",").map((name): [string, string] => [name.trim(), `${file}.ts`]),
  );
}

/** Whether a file uses one of its own names beside declaring it. */
const usesItself = (file: string, name: string) =>
  [
    ...readProjectFile(file)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .matchAll(new RegExp(`\\b${name}\\b`, "g")),
  ].length > 1;

describe("what the bench times", () => {
  const names = reached();
  const contenders = projectFiles(/^test\/bench\/.*\.js$/).flatMap(contendersOf);

  it.each(contenders)("%s of %s is on the way of a worksheet function", (name, file) => {
    if (FROM_NO_CELL.has(name)) return;
    const isReached = names.get(file)?.has(name) === true;
    const isFunction = file.startsWith("src/functions/") && names.has(file);
    expect(isReached || isFunction || (names.has(file) && usesItself(file, name))).toBe(true);
  });

  it("are found", () => {
    expect(contenders.length).toBeGreaterThan(20);
    expect(names.get("src/calc/history/zScore.ts")?.has("zScore")).toBe(true);
    expect(names.has("src/calc/nothing.ts")).toBe(false);
  });
});
