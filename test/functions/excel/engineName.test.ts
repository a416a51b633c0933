import { engineName } from "../../../src/functions/excel/engineName";

const browser = (userAgent: string) => engineName({ navigator: { userAgent } });

describe("engineName", () => {
  it("names Node and its V8", () => {
    expect(engineName({ process: { versions: { node: "22.1.0", v8: "12.4" } } })).toBe(
      "Node 22.1.0, V8 12.4",
    );
    expect(engineName()).toBe(`Node ${process.versions.node}, V8 ${process.versions.v8}`);
  });

  it.each([
    [
      "Mozilla/5.0 AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36 Edg/143.0.3650.66",
      "Edge 143.0.3650.66",
    ],
    [
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
      "Chrome 156.0.0.0",
    ],
    ["Mozilla/5.0 (X11; rv:146.0) Gecko/20100101 Firefox/146.0", "Firefox 146.0"],
    ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15", "Safari 18.5"],
    ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko)", "WebKit 605.1.15"],
    ["", "not known"],
  ])("names the browser of %j", (userAgent, name) => {
    expect(browser(userAgent)).toBe(name);
  });

  it("says so where a place says nothing of itself", () => {
    expect(engineName({})).toBe("not known");
  });
});
