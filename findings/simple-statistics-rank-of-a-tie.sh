#!/usr/bin/env bash
# simple-statistics 7.12.1: quantileRankSorted of a value that is there more than once.
# Expected: one of the two usual conventions: the share at or below it, 0.75 for 2 in (1, 2, 2, 3), which is what the
# function gives for a value that is there once; or the share below with half of the ties, 0.5.
# Seen: 0.625, the mean of the shares at or below each of the tied rows. So the greatest value of (2, 2, 2) has rank
# 0.667, and that of (1, 1, 2, 2) has 0.875, while the greatest of (1, 2, 3, 4) has 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1
cat >ties.cjs <<'JS'
const { quantileRankSorted: rank } = require("simple-statistics");
const seen = [rank([1, 2, 2, 3], 2), rank([2, 2, 2], 2), rank([1, 1, 2, 2], 2), rank([1, 2, 3, 4], 4)];
const known = [0.625, 2 / 3, 0.875, 1];
console.log(`${seen.join(", ")}; at or below would be 0.75, 1, 1, 1; half of the ties 0.5, 0.5, 0.75, 0.875`);
process.exitCode = seen.every((value, i) => Math.abs(value - known[i]) < 1e-12) ? 0 : 1;
JS
node ties.cjs
