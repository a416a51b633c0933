// What a user's Excel finds in dist. Build first: node src/build/build.js --url https://…
import fs from "node:fs";
import path from "node:path";
import { checkManifest } from "../../src/build/checkManifest";
import { findLocalhost } from "../../src/build/findLocalhost";
import { version } from "../../package.json";

const DIST = path.join(__dirname, "../../dist");
const read = (file: string) => fs.readFileSync(path.join(DIST, file), "utf8");

describe("dist", () => {
  it("has a manifest whose every address has its file, and that names no localhost", async () => {
    const { problems } = await checkManifest({
      xml: read("manifest.xml"),
      version,
      files: DIST,
      complete: true,
      production: true,
    });
    expect(problems).toEqual([]);
  });

  it("leads nobody to the developer's machine", () => {
    expect(findLocalhost(DIST)).toEqual([]);
  });

  it("loads the list of functions, Office.js, the functions and then the pane, one after the other", () => {
    const scripts = [...read("taskpane.html").matchAll(/<script\b([^>]*)>/g)].map(
      ([, a]) => a ?? "",
    );
    expect(scripts.map((a) => /src="([^"]+)"/.exec(a)?.[1])).toEqual([
      "functionList.js",
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
      "taskpane.js",
    ]);
    expect(scripts.filter((a) => /\b(defer|async|type)\b/.test(a))).toEqual([]);
  });

  it("has a section of help for every function, at the address that Excel's wizard opens", () => {
    const help = read("help.html");
    const base = /id="Taskpane\.Url" DefaultValue="([^"]+)taskpane\.html"/.exec(
      read("manifest.xml"),
    )?.[1];
    const { functions } = JSON.parse(read("functions.json")) as {
      functions: { id: string; helpUrl: string }[];
    };
    for (const { id, helpUrl } of functions) {
      expect(helpUrl).toBe(`${base}help.html#${id}`);
      expect(help).toContain(`<section id="${id}">`);
    }
  });

  it("has the texts for agents, which name every function", () => {
    const { functions } = JSON.parse(read("functions.json")) as {
      functions: { name: string; helpUrl: string }[];
    };
    for (const { name, helpUrl } of functions) {
      expect(read("llms.txt")).toContain(`](${helpUrl}): `);
      expect(read("SKILL.md")).toContain(`\n- \`${name}\`: `);
    }
  });

  it("has the policy that the help page tells of", () => {
    const told = /connect-src &#39;(\w+)&#39;/.exec(read("help.html"))?.[1];
    expect(read("taskpane.html")).toContain(`connect-src '${told}'`);
  });

  it("lets errors in ranges reach the functions", () => {
    expect(JSON.parse(read("functions.json"))).toMatchObject({ allowErrorForDataTypeAny: true });
  });
});
