import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(__dirname, "../..");

/** The project's files, committed or about to be, as paths from its folder. */
export function projectFiles(pattern: RegExp): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return [...new Set(list.split("\n"))].filter((file) => pattern.test(file)).sort();
}

/** The text of a project file. */
export const readProjectFile = (file: string) => readFileSync(resolve(ROOT, file), "utf8");
