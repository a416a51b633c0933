import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { calcHash } from "../../src/build/calcHash";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
  fs.mkdirSync(path.join(folder, "b"));
  fs.writeFileSync(path.join(folder, "b/x.ts"), "one\ntwo\n");
  fs.writeFileSync(path.join(folder, "a.ts"), "three\n");
  fs.writeFileSync(path.join(folder, "README.md"), "not code");
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

describe("calcHash", () => {
  it("is the start of the SHA-256 over sorted paths and contents", () => {
    const expected = createHash("sha256")
      .update("a.ts\0three\n\0b/x.ts\0one\ntwo\n\0")
      .digest("hex");
    expect(calcHash(folder)).toBe(expected.slice(0, 12));
  });

  it("does not know how a checkout ends its lines", () => {
    const before = calcHash(folder);
    fs.writeFileSync(path.join(folder, "b/x.ts"), "one\r\ntwo\r\n");
    expect(calcHash(folder)).toBe(before);
  });

  it("moves with a file's contents and with its name, and not with other files", () => {
    const before = calcHash(folder);
    fs.writeFileSync(path.join(folder, "README.md"), "other");
    expect(calcHash(folder)).toBe(before);
    fs.renameSync(path.join(folder, "a.ts"), path.join(folder, "c.ts"));
    expect(calcHash(folder)).not.toBe(before);
  });
});
