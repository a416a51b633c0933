import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { projectFiles, readProjectFile, ROOT } from "../support/sourceFiles";

/** One row of docs/pitfalls.md. */
interface Row {
  readonly pitfall: number;
  readonly about: string;
  readonly file: string;
  /** The test's title, or why there is none. */
  readonly test: string;
}

const PITFALLS = 25;
const NO_FILE = "–";
const WHY_NONE = /^(documented only: \S.*|comes with the [a-z-]+ functions)$/;

function rowsOf(markdown: string): Row[] {
  return [...markdown.matchAll(/^\|\s*(\d+)\s*\|(.*)\|$/gm)].map(([, number, rest = ""]) => {
    const [, about = "", file = "", test = ""] = rest.split("|").map((cell) => cell.trim());
    return { pitfall: Number(number), about, file, test };
  });
}

const RUNS_A_TEST = /^(describe|it|itWithRealData)\b(?!\.(skip|todo))/;

/** The titles of a file's tests, as it spells them. */
function titlesIn(file: string): ReadonlySet<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && RUNS_A_TEST.test(node.expression.getText())) {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.ES2022, true));
  return titles;
}

const seen = new Map<string, ReadonlySet<string>>();
function titlesOf(file: string): ReadonlySet<string> {
  const titles = seen.get(file) ?? titlesIn(file);
  seen.set(file, titles);
  return titles;
}

/** Worksheet functions, commands and assumption keys. */
const NAMES = new Set([
  ...projectFiles(/^src\/functions\/.*\.ts$/).flatMap((file) =>
    [...readProjectFile(file).matchAll(/@customfunction (\w+)/g)].map(([, id = ""]) => id),
  ),
  ...ASSUMPTION_KEYS.map(({ key }) => key),
  "example",
]);

function faultOf({ pitfall, about, file, test }: Row): string | null {
  const unknown = [...about.matchAll(/`([^`]+)`/g)].find(([, name = ""]) => !NAMES.has(name));
  if (unknown !== undefined) return `${pitfall}: there is no ${unknown[1] ?? ""}`;
  if (file === NO_FILE) return WHY_NONE.test(test) ? null : `${pitfall}: no test, and no reason`;
  const path = `test/${file.replaceAll("`", "")}`;
  if (!existsSync(join(ROOT, path))) return `${pitfall}: there is no ${path}`;
  return titlesOf(path).has(test) ? null : `${pitfall}: ${path} has no test "${test}"`;
}

const faultsOf = (markdown: string) =>
  rowsOf(markdown)
    .map(faultOf)
    .filter((fault) => fault !== null);

describe("the table of pitfalls", () => {
  const table = readProjectFile("docs/pitfalls.md");

  it("has all twenty-five, in order", () => {
    const numbers = rowsOf(table).map(({ pitfall }) => pitfall);
    expect([...new Set(numbers)]).toEqual(Array.from({ length: PITFALLS }, (_, i) => i + 1));
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  });

  it("names tests, functions and assumptions that exist, or says why there is no test", () => {
    expect(faultsOf(table)).toEqual([]);
  });

  it.each([
    [
      "| 1 | x | `SPREADGAP` | calc/nowhere.test.ts | y |",
      "1: there is no test/calc/nowhere.test.ts",
    ],
    [
      "| 2 | x | `SPREADGAP` | architecture/pitfalls.test.ts | no such title |",
      '2: test/architecture/pitfalls.test.ts has no test "no such title"',
    ],
    ["| 3 | x | `SPREADGUP` | – | comes with the bond functions |", "3: there is no SPREADGUP"],
    ["| 4 | x | `trials` | – | later |", "4: no test, and no reason"],
  ])("is found wrong in %s", (row, fault) => {
    expect(faultsOf(row)).toEqual([fault]);
  });
});
