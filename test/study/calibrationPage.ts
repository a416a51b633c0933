import { gapSections, isAsStated, returnSections, type CalibrationLine } from "./calibration";
import { CHANGED_NUMBERS } from "./changedNumbers";
import { reversionShares } from "./reversionStudy";

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const rule = (columns: number) => row(...Array.from({ length: columns }, () => "---"));
const three = (share: number) => share.toFixed(3);
const points = (share: number) => (share >= 1 ? "–" : `${(100 * share).toFixed(0)}`);

const tableRow = (line: CalibrationLine) =>
  row(
    line.what,
    line.n.toLocaleString("en-US"),
    three(line.stated),
    three(line.measured),
    (100 * (line.stated - line.measured)).toFixed(1),
    `${points(line.above)} / ${points(line.below)}`,
    line.above >= 1 && line.below >= 1 ? "" : isAsStated(line) ? "yes" : "NO",
  );

function power(paths: number): string[] {
  const halfLives = [3, 8, 12, 24];
  return [
    "## Power of the reversion gate",
    "",
    "Share of reverting histories that the test of 5% tells from a random walk, by half-life in rows (months of a",
    "monthly history). Five years tell a half-life of eight months in one case of five; so the gate goes by all rows",
    "that there are, not by the look-back of the statistics alone.",
    "",
    row("rows", ...halfLives.map((it) => `half-life ${it}`)),
    rule(1 + halfLives.length),
    ...[36, 60, 120, 240].map((rows) =>
      row(rows, ...halfLives.map((it) => three(reversionShares(it, rows, paths).rejected))),
    ),
  ];
}

/** The text of docs/calibration.md, from so many paths for every line. */
export function calibrationPage(paths: number): string {
  const all = [...gapSections(paths), ...returnSections(paths)];
  const sections = all.flatMap(([title, lines]) => [
    `## ${title}`,
    "",
    row("what", "n", "stated", "measured", "off, points", "allowed above / below", "as stated"),
    rule(7),
    ...lines.map(tableRow),
    "",
  ]);
  return [
    "# Stated against measured",
    "",
    "What each probability and interval of the add-in says, and what simulation finds. Printed by `npm run study` on",
    `2026-11-30 with ${paths.toLocaleString("en-US")} paths for every truth, four times as many for P(win); every number depends on nothing but the seeds in test/study.`,
    "A short form runs with the tests and fails when a line is off by more than it may, beyond two standard errors.",
    "",
    "The truths: a gap with a level of 40 bp and a volatility of 20 bp per √year whose half-life is 3, 8 or 24 months, or",
    "which wanders without a level, in equal shares; 36, 72, 120 or 240 rows, monthly and weekly. It is judged by the",
    "default settings on nominal carry, and the switch that the score points to wins if it earns more than its cost",
    "half a year on. P counts what the history leaves open of level, reversion and volatility. Over the mixture it may be",
    "off by 3 points in every tenth; for one truth alone it may be above what won by 5 points. No probability can be",
    "exact for every truth at once: where nobody can know that nothing reverts, P is what is right on average. So it is",
    "too high for a random walk in the upper tenths of P, and too low for a half-life of 3 months. Over all calls P is",
    "what came; truth by truth it is too high where reversion is slow or none (7 points for a half-life of 24 months, 18",
    "for a random walk), because a call is made where the past looks like reversion. One call in 29 is on a random walk.",
    "",
    ...sections,
    ...power(paths),
    "",
    "## Numbers that are others than before",
    "",
    row("what", "before", "now", "why"),
    rule(4),
    ...CHANGED_NUMBERS.map((it) => row(...it)),
    "",
  ].join("\n");
}
