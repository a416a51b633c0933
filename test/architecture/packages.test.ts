import { readProjectFile } from "../support/sourceFiles";

interface Lock {
  readonly packages: Record<
    string,
    { license?: string; resolved?: string; os?: string[]; optional?: boolean; dev?: boolean }
  >;
}

/** Development tools under other terms, which never enter dist (test/built checks that). */
const OTHER_TERMS = new Map([
  ["exit", "MIT, said in its older `licenses` field"],
  ["@univerjs/telemetry", "Apache-2.0, by its LICENSE; the field was forgotten"],
  ["hyperformula", "GPL-3.0-only; npm run test:long compares with it, nothing ships it"],
  ["axe-core", "MPL-2.0; used in tests only"],
  ["@microsoft/office-js", "Microsoft's licence; used in development and tests only"],
]);
const ALLOWED =
  /^\(?(MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|CC0-1\.0|CC-BY-[34]\.0)\b/;

describe("packages", () => {
  const lock = JSON.parse(readProjectFile("package-lock.json")) as Lock;
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  const nameOf = (path: string) =>
    path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

  it("come from whatever registry the user has: the lock names no host", () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it("have licences that may be used", () => {
    const others = packages.filter(
      ([path, { license = "none" }]) => !ALLOWED.test(license) && !OTHER_TERMS.has(nameOf(path)),
    );
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  it("hold no proprietary part of the spreadsheet engine", () => {
    expect(
      packages
        .map(([path]) => nameOf(path))
        .filter((name) => /^@univerjs-pro\/|^@univerjs\/presets$/.test(name)),
    ).toEqual([]);
  });

  it("bring no binaries of their own, but for the one that npm skips elsewhere", () => {
    expect(packages.filter(([, { os }]) => os !== undefined).map(([path]) => nameOf(path))).toEqual(
      ["fsevents"],
    );
  });

  it("are for development: nothing is installed to run the add-in", () => {
    const { dependencies, devDependencies } = JSON.parse(readProjectFile("package.json")) as Record<
      string,
      Record<string, string> | undefined
    >;
    expect(dependencies).toBeUndefined();
    expect(Object.keys(devDependencies ?? {})).toEqual(
      expect.arrayContaining([
        "office-addin-cli",
        "@microsoft/office-js",
        "webpack",
        "ts-loader",
        "jest",
      ]),
    );
    expect(devDependencies?.["@univerjs/core"]).toBe("0.25.1");
  });
});
