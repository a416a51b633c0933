import { isoFromSerial } from "../../src/calc/date/serial";
import { atOnce, lookAt, SLICE_ROWS, type Sliced } from "../../src/calc/numeric/sliced";
import { daySerial, type DaySerial } from "../../src/calc/units";
import { inTurns } from "../../src/data/slicedWork";
import { looksAtPair, pairUp } from "../../src/data/pair";
import { looksAt, readSeries } from "../../src/data/series";
import type { TextTable } from "../../src/data/textTable";

/** Days from 1908 on; in this form nothing about them is quick. */
const written = (day: DaySerial) => isoFromSerial(day).split("-").reverse().join("/");

function fileOf(rows: number) {
  const days = Array.from({ length: rows }, (_, i) => daySerial(3000 + i));
  const values = days.map((_, i) => 100 + ((i * 7919) % 13) / 10);
  const table: TextTable = {
    source: "T.csv",
    place: "line",
    rows: [["date", "oas"], ...days.map((day, i) => [written(day), String(values[i])])],
    lines: Array.from({ length: rows + 1 }, (_, i) => i + 1),
    decimal: null,
    facts: [],
  };
  const history = { dates: days, values: Float64Array.from(values) };
  const plan = { method: "exact", maxStaleDays: 5, keepOneSided: false } as const;
  return {
    days,
    looks: { reading: looksAt(table), pairing: looksAtPair(history, history) },
    reading: () => readSeries(table, "mbs", new Map()),
    pairing: () => pairUp(history, history, plan),
  };
}

/** Rows of each slice. */
function slicesOf<T>(work: Sliced<T>): { slices: number[]; result: T } {
  const slices: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { slices, result: step.value };
    slices.push(step.value);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("work in slices", () => {
  it("looks at every row once, in order", () => {
    const rows = Array.from({ length: 2 * SLICE_ROWS + 1 }, (_, i) => i);
    const seen: number[] = [];
    const { slices } = slicesOf(lookAt(rows, (row, i) => seen.push(row, i)));
    expect(slices).toEqual([SLICE_ROWS, SLICE_ROWS, 1]);
    expect(seen).toEqual(rows.flatMap((row) => [row, row]));
    expect(slicesOf(lookAt([], () => undefined)).slices).toEqual([]);
  });

  it("of 100,000 rows of a file cuts what is slow, and its size is known before", () => {
    const rows = 100_000;
    const { reading, looks, days } = fileOf(rows);
    const { slices, result } = slicesOf(reading());
    expect(result.history?.dates.length).toBe(days.length);
    // Its width, its data, two forms of dates, the dates, which column, its decimal sign and its numbers.
    expect(slices.filter((slice) => slice === SLICE_ROWS)).toHaveLength((8 * rows) / SLICE_ROWS);
    // A check looks at the lines of the file: at its heading too.
    expect(Math.max(...slices)).toBe(rows + 1);
    expect(sum(slices) / looks.reading).toBeGreaterThan(0.9);
    expect(sum(slices) / looks.reading).toBeLessThanOrEqual(1);
  });

  it("of two histories stops after aligning and after each check of each side", () => {
    const rows = SLICE_ROWS;
    const { pairing, looks } = fileOf(rows);
    const { slices, result } = slicesOf(pairing());
    expect(result.rows).toHaveLength(rows);
    expect(slices).toEqual(new Array(12).fill(rows));
    expect(sum(slices)).toBe(looks.pairing);
  });
});

describe("in turns with the page", () => {
  const { reading, looks } = fileOf(30_000);

  it("gives what the work gives, with news between, which rise", async () => {
    const shares: number[] = [];
    const result = await inTurns(reading(), looks.reading, {
      onProgress: (share) => shares.push(share),
    });
    const { history, ...rest } = atOnce(reading());
    expect({ ...result, history: null }).toEqual({ ...rest, history: null });
    expect(result.history?.values.join()).toBe(history?.values.join());
    expect(shares.length).toBeGreaterThan(12);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it("lets others work between its slices, and stops when told", async () => {
    const stop = new AbortController();
    let shares = 0;
    const working = inTurns(reading(), looks.reading, {
      signal: stop.signal,
      onProgress: () => {
        shares++;
        setTimeout(() => {
          stop.abort(new Error("stopped by the user"));
        }, 0);
      },
    });
    await expect(working).rejects.toThrow("stopped by the user");
    expect(shares).toBeGreaterThan(0);
    expect(shares).toBeLessThan(4);
  });

  it("does not pause for a few rows", async () => {
    const few = fileOf(200);
    const onProgress = jest.fn();
    let others = 0;
    setTimeout(() => others++, 0);
    await inTurns(few.reading(), few.looks.reading, { onProgress });
    expect(onProgress).not.toHaveBeenCalled();
    expect(others).toBe(0);
  });
});
