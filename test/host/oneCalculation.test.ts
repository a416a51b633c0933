import "./nativeEngine";
import { ICommandService } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { saveEdits } from "../../src/templates/assumptionEdits";
import { openTable } from "../../src/templates/assumptionsTable";
import { addSampleBook } from "../../src/templates/sampleBook";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
  await addSampleBook(host.port);
  await host.book.settle();
});

/** How many calculations and writes of cells some work takes. */
async function counted(work: () => Promise<unknown>) {
  let writes = 0;
  const commands = host.book.service(ICommandService);
  const watch = commands.onCommandExecuted(({ id }) => {
    if (id === SetRangeValuesCommand.id) writes++;
  });
  const before = host.book.calculations;
  await work();
  await host.book.settle();
  watch.dispose();
  return { calculations: host.book.calculations - before, writes };
}

describe("one calculation a save", () => {
  it("for several edited assumptions, in one write", async () => {
    const table = await openTable(host.port);
    if (!table) throw new Error("no table");
    const edits = new Map([
      ["mbsSpread", 141],
      ["corpOas", 93],
    ]);
    const once = await counted(() => saveEdits(host.port, table, edits));
    expect(once).toEqual({ calculations: 1, writes: 1 });
    expect((await openTable(host.port))?.values.get("mbsSpread")).toBe(141);
  });

  it("for many changes on one sheet, in one write", async () => {
    const changes = Array.from({ length: 200 }, (_, i) => ({
      kind: "values" as const,
      sheet: "Sheet1",
      a1: `B${i + 1}`,
      values: [[i]],
    }));
    const total = {
      kind: "formula" as const,
      sheet: "Sheet1",
      a1: "D1",
      formula: "=SUM(B1:B200)",
    };
    const once = await counted(() => host.port.change([...changes, total]));
    expect(once).toEqual({ calculations: 1, writes: 1 });
    expect(await host.port.read({ sheet: "Sheet1", a1: "D1" })).toEqual([[19_900]]);
  });
});
