/* Texts as XML and the format have them. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * A text from how XML has it.
 * @param text - With its special signs escaped.
 * @returns The text.
 */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return ENTITIES[name] ?? whole;
    const code = typeof hex === "string" ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

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
