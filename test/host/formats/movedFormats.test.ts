/* Conditional formats follow their cells, as Excel's do, and are undone with what moved them. */
import "../nativeEngine";
import { bookOf } from "../../../src/host/bookOf";
import { SetFormatsMutation } from "../../../src/host/formats/keptFormats";
import { onEdited } from "../../../src/host/edits";
import { UNIT_ID } from "../../../src/host/repairs/unitId";
import { ICommandService } from "@univerjs/core";
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
  [
    "one of two places going",
    () => sheet().deleteRows(8, 1),
    ["B3:C5 D9", "=B3>$A$1"],
    ["B3:C5", "=B3>$A$1"],
  ],
];

describe("a conditional format", () => {
  it.each(MOVES)(
    "follows %s, and is where it was when that is undone",
    (_, move, before, after) => {
      const [ranges, formula] = before;
      give({ ranges: ranges.split(" "), rule: byFormula(formula) });
      move();
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
