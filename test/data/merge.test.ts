import { atOnce } from "../../src/calc/numeric/sliced";
import { aboutLine } from "../../src/data/sourceLine";
import type { SeriesReading } from "../../src/data/gathering";
import { mergeRows } from "../../src/data/merge";
import { pairUp } from "../../src/data/pair";
import { daySerial } from "../../src/calc/units";

const row = (date: number, mbs: number | null, corporate: number | null) => ({
  date,
  mbs,
  corporate,
});

describe("mergeRows", () => {
  const held = [row(42002, 140, 100), row(42003, 141, null), row(42005, 142, 102)];

  it("tells new rows, the same, revised ones and those that would stand out of order", () => {
    const merge = mergeRows(held, [
      row(42002, 140, 100),
      row(42003, null, 101),
      row(42004, 1, 1),
      row(42005, 150, 102),
      row(42006, 143, null),
    ]);
    expect(merge).toEqual({
      added: [row(42006, 143, null)],
      same: 1,
      revised: [
        { at: 1, was: held[1], row: row(42003, 141, 101) },
        { at: 2, was: held[2], row: row(42005, 150, 102) },
      ],
      between: [row(42004, 1, 1)],
    });
  });

  it("adds everything to an empty table", () => {
    expect(mergeRows([], held).added).toEqual(held);
  });
});

describe("aboutLine", () => {
  const reading = (name: string, source: string, repairs: string[]): SeriesReading => ({
    source,
    name,
    kind: "spread",
    unit: "bp",
    repairs,
    facts: [],
    questions: [],
    findings: [],
    history: null,
    yields: null,
  });
  const history = { dates: [42002, 42003].map(daySerial), values: Float64Array.of(140, NaN) };
  const other = { dates: [42002, 42003].map(daySerial), values: Float64Array.of(100, 101) };
  const plan = { method: "previous", maxStaleDays: 0, keepOneSided: false } as const;

  it("names sources, columns, each repair and how they were aligned", () => {
    const pair = atOnce(pairUp(history, other, plan));
    expect(
      aboutLine(
        reading("OAS", "mbs.csv", ["rows sorted by date"]),
        reading("IG", "ig.csv", []),
        plan,
        pair,
      ),
    ).toBe(
      "MBS spreads: OAS from mbs.csv; rows sorted by date. Corporate spreads: IG from ig.csv." +
        " Aligned: every day of either, with the last value known on it, at most 0 days old." +
        " Rows left out that lack a side: 1.",
    );
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx"])("never begins like a formula: %j", (text) => {
    const pair = atOnce(pairUp(history, other, plan));
    expect(aboutLine(reading(text, text, []), reading(text, text, []), plan, pair)).toMatch(
      /^[A-Z]/,
    );
  });
});
