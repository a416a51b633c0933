import "./nativeEngine";
import { embeddedHost } from "../workbook/hosts";
import { ICommandService } from "@univerjs/core";
jest.setTimeout(60_000);
it("x", async () => {
  const { port, book } = await embeddedHost();
  const log: string[] = [];
  await port.change([{ kind: "values", sheet: "Sheet1", a1: "A1:A3", values: [[1], [2], [4]] }, { kind: "defineName", name: "Some_Cells", sheet: "Sheet1", a1: "A1:A2" }, { kind: "formula", sheet: "Sheet1", a1: "C1", formula: "=SUM(Some_Cells)" }]);
  await book.settle();
  book.service(ICommandService).onCommandExecuted((c) => { if (/defined|calculation|formula\.mut/.test(c.id)) log.push(c.id + " " + JSON.stringify(c.params)?.slice(0, 400)); });
  await port.change([{ kind: "defineName", name: "Some_Cells", sheet: "Sheet1", a1: "A1:A3" }]);
  await book.settle();
  console.log(JSON.stringify(await port.read({ sheet: "Sheet1", a1: "A1:C3" })), log.join("\n"));
  await port.change([{ kind: "formula", sheet: "Sheet1", a1: "D1", formula: "=SUM(Some_Cells)" },{ kind: "formula", sheet: "Sheet1", a1: "D2", formula: "=SUM(Some_Cells)+0" }]);
  await book.settle();
  console.log(JSON.stringify(await port.read({ sheet: "Sheet1", a1: "A1:D3" })));
});
