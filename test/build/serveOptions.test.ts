import { originHeaders, serveOptions } from "../../src/build/serveOptions";

describe("originHeaders", () => {
  it.each([
    "https://excel.officeapps.live.com",
    "https://usc-excel.officeapps.live.com",
    "https://excel.cloud.microsoft",
    "https://contoso.sharepoint.com",
  ])("lets Excel on the web at %s read functions.json", (origin) => {
    expect(originHeaders("/functions.json", origin)).toEqual({
      "Access-Control-Allow-Origin": origin,
      Vary: "Origin",
    });
  });

  it.each([
    undefined,
    "null",
    "https://example.com",
    "http://excel.officeapps.live.com",
    "https://officeapps.live.com.example.com",
    "https://evilofficeapps.live.com",
    "https://excel.officeapps.live.com:8443",
  ])("lets no other page read it: %s", (origin) => {
    expect(originHeaders("/functions.json", origin)).toEqual({ Vary: "Origin" });
  });

  it("opens no other file", () => {
    expect(originHeaders("/functions.js", "https://excel.officeapps.live.com")).toEqual({});
  });
});

describe("serveOptions", () => {
  it("listens on this machine alone, for its own names alone, and adds no script", () => {
    expect(serveOptions(3000, undefined)).toMatchObject({
      host: "127.0.0.1",
      allowedHosts: ["localhost", "127.0.0.1"],
      client: false,
      hot: false,
      liveReload: false,
      server: "https",
    });
  });
});
