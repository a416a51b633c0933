/* Conditional formats follow their cells, as Excel's do, and are undone with what moved them. */
import "../nativeEngine";
import { bookOf } from "../../../src/host/bookOf";
import { SetFormatsMutation } from "../../../src/host/formats/keptFormats";
import { onEdited } from "../../../src/host/edits";
import { engineRange } from "../../../src/host/engineRanges";
import { UNIT_ID } from "../../../src/host/repairs/unitId";
import { ICommandService } from "@univerjs/core";
import { MoveRangeCommand } from "@univerjs/sheets";
import { a1Of, rectangleOf } from "../../../src/workbook/a1";
import type { ConditionalFormat, FormatRule } from "../../../src/workbook/conditionalFormat";
import { embeddedHost, type Host } from "../../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const sheet = () => host.book.workbook.getActiveSheet();
const formats = () => bookOf(host.book).sheets.map((one) => one.formats);
const look = { bold: true };
const byFormula = (formula: string): FormatRule => ({ kind: "formula", formula, look });
const give = (...given: ConditionalFormat[]) =>
  host.book.service(ICommandService).syncExecuteCommand(SetFormatsMutation.id, {
    ...{ unitId: UNIT_ID, subUnitId: sheet().getSheetId(), formats: given },
  });

type Move = readonly [
  what: string,
  move: () => unknown,
  before: readonly [ranges: string, formula: string],
  after: readonly [ranges: string, formula: string] | null,
];

const MOVES: readonly Move[] = [
  ["rows before it", () => sheet().insertRows(0, 2), ["B3:C5", "=B3>$A$1"], ["B5:C7", "=B5>$A$3"]],
  ["rows in it", () => sheet().insertRows(3, 2), ["B3:C5", "=B3>$A$5"], ["B3:C7", "=B3>$A$7"]],
  ["rows after it", () => sheet().insertRows(5, 2), ["B3:C5", "=B3>$A$1"], ["B3:C5", "=B3>$A$1"]],
  ["columns", () => sheet().insertColumns(2, 1), ["B3:C5", "=B3>$A$1"], ["B3:D5", "=B3>$A$1"]],
  [
    "rows that go",
    () => sheet().deleteRows(3, 1),
    ["B3:C5", "=B3>SUM($A$1:$A$9)"],
    ["B3:C4", "=B3>SUM($A$1:$A$8)"],
  ],
  // The next row's cell is the first one then, and the formula is as it was there.
  [
    "its first row that goes",
    () => sheet().deleteRows(2, 1),
    ["B3:C5", "=B3>A3"],
    ["B3:C4", "=B3>A3"],
  ],
  [
    "what it reads going",
    () => sheet().deleteRows(0, 1),
    ["B3:C5", "=B3>$A$1"],
    ["B2:C4", "=B2>#REF!"],
  ],
  ["all of it going", () => sheet().deleteRows(2, 3), ["B3:C5", "=B3>$A$1"], null],
  // LibreOffice makes the same of this one and of the dragged cell in column J.
  [
    "a row right above it",
    () => sheet().insertRows(2, 1),
    ["B3:B10", "=B3<>B2"],
    ["B4:B11", "=B4<>B2"],
  ],
  [
    "a column right before it",
    () => sheet().insertColumns(1, 1),
    ["B3:C5", "=B3>$A$1"],
    ["C3:D5", "=C3>$A$1"],
  ],
  ["a cell dragged out", () => drag("G1", "J1"), ["G1:G10", "=F1>5"], ["G2:G10 J1", "=F1>5"]],
  [
    "a cell dragged out that it reads",
    () => drag("G1", "J1"),
    ["G1:G10", "=G1>$F$1"],
    ["G2:G10 J1", "=G1>$F$1"],
  ],
  [
    "another cell dragged, which only its first one reads",
    () => drag("A1", "X9"),
    ["C1:C10", "=A1>5"],
    ["C1:C10", "=A1>5"],
  ],
  [
    "the cell dragged that all of it reads",
    () => drag("A1", "X9"),
    ["C1:C10", "=C1>$A$1"],
    ["C1:C10", "=C1>$X$9"],
  ],
  ["all of it dragged", () => drag("C1:C9", "E2"), ["C1:C9", "=C1>A1"], ["E2:E10", "=E2>A1"]],
  [
    "one of two places going",
    () => sheet().deleteRows(8, 1),
    ["B3:C5 D9", "=B3>$A$1"],
    ["B3:C5", "=B3>$A$1"],
  ],
];

/** Drags cells with the mouse. */
const drag = (from: string, to: string) => {
  const { rows, columns } = rectangleOf(from);
  return host.book.service(ICommandService).executeCommand(MoveRangeCommand.id, {
    fromRange: engineRange(from),
    toRange: engineRange(a1Of({ ...rectangleOf(to), rows, columns })),
  });
};

