import "./nativeEngine";
import { customFunctionsFor } from "../support/embeddedFunctions";
import { embeddedWorkbook } from "../../src/host/embeddedWorkbook";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { addSampleBook } from "../../src/templates/sampleBook";
import { loadVerdict } from "../../src/taskpane/verdict/loadVerdict";

jest.setTimeout(60_000);

describe("the sample book in the embedded workbook", () => {
  it("calculates, and the verdict reads it", async () => {
    const { functions, metadata } = await customFunctionsFor();
    const book = new Spreadsheet({
      preset: nodePreset(),
      metadata,
      functions,
      sheets: [{ name: "Sheet1" }],
    });
    const port = embeddedWorkbook(book);
    await addSampleBook(port);
    await book.settle();
    console.log(await port.names());
    console.log(JSON.stringify(await port.read({ sheet: "Data", a1: "A1:M20" })));
    console.log(JSON.stringify(await port.read({ sheet: "Dashboard", a1: "A1:I12" })));
    const verdict = await loadVerdict(port, {
      descriptions: metadata.functions as any,
      implementations: functions,
    });
    console.log(JSON.stringify("verdict" in verdict ? verdict.verdict : verdict, null, 1));
  });
});
