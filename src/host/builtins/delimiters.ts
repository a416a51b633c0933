import { type Argument, BuiltinError, isTable, numberOf, textOf } from "./arguments";
import { type Builtin, ofValues, ofWhole } from "./builtin";
import { conditionOf } from "./logical";

/** Where a delimiter begins and ends in a text. */
type Place = readonly [start: number, end: number];

/** The delimiters in a text, from the left, none over another; at one place the longest counts. */
function placesOf(text: string, delimiters: readonly string[], ignoreCase: boolean): Place[] {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const [within, sought] = [fold(text), delimiters.map(fold)];
  const places: Place[] = [];
  for (let at = 0; at <= within.length;) {
    const lengths = sought.filter((it) => within.startsWith(it, at)).map((it) => it.length);
    const length = Math.max(-1, ...lengths);
    if (length > 0) places.push([at, at + length]);
    at += Math.max(1, length);
  }
  return places;
}

/** What is before or after a delimiter; undefined when there are not so many. */
function part(
  text: string,
  places: readonly Place[],
  instance: number,
  after: boolean,
  matchEnd: boolean,
): string | undefined {
  const all = [...places];
  // The end of the text, or its beginning when counted from the right, is a delimiter too.
  if (matchEnd && instance > 0) all.push([text.length, text.length]);
  if (matchEnd && instance < 0) all.unshift([0, 0]);
  const place = all[instance > 0 ? instance - 1 : all.length + instance];
  if (place === undefined) return undefined;
  return after ? text.slice(place[1]) : text.slice(0, place[0]);
}

const delimitersOf = (argument: Argument): string[] =>
  isTable(argument) ? argument.flat().map(textOf) : [textOf(argument)];

const around = (name: string, after: boolean): Builtin =>
  ofWhole(name, 2, 6, (text = null, delimiter = null, ...rest) => {
    const [instance = 1, matchMode = 0, matchEnd = 0, ifNotFound] = rest;
    const delimiters = delimitersOf(delimiter);
    return ofValues(name, "text instance_num match_mode match_end", (values) => {
      const [whole = null, number = null, mode = null, end = null] = values;
      const within = textOf(whole);
      const count = number === null ? 1 : Math.trunc(numberOf("instance_num", number));
      if (count === 0 || (Math.abs(count) > within.length && within !== "")) {
        throw new BuiltinError(
          "#VALUE!",
          `instance_num is ${count}; it must be 1 or more, or -1 or less`,
        );
      }
      if (delimiters.includes("")) return after === count > 0 ? within : "";
      const places = placesOf(within, delimiters, numberOf("match_mode", mode) !== 0);
      const found = part(within, places, count, after, conditionOf("match_end", end));
      if (found !== undefined) return found;
      if (ifNotFound !== undefined && !isTable(ifNotFound)) return ifNotFound;
      throw new BuiltinError(
        "#N/A",
        `"${within}" does not have the delimiter "${delimiters.join('", "')}" so often`,
      );
    }).calculate([text, instance, matchMode, matchEnd]);
  });

/** TEXTBEFORE and TEXTAFTER. */
export const DELIMITERS: readonly Builtin[] = [
  around("TEXTBEFORE", false),
  around("TEXTAFTER", true),
];
