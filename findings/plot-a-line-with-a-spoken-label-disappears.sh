#!/usr/bin/env bash
# @observablehq/plot 0.6.17 (with jsdom 26.1.0): a line chart whose marks get an ariaLabel in plain words.
# Guess before it was run: the words are spoken for the mark, or are left out as those of no column.
# Seen: the words are taken for the name of a column, as with other options, and the data has none of that name. lineY
# and areaY then draw no path at all and report nothing, while dot and barY are drawn as without the words.
# Fails when lineY or areaY is drawn, or one of the others is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @observablehq/plot@0.6.17 jsdom@26.1.0 >/dev/null
cat >run.mjs <<'JS'
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

const { document } = new JSDOM("").window;
const spreads = [
  { month: 1, gap: 27.0 },
  { month: 2, gap: 31.5 },
  { month: 3, gap: 24.2 },
];
const axes = { x: "month", y: "gap" };
const marks = {
  lineY: (more) => Plot.lineY(spreads, { ...axes, ...more }),
  areaY: (more) => Plot.areaY(spreads, { ...axes, ...more }),
  dot: (more) => Plot.dot(spreads, { ...axes, ...more }),
  barY: (more) => Plot.barY(spreads, { ...axes, ...more }),
};
const shapes = (mark) =>
  Plot.plot({ document, axis: null, marks: [mark] }).querySelectorAll("path, circle, rect").length;
const counted = Object.fromEntries(
  Object.entries(marks).map(([name, make]) => [name, [shapes(make({})), shapes(make({ ariaLabel: "The gap" }))]]),
);
console.log("shapes without and with the words", counted);
const seen = { lineY: [1, 0], areaY: [1, 0], dot: [3, 3], barY: [3, 3] };
process.exitCode = JSON.stringify(counted) === JSON.stringify(seen) ? 0 : 1;
JS
node run.mjs
