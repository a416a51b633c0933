/*
 * The engine's reader of formulas drops one of two doubled quotes and turns line breaks of a text
 * into blanks, so that a formula loses a quote when it is filled down, and everything behind it
 * stands at another place. While it reads, other characters stand for these.
 */

/** Characters that no text may contain, by the Unicode standard, one for each. */
const HIDDEN: readonly (readonly [string, string])[] = [
  ['"', "\uFDD0"],
  ["\n", "\uFDD1"],
  ["\r", "\uFDD2"],
];

/** A sheet's name or a text, each with its quotes doubled inside. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/**
 * Hides what the engine would misread inside the texts of a formula.
 * @param formula - The formula.
 * @returns As many characters, those inside texts hidden.
 */
export function hiddenQuotes(formula: string): string {
  if (!formula.includes('"')) return formula;
  return formula.replace(QUOTED, (part) => {
    if (part.startsWith("'")) return part;
    let inside = part.slice(1, -1);
    for (const [shown, hidden] of HIDDEN) inside = inside.replaceAll(shown, hidden);
    return `"${inside}"`;
  });
}

/**
 * Shows what {@link hiddenQuotes} has hidden.
 * @param text - A formula or a part of one.
 * @returns As many characters, as they were typed.
 */
export function shownQuotes(text: string): string {
  let shown = text;
  for (const [character, hidden] of HIDDEN) shown = shown.replaceAll(hidden, character);
  return shown;
}
