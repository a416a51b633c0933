#!/usr/bin/env bash
# @univerjs/engine-formula 0.25.1 (with @univerjs/core 0.25.1).
# A formula of more than 64 characters is kept, once it is read, under a hash of 32 bits (sdbm) of its text. Two
# formulas whose hashes are equal share one parsed formula, so that the second shows the first one's result, without a
# word. Guess before it was run: parsed formulas are kept under their own text, and each formula has its own result.
# Seen: both formulas below come to 1080490960; the second is 1091020986 + 11494 = 1091032480.
# Of 40,000 different long formulas in a workbook, one such pair is to be expected in about one workbook of six.
# Fails when the second formula has its own result.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  @univerjs/core@0.25.1 @univerjs/preset-sheets-node-core@0.25.1 rxjs@7.8.2 >/dev/null
cat >run.cjs <<'JS'
const { LocaleType, Univer } = require("@univerjs/core");
const { FUniver } = require("@univerjs/core/facade");
const { UniverSheetsNodeCorePreset } = require("@univerjs/preset-sheets-node-core");
const words = require("@univerjs/preset-sheets-node-core/locales/en-US");
const locales = { [LocaleType.EN_US]: words.default ?? words };
const univer = new Univer({ locale: LocaleType.EN_US, locales });
for (const plugin of UniverSheetsNodeCorePreset().plugins) {
  const [type, options] = Array.isArray(plugin) ? plugin : [plugin];
  univer.registerPlugin(type, options);
}
const book = FUniver.newAPI(univer).createWorkbook({ sheets: { s: { id: "s", name: "S", cellData: {} } }, sheetOrder: ["s"] });
const sheet = book.getActiveSheet();
const tail = '+0*LEN("a text that makes the formula long enough"))';
sheet.getRange("A1").setFormula("=SUM(1080480797,10163" + tail);
sheet.getRange("A2").setFormula("=SUM(1091020986,11494" + tail);
setTimeout(() => {
  const [a, b] = ["A1", "A2"].map((it) => sheet.getRange(it).getRawValue());
  console.log(`A1 ${a}, A2 ${b}; A2 should be 1091032480`);
  process.exit(a === 1080490960 && b === 1080490960 ? 0 : 1);
}, 3000);
JS
node run.cjs
