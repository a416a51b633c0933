/* Edits of a workbook at random. The next edit depends on the random numbers, and on what stands in the
 * workbook by the edits before it; never on how far a calculation has come. */
import type { Change, CellValue } from "../../src/workbook/workbookPort";
import { a1Of, rectangleOf } from "../../src/workbook/a1";
import { placeOfName } from "../../src/host/definedNames";
import type { Spreadsheet } from "../../src/host/spreadsheet";
import { DATA_TABLE } from "../../src/templates/dataNames";
import type { Edit } from "./edits";
import {
  EDITED_NAMES,
  INPUTS,
  narrowFormula,
  oneOf,
  type Random,
  whole,
  wideFormula,
} from "./randomFormula";

const NARROW = { sheet: "Narrow", tops: [1, 2, 9, 17, 25], columns: 9 };
const WIDE = { sheet: "Wide", tops: [1, 3, 12, 40], lefts: [1, 3, 6, 11] };
const FIRST_DAY = 45_000;
const MOST_SHEETS = 6;

const at = (row: number, column: number) => a1Of({ row, column, rows: 1, columns: 1 });
const day = (random: Random, date: number) => ({
  date,
  mbs: random() < 0.1 ? null : whole(random, 90, 160),
  corporate: random() < 0.1 ? null : whole(random, 50, 110),
});

/** Something to begin with: values, names, formulas of each kind. */
export function firstEdits(random: Random): Edit[] {
  const cells = Array.from({ length: INPUTS.rows }, (_, i) =>
    Array.from({ length: INPUTS.columns }, (_, j) =>
      j === INPUTS.columns - 1 ? FIRST_DAY + 30 * i : value(random),
    ),
  );
  const { sheet, rows, columns } = INPUTS;
  const a1 = a1Of({ row: 1, column: 1, rows, columns });
  const formulas = NARROW.tops.flatMap((top) =>
    Array.from({ length: NARROW.columns }, (_, j): Change => ({
      kind: "formula",
      sheet: NARROW.sheet,
      a1: at(top, j + 1),
      formula: narrowFormula(random, j + 1, []),
    })).filter(() => random() < 0.5),
  );
  return [
    { kind: "addData", rows: Array.from({ length: 6 }, (_, i) => day(random, FIRST_DAY + 30 * i)) },
    {
      kind: "change",
      changes: [
        { kind: "addSheet", name: sheet },
        { kind: "values", sheet, a1, values: cells },
        ...EDITED_NAMES.map((name): Change => nameChange(random, name)),
        { kind: "addSheet", name: NARROW.sheet },
        { kind: "addSheet", name: WIDE.sheet },
        ...formulas,
        ...WIDE.lefts.map((left): Change => ({
          kind: "formula",
          sheet: WIDE.sheet,
          a1: at(1, left),
          formula: wideFormula(random),
        })),
      ],
    },
    { kind: "settle" },
    { kind: "forget" },
  ];
}

/** The next edit. */
export function nextEdit(random: Random, book: Spreadsheet): Edit {
  const extras = book.sheetNames.filter((name) => name.startsWith("Extra"));
  const common: (() => Edit)[] = [
    () => ({ kind: "change", changes: [valueChange(random)] }),
    () => ({ kind: "change", changes: [valueChange(random)] }),
    () => ({ kind: "change", changes: [narrowChange(random, extras)] }),
    () => ({ kind: "change", changes: [narrowChange(random, extras)] }),
    () => typed(narrowChange(random, extras)),
    () => ({ kind: "change", changes: [wideChange(random)] }),
    () => clear(random),
    () => several(random, extras),
  ];
  const rare: (() => Edit)[] = [
    () => lines(random, "Rows"),
    () => lines(random, "Columns"),
    () => ({ kind: "undo" }),
    () => ({ kind: "redo" }),
    () => ({ kind: "change", changes: [nameChange(random, oneOf(random, EDITED_NAMES))] }),
    () => append(random, book),
    () =>
      extras.length > 0 && (random() < 0.5 || book.sheetNames.length >= MOST_SHEETS)
        ? { kind: "deleteSheet", sheet: oneOf(random, extras) }
        : addSheet(random, extras),
  ];
  return oneOf(random, random() < 0.7 ? common : rare)();
}

const TEXTS = ["wide", "", "12", "#N/A", "=1+1", "O'Hara"];

