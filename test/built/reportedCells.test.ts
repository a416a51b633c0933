import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { answersOf, type Answers } from "../support/engineCorpus";
import { ROOT } from "../support/sourceFiles";

/** A formula that version 1.0.0 got wrong, with the right value or the words of the right refusal. */
interface ReportedCell {
  readonly f: string;
  readonly v?: number;
  readonly tol?: number;
  readonly e?: string;
  /** A pattern of the words. */
  readonly m?: string;
  /** Where the value comes from. */
  readonly src: string;
}

/* Public reports and screens, reduced to made-up data for this project, 2026-11. */
const CELLS: readonly ReportedCell[] = readFileSync(
  resolve(ROOT, "test/golden/reportedCells.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

describe("cells that were reported wrong, through the built command line", () => {
  let answers: readonly Answers[] = [];

  beforeAll(async () => {
    answers = await answersOf(CELLS.map(({ f }) => f));
  }, 60_000);

  it("are all there", () => {
    expect(CELLS).toHaveLength(13);
  });

  it.each(CELLS.map((cell, i) => [cell.src, cell, i] as const))("%s", (_, cell, i) => {
    if (cell.e !== undefined) {
      expect(answers[i]).toMatchObject({
        error: cell.e,
        message: expect.stringMatching(new RegExp(cell.m ?? "", "i")),
      });
      return;
    }
    const found = [answers[i]].flat(2)[0];
    expect(typeof found).toBe("number");
    expect(Math.abs((found as number) - (cell.v as number))).toBeLessThanOrEqual(cell.tol ?? 0);
  });
});
