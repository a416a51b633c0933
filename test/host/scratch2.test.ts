import "./nativeEngine";
import { bookOf } from "../../src/host/bookSnapshot";
import { embeddedHost } from "../workbook/hosts";
jest.setTimeout(300_000);
it("scratch2", async () => {
  const host = await embeddedHost();
  const sheet = "Sheet1";
  await host.port.change([
    { kind: "values", sheet, a1: "A1:F1", values: [[1, 2, 3, 4, 5, 6]] },
    { kind: "formula", sheet, a1: "F3", formula: "=SUM(E1:F1)" },
    { kind: "defineName", name: "Nam", sheet, a1: "F1:F4" },
    { kind: "defineName", name: "Nim", sheet, a1: "A1:A4" },
  ]);
  await host.book.settle();
  const names = () => console.log(JSON.stringify(bookOf(host.book).names));
  const w = host.book.workbook.getSheetByName(sheet)!;
  await host.port.change([ { kind: "defineName", name: "Nam", sheet, a1: "F1:F6" } ]);
  names();
  w.insertColumns(0, 2);
  names();
  host.book.workbook.undo();
  names();
  await host.port.change([{ kind: "addSheet", name: "Other" }]);
  w.insertColumns(0, 2);
  names();
  host.book.workbook.setActiveSheet(w);
  w.insertColumns(0, 2);
  names();
});