function value(random: Random): CellValue {
  const kind = random();
  if (kind < 0.1) return "";
  if (kind < 0.2) return oneOf(random, TEXTS);
  if (kind < 0.25) return random() < 0.5;
  if (kind < 0.6) return whole(random, 1, 9);
  return Math.round((random() * 200 - 50) * 10) / 10;
}

function valueChange(random: Random): Change {
  const rows = whole(random, 1, 3);
  const columns = random() < 0.7 ? 1 : 2;
  const values = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => value(random)),
  );
  // A value on the sheet of formulas may stand in the way of a spill, or overwrite a formula.
  if (random() < 0.15) {
    const place = at(whole(random, 1, 30), whole(random, 1, NARROW.columns));
    return { kind: "values", sheet: NARROW.sheet, a1: place, values: [[value(random)]] };
  }
  const row = whole(random, 1, INPUTS.rows);
  const column = whole(random, 1, INPUTS.columns - columns);
  return { kind: "values", sheet: INPUTS.sheet, a1: a1Of({ row, column, rows, columns }), values };
}

function narrowChange(random: Random, extras: readonly string[]): Change & { kind: "formula" } {
  const column = whole(random, 1, NARROW.columns);
  const a1 = at(oneOf(random, NARROW.tops), column);
  const formula = narrowFormula(random, column, extras);
  return { kind: "formula", sheet: NARROW.sheet, a1, formula };
}

const typed = ({ sheet, a1, formula }: Change & { kind: "formula" }): Edit => ({
  kind: "type",
  sheet,
  a1,
  formula,
});

/** On this sheet spills meet: the one whose formula stands further up, then left, has the cells. */
function wideChange(random: Random): Change {
  const a1 = at(oneOf(random, WIDE.tops), oneOf(random, WIDE.lefts));
  return { kind: "formula", sheet: WIDE.sheet, a1, formula: wideFormula(random) };
}

function clear(random: Random): Edit {
  const [sheet, rows, columns] = oneOf(random, [
    [INPUTS.sheet, INPUTS.rows, INPUTS.columns] as const,
    [NARROW.sheet, 30, NARROW.columns] as const,
  ]);
  const place = { row: whole(random, 1, rows), column: whole(random, 1, columns) };
  const size = { rows: whole(random, 1, 3), columns: whole(random, 1, 2) };
  return { kind: "clear", sheet, a1: a1Of({ ...place, ...size }) };
}

function several(random: Random, extras: readonly string[]): Edit {
  const changes = Array.from({ length: whole(random, 2, 5) }, (): Change => {
    const kind = random();
    if (kind < 0.5) return valueChange(random);
    return kind < 0.85
      ? narrowChange(random, extras)
      : nameChange(random, oneOf(random, EDITED_NAMES));
  });
  return { kind: "change", changes };
}

function nameChange(random: Random, name: string): Change {
  const row = whole(random, 1, 6);
  const column = whole(random, 1, 3);
  const a1 = a1Of({ row, column, rows: whole(random, 1, 7), columns: 1 });
  return { kind: "defineName", name, sheet: INPUTS.sheet, a1 };
}

function lines(random: Random, what: "Rows" | "Columns"): Edit {
  const inserts = random() < 0.6;
  // Without its columns the table's names would come to stand over formulas that read them.
  const tables = what === "Rows" ? ["Data"] : [];
  const sheet = oneOf(random, [INPUTS.sheet, NARROW.sheet, WIDE.sheet, ...tables]);
  return {
    kind: `${inserts ? "insert" : "delete"}${what}`,
    sheet,
    at: whole(random, 0, what === "Rows" ? 12 : 4),
    count: whole(random, 1, 2),
  };
}

function append(random: Random, book: Spreadsheet): Edit {
  const table = placeOfName(book.workbook, DATA_TABLE, "tables");
  const days = table === null ? 0 : rectangleOf(table.a1).rows;
  const rows = Array.from({ length: whole(random, 1, 2) }, (_, i) =>
    day(random, FIRST_DAY + 30 * (days + 2 + i)),
  );
  return { kind: "append", rows };
}

function addSheet(random: Random, extras: readonly string[]): Edit {
  const free = [1, 2, 3].map((i) => `Extra ${i}`).filter((name) => !extras.includes(name));
  const name = free[0];
  if (name === undefined) return { kind: "undo" };
  const values = [0, 1, 2].map(() => [value(random), value(random)]);
  return {
    kind: "change",
    changes: [
      { kind: "addSheet", name },
      { kind: "values", sheet: name, a1: "A1:B3", values },
    ],
  };
}
