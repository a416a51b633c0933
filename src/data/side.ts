/* Which of a table's series is the one that is looked for. */
import { quoted } from "../assumptions/humanValues";
import type { Gathering } from "./gathering";
import type { Layout, ValueColumn } from "./layout";

/** The two sides of the comparison. */
export type Side = "mbs" | "corporate";

/** Names of columns by which a file that holds both sides says which is which. */
const SIDE_NAMES: Record<Side, RegExp> = {
  mbs: /mbs|mortgage|agency|fnma|gnma|umbs|current.?coupon|\bcc\b/i,
  corporate: /corp|credit|\big\b|ig_|hqm|bamlc|luac|investment.?grade|bond/i,
};

/**
 * The column that holds the values.
 *
 * @param layout - What stands where.
 * @param side - Which history is looked for.
 * @param all - What was found and asked so far.
 * @returns The column, or null while it is asked for.
 */
export function columnOf(layout: Layout, side: Side, all: Gathering): ValueColumn | null {
  const { values } = layout;
  const [only] = values;
  if (values.length === 1 && only !== undefined) {
    all.facts.push(`the values are in ${quoted(only.name)}`);
    return only;
  }
  const named = values.filter(({ name }) => SIDE_NAMES[side].test(name));
  const one = named.length === 1 ? named[0] : undefined;
  const answer = all.ask({
    topic: "series",
    about: seriesAbout(values, one),
    choices: values.map(({ name }) => ({ value: name, label: name })),
    shown: one?.name ?? null,
  });
  return values.find(({ name }) => name === answer) ?? null;
}

/**
 * What a table with several series says of them.
 * @param values - The series.
 * @param named - The one whose name is that of the side, if one is.
 * @returns Words.
 */
export const seriesAbout = (values: readonly ValueColumn[], named?: ValueColumn): string =>
  `there are ${values.length} series of values${named === undefined ? "" : `; ${quoted(named.name)} is named so`}`;
