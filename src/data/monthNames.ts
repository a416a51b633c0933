/* Names of the months, in full and short, as the exports of several countries write them. */

const ENGLISH =
  "january february march april may june july august september october november december";
/** Names that are not those of English; a slash parts the ways to write one. */
const OTHERS: readonly string[] = [
  "januar/jänner/janvier/janv/enero/ene/gennaio/gen/janeiro",
  "februar/février/févr/fév/febrero/febbraio/fevereiro/fev",
  "märz/mrz/mär/maerz/mars/marzo/março/maart",
  "avril/avr/abril/abr/aprile",
  "mai/mayo/maggio/mag/maio/mei",
  "juni/juin/junio/giugno/giu/junho",
  "juli/juillet/juil/julio/luglio/lug/julho",
  "août/aout/agosto/ago/augustus",
  "septembre/septiembre/settembre/set/setembro/sept",
  "oktober/okt/octobre/octubre/ottobre/ott/outubro/out",
  "novembre/noviembre/novembro",
  "dezember/dez/décembre/déc/diciembre/dic/dicembre/dezembro",
];

const MONTHS = new Map<string, number>(
  ENGLISH.split(" ").flatMap((name, i): [string, number][] =>
    [name, name.slice(0, 3), ...(OTHERS[i] ?? "").split("/")].map((one) => [one, i + 1]),
  ),
);

/**
 * The month that a name is of.
 *
 * @param name - For example "Dec", "december", "Dez".
 * @returns 1 to 12, or 0 when it is no month.
 *
 * @example
 * monthNamed("Sept"); // => 9
 */
export const monthNamed = (name: string | undefined): number =>
  MONTHS.get((name ?? "").toLowerCase()) ?? 0;
