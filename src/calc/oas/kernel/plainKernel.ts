import { SMM_PLACES } from "../../prepayment/smmTable";
import type { Kernel, LatticeTables, NearRows, Walk } from "./kernel";

const { max, min } = Math;

type Six<T> = [T, T, T, T, T, T];

/** The kernel in TypeScript. */
export const plainKernel: Kernel = {
  array: (length) => new Float64Array(length),
  walk,
  discount,
  worth,
  value,
  addPart,
};

function walk(tables: LatticeTables, course: Walk, from: number, to: number): void {
  for (let k = from; k < to; k++) walkMonth(tables, course, k);
}

/** A function of its own: it is compiled after some months, where a loop over all would be interpreted for long. */
function walkMonth(tables: LatticeTables, course: Walk, k: number): void {
  const { nodes, dials, pulls, width } = tables;
  const { state, shares, places } = course;
  const half = (nodes - 1) >> 1;
  const first = max(0, half - k);
  const last = min(nodes - 1, half + k);
  const row = places[2 * k] as number;
  let speeds = tables.ownSpeeds;
  let lower = 2 * first;
  let upper = lower;
  let part = 0;
  if (k >= course.seasonedFrom && row >= 0) {
    speeds = tables.speeds;
    lower = 2 * (row + first);
    upper = lower + 2 * width;
    part = places[2 * k + 1] as number;
  } else {
    fillSpeeds(tables, course, k, first, last);
  }
  // Node j is at 2 (j + 1): what is written goes to the node before the one that is read.
  let at = 2 * first + 2;
  let pull = 3 * first;
  let fast = state[at] as number;
  let slow = state[at + 1] as number;
  let speed = speeds[lower] as number;
  let fastGone = fast * (speed + part * ((speeds[upper] as number) - speed));
  speed = speeds[lower + 1] as number;
  let slowGone = slow * (speed + part * ((speeds[upper + 1] as number) - speed));
  let fastAll = fast;
  let slowAll = slow;
  let fastPrepaid = fastGone;
  let slowPrepaid = slowGone;
  let fastLeft = fast - fastGone;
  let slowLeft = slow - slowGone;
  const firstFast = fastLeft;
  const firstSlow = slowLeft;
  let fastBefore = 0;
  let slowBefore = 0;
  let down = pulls[pull + 2] as number;
  state[at - 2] = down * fastLeft;
  state[at - 1] = down * slowLeft;
  for (let j = first + 1; j <= last; j++) {
    lower += 2;
    upper += 2;
    at += 2;
    pull += 3;
    fast = state[at] as number;
    slow = state[at + 1] as number;
    speed = speeds[lower] as number;
    fastGone = fast * (speed + part * ((speeds[upper] as number) - speed));
    speed = speeds[lower + 1] as number;
    slowGone = slow * (speed + part * ((speeds[upper + 1] as number) - speed));
    fastAll += fast;
    slowAll += slow;
    fastPrepaid += fastGone;
    slowPrepaid += slowGone;
    const fastNext = fast - fastGone;
    const slowNext = slow - slowGone;
    const up = pulls[pull] as number;
    const middle = pulls[pull + 1] as number;
    down = pulls[pull + 2] as number;
    state[at - 2] = up * fastBefore + middle * fastLeft + down * fastNext;
    state[at - 1] = up * slowBefore + middle * slowLeft + down * slowNext;
    fastBefore = fastLeft;
    slowBefore = slowLeft;
    fastLeft = fastNext;
    slowLeft = slowNext;
  }
  pull += 3;
  const up = pulls[pull] as number;
  const middle = pulls[pull + 1] as number;
  state[at] = up * fastBefore + middle * fastLeft;
  state[at + 1] = up * slowBefore + middle * slowLeft;
  const beyond = pulls[pull + 3] as number;
  state[at + 2] = beyond * fastLeft;
  state[at + 3] = beyond * slowLeft;
  if (first === 0) {
    const third = 2 * nodes - 4;
    state[6] = (state[6] as number) + (dials[3] as number) * firstFast;
    state[7] = (state[7] as number) + (dials[3] as number) * firstSlow;
    state[third] = (state[third] as number) + (dials[4] as number) * fastLeft;
    state[third + 1] = (state[third + 1] as number) + (dials[4] as number) * slowLeft;
  }
  const priced = course.scale[k] as number;
  shares[2 * k] = (fastAll + slowAll) * priced;
  shares[2 * k + 1] = (fastPrepaid + slowPrepaid) * priced;
}

