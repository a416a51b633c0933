import {
  LaterRecord,
  MalformedRecord,
  readRecord,
  RECORD_VERSION,
  recordOf,
} from "../../../src/workbench/store/savedBook";
import { whyNot } from "../../../src/workbench/store/whyNot";

const cell = { row: 0, column: 0, value: 1 };
const sheet = {
  name: "Sheet1",
  cells: [cell],
  columns: [{ column: 1, width: 84 }],
  rows: [],
  merged: ["A1:B2"],
};
const names = [{ name: "A", reference: "'Sheet1'!$A$1", table: false }];
const book = { sheets: [sheet], names, styles: [{ bold: true }] } as const;
const version = RECORD_VERSION;
const place = { sheet: "Sheet1", a1: "A1:B2" };
const chart = { name: "C", title: "c", kind: "line", source: place, over: place } as const;

describe("a record", () => {
  it("is read as it was written", () => {
    const saved = { book, charts: [chart] };
    expect(readRecord(structuredClone(recordOf(saved)))).toEqual(saved);
    expect(readRecord(recordOf({ book: null, charts: [] }))).toEqual({ book: null, charts: [] });
  });

  it("of version 1, which had no number, is read", () => {
    const old = { sheets: [{ name: "Sheet1", cells: [cell], widths: [null, 12] }], names };
    const { sheets } = book;
    expect(readRecord({ book: old, charts: [chart] })).toEqual({
      book: { sheets: [{ ...sheets[0], merged: [] }], names, styles: [] },
      charts: [chart],
    });
    expect(() => readRecord({ book: { sheets: [{}] }, charts: [] })).toThrow(MalformedRecord);
  });

  it("of a later version is not damaged: it is left alone", () => {
    const later = { version: RECORD_VERSION + 1, pages: [] };
    expect(() => readRecord(later)).toThrow(LaterRecord);
  });

  const withSheet = (change: object) => ({
    version,
    book: { ...book, sheets: [{ ...sheet, ...change }] },
    charts: [],
  });
  const withCell = (change: object) => withSheet({ cells: [cell, { ...cell, ...change }] });
  it.each([
    [undefined, /^it is missing/],
    [null, /^it is null/],
    ["<html>", /^it is the text "<html>"/],
    [[], /^it is an object/],
    [{ version: "x", book, charts: [] }, /^version is the text "x"/],
    [{ version: 0, book, charts: [] }, /^version is 0/],
    [{ version, charts: [] }, /^book is no object/],
    [
      { version, book: { sheets: [], names: [] }, charts: [] },
      /^book\.sheets is no list of sheets/,
    ],
    [{ version, book: { sheets: [sheet] }, charts: [] }, /^book\.names is no list/],
    [
      { version, book: { ...book, sheets: [sheet, { ...sheet, name: "SHEET1" }] }, charts: [] },
      /^sheet 2 has the name/,
    ],
    [withSheet({ name: 7 }), /^sheet 1 has no name/],
    [withSheet({ cells: "none" }), /^sheet 1, cells is no list/],
    [withCell({ row: 1e9 }), /^sheet 1, cell 2 of the list/],
    [withCell({ row: -1 }), /^sheet 1, cell 2/],
    [withCell({ column: 0.5 }), /^sheet 1, cell 2/],
    [withCell({ value: { toString: "x" } }), /^sheet 1, cell 2/],
    [withCell({ formula: 7 }), /^sheet 1, cell 2/],
    [withCell({ style: 1 }), /^sheet 1, cell 2/],
    [withCell({ runs: [{}] }), /^sheet 1, cell 2/],
    [withSheet({ rows: [{ row: 0, height: "x" }] }), /^sheet 1, row 1/],
    [withSheet({ columns: [{ column: 16_384 }] }), /^sheet 1, column 1/],
    [withSheet({ merged: ["all"] }), /^sheet 1, merged area 1/],
    [withSheet({ frozen: {} }), /^sheet 1, frozen/],
    [
      { version, book: { ...book, names: [{ name: "A" }] }, charts: [] },
      /^name 1 has no name or no reference/,
    ],
    [{ version, book }, /^charts is missing; it must be a list/],
    [{ version, book, charts: [{ ...chart, kind: "pie" }] }, /^chart 1 is none/],
    [{ version, book, charts: [{ ...chart, source: "A1" }] }, /^chart 1 is none/],
  ])("that is none is refused by its place: %j", (record, words) => {
    const read = () => readRecord(record);
    expect(read).toThrow(MalformedRecord);
    expect(read).toThrow(words);
  });
});

describe("why the store did not do it", () => {
  it.each([
    [new DOMException("", "QuotaExceededError"), /no room is left/],
    [new DOMException("", "SecurityError"), /this browser blocks storage for this page/],
    [new DOMException("", "VersionError"), /a later version of this page/],
    [new TypeError("indexedDB is undefined"), /this browser offers no storage here/],
    [new DOMException("Internal error.", "UnknownError"), /storage failed: Internal error$/],
    [
      new DOMException("The user denied permission to access the database.", "UnknownError"),
      /this browser blocks storage for this page/,
    ],
    ["odd", /^odd$/],
  ])("is words: %s", (error, words) => {
    expect(whyNot(error)).toMatch(words);
  });
});
