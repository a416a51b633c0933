import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, readProjectFile, ROOT } from "../support/sourceFiles";

/** A file of the project as comments and documents name it: from the project's folder, from src or from test. */
const PATH =
  /(?<![\w./@-])((?:src|test|docs|assets|calc|functions|host|taskpane|templates|workbench|workbook|assumptions|data|cli|build)(?:\/[\w.-]+)*\/[\w.-]+\.(?:tsx?|[cm]?js|md|json|csv|py|sh))(?![\w])/g;

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

const isThere = (path: string) =>
  ["", "src", "test"].some((room) => existsSync(join(ROOT, room, path)));

/** Made by a build, or a made-up name in an example. */
const MADE = /^(test\/fixture|test\/architecture\/wrongImports)/;

function deadPaths(text: string): string[] {
  return [...text.matchAll(PATH)]
    .map(([, path = ""]) => path)
    .filter((path) => !MADE.test(path) && !isThere(path));
}

const wordsOf = (file: string) => {
  const text = readProjectFile(file);
  return file.endsWith(".md") ? text : (text.match(COMMENT) ?? []).join("\n");
};

describe("paths in comments and documents", () => {
  it("are of files that are there", () => {
    const files = projectFiles(/\.(md|tsx?|[cm]?js)$/).filter((file) => file !== "CHANGELOG.md");
    expect(
      files.flatMap((file) => deadPaths(wordsOf(file)).map((path) => `${file}: ${path}`)),
    ).toEqual([]);
  });

  it("are noticed when they are not", () => {
    expect(deadPaths("see calc/nowhere.ts and src/calc/units.ts")).toEqual(["calc/nowhere.ts"]);
  });
});
