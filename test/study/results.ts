import { breakShare } from "./breakStudy";
import { estimatedHalfLives } from "./halfLifeStudy";
import { lookAhead } from "./lookAheadStudy";

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const row = (...cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
const rule = (columns: number) => row(...Array.from({ length: columns }, () => "---"));

/** The text of RESULTS.md. */
export function results(): string {
  return [
    "# Results of the studies",
    "",
    "Printed by `npm run study`, in full; every number depends on nothing but the seeds in the code.",
    "",
    ...breaks(),
    "",
    ...halfLives(),
    "",
    ...sharpes(),
    "",
  ].join("\n");
}

function breaks(): string[] {
  const series = 2_000;
  const lines = [60, 240].flatMap((rows) =>
    [0, 0.5, 0.85, 0.95].map((phi) => {
      const share = (more: Partial<Parameters<typeof breakShare>[0]>) =>
        percent(breakShare({ phi, rows, series, ...more }));
      return row(
        rows,
        phi,
        share({}),
        share({ fat: true }),
        share({ trim: 0.1 }),
        share({ robust: false }),
        share({ shift: 2 }),
        share({ shift: 1 }),
      );
    }),
  );
  const between = [24, 36, 120, 500, 1_260].flatMap((rows) =>
    [0, 0.85, 0.97].map((phi) => row(rows, phi, percent(breakShare({ phi, rows, series })))),
  );
  return [
    "## Break test: how often it finds a break at 5%",
    "",
    `${series.toLocaleString("en-US")} AR(1) series in each cell. Size: the series has no break, so that 5% is right; the binomial`,
    "standard error is 0.5 points. Fat tails: shocks of Student's t with 4 degrees of freedom. Power: the mean",
    "shifts in the middle by so many long-run standard deviations of the series.",
    "",
    row(
      "rows",
      "φ",
      "size",
      "size, fat tails",
      "size, trim 0.10",
      "size, naive test",
      "power, 2 sd",
      "power, 1 sd",
    ),
    rule(8),
    ...lines,
    "",
    "Between and beyond the lengths of the table:",
    "",
    row("rows", "φ", "size"),
    rule(3),
    ...between,
  ];
}

function halfLives(): string[] {
  const paths = 1_500;
  return [
    "## Half-life: 12 months in truth",
    "",
    `Medians over ${paths.toLocaleString("en-US")} AR(1) paths. A path in which no mean reversion is detectable counts as longer than all`,
    "others in the corrected median.",
    "",
    row("rows", "uncorrected", "corrected", "no mean reversion detectable"),
    rule(4),
    ...[60, 120, 240].map((rows) => {
      const { uncorrected, corrected, undetectable } = estimatedHalfLives(12, rows, paths);
      return row(rows, uncorrected.toFixed(1), corrected.toFixed(1), percent(undetectable));
    }),
  ];
}

function sharpes(): string[] {
  const trades = [180, 600].flatMap((steps) =>
    (["score", "sign"] as const).map((hold) => ({ steps, from: 60, hold })),
  );
  return [
    "## Look-ahead: trading the z-score of random walks",
    "",
    "Mean annualised Sharpe ratio over 400 walks, traded from month 60, by what the z-score knows. Nothing can be",
    "earned. Its standard error is 0.05 for 180 months and 0.01 for 600.",
    "",
    row("months", "held", "of the months before, as the add-in does", "of the whole sample"),
    rule(4),
    ...trades.map((trade) => {
      const { expanding, fullSample } = lookAhead(400, trade);
      return row(trade.steps, trade.hold, expanding.toFixed(3), fullSample.toFixed(3));
    }),
  ];
}
