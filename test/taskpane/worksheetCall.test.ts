import { formulaOf, runCall, type CallArgument } from "../../src/taskpane/worksheetCall";
import type { WorkbookPort } from "../../src/workbook/workbookPort";

const cells = (sheet: string, a1: string): CallArgument => ({
  kind: "cells",
  place: { sheet, a1 },
});
const omitted: CallArgument = { kind: "omitted" };
const text = (words: string): CallArgument => ({ kind: "text", text: words });

describe("a call as a formula", () => {
  it("leaves out what is omitted at its end, and keeps the places before", () => {
    const args = [cells("Data", "B2:B9"), omitted, text("exc"), omitted];
    expect(formulaOf({ id: "PCTRANK", args })).toBe(`=RV.PCTRANK('Data'!B2:B9,,"exc")`);
  });

  it("quotes texts and sheet names, so that nothing in them becomes formula syntax", () => {
    const hostile = `x'!A1)&WEBSERVICE("https://example.com")&'`;
    expect(formulaOf({ id: "ZSCORE", args: [cells(hostile, "A1"), text(`"&A1&"`)] })).toBe(
      `=RV.ZSCORE('x''!A1)&WEBSERVICE("https://example.com")&'''!A1,"""&A1&""")`,
    );
  });

  it("writes numbers, flags, names and the formula of another result", () => {
    const place = { sheet: "Data", a1: "F5:F9" };
    expect(
      formulaOf({
        id: "X",
        args: [
          { kind: "number", value: -39.4 },
          { kind: "flag", value: true },
          { kind: "name", name: "RV_Gap", place },
          { kind: "result", formula: "=SUM(A1)", value: 3 },
        ],
      }),
    ).toBe("=RV.X(-39.4,TRUE,RV_Gap,SUM(A1))");
  });
});

describe("a call that is run", () => {
  const workbook = {
    read: () => Promise.resolve([[1], [""], ["#N/A"]]),
  } as unknown as WorkbookPort;
  const functions = (run: (...args: unknown[]) => unknown) => ({
    descriptions: [
      {
        id: "X",
        name: "X",
        parameters: [{ name: "range", dimensionality: "matrix" }, { name: "n" }],
      },
    ],
    implementations: new Map([["X", run]]),
  });

  it("gets what Excel would hand over: rows of cells, blanks as null, a lone value in its place", async () => {
    const seen: unknown[][] = [];
    const run = (...args: unknown[]) => {
      seen.push(args);
      return [[1, null]];
    };
    const call = { id: "X", args: [cells("S", "A1:A3"), { kind: "number", value: 5 } as const] };
    expect(await runCall(call, workbook, functions(run))).toEqual([[1, ""]]);
    expect(seen[0]).toEqual([[[1], [null], ["#N/A"]], 5]);
    await runCall({ id: "X", args: [{ kind: "number", value: 5 }] }, workbook, functions(run));
    expect(seen[1]).toEqual([[[5]]]);
  });

  it("gives the code and the words of an error, alone or in a cell", async () => {
    const error = Object.assign(new Error("no quote"), { code: "#N/A" });
    const inCell = await runCall(
      { id: "X", args: [] },
      workbook,
      functions(() => [[1, error]]),
    );
    expect(inCell).toEqual([[1, { error: "#N/A", message: "no quote" }]]);
    const thrown = await runCall(
      { id: "X", args: [] },
      workbook,
      functions(() => {
        throw error;
      }),
    );
    expect(thrown).toEqual([[{ error: "#N/A", message: "no quote" }]]);
  });

  it("does not hide a bug as an error of the user's", async () => {
    const bug = functions(() => {
      throw new TypeError("not a function");
    });
    await expect(runCall({ id: "X", args: [] }, workbook, bug)).rejects.toThrow("not a function");
  });

  it("says that there is no such function", async () => {
    expect(
      await runCall(
        { id: "NOPE", args: [] },
        workbook,
        functions(() => 1),
      ),
    ).toEqual([[{ error: "#NAME?", message: "there is no function NOPE" }]]);
  });
});
