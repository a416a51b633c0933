import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./sourceFiles";
import { tableRows } from "./golden";

/** Published figures and results of real Excel, read where they lie: beside the project, not in it. */
const EXTERNAL = resolve(ROOT, "../shared/golden/external");

/** The rows of an external table, by the names in its heading. */
export const externalRows = (file: string): Record<string, string>[] =>
  tableRows(readFileSync(resolve(EXTERNAL, file), "utf8"));

/** An external JSON file. */
export const externalJson = (file: string): any =>
  JSON.parse(readFileSync(resolve(EXTERNAL, file), "utf8"));

/** A test on the external tables: skipped, with the reason, where they are missing; failing under CI. */
export function itWithExternal(name: string, test: (() => void) | (() => Promise<void>)): void {
  if (existsSync(EXTERNAL)) it(name, test);
  else if (process.env.CI === "true") {
    it(name, () => {
      throw new Error("../shared/golden/external is missing; with CI=true it must be there");
    });
  } else it.skip(`${name} (skipped: ../shared/golden/external is missing)`, test);
}
