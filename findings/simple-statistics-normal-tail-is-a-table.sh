#!/usr/bin/env bash
# simple-statistics 7.12.1: cumulativeStdNormalProbability looks its answer up in a table of four digits that ends at 3.09,
# and probit(0.975) is 1.9572.
# Expected: the normal distribution to the precision of a double: 9.866e-10 below -6 (Abramowitz and Stegun, table 26.2),
# and 1.959964 for the 97.5% point, which every table has.
# Seen: 0.001 below -6, as below -4 and -5: a tail a million times too heavy, without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1
cat >tail.cjs <<'JS'
const { cumulativeStdNormalProbability, probit } = require("simple-statistics");
const tails = [-4, -5, -6].map(cumulativeStdNormalProbability);
const point = probit(0.975);
console.log(`${tails.join(", ")}; ${point}; expected 3.17e-5, 2.87e-7, 9.87e-10; 1.959964`);
const isSame = tails.every((tail) => Math.abs(tail - 0.001) < 1e-12) && Math.abs(point - 1.95716) < 1e-4;
process.exitCode = isSame ? 0 : 1;
JS
node tail.cjs
