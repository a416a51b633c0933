import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkManifest } from "../../src/build/checkManifest";
import { version } from "../../package.json";

const ROOT = path.join(__dirname, "../..");
const SCHEMAS = path.join(ROOT, "../shared/schemas");
const GOOD = fs.readFileSync(path.join(ROOT, "manifest.xml"), "utf8");

/** The good manifest with one edit; an edit that edits nothing would test nothing. */
function edited(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`manifest.xml does not contain ${from}`);
  return GOOD.replace(from, () => to);
}

const rulesOf = async (xml: string, options: Partial<Parameters<typeof checkManifest>[0]> = {}) => {
  const nowhere = path.join(ROOT, "no-functions.json");
  const checked = { xml, version, files: ROOT, schemas: "", functionsFile: nowhere, ...options };
  return (await checkManifest(checked)).problems;
};

describe("the manifest's own rules", () => {
  it("finds nothing wrong with manifest.xml", async () => {
    expect(await rulesOf(GOOD)).toEqual([]);
  });

  const broken: [string, string, string, RegExp][] = [
    [
      "an Id that is no GUID",
      "<Id>407b62be-",
      "<Id>407b62b-",
      /^Id is "407b62b-.*"; it must be a GUID of 8-4-4-4-12 hexadecimal digits$/,
    ],
    [
      "a Version of three numbers",
      `<Version>${version}.0<`,
      `<Version>${version}<`,
      /^Version is ".*"; it must be four numbers a\.b\.c\.d$/,
    ],
    [
      "another Version than package.json's",
      `<Version>${version}.0<`,
      "<Version>9.9.9.0<",
      /^Version is "9\.9\.9\.0"; it must be ".*\.0", package\.json's version/,
    ],
    [
      "a DefaultLocale without a country",
      "<DefaultLocale>en-US<",
      "<DefaultLocale>en<",
      /^DefaultLocale is "en"; it must be a language and country like en-US$/,
    ],
    [
      "a resid that nothing defines",
      '<Title resid="OpenPane.Label"/>',
      '<Title resid="OpenPane.Name"/>',
      /^Title has the resid "OpenPane\.Name"; it must have an id that Resources defines/,
    ],
    [
      "a resource that nothing uses",
      "</bt:Urls>",
      '<bt:Url id="Spare.Url" DefaultValue="https://localhost:3000/help.html"/></bt:Urls>',
      /^Url has the id "Spare\.Url", which nothing uses; it must have a resid$/,
    ],
    [
      "a resource that is there twice",
      "</bt:ShortStrings>",
      '<bt:String id="Group.Label" DefaultValue="Again"/></bt:ShortStrings>',
      /^String has the id "Group\.Label", which is there twice; it must be there once$/,
    ],
    [
      "a resource of the wrong list",
      '<Title resid="OpenPane.Label"/>',
      '<Title resid="OpenPane.Tooltip"/>',
      /^Title has the resid "OpenPane\.Tooltip", which is among LongStrings; it must be one of ShortStrings$/,
    ],
    [
      "a pane on another page than the runtime",
      '<TaskpaneId>Rotation.Pane</TaskpaneId>\n                    <SourceLocation resid="Taskpane.Url"/>',
      '<TaskpaneId>Rotation.Pane</TaskpaneId>\n                    <SourceLocation resid="Help.Url"/>',
      /^SourceLocation of Action has the resid "Help\.Url"; it must be "Taskpane\.Url", the page of Runtime$/,
    ],
    [
      "functions on another page than the runtime",
      '<Page>\n              <SourceLocation resid="Taskpane.Url"/>',
      '<Page>\n              <SourceLocation resid="Help.Url"/>',
      /^SourceLocation of Page has the resid "Help\.Url"; it must be "Taskpane\.Url", the page of Runtime$/,
    ],
    [
      "default settings on another page than the runtime",
      '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>',
      '<SourceLocation DefaultValue="https://localhost:3000/pane.html"/>',
      /^SourceLocation of DefaultSettings is ".*pane\.html"; it must be ".*taskpane\.html"/,
    ],
    [
      "a runtime that ends with the pane",
      'lifetime="long"',
      'lifetime="short"',
      /^Runtime has the lifetime "short"; it must have "long", the shared runtime$/,
    ],
    [
      "no requirement of the shared runtime",
      '<Set Name="SharedRuntime" MinVersion="1.1"/>',
      "",
      /^Requirements has the sets CustomFunctionsRuntime; it must have SharedRuntime$/,
    ],
    [
      "an address that is not https",
      '<SupportUrl DefaultValue="https:',
      '<SupportUrl DefaultValue="http:',
      /^SupportUrl is "http:.*"; it must be an https address$/,
    ],
    [
      "an address that is none",
      'id="Help.Url" DefaultValue="https://localhost:3000/help.html"',
      'id="Help.Url" DefaultValue="help.html"',
      /^Url "Help\.Url" is "help\.html"; it must be an https address$/,
    ],
    [
      "an AppDomain of another host",
      "<AppDomain>https://localhost:3000<",
      "<AppDomain>https://localhost:4000<",
      /^AppDomain is "https:\/\/localhost:4000"; it must be "https:\/\/localhost:3000", where the page is$/,
    ],
    [
      "an AppDomain with a slash at its end",
      "<AppDomain>https://localhost:3000<",
      "<AppDomain>https://localhost:3000/<",
      /^AppDomain is "https:\/\/localhost:3000\/"; it must be "https:\/\/localhost:3000"/,
    ],
    [
      "a short string of 126 characters",
      'DefaultValue="Rotation is ready"',
      `DefaultValue="${"x".repeat(126)}"`,
      /^String "GetStarted\.Title" among ShortStrings is "x+" of 126 characters; it must be 125 or fewer$/,
    ],
    [
      "a long string of 251 characters",
      'DefaultValue="Opens the pane',
      `DefaultValue="${"x".repeat(251)}Opens the pane`,
      /^String "OpenPane\.Tooltip" among LongStrings is "x+.*" of \d+ characters; it must be 250 or fewer/,
    ],
    [
      "an empty name",
      '<DisplayName DefaultValue="Rotation: MBS–corporate relative value"/>',
      '<DisplayName DefaultValue=""/>',
      /^DisplayName is empty; it must be a text$/,
    ],
    [
      "an icon of another size",
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"/>',
      '<IconUrl DefaultValue="https://localhost:3000/assets/icon-16.png"/>',
      /^IconUrl is ".*icon-16\.png" of 16 × 16 pixels; it must be 32 × 32$/,
    ],
    [
      "an icon that is not there",
      'id="Icon.80x80" DefaultValue="https://localhost:3000/assets/icon-80.png"',
      'id="Icon.80x80" DefaultValue="https://localhost:3000/assets/icon-81.png"',
      /^Image of size 80 is ".*icon-81\.png"; it must be a PNG file assets\/icon-81\.png$/,
    ],
    [
      "an icon that is no PNG",
      'id="Icon.80x80" DefaultValue="https://localhost:3000/assets/icon-80.png"',
      'id="Icon.80x80" DefaultValue="https://localhost:3000/assets/icon.svg"',
      /^Image of size 80 is ".*icon\.svg"; assets\/icon\.svg is no PNG file$/,
    ],
    [
      "a ribbon icon without a size that Excel needs",
      '<bt:Image size="80" resid="Icon.80x80"/>\n                </Icon>',
      "</Icon>",
      /^Icon has the sizes 16, 32; it must have 80 too$/,
    ],
    [
      "a namespace with a space",
      'id="Functions.Namespace" DefaultValue="RV"',
      'id="Functions.Namespace" DefaultValue="R V"',
      /^Namespace is "R V"; it must be a capital letter, then capital letters and digits$/,
    ],
  ];

  it.each(broken)("finds %s", async (_, from, to, sentence) => {
    const problems = await rulesOf(edited(from, to));
    expect(problems).toEqual([expect.stringMatching(sentence)]);
  });

  it("finds an id of 33 characters, wherever it is used", async () => {
    const long = "G".repeat(33);
    const problems = await rulesOf(GOOD.replaceAll("Group.Label", long));
    expect(problems).toEqual([
      `String has the id "${long}" of 33 characters; it must have 32 or fewer`,
    ]);
  });

  it("finds another outermost element", async () => {
    expect(await rulesOf("<addin/>")).toEqual([
      "the outermost element is addin; it must be OfficeApp",
    ]);
  });

  it("finds XML that is not well-formed, with its line, and looks no further", async () => {
    const [first] = await rulesOf(edited("</Id>", ""));
    expect(first).toMatch(/^line \d+: parser error : Opening and ending tag mismatch: Id/);
  });
});

