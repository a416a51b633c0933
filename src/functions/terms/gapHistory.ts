/* The arguments of a gap's history: its values, and their days where there are any. */
import type { GapHistory } from "../../assumptions/gapCall";
import { dated } from "../excel/datedSeries";
import type { Argument } from "../excel/grid";
import { series } from "../excel/series";

/**
 * A gap's history as Excel hands it over.
 *
 * @param gapHistory - The gaps.
 * @param dates - Their days, or nothing.
 * @returns The history.
 */
export function gapHistoryOf(gapHistory: Argument, dates: Argument): GapHistory {
  if (dates == null) return { dates: null, values: series(gapHistory, "gapHistory") };
  return dated({ dates, values: gapHistory, valuesName: "gapHistory" });
}
