/* Texts as XML and the format have them. */

/**
 * A text as XML has it.
 * @param text - Any text.
 * @returns With its special signs escaped, for elements and attributes.
 */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What XML cannot hold, or what would be read as the format's own escape. */
const UNSAYABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}|_(?=x[\da-f]{4}_)/giu;

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");

/**
 * A cell's text as the format has it.
 * @param text - Any text.
 * @returns With `_x0001_` for what XML cannot hold, escaped.
 */
export const escapedText = (text: string): string =>
  escaped(text.replace(UNSAYABLE, (sign) => `_x${hex(sign.charCodeAt(0))}_`)).replaceAll(
    "&#10;",
    "\n",
  );

/**
 * A cell's text from how the format has it.
 * @param text - As an element holds it.
 * @returns The text.
 */
export const textOfFile = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;
