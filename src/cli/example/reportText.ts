/* Numbers and lines of a report as text. */

/**
 * A number with so many digits.
 *
 * @param value - The number; null where there is none.
 * @param digits - Digits after the point.
 * @param sign - Puts a + before a number above 0.
 * @returns For example "+39.0"; "#N/A" where there is no number.
 */
export function fixed(value: number | null, digits: number, sign = false): string {
  if (value === null) return "#N/A";
  const text = value.toFixed(digits);
  // A tiny negative number rounds to -0.0.
  const plain = Number(text) === 0 ? text.replace("-", "") : text;
  return sign && Number(plain) > 0 ? `+${plain}` : plain;
}

/**
 * A fraction in whole percent.
 *
 * @param fraction - A decimal; null where there is none.
 * @param sign - Puts a + before a number above 0.
 * @returns For example "62%"; "#N/A" where there is no number.
 */
export const percent = (fraction: number | null, sign = false): string =>
  fraction === null ? "#N/A" : `${fixed(fraction * 100, 0, sign)}%`;

/**
 * A line behind a word.
 *
 * @param prefix - The word, or nothing.
 * @param line - The line.
 * @returns Both, two spaces between them.
 */
export function withPrefix(prefix: string, line: string): string {
  if (prefix === "") return line;
  return line === "" ? prefix : `${prefix}  ${line}`;
}

/**
 * Breaks a line between words; what follows the first line is indented a little more.
 *
 * @param text - The line.
 * @param width - Most characters of a line; a longer word stands alone.
 * @param indent - Spaces before the first line.
 * @returns Lines.
 */
export function wrap(text: string, width: number, indent: string): string[] {
  if (indent.length + text.length <= width) return [indent + text];
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = line.trim() === "" ? line + word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
