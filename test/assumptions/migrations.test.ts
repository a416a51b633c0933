import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ASSUMPTION_KEYS, SCHEMA } from "../../src/assumptions/keys";
import { prepaymentDials, shortRateOf } from "../../src/assumptions/poolAssumptions";
import { layoutOf, migrated, type TableCells } from "../../src/assumptions/migrations";
import {
  ENTERED,
  newTable,
  readTable,
  rowOf,
  SOURCE_COLUMN,
  TABLE_HEADINGS,
  VALUE_COLUMN,
} from "../../src/assumptions/table";

/** A table as each layout wrote it; a new layout brings its fixture. */
const FOLDER = resolve(__dirname, "schemas");
const fixture = (layout: number): TableCells =>
  (
    JSON.parse(readFileSync(resolve(FOLDER, `${layout}.json`), "utf8")) as {
      cells: TableCells;
    }
  ).cells;

describe("tables of older layouts", () => {
  it("have a fixture for every layout there has been", () => {
    const layouts = Array.from({ length: SCHEMA + 1 }, (_, layout) => `${layout}.json`);
    expect(readdirSync(FOLDER).sort()).toEqual(layouts);
  });

  it.each(Array.from({ length: SCHEMA + 1 }, (_, layout) => layout))(
    "of layout %i say so",
    (layout) => {
      expect(layoutOf(fixture(layout))).toBe(layout);
    },
  );

  it.each(Array.from({ length: SCHEMA }, (_, layout) => layout))(
    "of layout %i become today's, and stay what they are then",
    (layout) => {
      const cells = migrated(fixture(layout));
      expect(cells?.[0]).toEqual([...TABLE_HEADINGS]);
      expect(layoutOf(cells ?? [])).toBe(SCHEMA);
      expect(migrated(cells ?? [])).toBeNull();
      for (const { key } of ASSUMPTION_KEYS) expect(rowOf(cells ?? [], key)).toBeGreaterThan(0);
      expect(new Set(cells?.map((row) => row.length))).toEqual(new Set([TABLE_HEADINGS.length]));
    },
  );

  it.each([SCHEMA, SCHEMA + 1, 1000])("of layout %i are left alone", (layout) => {
    const cells = newTable(new Map()).map((row) =>
      row[0] === "schema" ? [row[0], layout, ...row.slice(2)] : row,
    );
    expect(migrated(cells)).toBeNull();
  });

  it.each(["a word", 0.5, ""])("whose schema is %p count as made by hand", (schema) => {
    expect(
      layoutOf([
        ["Key", "Value"],
        ["schema", schema],
      ]),
    ).toBe(0);
  });

  describe("layout 1", () => {
    const old = [
      [...TABLE_HEADINGS],
      ["schema", 1, "", 1, 1, "this add-in", ""],
      ["hwVol", 0.0085, "decimal a year", 0.0005, 0.05, "a judgement", ""],
      ["prepay.refiMax", 0.5, "CPR, decimal", 0, 0.9, "a judgement", ""],
      ["prepay.turnover", 0.07, "CPR, decimal", 0, 0.3, "mine", "2026-01-15"],
      ["my own row", "kept", "", "", "", "me", ""],
    ];
    const cells = migrated(old) ?? [];
    const rowOfKey = (key: string) => cells[rowOf(cells, key)];

    it("moves no number: what was a default is the set's, what was entered stays", () => {
      const [before, after] = [readTable(old), readTable(cells)].map(({ values }) => values);
      const dials = prepaymentDials(before ?? new Map());
      expect(dials).toEqual(prepaymentDials(after ?? new Map()));
      expect([dials.refiMax, dials.turnover, dials.rampMonths]).toEqual([0.5, 0.07, 30]);
      for (const entered of [before, after]) {
        expect(shortRateOf(entered ?? new Map()).volatility).toBe(0.0085);
      }
    });

    it("says which set it is, and keeps a source and a date", () => {
      expect(rowOfKey("prepay.set")?.[VALUE_COLUMN]).toBe("2025 judgement");
      expect(rowOfKey("prepay.set")?.[SOURCE_COLUMN]).toMatch(/this table was made with/);
      expect(rowOfKey("prepay.refiMax")?.[VALUE_COLUMN]).toBe("");
      expect(rowOfKey("prepay.turnover")?.slice(SOURCE_COLUMN)).toEqual(["mine", "2026-01-15"]);
      expect(cells.at(-1)?.slice(0, 2)).toEqual(["my own row", "kept"]);
    });
  });

  describe("layout 0", () => {
    const old = fixture(0);
    const cells = migrated(old) ?? [];
    const cell = (key: string, column: number) => cells[rowOf(cells, key)]?.[column];

    it("keeps what was entered, slips too, and says that it was entered", () => {
      expect(cell("corpOas", VALUE_COLUMN)).toBe(70);
      expect(cell("zMethod", VALUE_COLUMN)).toBe("mad");
      expect(cell("capitalOn", VALUE_COLUMN)).toBe(true);
      expect(cell("ust10", VALUE_COLUMN)).toBe(4.23);
      for (const key of ["corpOas", "zMethod", "capitalOn", "ust10"]) {
        expect(cell(key, SOURCE_COLUMN)).toBe(ENTERED);
      }
      const { problems, values } = readTable(cells);
      expect(problems.map(({ message }) => message)).toEqual([
        expect.stringMatching(/ust10 is 4\.23/),
        expect.stringMatching(/"my own row" is not an assumption/),
      ]);
      expect(values.get("corpOas")).toBe(70);
    });

    it("gives a key without a value its default", () => {
      const fresh = newTable(new Map());
      expect(cells[rowOf(cells, "mbsOas")]).toEqual(fresh[rowOf(fresh, "mbsOas")]);
    });

    it("keeps rows that are no keys, below the keys, and drops blank ones", () => {
      expect(cells.slice(ASSUMPTION_KEYS.length + 1)).toEqual([
        ["my own row", "kept", "", "", "", "", ""],
      ]);
    });

    it("leaves the old rows as they were", () => {
      expect(old).toEqual(fixture(0));
    });
  });
});
