import { keyNamed } from "../../src/assumptions/assumptions";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { show, showRange } from "../../src/assumptions/show";
import { newTable, readTable, rowOf, TABLE_HEADINGS, tableRow } from "../../src/assumptions/table";
import { readAssumption } from "../../src/assumptions/assumptions";

describe("the assumptions table", () => {
  it("has a row for every key, and reads back as it was written", () => {
    const entered = new Map<string, number | string | boolean>([
      ["corpOas", 70],
      ["zMethod", "mad"],
      ["capitalOn", true],
      ["asOf", 46037],
    ]);
    const cells = newTable(entered);
    expect(cells[0]).toEqual([...TABLE_HEADINGS]);
    expect(cells).toHaveLength(ASSUMPTION_KEYS.length + 1);
    const { values, problems } = readTable(cells);
    expect(problems).toEqual([]);
    for (const entry of ASSUMPTION_KEYS) {
      expect(values.get(entry.key) ?? null).toBe(entered.get(entry.key) ?? entry.default);
    }
  });

  it("says ILLUSTRATIVE in the cell where a level is an example", () => {
    for (const key of ["ust10", "mbsSpread", "corpOas", "corpYield", "mbsYield", "funding"]) {
      expect(tableRow(keyNamed(key), null)[5]).toMatch(/ILLUSTRATIVE/);
    }
    expect(tableRow(keyNamed("corpOas"), 70)[5]).toBe("entered in the pane");
  });

  it("names the row of a slip, counted below the heading", () => {
    expect(
      readTable([
        ["Key", "Value"],
        ["corpOas", 62],
        ["ust10", 4.23],
      ]).problems,
    ).toEqual([{ row: 2, message: expect.stringMatching(/ust10 is 4\.23/) }]);
  });

  it("finds a key's row in any case, and never the heading", () => {
    const cells = [
      ["Key", "Value"],
      ["CorpOas ", 62],
    ];
    expect(rowOf(cells, "corpOas")).toBe(1);
    expect(rowOf(cells, "key")).toBe(-1);
  });
});

describe("values as people write them", () => {
  it.each(
    ASSUMPTION_KEYS.filter((entry) => entry.default !== null).map(
      (entry) => [entry.key, entry] as const,
    ),
  )("%s shows so that reading it gives it back", (_, entry) => {
    expect(readAssumption(entry, show(entry, entry.default))).toBe(entry.default);
  });

  it("show percent for rates, ISO for dates, and nothing for nothing", () => {
    expect(show(keyNamed("ust10"), 0.0423)).toBe("4.23%");
    expect(show(keyNamed("weightValue"), 1 / 3)).toBe(String(1 / 3));
    expect(show(keyNamed("asOf"), 46037)).toBe("2026-01-15");
    expect(show(keyNamed("asOf"), null)).toBe("");
    expect(show(keyNamed("capitalOn"), false)).toBe("FALSE");
    expect(showRange(keyNamed("ust10"))).toBe("-1% to 20% a year");
    expect(showRange(keyNamed("speedBase"))).toBe("0% to 80% CPR");
    expect(showRange(keyNamed("mbsSpread"))).toBe("-50 to 500 bp");
  });
});
