import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureModules, whyInstall } from "../../src/build/bootstrap";

let root: string;

const write = (file: string, packages: object) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), JSON.stringify({ packages }));
};
const lock = (packages: object) =>
  write("package-lock.json", { "": { version: "1.0.0" }, ...packages });
const installed = (packages: object) => write("node_modules/.package-lock.json", packages);

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
});

afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

describe("whyInstall", () => {
  it("is silent when node_modules is what the lock says", () => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    installed({ "node_modules/a": { version: "1.0.0" } });
    expect(whyInstall(root)).toBeUndefined();
  });

  it("does not mind an optional package that this system does not take", () => {
    lock({ "node_modules/fsevents": { version: "2.0.0", optional: true } });
    installed({});
    expect(whyInstall(root)).toBeUndefined();
  });

  it("does not mind a checkout that gave the lock a new date", () => {
    installed({ "node_modules/a": { version: "1.0.0" } });
    lock({ "node_modules/a": { version: "1.0.0" } });
    fs.utimesSync(path.join(root, "package-lock.json"), new Date(), new Date(Date.now() + 1e9));
    expect(whyInstall(root)).toBeUndefined();
  });

  it.each([
    ["a missing folder", undefined, "node_modules is missing"],
    ["a missing package", {}, "a is not what package-lock.json says"],
    [
      "another version",
      { "node_modules/a": { version: "0.9.0" } },
      "a is not what package-lock.json says",
    ],
  ])("names %s", (_, present, reason) => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    if (present) installed(present);
    expect(whyInstall(root)).toBe(reason);
  });
});

describe("ensureModules", () => {
  it("installs once, with one line that says why, and then no more", () => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    const log = jest.fn();
    const install = jest.fn(() => installed({ "node_modules/a": { version: "1.0.0" } }));
    expect(ensureModules({ root, log, install })).toBe(true);
    expect(log.mock.calls).toEqual([
      ["node_modules is missing: running npm ci, about half a minute"],
    ]);
    expect(ensureModules({ root, log, install })).toBe(false);
    expect(install).toHaveBeenCalledTimes(1);
  });
});
