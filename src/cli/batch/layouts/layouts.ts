import { enterprises } from "./enterprises";
import { ginnie } from "./ginnie";
import type { Layout } from "./layout";

/** The layouts by the names of their publishers. */
export const LAYOUTS: ReadonlyMap<string, Layout> = new Map([
  ["fannie", enterprises],
  ["freddie", enterprises],
  ["ginnie", ginnie],
]);
