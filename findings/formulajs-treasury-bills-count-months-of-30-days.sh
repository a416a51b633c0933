#!/usr/bin/env bash
# @formulajs/formulajs 4.6.1: TBILLPRICE and TBILLEQ count days by 30/360.
# Expected: actual days, as the functions are defined. From 31 March to 1 June 2008 are 62 days, so a bill at a
# discount of 9% costs 100·(1 − 0.09·62/360) = 98.45, which is the example in Excel's documentation of TBILLPRICE,
# and one at 9.14% yields 365·0.0914/(360 − 0.0914·62) = 0.0941515, the example of TBILLEQ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @formulajs/formulajs@4.6.1
cat >bills.cjs <<'JS'
const { TBILLPRICE, TBILLEQ } = require("@formulajs/formulajs");
const [settlement, maturity] = [new Date(2008, 2, 31), new Date(2008, 5, 1)];
const seen = [TBILLPRICE(settlement, maturity, 0.09), TBILLEQ(settlement, maturity, 0.0914)];
const of61Days = [100 * (1 - (0.09 * 61) / 360), (365 * 0.0914) / (360 - 0.0914 * 61)];
const isSame = seen.every((value, i) => Math.abs(value - of61Days[i]) < 1e-9);
console.log(`${seen.join(" and ")}; 62 days give 98.45 and 0.0941515`);
process.exitCode = isSame ? 0 : 1;
JS
node bills.cjs
