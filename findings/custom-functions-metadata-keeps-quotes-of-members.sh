#!/usr/bin/env bash
# custom-functions-metadata 2.2.3: an enum whose members have names in quotes, as day counts need them.
# Expected: the list that Excel shows has 30/360 US and ACT/ACT.
# Seen: the quotes of the source are part of the names, "30/360 US" with them, and no error is reported.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent typescript@5.9.3 custom-functions-metadata@2.2.3
cat >functions.ts <<'TS'
/** @customenum {number} */
enum DayCount {
  /** Thirty days a month. */
  "30/360 US" = 0,
  /** Actual days. */
  "ACT/ACT" = 1,
}
/**
 * A share of a year.
 * @customfunction SHARE
 * @param days Days.
 * @param basis Day count.
 * @returns The share.
 */
export function share(days: number, basis: DayCount): number {
  return days / 360 + 0 * basis;
}
TS
cat >generate.cjs <<'JS'
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
generateCustomFunctionsMetadata("functions.ts").then(({ metadataJson, errors }) => {
  const names = JSON.parse(metadataJson).enums[0].values.map(({ name }) => name);
  console.log(names, errors);
  const isSame = errors.length === 0 && names.join() === '"30/360 US","ACT/ACT"';
  process.exitCode = isSame ? 0 : 1;
});
JS
node generate.cjs
