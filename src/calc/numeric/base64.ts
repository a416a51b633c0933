const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The bytes that a text in base64 stands for; engines without a page and without Node have no function for it.
 *
 * @param text - Without spaces and line ends.
 * @returns The bytes.
 * @see RFC 4648, section 4
 *
 * @example
 * Array.from(bytesOfBase64("Zm9vYg==")); // => [102, 111, 111, 98]
 */
export function bytesOfBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((6 * digits.length) / 8));
  let [kept, bits, at] = [0, 0, 0];
  for (const digit of digits) {
    kept = (kept << 6) | DIGITS.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = kept >> bits;
    kept &= (1 << bits) - 1;
  }
  return bytes;
}
