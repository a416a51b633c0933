/* What a history says of its last value, as rows of a card or a receipt. */
import { historySummary } from "../../calc/history/summary";
import { dated } from "../excel/datedSeries";
import type { Argument } from "../excel/grid";
import { countFrom, optional, zeroIsBlank } from "../excel/oneCell";
import type { ResultCell } from "../excel/results";
import { notThere } from "../excel/tables";

/**
 * The measures of a history as cells; #N/A with words where one has no data.
 *
 * @param values - As Excel hands them over.
 * @param dates - As Excel hands them over.
 * @param window - Months, or blank.
 * @returns Names and values in the card's order.
 */
export const historyRows = (
  values: Argument,
  dates: Argument,
  window: Argument,
): readonly (readonly [name: string, value: ResultCell])[] =>
  historySummary(
    dated({ dates, values }),
    optional(window, "window", zeroIsBlank(months, null), null),
  ).map(({ name, value, why }) => [name, value ?? notThere(why)]);

const months = countFrom(1);
