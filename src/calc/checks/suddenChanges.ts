import { changeSizes, standsOut } from "./calm";
import { revertingPairs } from "./revertingPairs";
import { brief, listed, type PresentValues, type Problem } from "./problem";

/** How many times the changes around it both legs of a print must be, but for two a side. */
const PRINT = { times: 5, large: 2, bothSides: false } as const;
/** The same of a level jump, which has one leg and so must stand out more: but for one a side. */
const JUMP = { times: 6, large: 1, bothSides: true } as const;
/** A print has reverted when less than half of it is left. */
const LEFT_OF_PRINT = 0.5;
/** A value is its neighbour with the sign turned when they differ by less than this share. */
const SAME_SIZE = 0.2;

/**
 * Values that are far from both neighbours, and levels that change from one day to the next.
 *
 * A print that reverts is a value whose change and change back are each five times the changes
 * around it, or more than the series moves there and back otherwise. A level jump is a change of six times those before and after it which does not
 * revert: a change of the benchmark or of the bond, because markets that move as far do not go
 * back to small changes the next day. Smaller ones cannot be told from the market's own moves: in
 * thirty years of daily Treasury yields the largest lone change is 4.5 times (October 1987).
 *
 * @param column - The values that are there, in one unit.
 * @returns Findings, prints first.
 *
 * @example
 * suddenChanges({ values: Float64Array.from({ length: 40 }, (_, i) => (i === 20 ? 90 : 60 + (i % 3))), rows: Array.from({ length: 40 }, (_, i) => i + 1) })[0].row; // => 21
 */
export function suddenChanges(column: PresentValues): Problem[] {
  const alone = printsThatRevert(column.values);
  const prints = [...new Set([...alone, ...revertingPairs(column.values)])].sort((a, b) => a - b);
  return [
    ...listed(prints, (i) => printProblem(column, i)),
    ...levelJumps(prints.length === 0 ? column : without(column, new Set(prints))),
  ];
}

function without({ values, rows }: PresentValues, left: ReadonlySet<number>): PresentValues {
  return {
    values: values.filter((_, i) => !left.has(i)),
    rows: rows.filter((_, i) => !left.has(i)),
  };
}

function printsThatRevert(values: Float64Array): number[] {
  const sizes = changeSizes(values);
  const prints: number[] = [];
  for (let i = 1; i + 1 < values.length; i++) {
    const [before, value] = [values[i - 1] as number, values[i] as number];
    const after = values[i + 1] as number;
    const leg = Math.min(sizes[i] as number, sizes[i + 1] as number);
    const returns = (value - before) * (after - value) < 0;
    if (!returns || Math.abs(after - before) > LEFT_OF_PRINT * leg) continue;
    const around = { first: i, last: i + 1, ...PRINT };
    if (standsOut(leg, sizes, around)) prints.push(i++);
  }
  return prints;
}

function printProblem({ values, rows }: PresentValues, i: number): Problem {
  const [before, value, after] = [values[i - 1], values[i], values[i + 1]] as [
    number,
    number,
    number,
  ];
  const why =
    value === 0
      ? ": a missing value that became 0?"
      : turned(before, value)
        ? ": the sign turned?"
        : ": a print that reverts";
  return {
    row: rows[i] as number,
    problem: `${brief(value)} stands between ${brief(before)} and ${brief(after)}${why}`,
    severity: "warning",
  };
}

function levelJumps({ values, rows }: PresentValues): Problem[] {
  const sizes = changeSizes(values);
  const problems: Problem[] = [];
  for (let i = 1; i < values.length; i++) {
    const around = { first: i, last: i, ...JUMP };
    if (!standsOut(sizes[i] as number, sizes, around)) continue;
    const [before, value] = [values[i - 1] as number, values[i] as number];
    const why = turned(before, value)
      ? "the sign turned?"
      : "a change of benchmark or of the bond?";
    problems.push({
      row: rows[i] as number,
      problem: `the level jumps from ${brief(before)} to ${brief(value)} and stays, amid small changes: ${why}`,
      severity: "warning",
    });
  }
  return listed(problems, (it) => it);
}

const turned = (before: number, value: number): boolean =>
  before * value < 0 && Math.abs(value + before) <= SAME_SIZE * Math.abs(before);