describe("a conditional format", () => {
  it.each(MOVES)(
    "follows %s, and is where it was when that is undone",
    async (_, move, before, after) => {
      const [ranges, formula] = before;
      give({ ranges: ranges.split(" "), rule: byFormula(formula) });
      await move();
      const moved =
        after === null ? undefined : [{ ranges: after[0].split(" "), rule: byFormula(after[1]) }];
      expect(formats()).toEqual([moved]);
      host.book.workbook.undo();
      expect(formats()).toEqual([[{ ranges: ranges.split(" "), rule: byFormula(formula) }]]);
      host.book.workbook.redo();
      expect(formats()).toEqual([moved]);
    },
  );

  it("reads the same cells of another sheet after rows come there", async () => {
    await host.port.change([{ kind: "addSheet", name: "It's two" }]);
    const one = host.book.workbook.getSheetByName("Sheet1");
    const two = host.book.workbook.getSheetByName("It's two");
    if (!one || !two) throw new Error("both sheets are there");
    host.book.workbook.setActiveSheet(one);
    give({ ranges: ["A1:A3"], rule: byFormula("=A1>'It''s two'!$B$4") });
    two.insertRows(1, 3);
    expect(formats()[0]).toEqual([{ ranges: ["A1:A3"], rule: byFormula("=A1>'It''s two'!$B$7") }]);
  });

  it("stays with the other cells when one is dragged to where it would read beyond the edge", async () => {
    const before: ConditionalFormat[] = [{ ranges: ["C1:C10"], rule: byFormula("=A1>5") }];
    give(...before);
    await drag("C1", "A21");
    expect(formats()).toEqual([
      [
        { ranges: ["C2:C10"], rule: byFormula("=A2>5") },
        { ranges: ["A21"], rule: byFormula("=#REF!>5") },
      ],
    ]);
    host.book.workbook.undo();
    expect(formats()).toEqual([before]);
  });

  it("reads a sheet by its new name, and #REF! after it is deleted", async () => {
    await host.port.change([{ kind: "addSheet", name: "Data" }]);
    const { workbook } = host.book;
    const [one, data] = [workbook.getSheetByName("Sheet1"), workbook.getSheetByName("Data")];
    if (!one || !data) throw new Error("both sheets are there");
    workbook.setActiveSheet(one);
    const reading = (place: string) => [
      { ranges: ["A1:A3"], rule: byFormula(`=A1>SUM(${place})+LEN("Data!$B$4")`) },
    ];
    give(...reading("Data!$B$4,data!C1:C3"));
    data.setName("It's Levels");
    expect(formats()[0]).toEqual(reading("'It''s Levels'!$B$4,'It''s Levels'!C1:C3"));
    workbook.undo();
    expect(formats()[0]).toEqual(reading("Data!$B$4,data!C1:C3"));
    workbook.redo();
    expect(formats()[0]).toEqual(reading("'It''s Levels'!$B$4,'It''s Levels'!C1:C3"));
    workbook.deleteSheet(data);
    expect(formats()).toEqual([reading("#REF!,#REF!")]);
    workbook.undo();
    expect(formats()[0]).toEqual(reading("'It''s Levels'!$B$4,'It''s Levels'!C1:C3"));
  });

  it("goes with a copy of its sheet, and with its sheet, which undo brings back", async () => {
    const own: ConditionalFormat[] = [{ ranges: ["A1"], rule: byFormula("=A1>1") }];
    give(...own);
    host.book.workbook.duplicateSheet(sheet());
    await host.book.settle();
    expect(formats()).toEqual([own, own]);
    const [first] = host.book.workbook.getSheets();
    if (first) host.book.workbook.deleteSheet(first);
    expect(formats()).toEqual([own]);
    host.book.workbook.undo();
    expect(formats()).toEqual([own, own]);
  });

  it("is one step of undo with the rest of a change, and is an edit that is kept", async () => {
    const edited = jest.fn();
    const stop = onEdited(host.book, edited);
    const before = await host.everything();
    await host.port.change([
      { kind: "values", sheet: "Sheet1", a1: "A1:A2", values: [[1], [2]] },
      {
        ...{ kind: "colorScale", sheet: "Sheet1", a1: "A1:A2" },
        points: [
          { at: { is: "lowest" }, color: "#ffffff" },
          { at: { is: "highest" }, color: "#8fc1ea" },
        ],
      },
    ]);
    const after = await host.everything();
    expect(formats()[0]).toHaveLength(1);
    expect(edited).toHaveBeenCalled();
    host.book.workbook.undo();
    expect(await host.everything()).toEqual(before);
    host.book.workbook.redo();
    expect(await host.everything()).toEqual(after);
    stop();
  });
});
