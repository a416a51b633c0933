import { SHEET_LIMITS } from "../../src/workbook/limits";
import "./nativeEngine";
import { ICommandService } from "@univerjs/core";
import { MoveRangeCommand } from "@univerjs/sheets";
import { bookOf } from "../../src/host/bookOf";
import { pasteCells } from "../../src/host/pastedCells";
import { keepSheetEnd } from "../../src/host/sheetEnd";
import { UNIT_ID } from "../../src/host/repairs/unitId";
import { typingLocale } from "../../src/host/typedText";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
let refused = 0;
beforeAll(async () => {
  host = await embeddedHost();
  keepSheetEnd(host.book, () => {
    refused++;
  });
});
beforeEach(async () => {
  await host.reset();
  refused = 0;
});

const sheet = () => host.book.workbook.getActiveSheet();
const size = () => bookOf(host.book).sheets[0]?.size;

describe("the end of a sheet", () => {
  it.each([
    ["rows before a row", () => sheet().insertRows(0, 2)],
    ["columns before a column", () => sheet().insertColumns(0, 2)],
    [
      "cells that are moved beyond",
      () =>
        host.book.service(ICommandService).executeCommand(MoveRangeCommand.id, {
          unitId: UNIT_ID,
          subUnitId: sheet().getSheetId(),
          fromRange: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 0 },
          toRange: {
            startRow: SHEET_LIMITS.rows - 1,
            endRow: SHEET_LIMITS.rows,
            startColumn: 0,
            endColumn: 0,
          },
        }),
    ],
  ])("refuses %s, and nothing is lost", async (_, make) => {
    host.book.write("Sheet1", "A1", [[1]]);
    sheet().setRowCount(SHEET_LIMITS.rows);
    sheet().setColumnCount(SHEET_LIMITS.columns);
    host.book.write("Sheet1", "XFD1048576", [[2]]);
    await make();
    expect(refused).toBe(1);
    expect(size()).toEqual(SHEET_LIMITS);
    expect(host.book.read("Sheet1", "A1")).toEqual([[1]]);
    expect(host.book.read("Sheet1", "XFD1048576")).toEqual([[2]]);
  });

  it("takes a paste that ends just before it, with no row beyond", async () => {
    await pasteCells(host.book, {
      sheet: "Sheet1",
      texts: [["5"]],
      target: { row: SHEET_LIMITS.rows - 9, column: 1, rows: 1, columns: 1 },
      locale: typingLocale("en-US"),
    });
    expect(refused).toBe(0);
    expect(size()?.rows).toBe(SHEET_LIMITS.rows);
    expect(host.book.read("Sheet1", "A1048567")).toEqual([[5]]);
  });
});
