#!/usr/bin/env bash
# hyperformula 3.5.0.
# INT of a negative number goes up, to the next integer towards 0, as TRUNC does. Guess before it was run, in a
# comparison of two engines: INT(-0.42) is -1 and INT(-1.42) is -2, the next integer below, as in Excel.
# Seen: INT(-0.42) is 0 and INT(-1.42) is -1, while FLOOR(-0.42,1) is -1. Gaps that are put into classes by INT are
# counted twice around 0.
# Fails when INT(-0.42) is another number than 0 or INT(-1.42) another than -1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hyperformula@3.5.0 >/dev/null
cat >run.cjs <<'JS'
const { HyperFormula } = require("hyperformula");
const formulas = ["=INT(-0.42)", "=INT(-1.42)", "=FLOOR(-0.42,1)"];
const book = HyperFormula.buildFromArray([formulas], { licenseKey: "gpl-v3" });
const values = formulas.map((_, column) => book.getCellValue({ sheet: 0, row: 0, col: column }));
for (const [i, formula] of formulas.entries()) console.log(`${formula.slice(1)} is ${values[i]}`);
process.exit(values[0] == 0 && values[1] === -1 && values[2] === -1 ? 0 : 1);
JS
node run.cjs
