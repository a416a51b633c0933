import { readDelimited } from "./delimited";
import type { LongWork } from "./slicedWork";
import type { TextTable } from "./textTable";
import { readXml } from "./xmlTable";

/**
 * Reads the fields of a text, whichever of the known forms it has.
 *
 * @param text - A delimited text, or the Treasury's XML.
 * @param source - What sentences call it, for example the file's name.
 * @param options - News and a way to stop.
 * @returns Its rows.
 * @throws CalcError `invalid` when it cannot be read.
 */
export const readText = async (
  text: string,
  source: string,
  options: LongWork = {},
): Promise<TextTable> =>
  /^\uFEFF?\s*<[?!a-z]/i.test(text) ? readXml(text, source) : readDelimited(text, source, options);
