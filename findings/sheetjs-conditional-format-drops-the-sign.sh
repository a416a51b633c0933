#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS): SSF.format of a number below 0 by a format of two sections, of which the first has a
# condition, drops the minus.
# Expected: -0.43 by "[>20000]yyyy-mm-dd;0.00". The second section is for every number that the condition leaves, so
# the sign is not implied by it, and numfmt 3.2.6 prints it. SheetJS prints 0.43 (LibreOffice 7.4 does, too). A section
# for numbers below 0, "[>20000]yyyy-mm-dd;[<0]-0.00;0.00", is printed alike by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @e965/xlsx@0.20.3 numfmt@3.2.6
cat >sign.mjs <<'JS'
import xlsx from "@e965/xlsx";
import { format } from "numfmt";
const shown = (pattern) => [xlsx.SSF.format(pattern, -0.43), format(pattern, -0.43)].join(" and ");
const [two, three] = ["[>20000]yyyy-mm-dd;0.00", "[>20000]yyyy-mm-dd;[<0]-0.00;0.00"].map(shown);
console.log(`two sections: ${two}; three: ${three}`);
process.exitCode = two === "0.43 and -0.43" && three === "-0.43 and -0.43" ? 0 : 1;
JS
node sign.mjs
