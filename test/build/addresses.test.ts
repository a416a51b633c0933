import fs from "node:fs";
import path from "node:path";
import { readProductionUrl, withUrl } from "../../src/build/addresses";

const manifest = fs.readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");

describe("readProductionUrl", () => {
  it("takes an https address, with or without a slash at its end", () => {
    expect(readProductionUrl("https://rotation.example.com/app")).toBe(
      "https://rotation.example.com/app",
    );
    expect(readProductionUrl("https://rotation.example.com/")).toBe("https://rotation.example.com");
  });

  it.each([
    [undefined, /--url is missing/],
    ["", /--url is missing/],
    ["rotation", /no address/],
    ["http://a.com", /not https/],
    ["ftp://a.com", /not https/],
    ["https://a.com/?v=1", /query or a fragment/],
    ["https://a.com/?", /query or a fragment/],
    ["https://a.com/#x", /query or a fragment/],
    ["https://localhost:3000", /only this machine/],
    ["https://app.localhost", /only this machine/],
    ["https://127.0.0.1", /only this machine/],
    ["https://[::1]:3000", /only this machine/],
    ["https://me:secret@a.com", /user name or password/],
  ])("refuses %j in one sentence", (text, reason) => {
    expect(() => readProductionUrl(text)).toThrow(reason);
    expect(() => readProductionUrl(text)).toThrow(/it must be an address like https:/);
  });
});

describe("withUrl", () => {
  const built = withUrl(manifest, "https://rotation.example.com/app");

  it("leaves no development address", () => {
    expect(built).not.toContain("localhost");
    expect(built).toContain('"https://rotation.example.com/app/taskpane.html"');
  });

  it("names the origin alone as AppDomain", () => {
    expect(built).toContain("<AppDomain>https://rotation.example.com</AppDomain>");
  });

  it("changes nothing in development", () => {
    expect(withUrl(manifest, "https://localhost:3000")).toBe(manifest);
  });

  it("writes an address with an ampersand as XML, and one with a dollar sign as it is", () => {
    expect(withUrl(manifest, "https://a.com/x&y$&z")).toContain(
      '"https://a.com/x&amp;y$&amp;z/help.html"',
    );
  });
});
