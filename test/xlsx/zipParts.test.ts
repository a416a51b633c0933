/* Parts of an archive are exchanged; the others keep their bytes, packed as they are. */
import { unzipSync, zipSync } from "fflate";
import { withParts } from "../../src/xlsx/zipParts";
import { zipDirectory } from "../../src/xlsx/zipDirectory";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = zipSync(
  {
    "[Content_Types].xml": [bytes("<Types/>"), { level: 0 }],
    "xl/vbaProject.bin": [bytes("macro ".repeat(500)), { mtime: new Date(2020, 1, 1) }],
    "xl/worksheets/sheet1.xml": bytes("<worksheet>1</worksheet>"),
    "docProps/ä.xml": bytes("<x/>"),
  },
  { level: 9 },
);
/** Each part with its head, as it stands in the archive. */
const pieces = (archive: Uint8Array) =>
  new Map(
    zipDirectory(archive).entries.map(({ name, local, start, size }) => [
      name,
      Buffer.from(archive.subarray(local, start + size)).toString("hex"),
    ]),
  );

describe("an archive with another part", () => {
  const changed = withParts(
    file,
    new Map([["xl/worksheets/sheet1.xml", "<worksheet>22</worksheet>"]]),
  );

  it("has the new text in it, as another reader sees it", () => {
    const read = unzipSync(changed);
    expect(new TextDecoder().decode(read["xl/worksheets/sheet1.xml"])).toBe(
      "<worksheet>22</worksheet>",
    );
    expect(Object.keys(read)).toEqual(Object.keys(unzipSync(file)));
  });

  it("has every other part as it was, with its day and its way of packing", () => {
    const [before, after] = [pieces(file), pieces(changed)];
    for (const [name, piece] of before) {
      if (name !== "xl/worksheets/sheet1.xml")
        expect([name, after.get(name)]).toEqual([name, piece]);
    }
  });

  it("is the same archive where nothing is named", () => {
    expect(withParts(file, new Map())).toEqual(file);
  });

  it("is refused where two parts have one name", () => {
    const twice = zipSync({ "xl/a.xml": bytes("1"), "xl/A.xml": bytes("2") });
    expect(() => withParts(twice, new Map())).toThrow("xl/A.xml is there twice");
  });
});
