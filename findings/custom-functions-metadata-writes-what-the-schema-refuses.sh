#!/usr/bin/env bash
# custom-functions-metadata 2.2.3 beside @microsoft/app-manifest 1.1.2: an argument with a description of 600 characters.
# Expected: what the one tool writes without an error, the other's schema of the unified manifest (1.30) takes.
# Seen: the generator reports no error; the schema refuses the description, 512 characters being the most.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent typescript@5.9.3 custom-functions-metadata@2.2.3 @microsoft/app-manifest@1.1.2 fs-extra@11.3.0
cat >functions.ts <<TS
/**
 * Doubles.
 * @customfunction DOUBLED
 * @param value $(printf 'A number. %.0s' $(seq 60))
 * @returns Twice the number.
 */
export function doubled(value: number): number {
  return 2 * value;
}
TS
cat >check.cjs <<'JS'
const { readFileSync } = require("node:fs");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const { ManifestUtil } = require("@microsoft/app-manifest");
const schema = JSON.parse(
  readFileSync("node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json", "utf8"),
);
const at = (file) => `https://addin.example.com/${file}`;
const manifest = (functions) => ({
  manifestVersion: "1.30",
  version: "1.0.0",
  id: "11111111-2222-4333-8444-555555555555",
  developer: { name: "A", websiteUrl: at(""), privacyUrl: at(""), termsOfUseUrl: at("") },
  name: { short: "A", full: "A" },
  description: { short: "A", full: "A" },
  icons: { color: "color.png", outline: "outline.png" },
  accentColor: "#000000",
  extensions: [
    {
      requirements: { scopes: ["workbook"] },
      runtimes: [
        {
          id: "runtime",
          code: { page: at("page.html") },
          customFunctions: { namespace: { id: "A", name: "A" }, functions },
        },
      ],
    },
  ],
});
generateCustomFunctionsMetadata("functions.ts").then(async ({ metadataJson, errors }) => {
  const { functions } = JSON.parse(metadataJson);
  const refused = await ManifestUtil.validateManifestAgainstSchema(manifest(functions), schema);
  functions[0].parameters[0].description = "A number.";
  const taken = await ManifestUtil.validateManifestAgainstSchema(manifest(functions), schema);
  console.log(errors, refused, taken);
  const isSame = errors.length === 0 && /512/.test(refused.join()) && taken.length === 0;
  process.exitCode = isSame ? 0 : 1;
});
JS
node check.cjs
