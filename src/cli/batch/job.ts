import type { Kind } from "../../rows/kind";
import type { Layout } from "./layouts/layout";
import type { Format, Shard } from "./read/source";

/** What a command asks for. */
export interface Job {
  readonly kind: Kind;
  readonly input: string;
  readonly inputFormat: Format;
  readonly output: string;
  readonly outputFormat: Format;
  /** In which form the input is published; null where it is a file of our terms. */
  readonly layout: Layout | null;
  /** Prices by coupon and term, and corrections, of a published file. */
  readonly prices: string | null;
  readonly corrections: string | null;
  readonly curve: string | null;
  readonly assumptions: string | null;
  readonly fields: readonly string[];
  readonly keyTenors: string | null;
  /** What the input calls a term that has another name there. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly threads: number;
  readonly shard: Shard | null;
  readonly isResumed: boolean;
}
