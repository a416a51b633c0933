/* The tables of the example's report; the prose around them is in exampleReport.ts. */
import { type AlignmentAnswer, type ByWindow, type ExampleAnswer } from "./exampleAnswer";
import { WINDOWS } from "./gapWindows";
import { fixed, percent } from "./reportText";

/** How many months and missing months are listed; --json has all of them. */
export const LISTED = 12;

/**
 * The last gap against those before, by look-back and alignment.
 *
 * @param answer - What there is to say; spreads in basis points.
 * @returns Lines.
 */
export function windowTable({ lastInMonth, monthMean, difference }: ExampleAnswer): string[] {
  const names = WINDOWS.map(({ name }) => name);
  const head = row("", [
    "gap now",
    ...names.map((name) => `z ${name}`),
    ...names.map((name) => `pct ${name}`),
    "n",
  ]);
  const cells = (z: ByWindow, percentile: ByWindow, sign: boolean) => [
    ...names.map((name) => fixed(z[name], 2, true)),
    ...names.map((name) => percent(percentile[name], sign)),
  ];
  const line = (label: string, { gap, z, percentile, n }: AlignmentAnswer) =>
    row(label, [fixed(gap, 1), ...cells(z, percentile, false), String(n)]);
  return [
    head,
    line("last in month", lastInMonth),
    line("month mean", monthMean),
    row("difference", [
      fixed(difference.gap, 1, true),
      ...cells(difference.z, difference.percentile, true),
      "",
    ]),
  ];
}

/** The months up to the last one that has a gap: where a series ends before the others, the rest is empty. */
const upToGap = <T extends { readonly month: string }>(
  months: readonly T[],
  { lastInMonth, monthMean }: Pick<ExampleAnswer, "lastInMonth" | "monthMean">,
): readonly T[] =>
  months.filter(({ month }) => month <= lastInMonth.asOf || month <= monthMean.asOf);

/**
 * The last months with a gap, both alignments side by side.
 *
 * @param answer - What there is to say; spreads in basis points.
 * @returns Lines.
 */
export function monthTable(answer: ExampleAnswer): string[] {
  const shown = upToGap(answer.months, answer).slice(-LISTED);
  const line = (label: string, cells: readonly string[]) =>
    label.padEnd(9) + cells.map((cell) => cell.padStart(10)).join("");
  return [
    `The last ${shown.length} months, in bp (diff. = last in month - month mean)`,
    line("", ["MBS", "MBS", "corporate", "corporate", "gap", "gap", "gap"]),
    line("month", ["last", "mean", "last", "mean", "last", "mean", "diff."]),
    ...shown.map(({ month, lastInMonth: a, monthMean: b }) =>
      line(month, [
        ...[a.mbs, b.mbs, a.corporate, b.corporate, a.gap, b.gap].map((value) => fixed(value, 1)),
        fixed(a.gap === null || b.gap === null ? null : a.gap - b.gap, 1, true),
      ]),
    ),
  ];
}

/**
 * The signal of each of the last months, by what was known then.
 *
 * @param answer - What there is to say; spreads in basis points.
 * @returns Lines.
 */
export function verdictTable(answer: ExampleAnswer): string[] {
  const verdicts = upToGap(answer.verdicts, answer);
  const line = (month: string, cells: readonly string[], text: string) =>
    month.padEnd(9) + cells.map((cell) => cell.padStart(8)).join("") + `  ${text}`;
  const calls = verdicts.filter(({ text }) => !/^(HOLD|#N\/A)/.test(text)).length;
  return [
    `The rotation signal walked forward (60 months, last in month): ${calls} of ${verdicts.length} months with no hold`,
    line("month", ["gap", "z", "score", "P(win)"], "text"),
    ...verdicts
      .slice(-LISTED)
      .map(({ month, gap, z, score, probability, text }) =>
        line(
          month,
          [fixed(gap, 1), fixed(z, 2, true), fixed(score, 2, true), percent(probability)],
          text,
        ),
      ),
    "  P(win): of the indicated switch, on nominal carry, by the history up to the month alone",
  ];
}

/**
 * The last verdict under other alignments, benchmarks and look-backs.
 *
 * @param answer - What there is to say; spreads in basis points.
 * @returns Lines.
 */
export function effectTable({ effects }: ExampleAnswer): string[] {
  const line = (label: string, cells: readonly string[], text: string) =>
    label.padEnd(15) + cells.map((cell) => cell.padStart(10)).join("") + `  ${text}`;
  return [
    "What the last verdict owes to alignment, benchmark and look-back",
    line("alignment", ["over", "look-back", "gap", "score"], "text"),
    ...effects.map(({ alignment, benchmark, windowMonths, verdict }) =>
      line(
        alignment,
        [
          benchmark,
          windowMonths === null ? "all" : `${windowMonths / 12}y`,
          fixed(verdict.gap, 1),
          fixed(verdict.score, 2, true),
        ],
        verdict.text,
      ),
    ),
  ];
}

const row = (label: string, cells: readonly string[]): string =>
  (
    label.padEnd(15) + cells.map((cell, i) => cell.padStart(i === 0 || i > 3 ? 9 : 8)).join("")
  ).trimEnd();
