import { changeSizes, standsOut } from "./calm";
import { brief, listed, type PresentValues, type Problem } from "./problem";

/** What was found, and the column as if every value were in the unit of most of them. */
export interface UnitsOfColumn {
  readonly problems: readonly Problem[];
  readonly values: Float64Array;
}

/** A value this much above or below 100 times the one before may still be the same in bp. */
const BAND = 2;
/** Decimals to percent, or percent to basis points, is one step; decimals to basis points two. */
const STEP = 100;

/**
 * Values of one column in two units: percent among basis points, decimals among percent.
 *
 * A row is in another unit than the row before when it is about 100 or 10,000 times it, or a
 * hundredth or ten-thousandth, of the same sign, and such a change is far outside what the series
 * does once the units are made the same: six times the changes around it. A spread
 * that passes through 0 also grows a hundredfold, but by no more than it moves on other days.
 *
 * @param column - The values that are there.
 * @returns One finding for each run of rows in the rarer unit, and the values in the other one.
 *
 * @example
 * mixedUnits({ values: Float64Array.from({ length: 40 }, (_, i) => (i === 20 ? 0.62 : 60 + (i % 3))), rows: Array.from({ length: 40 }, (_, i) => i + 1) }).problems.length; // => 1
 */
export function mixedUnits(column: PresentValues): UnitsOfColumn {
  const { values } = column;
  const guess = unitSteps(values);
  if (!guess.some((step) => step !== 0)) return { problems: [], values };
  const sizes = changeSizes(inOneUnit(values, running(guess)));
  const levels = running(guess);
  const steps = guess.map((step, i) => {
    if (step === 0) return 0;
    const larger = Math.max(levels[i] as number, levels[i - 1] as number);
    const size = Math.abs((values[i] as number) - (values[i - 1] as number)) / STEP ** larger;
    return standsOut(size, sizes, { first: i, last: i, times: 6, large: 2, bothSides: false })
      ? step
      : 0;
  });
  const units = running(steps);
  const usual = mostFrequent(units);
  return {
    problems: runsInOtherUnit(units, usual, column),
    values: inOneUnit(
      values,
      units.map((unit) => unit - usual),
    ),
  };
}

/** For each row by how many hundredfolds it differs from the row before, as far as its size says. */
function unitSteps(values: Float64Array): number[] {
  const steps = new Array<number>(values.length).fill(0);
  for (let i = 1; i < values.length; i++) {
    const ratio = (values[i] as number) / (values[i - 1] as number);
    const isNear = ratio > BAND / STEP && ratio < STEP / BAND;
    if (isNear || !(ratio > 0 && Number.isFinite(ratio))) continue;
    for (const step of [-2, -1, 1, 2]) {
      const times = ratio / STEP ** step;
      if (times >= 1 / BAND && times <= BAND) steps[i] = step;
    }
  }
  return steps;
}

function running(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

const inOneUnit = (values: Float64Array, units: readonly number[]): Float64Array =>
  values.map((value, i) => value / STEP ** (units[i] as number));

function mostFrequent(units: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].reduce((most, it) => (it[1] > most[1] ? it : most), [0, 0])[0];
}

function runsInOtherUnit(
  units: readonly number[],
  usual: number,
  { values, rows }: PresentValues,
): Problem[] {
  const starts = units.flatMap((unit, i) => (unit !== usual && unit !== units[i - 1] ? [i] : []));
  return listed(starts, (i) => {
    const unit = units[i] as number;
    let end = i;
    while (units[end + 1] === unit) end++;
    const run = end > i ? `; so are the rows to ${rows[end] as number}` : "";
    const ratio = STEP ** Math.abs(unit - usual);
    const times = unit > usual ? `${ratio} times most other rows` : `1/${ratio} of most other rows`;
    return {
      row: rows[i] as number,
      problem: `${brief(values[i] as number)} is about ${times}: two units in one column (percent, basis points, decimals)${run}`,
      severity: "error",
    };
  });
}
