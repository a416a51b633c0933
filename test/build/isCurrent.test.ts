import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCurrent } from "../../src/build/isCurrent";

const SOURCES = [
  ...["src/calc/units.ts", "assets/icon-16.png", "manifest.xml", "webpack.config.js"],
  ...["tsconfig.json", "package.json", "package-lock.json"],
];

let root: string;
const write = (name: string, seconds: number) => {
  mkdirSync(join(root, name, ".."), { recursive: true });
  writeFileSync(join(root, name), "");
  utimesSync(join(root, name), seconds, seconds);
};
const built = () => isCurrent(root, join(root, "dist"));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rotation-current-"));
  for (const name of SOURCES) write(name, 1_000);
  for (const folder of ["src/calc", "src", "assets"]) utimesSync(join(root, folder), 1_000, 1_000);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const build = (seconds: number) => {
  for (const name of [
    "functions.js",
    "functions.json",
    "workbench.html",
    "workbench/workbench.js",
  ]) {
    write(`dist/${name}`, seconds);
  }
};

it("a build after the last change is current", () => {
  build(2_000);
  expect(built()).toBe(true);
});

it("none, and half of one, are not", () => {
  expect(built()).toBe(false);
  build(2_000);
  rmSync(join(root, "dist/functions.js"));
  expect(built()).toBe(false);
});

it.each(SOURCES)("one before a change of %s is not", (name) => {
  build(2_000);
  write(name, 3_000);
  expect(built()).toBe(false);
});

it("a file that was taken away is a change", () => {
  build(2_000);
  rmSync(join(root, "src/calc/units.ts"));
  expect(built()).toBe(false);
});
