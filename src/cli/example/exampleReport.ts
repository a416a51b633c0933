import { type AlignmentAnswer, type ByWindow, type ExampleAnswer } from "./exampleAnswer";
import { effectTable, LISTED, monthTable, verdictTable, windowTable } from "./exampleTables";
import { WINDOWS } from "./gapWindows";
import { MAX_AGE_DAYS } from "./proxySpreads";
import { fixed, withPrefix, wrap } from "./reportText";

/** Widest line, the ILLUSTRATIVE before it included. */
export const WIDTH = 100;

/** How the calendars meet; the help and the report say it in the same words. */
export const ALIGNMENT_NOTES = [
  `last in month, MBS: the month's last mortgage rate less the mean of the 5- and 10-year Treasury yields of the same day, or of the latest earlier day at most ${MAX_AGE_DAYS} days back; never a later day. The mortgage rate is an average of the days before it is published, so that the yields are a day or more newer.`,
  `last in month, corporate: the month's corporate value less the 10-year Treasury yield of the month's last day, or of the latest earlier day at most ${MAX_AGE_DAYS} days back.`,
  "month mean: the mean of the month's mortgage rates less the mean of its daily 5/10-year means; the month's corporate value less the mean of its daily 10-year yields.",
  "The corporate value (HQMCB10YR) is itself a monthly average, and its date, the first of the month, only names the month. Under month mean both sides cover the same days; under last in month an average is set against one day, and what the 10-year yield did within the month is in the gap.",
  "A month's corporate value is published after the month has ended, so that its gap was not known on the month's last day.",
];

/** What the proxies are, and are not. */
export const BASIS_NOTES = [
  "MBS proxy = mortgage rate - mean of 5- and 10-year Treasury yields. The mortgage rate is what borrowers pay (primary), about 1 percentage point above a current-coupon yield: the level is too high by about that much, and the difference between the two rates moves too.",
  "corporate proxy = 10-year corporate yield - 10-year Treasury yield. HQMCB10YR is a spot rate of AAA, AA and A bonds, the Treasury yield is a par yield: spot against par.",
  "Neither is adjusted for options, default or liquidity. The level of the gap compares two proxies; z and percentile compare the gap with its own past.",
  "Windows count months that have a gap; the last month is in no comparison. z by sample standard deviation; percentile by rank, ties half.",
];

/**
 * The answer as lines for a reader.
 *
 * @param answer - What there is to say; spreads in basis points.
 * @param sources - Lines on where the series come from, such as an attribution.
 * @param prefix - A word that stands before every line, or nothing.
 * @returns Lines of at most {@link WIDTH} characters, the prefix included.
 */
export function exampleReport(
  answer: ExampleAnswer,
  sources: readonly string[],
  prefix = "",
): string[] {
  const width = WIDTH - (prefix === "" ? 0 : prefix.length + 2);
  const list = (notes: readonly string[]) => notes.flatMap((note) => wrap(note, width, "  "));
  const lines = [
    `MBS against corporate spreads by month, proxies from public series, as of ${answer.lastInMonth.asOf}`,
    "gap = MBS - corporate, bp; z and percentile (pct) of the last gap against those before",
    ...wrap(answer.kind, width, ""),
    ...wrap(whereItEnds(answer), width, ""),
    "",
    ...windowTable(answer),
    ...list(unanswered(answer)),
    "",
    "What moves the answer",
    ...list(whatMoves(answer)),
    "",
    "What the last gap is made of",
    ...list([
      ...receipt("last in month", answer.lastInMonth),
      ...receipt("month mean", answer.monthMean),
    ]),
    "",
    ...monthTable(answer),
    ...list([missingMonths(answer)]),
    "",
    ...verdictTable(answer),
    "",
    ...effectTable(answer),
    "",
    "How the calendars are aligned",
    ...list(ALIGNMENT_NOTES),
    "",
    "Basis",
    ...list(BASIS_NOTES),
    ...list(sources),
    ...list(["Illustrates a method; not investment advice."]),
  ];
  return lines.flatMap((line) => wrap(line, width, "")).map((line) => withPrefix(prefix, line));
}

