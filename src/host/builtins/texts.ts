import { type Argument, BuiltinError, isTable, numberOf, textOf } from "./arguments";
import { type Builtin, ofValues, ofWhole } from "./builtin";
import { wildcardPattern } from "./wildcards";

const MOST = 255;
/** Excel rounds by 15 digits: 1.005 to cents is 1.01. */
const MAX_DECIMALS = 99;

function dollars(number: number, decimals: number): string {
  const places = Math.trunc(decimals);
  if (places > MAX_DECIMALS) {
    throw new BuiltinError(
      "#VALUE!",
      `decimals is ${decimals}; it must be at most ${MAX_DECIMALS}`,
    );
  }
  const [digits, exponent = "0"] = Math.abs(number).toPrecision(15).split("e");
  const size = Math.round(Number(`${digits ?? ""}e${Number(exponent) + places}`));
  // Beyond 21 digits there is nothing to round, and JavaScript writes an exponent.
  const rounded = size < 1e21 ? Number(`${size}e${-places}`) : Math.abs(number);
  const shown = rounded
    .toFixed(Math.max(0, places))
    .replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
  return number < 0 && rounded !== 0 ? `($${shown})` : `$${shown}`;
}

function search(find: string, within: string, start: number): number {
  const from = Math.trunc(start);
  if (from >= 1 && from <= within.length + 1) {
    if (find === "") return from;
    const place = within.slice(from - 1).search(wildcardPattern(find, true));
    if (place >= 0) return from + place;
  }
  throw new BuiltinError("#VALUE!", `"${find}" is not in "${within}" from character ${from} on`);
}

/** Every letter after something that is none is a capital. */
const proper = (text: string): string =>
  text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

const textsOf = (argument: Argument): string[] =>
  isTable(argument) ? argument.flat().map(textOf) : [textOf(argument)];

/** CONCAT, DOLLAR, PROPER, SEARCH and VALUE. */
export const TEXTS: readonly Builtin[] = [
  ofWhole("CONCAT", 1, MOST, (...given) => given.flatMap(textsOf).join("")),
  ofValues("DOLLAR", "number ? decimals", ([number = null, decimals = 2]) =>
    dollars(numberOf("number", number), numberOf("decimals", decimals)),
  ),
  ofValues("PROPER", "text", ([text = null]) => proper(textOf(text))),
  ofValues(
    "SEARCH",
    "find_text within_text ? start_num",
    ([find = null, within = null, start = 1]) =>
      search(textOf(find), textOf(within), numberOf("start_num", start)),
  ),
  ofValues("VALUE", "text", ([text = null]) => numberOf("text", text)),
];
