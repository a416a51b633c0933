import { textOfBytes } from "../../data/textOfBytes";
import { requireSize } from "../../data/textTable";

/**
 * The text of a file that the user gave.
 *
 * @param file - The file.
 * @returns Its text.
 * @throws CalcError `invalid` when it is too large.
 */
export async function textOfFile(file: File): Promise<string> {
  requireSize(file.name, file.size);
  return textOfBytes(new Uint8Array(await file.arrayBuffer()));
}
