import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ManifestUtil } from "@microsoft/app-manifest";
import { withUrl } from "../../src/build/addresses";
import { finishMetadata } from "../../src/build/functionsMetadata";
import { pngSize } from "../../src/build/pngSize";
import { SCHEMA_VERSION, unifiedManifest } from "../../src/build/unifiedManifest";
import { worksheetFunctions } from "../support/worksheetFunctions";

const ROOT = resolve(__dirname, "../..");
const URL_OF_BUILD = "https://rotation.example.com/app";
const xml = withUrl(readFileSync(resolve(ROOT, "manifest.xml"), "utf8"), URL_OF_BUILD);

/** As Microsoft publishes it, from its own package. */
const schema = JSON.parse(
  readFileSync(
    resolve(
      dirname(require.resolve("@microsoft/app-manifest")),
      `json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    ),
    "utf8",
  ),
);

interface Unified {
  readonly id: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly extensions: {
    readonly runtimes: { readonly customFunctions: Record<string, unknown> }[];
  }[];
}
const made = unifiedManifest(xml) as Unified;
const problems = (manifest: object): Promise<string[]> =>
  ManifestUtil.validateManifestAgainstSchema(manifest as never, schema);

describe("the unified manifest", () => {
  it("keeps to Microsoft's schema", async () => {
    expect(await problems(made)).toEqual([]);
  });

  it("is noticed when it does not", async () => {
    const [first] = made.extensions;
    const wrong = { ...made, extensions: [{ ...first, runtimes: [{ id: "x" }] }] };
    expect(await problems(wrong)).not.toEqual([]);
  });

  it("says what the XML says: the same identity, addresses and texts", () => {
    const text = JSON.stringify(made);
    const values = [...xml.matchAll(/DefaultValue="([^"]*)"/g)].map(([, value = ""]) => value);
    // The two icons of the add-in as a whole are files beside it here.
    const besides = ["icon-32.png", "icon-64.png"].map((file) => `${URL_OF_BUILD}/assets/${file}`);
    expect(values.length).toBeGreaterThan(15);
    expect(
      values.filter((value) => !text.includes(JSON.stringify(value)) && !besides.includes(value)),
    ).toEqual([]);
    expect(xml).toContain(`<Id>${made.id}</Id>`);
    expect(text).not.toContain("localhost");
  });

  it("has its icons beside it, of the sizes that are asked for", () => {
    const sizeOf = (file: string) => pngSize(readFileSync(resolve(ROOT, file)));
    expect(sizeOf(made.icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(sizeOf(made.icons.outline)).toMatchObject({ width: 32, height: 32 });
  });

  it.each([
    ["<Namespace", "<Nothing", "manifest.xml has no Namespace"],
    [
      'Url id="Functions.Metadata.Url"',
      'id="Other"',
      "manifest.xml has no resource Functions.Metadata.Url",
    ],
    ['lifetime="long"', "", "manifest.xml has no lifetime in Runtime"],
  ])("is refused where the XML lacks what it needs: %s", (before, after, words) => {
    expect(() => unifiedManifest(xml.replace(before, after))).toThrow(words);
  });
});

describe("functions.json", () => {
  it("keeps to what Microsoft's schema says of functions, arguments and lists of choices", async () => {
    const functions = await worksheetFunctions();
    const finished = finishMetadata(JSON.stringify({ functions }), URL_OF_BUILD);
    const [extension] = made.extensions;
    const [runtime] = extension?.runtimes ?? [];
    const others = runtime?.customFunctions ?? {};
    const inline = { ...others, functions: finished.functions, enums: finished.enums };
    const manifest = {
      ...made,
      extensions: [{ ...extension, runtimes: [{ ...runtime, customFunctions: inline }] }],
    };
    expect(inline.functions.length).toBeGreaterThan(90);
    expect(await problems(manifest)).toEqual([]);
    const [first = { id: "" }] = inline.enums ?? [];
    const wrong = { ...inline, enums: [{ ...first, id: "no id" }] };
    expect(
      await problems({
        ...manifest,
        extensions: [{ ...extension, runtimes: [{ ...runtime, customFunctions: wrong }] }],
      }),
    ).not.toEqual([]);
  });
});
