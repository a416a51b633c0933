import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { drawArchitecture, roomImports } from "../../src/build/drawArchitecture";
import { ROOT } from "../support/sourceFiles";

describe("the picture of the architecture", () => {
  it("is that of the imports (npm run architecture draws it)", () => {
    const kept = readFileSync(resolve(ROOT, "docs/architecture.svg"), "utf8");
    const places = (svg: string) => [...svg.matchAll(/<title>(\w+) imports (\w+)/g)].map(String);
    expect(places(kept)).toEqual(places(drawArchitecture(roomImports(ROOT))));
  });

  it("puts a room above what it imports", () => {
    const svg = drawArchitecture(
      new Map([
        ["above", new Map([["below", 3]])],
        ["below", new Map()],
      ]),
    );
    const height = (room: string) =>
      Number(
        new RegExp(`translate\\(\\S+ (\\d+)\\)"><rect[^>]*/><text[^>]*>${room}<`).exec(svg)?.[1],
      );
    expect(height("above")).toBeLessThan(height("below"));
    expect(svg).toContain("above imports below in 3 files");
  });
});
