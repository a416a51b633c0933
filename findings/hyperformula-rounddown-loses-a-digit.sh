#!/usr/bin/env bash
# hyperformula 3.5.0.
# ROUNDDOWN and TRUNC take a unit off numbers that need no rounding: the number is multiplied by a power of ten and cut
# off, and 4.35 * 100 is 434.99999999999994 in binary. Guess before it was run, in a comparison of two engines: a number
# of two decimals rounded down to two or more decimals stays what it is, as in Excel and LibreOffice.
# Seen: ROUNDDOWN(4.35,2) is 4.34, TRUNC(1.15,2) is 1.14, TRUNC(2.889,4) is 2.8889, ROUNDDOWN(-4.27,4) is -4.2699,
# while ROUNDUP(2.889,4) is 2.889. A price of 4.35 is a cent less after rounding.
# Fails when ROUNDDOWN(4.35,2) is another number than 4.34.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hyperformula@3.5.0 >/dev/null
cat >run.cjs <<'JS'
const { HyperFormula } = require("hyperformula");
const formulas = ["=ROUNDDOWN(4.35,2)", "=TRUNC(1.15,2)", "=TRUNC(2.889,4)", "=ROUNDDOWN(-4.27,4)", "=ROUNDUP(2.889,4)"];
const book = HyperFormula.buildFromArray([formulas], { licenseKey: "gpl-v3" });
const values = formulas.map((_, column) => book.getCellValue({ sheet: 0, row: 0, col: column }));
for (const [i, formula] of formulas.entries()) console.log(`${formula.slice(1)} is ${values[i]}`);
const seen = [4.34, 1.14, 2.8889, -4.2699, 2.889];
process.exit(seen.every((value, i) => values[i] === value) ? 0 : 1);
JS
node run.cjs
