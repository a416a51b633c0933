import "./nativeEngine";
import { contract } from "../workbook/contract";
import { embeddedHost, type Host } from "../workbook/hosts";

describe("the workbook of the embedded engine", () => {
  contract(embeddedHost);
});

describe("undo in the embedded engine", () => {
  let host: Host;
  beforeAll(async () => {
    host = await embeddedHost();
  });

  it("takes a whole change back, and makes it again", async () => {
    await host.reset();
    const sheet = "Sheet1";
    await host.port.change([{ kind: "values", sheet, a1: "A1:A2", values: [["Key"], [1]] }]);
    const before = await host.everything();
    await host.port.change([
      { kind: "addSheet", name: "New" },
      { kind: "values", sheet: "New", a1: "A1", values: [[7]] },
      { kind: "values", sheet, a1: "A2:A3", values: [[2], [3]] },
      { kind: "formula", sheet, a1: "C1", formula: "=SUM(T_One)" },
      { kind: "addTable", name: "T_One", sheet, a1: "A1:A3" },
      { kind: "defineName", name: "A_Name", sheet, a1: "A2" },
    ]);
    const after = await host.everything();
    expect(await host.port.read({ sheet, a1: "C1" })).toEqual([[5]]);
    host.book.workbook.undo();
    expect(await host.everything()).toEqual(before);
    host.book.workbook.redo();
    expect(await host.everything()).toEqual(after);
    expect(host.port.abilities.has("undo")).toBe(true);
  });

  it("takes back what was made before the engine failed, and nothing of the user's", async () => {
    await host.reset();
    const sheet = "Sheet1";
    await host.port.change([{ kind: "values", sheet, a1: "A1", values: [[1]] }]);
    const before = await host.everything();
    const freeze = jest
      .spyOn(
        Object.getPrototypeOf(host.book.workbook.getActiveSheet()) as object,
        "setFreeze" as never,
      )
      .mockImplementation((() => {
        throw new Error("the engine failed");
      }) as never);
    await expect(
      host.port.change([
        { kind: "addSheet", name: "New" },
        { kind: "defineName", name: "A_Name", sheet, a1: "A1" },
        { kind: "freeze", sheet, rows: 1, columns: 0 },
      ]),
    ).rejects.toThrow("the engine failed");
    expect(await host.everything()).toEqual(before);
    await expect(
      host.port.change([{ kind: "freeze", sheet, rows: 1, columns: 0 }]),
    ).rejects.toThrow("the engine failed");
    freeze.mockRestore();
    expect(await host.everything()).toEqual(before);
  });
});
