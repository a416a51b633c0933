import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "./sourceFiles";

/** Real market series, read where they lie: beside the project, not in it. */
export const SHARED_DATA = resolve(ROOT, "../shared/data");

/** The options of `example` for the real series. */
export const REAL_FILES = [
  ["mortgage", "MORTGAGE30US"],
  ["treasury5", "DGS5"],
  ["treasury10", "DGS10"],
  ["corporate", "HQMCB10YR"],
].flatMap(([option = "", series = ""]) => [`--${option}`, join(SHARED_DATA, `${series}.csv`)]);

/** A test on the real series: skipped, with the reason, where they are missing; failing under CI. */
export function itWithRealData(name: string, test: () => void): void {
  if (existsSync(SHARED_DATA)) it(name, test);
  else if (process.env.CI === "true") {
    it(name, () => {
      throw new Error("../shared/data is missing; with CI=true it must be there");
    });
  } else it.skip(`${name} (skipped: ../shared/data is missing)`, test);
}
