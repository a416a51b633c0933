import "./nativeEngine";
import { embeddedWorkbook } from "../../src/host/embeddedWorkbook";
import { nodePreset } from "../../src/host/nodePreset";
import { Spreadsheet } from "../../src/host/spreadsheet";
import { loadFixture } from "./fixture/loadFixture";

describe("a workbook that may not be written", () => {
  const { functions, metadata } = loadFixture();
  const sheets = [{ name: "Sheet1", cells: [[5]] }];
  const book = new Spreadsheet({ preset: nodePreset(), metadata, functions, sheets });
  const port = embeddedWorkbook(book);
  const A1 = { sheet: "Sheet1", a1: "A1" };
  const write = (value: number) => port.change([{ kind: "values", ...A1, values: [[value]] }]);

  it("is read, and every change is refused in words; later it is written again", async () => {
    book.readOnly = true;
    await expect(write(7)).rejects.toMatchObject({
      code: "AccessDenied",
      message: expect.stringMatching(
        /can be read here, not changed: the line above the grid says why/,
      ),
    });
    expect(await port.read(A1)).toEqual([[5]]);
    book.readOnly = false;
    await write(7);
    expect(await port.read(A1)).toEqual([[7]]);
  });
});
