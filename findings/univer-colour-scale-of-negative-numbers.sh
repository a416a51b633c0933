#!/usr/bin/env bash
# @univerjs/sheets-conditional-formatting 0.25.1 (with @univerjs/core 0.25.1).
# A colour scale from the lowest value, red, to the highest, blue, over three gaps: -30, -20 and -10 bp.
# Guess before it was run: the highest of the cells, -10, is blue, rgb(0,0,255), and -20 half way.
# Seen: the highest value is looked for from 0 on. Where all are negative it is 0, which no cell holds: -10 is
# rgb(85,0,170), two thirds of the way, and nothing is as blue as the rule says. In Excel -10 is blue.
# Fails when the highest cell has the colour of the highest value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @univerjs/core@0.25.1 \
  @univerjs/preset-sheets-node-core@0.25.1 @univerjs/sheets-conditional-formatting@0.25.1 rxjs@7.8.2 >/dev/null
cat >run.cjs <<'JS'
const { LocaleType, Univer } = require("@univerjs/core");
const { FUniver } = require("@univerjs/core/facade");
const { UniverSheetsNodeCorePreset } = require("@univerjs/preset-sheets-node-core");
const formats = require("@univerjs/sheets-conditional-formatting");
require("@univerjs/sheets-conditional-formatting/facade");
const words = require("@univerjs/preset-sheets-node-core/locales/en-US");

const locales = { [LocaleType.EN_US]: words.default ?? words };
const univer = new Univer({ locale: LocaleType.EN_US, locales });
for (const plugin of UniverSheetsNodeCorePreset().plugins) {
  const [type, options] = Array.isArray(plugin) ? plugin : [plugin];
  univer.registerPlugin(type, options);
}
univer.registerPlugin(formats.UniverSheetsConditionalFormattingPlugin);
const gaps = [-30, -20, -10];
const cellData = Object.fromEntries(gaps.map((v, row) => [row, { 0: { v, t: 2 } }]));
const book = FUniver.newAPI(univer).createWorkbook({
  id: "book",
  sheets: { s: { id: "s", name: "S", cellData } },
  sheetOrder: ["s"],
});
const sheet = book.getActiveSheet();
sheet.addConditionalFormattingRule({
  cfId: "scale",
  ranges: [sheet.getRange("A1:A3").getRange()],
  stopIfTrue: false,
  rule: {
    type: "colorScale",
    config: [
      { index: 0, color: "rgb(255,0,0)", value: { type: "min" } },
      { index: 1, color: "rgb(0,0,255)", value: { type: "max" } },
    ],
  },
});
const service = univer.__getInjector().get(formats.ConditionalFormattingService);
const colors = () => gaps.map((_, row) => service.composeStyle("book", "s", row, 0)?.style?.bg?.rgb);
// The first look starts the reckoning.
colors();
setTimeout(() => {
  const seen = colors();
  console.log(gaps.map((gap, i) => `${gap}: ${seen[i]}`).join("; "), "(the last should be rgb(0,0,255))");
  process.exit(seen.join(" ") === "rgb(255,0,0) rgb(170,0,85) rgb(85,0,170)" ? 0 : 1);
}, 3000);
JS
node run.cjs