/** The model's speeds at the nodes of a month. */
function fillSpeeds(
  { dials, answers, smm, ownSpeeds }: LatticeTables,
  { powers, pace }: Walk,
  k: number,
  first: number,
  last: number,
): void {
  const maxCpr = dials[0] as number;
  const readiness = dials[1] as number;
  const lockIn = dials[2] as number;
  const greatest = pace[2 * k] as number;
  const moving = pace[2 * k + 1] as number;
  const refi = powers[2 * k] as number;
  const lock = powers[2 * k + 1] as number;
  for (let at = 2 * first; at <= 2 * last; at += 2) {
    const ready = greatest / (1 + refi * (answers[at] as number));
    const base = moving * (1 - lockIn / (1 + lock * (answers[at + 1] as number)));
    ownSpeeds[at] = smmFrom(smm, min(maxCpr, ready + base));
    ownSpeeds[at + 1] = smmFrom(smm, min(maxCpr, readiness * ready + base));
  }
}

/** As smmFromTable of the prepayment model. */
function smmFrom(smm: Float64Array, cpr: number): number {
  const place = cpr * SMM_PLACES;
  const i = (place + 0.5) | 0;
  const beside = place - i;
  const slope = (smm[3 * i + 1] as number) + beside * (smm[3 * i + 2] as number);
  return (smm[3 * i] as number) + beside * slope;
}

function discount(flows: Float64Array, months: number, factor: number, monthly: number): void {
  for (let i = 0; i < 2 * months; i += 2) {
    flows[i] = factor * (flows[i] as number);
    flows[i + 1] = factor * (flows[i + 1] as number);
    factor *= monthly;
  }
}

function worth(
  flows: Float64Array,
  months: number,
  parts: Float64Array,
  [a, b, c, d, e, f]: NearRows,
  into: Float64Array,
): void {
  const partOf = (n: number) => parts[n] as number;
  const [ofA, ofB, ofC, ofD, ofE, ofF] = [0, 1, 2, 3, 4, 5].map(partOf) as Six<number>;
  for (let i = 0; i < 2 * months; i++) {
    // Due and left are worth what they are worth apart; the second adds to the first.
    const shares =
      ofA * (a[i] as number) +
      ofB * (b[i] as number) +
      ofC * (c[i] as number) +
      ofD * (d[i] as number) +
      ofE * (e[i] as number) +
      ofF * (f[i] as number);
    const paid = (flows[i] as number) * shares;
    into[i >> 1] = (i & 1) === 0 ? paid : (into[i >> 1] as number) + paid;
  }
}

function value(flows: Float64Array, months: number, parts: Float64Array, near: NearRows): number {
  let due = 0;
  let left = 0;
  for (let n = 0; n < near.length; n++) {
    const row = near[n] as Float64Array;
    let dueSum = 0;
    let leftSum = 0;
    for (let i = 0; i < 2 * months; i += 2) {
      dueSum += (flows[i] as number) * (row[i] as number);
      leftSum += (flows[i + 1] as number) * (row[i + 1] as number);
    }
    const part = parts[n] as number;
    due = n === 0 ? part * dueSum : due + part * dueSum;
    left = n === 0 ? part * leftSum : left + part * leftSum;
  }
  return due + left;
}

function addPart(into: Float64Array, from: Float64Array, part: number, start: number): void {
  for (let i = start; i < into.length; i++) {
    into[i] = (into[i] as number) + part * (from[i] as number);
  }
}
