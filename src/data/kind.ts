/* What a column holds: spreads, or yields, prices and levels that could pass for them. */
import { median } from "../calc/numeric/statistics";
import { familyOf, isFund } from "./families";
import { hasPhrase, nameTokens } from "./nameTokens";
import type { Question } from "./question";
import type { SeriesKind } from "./seriesKind";

/** Words and pairs of words of a name; the first row that fits counts. */
const WORDS: readonly (readonly [SeriesKind, readonly string[]])[] = [
  [
    "level",
    [
      "duration",
      "durations",
      "oad",
      "convexity",
      "dts",
      "wal",
      "volume",
      "volumes",
      "market value",
    ],
  ],
  [
    "level",
    [
      ...["tr", "tri", "triv", "total return", "total returns", "excess return", "return index"],
      ...["returns index", "wealth", "index level", "index value"],
    ],
  ],
  [
    "spread",
    [
      ...["spread", "spreads", "sprd", "oas", "z", "zv", "zspread", "gspread", "ispread", "asw"],
      ...["asset swap", "cds", "gap", "excess", "bp", "bps", "basis point", "basis points"],
    ],
  ],
];
/** The same of words that a publisher's code goes before. */
const WEAKER_WORDS: typeof WORDS = [
  [
    "yield",
    [
      ...["yield", "yields", "yld", "ytm", "ytw", "ytc", "rate", "rates", "apr", "apy"],
      ...["sec yield", "rendite", "zins", "par yield", "cmt"],
    ],
  ],
  ["level", ["index", "level", "levels", "lvl"]],
  [
    "price",
    [
      ...[
        "open",
        "high",
        "low",
        "close",
        "adj close",
        "price",
        "prices",
        "px",
        "nav",
        "bid",
        "ask",
      ],
      ...["last price", "kurs", "vwap", "settle price"],
    ],
  ],
];

/**
 * What a name says that a column holds.
 *
 * @param name - The column's name.
 * @returns The kind, or null when the name does not say.
 *
 * @example
 * kindByName("mortgage_rate"); // => "yield"
 */
export function kindByName(name: string): SeriesKind | null {
  const tokens = nameTokens(name);
  const said = (words: typeof WORDS) =>
    words.find(([, phrases]) => hasPhrase(tokens, phrases))?.[0] ?? null;
  const kind = said(WORDS) ?? familyOf(name)?.kind ?? said(WEAKER_WORDS);
  return kind ?? (isFund(name) ? "price" : null);
}

/** Sizes, medians without signs, at which nameless values could be yields as well as spreads. */
const DOUBTFUL = [
  [2, 20],
  [0.02, 0.2],
] as const;
/** Above this size no spread of mortgages or investment-grade corporates stands. */
const LARGEST = 2500;

const CHOICES: readonly { readonly value: SeriesKind; readonly label: string }[] = [
  { value: "spread", label: "spreads over Treasuries" },
  { value: "yield", label: "yields or rates" },
  { value: "price", label: "prices" },
  { value: "level", label: "index levels, or other numbers" },
];

/**
 * What a column holds, by what its name says and else by its usual size.
 *
 * @param values - The numbers as the file has them.
 * @param name - The column's name.
 * @param context - What else stands above the column: a unit, a description.
 * @returns A question that is answered where the name decides; null for spreads that nothing makes
 * doubtful.
 */
export function kindQuestion(
  values: readonly number[],
  name: string,
  context = "",
): Question | null {
  const byName = kindByName(name) ?? (context === "" ? null : kindByName(context));
  if (byName === "spread") return null;
  const usual = sizeOf(values);
  const isDoubtful =
    usual > LARGEST || DOUBTFUL.some(([least, below]) => usual >= least && usual < below);
  if (byName === null && !isDoubtful) return null;
  return {
    topic: "kind",
    about:
      byName === null
        ? `the name, ${name}, does not say what it is, and values of ${usual} can be ${usual > LARGEST ? "levels" : "yields as well as spreads"}`
        : `${name} is the name of ${NAMES[byName]}`,
    choices: CHOICES,
    shown: byName,
  };
}

const NAMES: Record<SeriesKind, string> = {
  spread: "a spread",
  yield: "a yield or rate",
  price: "prices, levels or volumes",
  level: "prices, levels or volumes",
};

const sizeOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Number(median(Float64Array.from(values, Math.abs)).toPrecision(6));

/**
 * Why a column that holds no spreads cannot stand for them.
 *
 * @param values - The numbers as the file has them.
 * @param name - The column's name.
 * @param context - What else stands above the column.
 * @returns A sentence, or null.
 */
export function notSpreads(values: readonly number[], name: string, context = ""): string | null {
  const question = kindQuestion(values, name, context);
  if (question === null) return null;
  const advice = "spreads over Treasuries are needed here: take the Treasury yield off first";
  if (question.shown === "yield") {
    return `${name} is the name of a yield or rate, not of a spread; ${advice}`;
  }
  if (question.shown !== null) {
    return `${name} is the name of prices, levels or volumes, not of a spread; spreads over Treasuries are needed here`;
  }
  const usual = sizeOf(values);
  if (usual > LARGEST) {
    return `values of ${usual} are usual for index levels, and too large for spreads; spreads over Treasuries are needed here`;
  }
  return `values of ${usual} are usual for yields${usual >= 2 ? " in percent" : ""}, and rare for spreads; if these are yields, ${advice}`;
}
