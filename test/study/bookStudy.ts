/* A book of pools against pools that are measured one by one. */
import {
  ALLOWED,
  BOOK_MODELS,
  bookCases,
  bookErrors,
  KEY_TENORS,
  type BookErrors,
} from "../support/bookCases";

/** Of each model. */
const POOLS = 2_000;

const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
const shown = ({ oas, duration, convexity, keyRates }: BookErrors) =>
  [oas, duration, convexity, keyRates].map((error) => error.toExponential(1));

/** The text of BOOK.md. */
export function bookResults(): string {
  const lines = BOOK_MODELS.map(({ name, model }, i) => {
    const { worst, alone } = bookErrors(model, bookCases(POOLS, i + 1));
    return row(name, ...shown(worst), String(alone));
  });
  return [
    "# A book of pools against pools alone",
    "",
    `Printed by \`node test/study/run.js book\`: the worst difference over ${POOLS.toLocaleString("en-US")} pools of each model, drawn from the`,
    "seeds 1, 2, … (test/support/bookCases.ts): loans of 15 to 40 years at every age to their end, rates of 1.75 to 8.75%,",
    `key tenors ${KEY_TENORS.join(", ")} years. Alone: pools that the shared way could not do.`,
    "",
    row("model", "OAS, bp", "duration, years", "convexity", "key rate durations, years", "alone"),
    row(...Array.from({ length: 6 }, () => "---")),
    ...lines,
    row("allowed", ...shown(ALLOWED), "–"),
    "",
  ].join("\n");
}
