import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  cutRegions,
  listOfFunctions,
  namesOfFunctions,
  picturesAsFiles,
  roundedIcon,
  TELEPHONE,
  withoutPatterns,
  firstSignOfFew,
} from "../../src/build/engineLoader";
import { all, letters, punctuations } from "../../src/host/standIns/cjkRegex";
import { ROOT } from "../support/sourceFiles";

const moduleOf = (name: string) =>
  readFileSync(join(ROOT, "node_modules/@univerjs", name, "lib/es/index.js"), "utf8");

describe("what is cut out of the engine", () => {
  const formulas = moduleOf("sheets-formula");

  it("is the words about functions: their names and kinds stay, each once", () => {
    const named: string = namesOfFunctions(formulas);
    const pairs = (text: string) =>
      text.match(/FUNCTION_NAMES_\w+\.\w+, FunctionType\.\w+\]/g) ?? [];
    expect(named).not.toContain("sheets-formula.functionList.SUM.description");
    expect(pairs(named)).toHaveLength(
      (formulas.match(/functionName: FUNCTION_NAMES/g) ?? []).length,
    );
    expect(named.match(/^const FUNCTION_LIST = /gm)).toHaveLength(1);
  });

  it("is a module by itself, with every word", () => {
    const list: string = listOfFunctions(formulas);
    expect(list).toContain("sheets-formula.functionList.SUM.description");
    expect(list).toMatch(/^import .*FUNCTION_NAMES_MATH.* from "@univerjs\/engine-formula";/);
    expect(list).toMatch(/export \{ FUNCTION_LIST \};\n$/);
    expect(list).not.toContain("DescriptionService");
  });

  it("is every pattern of hyphenation", () => {
    const rest: string = withoutPatterns(moduleOf("engine-render"));
    expect(rest).toContain('const EnUs = ["", "{}"];');
    expect(rest).toContain("const PATTERN_LOADERS = {};");
    expect(rest).not.toMatch(/import\("\.\//);
  });

  it("is the grid for telephones, whose exports are undefined", () => {
    const rest: string = cutRegions(moduleOf("sheets-ui"), TELEPHONE);
    expect(rest).not.toMatch(/class Mobile/);
    expect(rest).toContain("class SheetSelectionRenderService ");
    expect(rest).toMatch(/^const UniverSheetsMobileUIPlugin = undefined;$/m);
  });

  it("is no file that what is left uses", () => {
    const source =
      "//#region src/a.ts\nconst one = 1;\n//#endregion\n//#region src/b.ts\nconst two = one;\n//#endregion\nexport { two };\n";
    expect(() => cutRegions(source, ["src/a.ts"])).toThrow(/the engine uses one elsewhere now/);
    expect(cutRegions(source, ["src/b.ts"])).toMatch(/^const two = undefined;$/m);
  });

  it("is each large picture, to the byte", () => {
    const picture = Buffer.alloc(4_000, 7);
    const files = new Map<string, Buffer>();
    const rest: string = picturesAsFiles(
      `const A = "data:image/png;base64,${picture.toString("base64")}", B = "data:image/png;base64,AAAA";`,
      (name: string, content: Buffer) => files.set(name, content),
    );
    const [[name, content] = []] = [...files];
    expect(rest).toBe(
      `const A = (__webpack_public_path__ + "${name}"), B = "data:image/png;base64,AAAA";`,
    );
    expect(content?.equals(picture)).toBe(true);
  });

  it("says so when the engine is made otherwise", () => {
    expect(() => namesOfFunctions("export {};")).toThrow(
      /has no source file src\/services\/function-list/,
    );
  });
});

it.each([
  ["M1.3999 13.6999L-.12345 2", "M1.4 13.7L-0.12 2"],
  ["M1.99999.5 2.12345.67891", "M1.99999.5 2.12345.67891"],
  ["M8 1a7 7 0 011.23456 3", "M8 1a7 7 0 011.23456 3"],
])("an icon's outline %s is written as %s", (long, short) => {
  expect(roundedIcon(`"d": "${long}"`)).toBe(`"d": "${short}"`);
});

it("the letters of East Asia are those of cjk-regex, but for letters that Unicode got after it", () => {
  const script = `import * as cjk from "cjk-regex";
    console.log(JSON.stringify(["letters", "punctuations", "all"].map((set) => cjk[set]().toRegExp().source)));`;
  const sources: string[] = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      encoding: "utf8",
    }),
  );
  const ours = [letters(), punctuations(), all()].map((set) => set.toRegExp());
  for (const [i, source] of sources.entries()) {
    const theirs = new RegExp(source);
    const others = [];
    for (let code = 0; code < 0x110000; code++) {
      const isHalf = code >= 0xd800 && code < 0xe000;
      const letter = String.fromCodePoint(code);
      if (!isHalf && theirs.test(letter) !== ours[i]?.test(letter)) others.push(code);
    }
    // In the first plane none; beyond it, letters that one of the two does not know yet.
    expect(others.filter((code) => code < 0x10000)).toEqual([]);
    expect(others.length).toBeLessThan(2_000);
  }
});

it("the first sign of a long text is looked for in its beginning, and an engine that asks otherwise is noticed", () => {
  const source = moduleOf("engine-render");
  expect(firstSignOfFew(source)).toContain("segmenter.segment(text.slice(0, 64))");
  expect(() => firstSignOfFew("segmenter.segment(all)")).toThrow(
    /look what it does with long texts/,
  );
});
