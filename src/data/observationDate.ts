/* Which of several columns of dates is the day of an observation. */
import { quoted } from "../assumptions/humanValues";
import type { Frame } from "./frame";
import type { Gathering } from "./gathering";
import { hasPhrase, nameTokens } from "./nameTokens";

/** Days of something else than the observation. */
const OTHER_DAYS = [
  ...[
    "settle",
    "settlement",
    "maturity",
    "matures",
    "maturity date",
    "issue",
    "issued",
    "issuance",
  ],
  ...["dated", "expiry", "expiration", "expires", "call", "realtime", "vintage", "release"],
  ...[
    "released",
    "publication",
    "published",
    "update",
    "updated",
    "modified",
    "revised",
    "created",
  ],
  ...["loaded", "download", "downloaded", "next", "payment", "delivery", "effective", "inserted"],
];
/** Days of the observation, as they are called. */
const OBSERVATION_DAYS = [
  ...["as of", "asof", "observation", "obs", "valuation", "pricing", "price", "trade", "quote"],
  ...["mark", "date", "day", "datum", "time period"],
];
/** Days on which a value was known: several of them for one observation are its vintages. */
const VINTAGES = ["realtime start", "vintage", "vintage date", "release date", "released"];

/** The column of dates that each column of a table belongs to. */
export interface Owners {
  readonly ownerOf: (at: number) => number;
  /** The columns of dates that some column belongs to. */
  readonly used: readonly number[];
  /** Columns of dates that are of something else. */
  readonly unused: readonly number[];
  /** The column that says when a value was known, or null. */
  readonly vintage: number | null;
}

/**
 * Finds the day of each column's values: of the column of dates to its left where dates and values
 * alternate, else of the one whose name says that it is the day of the observation.
 *
 * @param frame - The table.
 * @param valuesAt - The columns of values, from 0.
 * @param all - What was found and asked so far.
 * @returns The owners, or null while it is asked which column is the day.
 */
export function ownersOf(frame: Frame, valuesAt: readonly number[], all: Gathering): Owners | null {
  const { dates, headings } = frame;
  const nameOf = (at: number) => headings.at(-1)?.[at] ?? "";
  const says = (at: number, phrases: readonly string[]) =>
    hasPhrase(nameTokens(nameOf(at)), phrases);
  const vintage = dates.find((at) => says(at, VINTAGES)) ?? null;
  const alone = (at: number): Owners => ({
    ownerOf: () => at,
    used: [at],
    unused: dates.filter((other) => other !== at),
    vintage: vintage === at ? null : vintage,
  });
  const own = dates.filter((at) => !says(at, OTHER_DAYS));
  const usable = own.length > 0 ? own : dates;
  const [only] = usable;
  if (usable.length === 1 && only !== undefined) return alone(only);
  const follows = (at: number) => {
    const next = dates.find((other) => other > at) ?? Infinity;
    return valuesAt.some((value) => value > at && value < next);
  };
  if (!frame.datesAreNumbers && usable.every(follows)) {
    const ownerOf = (at: number) => usable.filter((date) => date <= at).at(-1) ?? usable[0] ?? 0;
    const unused = dates.filter((at) => !usable.includes(at));
    return { ownerOf, used: usable, unused, vintage };
  }
  const named = usable.filter((at) => says(at, OBSERVATION_DAYS));
  const [one] = named;
  if (named.length === 1 && one !== undefined) return alone(one);
  const among = named.length > 1 ? named : usable;
  const first = among[0] ?? 0;
  if (frame.rows.every((row) => among.every((at) => row[at] === row[first]))) return alone(first);
  const answer = all.ask({
    topic: "date column",
    about: `there are ${among.length} columns of dates`,
    choices: among.map((at) => {
      const sample = frame.rows[0]?.[at] ?? "";
      return {
        value: nameOf(at) === "" ? `column ${at + 1}` : nameOf(at),
        label: `${nameOf(at) === "" ? `column ${at + 1}` : nameOf(at)}, with ${quoted(sample)} on the first row`,
      };
    }),
    shown: null,
  });
  const chosen = among.find(
    (at) => (nameOf(at) === "" ? `column ${at + 1}` : nameOf(at)) === answer,
  );
  return chosen === undefined ? null : alone(chosen);
}
