import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { familyFiles } from "../../src/build/addinConfig";
import { findLocalhost } from "../../src/build/findLocalhost";
import { pngSize } from "../../src/build/pngSize";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

describe("familyFiles", () => {
  it("takes the files with the tag, in the order of their names", () => {
    fs.writeFileSync(path.join(folder, "trade.ts"), "/**\n * @customfunction HEDGE\n */");
    fs.writeFileSync(path.join(folder, "bond.ts"), "/**\r\n * @customfunction PRICE\r\n */");
    fs.writeFileSync(path.join(folder, "cell.ts"), "// what an @customfunction hands over");
    expect(familyFiles(folder)).toEqual(["bond.ts", "trade.ts"].map((f) => path.join(folder, f)));
  });

  it("refuses a folder without any", () => {
    expect(() => familyFiles(folder)).toThrow(
      /has no file with an @customfunction tag; it must have one or more/,
    );
  });
});

describe("findLocalhost", () => {
  it("names the file and the place, and leaves the command line alone", () => {
    fs.mkdirSync(path.join(folder, "assets"));
    fs.writeFileSync(path.join(folder, "assets/a.js"), 'get("https://LOCALHOST:3000")');
    fs.writeFileSync(path.join(folder, "b.html"), "no local host, unlocalhosted");
    fs.writeFileSync(path.join(folder, "cli.js"), "localhost");
    expect(findLocalhost(folder)).toEqual([
      expect.stringMatching(
        /^assets.a\.js says ".*LOCALHOST:3000.*"; production must not name localhost/,
      ),
    ]);
  });
});

describe("pngSize", () => {
  it.each([16, 32, 64, 80, 128])("reads the %d pixels of an icon", (size) => {
    const icon = fs.readFileSync(path.join(__dirname, `../../assets/icon-${size}.png`));
    expect(pngSize(icon)).toEqual({ width: size, height: size });
  });

  it("knows what is no PNG", () => {
    expect(pngSize(Buffer.from("GIF89a"))).toBeUndefined();
    expect(pngSize(Buffer.alloc(100))).toBeUndefined();
  });
});