describe("the manifest and functions.json", () => {
  const withFunctions = async (
    functions: { id: string; helpUrl?: string }[],
    production = false,
  ) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-"));
    const functionsFile = path.join(folder, "functions.json");
    fs.writeFileSync(functionsFile, JSON.stringify({ functions }));
    try {
      return await rulesOf(GOOD, { functionsFile, production });
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  };

  it("finds a function whose id Excel reads as a cell", async () => {
    expect(await withFunctions([{ id: "TR1" }])).toEqual([
      'the function id is "TR1"; Excel reads it as the address of a cell',
    ]);
  });

  it("finds help on localhost in production", async () => {
    const helpUrl = "https://localhost:3000/help.html#DTS";
    expect(await withFunctions([{ id: "DTS", helpUrl }], true)).toContain(
      `helpUrl of the function DTS is "${helpUrl}"; production help names no localhost`,
    );
  });
});

describe("a built manifest", () => {
  it("names no localhost in production", async () => {
    const problems = await rulesOf(GOOD, { production: true });
    expect(problems).toContain(
      'AppDomain is "https://localhost:3000"; a production manifest names no localhost',
    );
  });

  it("has a file for every address", async () => {
    expect(await rulesOf(GOOD, { complete: true })).toContain(
      'Url "Functions.Metadata.Url" is "https://localhost:3000/functions.json"' +
        "; it must be a file functions.json in the built folder",
    );
  });

  it("keeps to the page's folder", async () => {
    const xml = edited(
      'id="Help.Url" DefaultValue="https://localhost:3000/help.html"',
      'id="Help.Url" DefaultValue="https://example.com/help.html"',
    );
    expect(await rulesOf(xml, { complete: true })).toContain(
      'Url "Help.Url" is "https://example.com/help.html"; it must be an address in the page\'s folder',
    );
  });
});