/** Which series ends before the others, where one does. */
function whereItEnds({ lastInMonth: { asOf, missing }, months }: ExampleAnswer): string {
  const end = months.at(-1)?.month ?? asOf;
  if (end <= asOf) return "";
  const lacking = new Set(missing.flatMap(({ month, legs }) => (month > asOf ? legs : [])));
  return `No gap after ${asOf}: the files go on to ${end} without the ${[...lacking].join(" and the ")}. Every number here is as of ${asOf}.`;
}

function unanswered({ lastInMonth, monthMean }: ExampleAnswer): string[] {
  const notes = WINDOWS.flatMap(({ name }) =>
    (
      [
        ["last in month", lastInMonth],
        ["month mean", monthMean],
      ] as const
    ).flatMap(([label, { because }]) => {
      const reason = because[name];
      return reason === undefined ? [] : [`${label}, ${name}: #N/A, ${reason}`];
    }),
  );
  if (lastInMonth.asOf === monthMean.asOf) return notes;
  return [
    ...notes,
    `difference: #N/A, last in month ends in ${lastInMonth.asOf} but month mean in ${monthMean.asOf}`,
  ];
}

function whatMoves(answer: ExampleAnswer): string[] {
  const { lastInMonth, monthMean, difference, zRange, apart } = answer;
  const notes: string[] = [];
  if (zRange) {
    const { lowest, highest } = zRange;
    const signs = lowest.z < 0 && highest.z > 0;
    notes.push(
      `z runs from ${fixed(lowest.z, 2, true)} (${lowest.window}, ${lowest.alignment}) to ${fixed(highest.z, 2, true)} (${highest.window}, ${highest.alignment}), over look-backs and alignments of the same data: ${signs ? "even its sign is a matter of the choice" : "its sign is the same in all of them"}.`,
    );
  }
  const looks = Math.max(spreadOf(lastInMonth.z), spreadOf(monthMean.z));
  const aligned = Math.max(0, ...known(difference.z).map(Math.abs));
  notes.push(
    `The look-back alone moves z by up to ${fixed(looks, 2)}, the alignment alone by up to ${fixed(aligned, 2)}. A 1y z rests on 12 months.`,
  );
  notes.push(
    `Over the months that have both, the gaps of the two alignments lie ${fixed(apart.mean, 1)} bp apart on average and ${fixed(apart.most, 1)} bp at most (${apart.month}).`,
  );
  return notes;
}

const known = (scores: ByWindow): number[] =>
  Object.values(scores).filter((score): score is number => score !== null);

function spreadOf(scores: ByWindow): number {
  const values = known(scores);
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

function receipt(label: string, { mbs, corporate, gap, legs }: AlignmentAnswer): string[] {
  const show = (leg: keyof typeof legs) => {
    const { yield: yld, day, values } = legs[leg];
    const of = values === 1 ? day : `mean of ${values} to ${day}`;
    return `${fixed(yld * 100, values === 1 && leg !== "5- and 10-year Treasury yields" ? 2 : 3)}% (${of})`;
  };
  const month = legs["corporate yield"].day.slice(0, 7);
  return [
    `${label}: MBS ${fixed(mbs, 1)} = mortgage ${show("mortgage rate")} - 5/10-year ${show("5- and 10-year Treasury yields")}`,
    `${label}: corporate ${fixed(corporate, 1)} = corporate ${fixed(legs["corporate yield"].yield * 100, 2)}% (${month}) - 10-year ${show("10-year Treasury yield")}; gap ${fixed(gap, 1)}`,
  ];
}

function missingMonths({ lastInMonth, monthMean, months }: ExampleAnswer): string {
  const span = `${months[0]?.month ?? ""} to ${months[months.length - 1]?.month ?? ""}`;
  const parts = (
    [
      ["last in month", lastInMonth],
      ["month mean", monthMean],
    ] as const
  ).map(([label, { missing, asOf }]) => {
    const within = missing.filter(({ month }) => month < asOf);
    const after = missing.length - within.length;
    const names = within
      .slice(-LISTED)
      .map(({ month, legs }) => `${month} (${legs.join(", ")})`)
      .join("; ");
    const ended = after > 0 ? `, ${after} of them after ${asOf}` : "";
    const more = within.length > LISTED ? `, the last ${LISTED} before that` : "";
    return `${missing.length} by ${label}${ended}${more}${names === "" ? "" : `: ${names}`}`;
  });
  return `#N/A for want of a leg, of ${months.length} months ${span}: ${parts.join("; ")}. None is filled.`;
}
