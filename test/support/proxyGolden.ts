import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** What golden/proxy.py computed for one alignment of the real series, by its own definition. */
export interface ProxyGolden {
  readonly asOf: string;
  readonly mbs: number;
  readonly corporate: number;
  readonly gap: number;
  readonly z: Readonly<Record<string, number>>;
  readonly percentile: Readonly<Record<string, number>>;
  readonly n: number;
  readonly missing: number;
  readonly gaps: Readonly<Record<string, number>>;
}

/** The numbers of golden/proxy.json; its first line says where they come from. */
export const golden = JSON.parse(
  readFileSync(resolve(__dirname, "../golden/proxy.json"), "utf8"),
) as Readonly<Record<"lastInMonth" | "monthMean", ProxyGolden>> & {
  /** Distance of the two alignments' gaps in the months that have both. */
  readonly apart: { readonly mean: number; readonly most: number; readonly month: string };
};
