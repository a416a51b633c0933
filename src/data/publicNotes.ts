/* What a reader of public files has to know of them, said beside the other findings. */
import type { DatedHistory } from "../calc/series/byMonth";
import type { Finding } from "./findings";
import { nameTokens } from "./nameTokens";
import type { SeriesKind } from "./seriesKind";

const DAYS_A_MONTH = 30.44;
/** What FRED shows of an ICE BofA index since April 2026: three years, and a little for their ends. */
const SHOWN_MONTHS = [33, 38] as const;

/**
 * Notes on a series from a public file.
 *
 * @param name - The series.
 * @param kind - What it holds.
 * @param names - All series of the file.
 * @param history - The series.
 * @param windowMonths - The window that the history is wanted for.
 * @returns Findings; none where nothing is to be said.
 */
export function publicNotes(
  name: string,
  kind: SeriesKind,
  names: readonly string[],
  history: DatedHistory,
  windowMonths: number,
): Finding[] {
  const notes: string[] = [];
  const months = ((history.dates.at(-1) ?? 0) - (history.dates[0] ?? 0)) / DAYS_A_MONTH;
  const isThreeYears = months >= SHOWN_MONTHS[0] && months <= SHOWN_MONTHS[1];
  if (/^BAML/i.test(name) && isThreeYears && windowMonths > months) {
    notes.push(
      `since April 2026 FRED shows three years of the ICE BofA indices: these ${Math.round(months)} months cannot fill a window of ${windowMonths}; join what you downloaded earlier, or take a window of ${Math.floor(months)} months or less`,
    );
  }
  if (kind === "price") {
    notes.push("a fund's prices give total returns, with its fees, and no spread over Treasuries");
    const isClose = (one: string) => nameTokens(one).includes("close");
    const isAdjusted = (one: string) => /^adj/.test(nameTokens(one).join(" "));
    if (isClose(name) && !isAdjusted(name) && !names.some(isAdjusted)) {
      notes.push(
        "there is no Adj Close beside this Close: files since 2024 leave it out where Close is adjusted for distributions already; returns of a Close that is not adjusted lack them",
      );
    }
  }
  return notes.map((problem) => ({ at: "", problem, severity: "warning" }));
}