describe("Microsoft's schemas", () => {
  const there = fs.existsSync(SCHEMAS);
  const reason = there ? "" : " (skipped: ../shared/schemas is missing)";

  it("are there in CI", () => {
    expect(there || process.env.CI !== "true").toBe(true);
  });

  (there ? it : it.skip)(`accept manifest.xml${reason}`, async () => {
    const { problems, notes } = await checkManifest({ xml: GOOD, version, files: ROOT });
    expect(problems).toEqual([]);
    expect(notes.filter((note) => note.startsWith("skipped"))).toEqual([]);
  });

  (there ? it : it.skip)(`name the line of an element out of place${reason}`, async () => {
    const xml = edited(
      "<Permissions>ReadWriteDocument</Permissions>",
      "<Permission>All</Permission>",
    );
    const { problems } = await checkManifest({ xml, version, files: ROOT });
    expect(problems).toEqual([
      expect.stringMatching(/^line \d+: .*Element 'Permission': This element is not expected\./),
    ]);
  });

  it("are missed with a note, and with a broken rule where they are needed", async () => {
    const input = { xml: GOOD, version, files: ROOT, schemas: "/nowhere" };
    expect((await checkManifest(input)).notes).toContain(
      "skipped: validation against Microsoft's schemas, which are not at /nowhere",
    );
    expect((await checkManifest({ ...input, needSchemas: true })).problems).toEqual([
      expect.stringMatching(/^skipped: .*; they must be there$/),
    ]);
  });

  it("are no help against a version below 1.0: a note says who refuses it", async () => {
    const notes = async (v: string) =>
      (await checkManifest({ xml: GOOD, version: v, files: ROOT, schemas: "" })).notes.join("\n");
    expect(await notes("0.1.0")).toMatch(/Microsoft's own validation refuses versions below 1\.0/);
    expect(await notes("1.0.0")).not.toMatch(/below 1\.0/);
  });
});
