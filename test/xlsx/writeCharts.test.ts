import "../host/nativeEngine";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { unpackXlsx } from "../../src/xlsx/zipCheck";
import { all, one, readXml, type XmlElement } from "../../src/xlsx/xml";
import type { Book } from "../../src/workbook/book";
import type { ChartPlan } from "../../src/workbook/workbookPort";

const cell = (row: number, column: number, value: number | string, style?: number) => ({
  row,
  column,
  value,
  ...(style === undefined ? {} : { style }),
});
const DAYS = [46_022, 46_053, 46_081];
const book: Book = {
  sheets: [
    {
      name: "It's data",
      cells: [
        cell(3, 4, "Date"),
        cell(3, 5, "Gap <bp>"),
        ...DAYS.map((day, i) => cell(4 + i, 4, day, 0)),
        ...[27, "#N/A", 29].map((gap, i) => cell(4 + i, 5, gap)),
      ],
      columns: [],
      rows: [],
      merged: [],
    },
    { name: "Dashboard", cells: [cell(0, 0, 1)], columns: [], rows: [], merged: [], page: {} },
  ],
  styles: [{ numberFormat: "yyyy-mm-dd" }],
  names: [],
};
const plan = (kind: ChartPlan["kind"]): ChartPlan => ({
  name: "RV_GapChart",
  title: "Gap & its history",
  kind,
  source: { sheet: "It's data", a1: "E4:F7" },
  over: { sheet: "Dashboard", a1: "E19:H34" },
});

async function partsOf(charts: readonly ChartPlan[]): Promise<(name: string) => XmlElement> {
  const parts = await unpackXlsx(writeXlsx(book, charts));
  return (name) => readXml(name, new TextDecoder().decode(parts.get(name)));
}
const inside = (element: XmlElement, ...path: string[]): XmlElement =>
  path.reduce((at, name) => one(at, name) as XmlElement, element);

describe("a chart in an .xlsx file", () => {
  it("stands on its sheet, over the cells that it covers, with its name and words", async () => {
    const part = await partsOf([plan("line")]);
    const relation = one(part("xl/worksheets/_rels/sheet2.xml.rels"), "Relationship");
    expect(relation?.attributes["Target"]).toBe("../drawings/drawing2.xml");
    expect(part("xl/worksheets/sheet2.xml").children.at(-1)?.name).toBe("drawing");
    const anchor = inside(part("xl/drawings/drawing2.xml"), "twoCellAnchor");
    const corner = (tag: string) =>
      ["col", "row"].map((side) => Number(inside(anchor, tag, side).text));
    expect([corner("from"), corner("to")]).toEqual([
      [4, 18],
      [8, 34],
    ]);
    expect(inside(anchor, "graphicFrame", "nvGraphicFramePr", "cNvPr").attributes).toMatchObject({
      name: "RV_GapChart",
      descr: "Gap & its history",
    });
    const types = all(part("[Content_Types].xml"), "Override").map(
      ({ attributes }) => attributes["PartName"],
    );
    expect(types).toEqual(
      expect.arrayContaining(["/xl/charts/chart1.xml", "/xl/drawings/drawing2.xml"]),
    );
  });

  it("draws the cells by their days and leaves a gap where there is no number", async () => {
    const chart = (await partsOf([plan("line")]))("xl/charts/chart1.xml");
    const series = inside(chart, "chart", "plotArea", "lineChart", "ser");
    const [x, y] = ["cat", "val"].map((side) => inside(series, side, "numRef"));
    expect(inside(x as XmlElement, "f").text).toBe("'It''s data'!$E$5:$E$7");
    expect(inside(y as XmlElement, "f").text).toBe("'It''s data'!$F$5:$F$7");
    const points = all(inside(y as XmlElement, "numCache"), "pt").map((point) => [
      point.attributes["idx"],
      inside(point, "v").text,
    ]);
    expect(points).toEqual([
      ["0", "27"],
      ["2", "29"],
    ]);
    expect(inside(series, "tx", "strRef", "strCache", "pt", "v").text).toBe("Gap <bp>");
    expect(inside(chart, "chart", "plotArea", "dateAx")).toBeDefined();
  });

  it("labels the last value of a line, and draws further columns as dashed guides", async () => {
    const wide = { ...plan("line"), source: { sheet: "It's data", a1: "E4:G7" } };
    const chart = (await partsOf([wide]))("xl/charts/chart1.xml");
    const [line, guide] = all(inside(chart, "chart", "plotArea", "lineChart"), "ser");
    const label = inside(line as XmlElement, "dLbls", "dLbl");
    expect(inside(label, "idx").attributes["val"]).toBe("2");
    expect(inside(label, "showVal").attributes["val"]).toBe("1");
    expect(one(guide, "dLbls")).toBeUndefined();
    const dash = (series: XmlElement | undefined) =>
      one(inside(series as XmlElement, "spPr", "ln"), "prstDash")?.attributes["val"];
    expect([dash(line), dash(guide)]).toEqual([undefined, "dash"]);
  });

  it.each([
    ["column", "barChart", "catAx"],
    ["scatter", "scatterChart", "valAx"],
  ] as const)("can be of %s", async (kind, tag, axis) => {
    const dateless: Book = { ...book, styles: [{}] };
    const parts = await unpackXlsx(writeXlsx(dateless, [plan(kind)]));
    const chart = readXml("chart", new TextDecoder().decode(parts.get("xl/charts/chart1.xml")));
    expect(inside(chart, "chart", "plotArea", tag, "ser")).toBeDefined();
    expect(inside(chart, "chart", "plotArea", axis)).toBeDefined();
  });

  it("is read again as it was, and is not named as lost", async () => {
    const wide = {
      ...plan("column"),
      name: "RV_Wide",
      source: { sheet: "It's data", a1: "E4:G7" },
    };
    const plans = [plan("line"), plan("scatter"), wide];
    const { charts, dropped } = await readXlsx(writeXlsx(book, plans));
    expect(charts).toEqual(plans);
    expect(dropped).toEqual([]);
  });

  it.each([
    ["of a sheet that is not there", { sheet: "Gone", a1: "E4:F7" }],
    ["of more rows than are drawn", { sheet: "It's data", a1: "E4:F30000" }],
  ])("%s is named as lost", async (_, source) => {
    const { charts, dropped } = await readXlsx(writeXlsx(book, [{ ...plan("line"), source }]));
    expect(charts).toBeUndefined();
    expect(dropped).toEqual([expect.stringMatching(/^charts \(Dashboard\)/)]);
  });

  it("of another program is named as lost", async () => {
    const { charts, dropped } = await readXlsx(
      writeXlsx(book, [{ ...plan("line"), name: "Chart 1" }]),
    );
    expect(charts).toBeUndefined();
    expect(dropped).toEqual([expect.stringMatching(/^charts \(Dashboard\)/)]);
  });

  it("leaves a file without charts as it was, and the sheets are read again", async () => {
    expect(writeXlsx(book, [])).toEqual(writeXlsx(book));
    const { sheets } = await readXlsx(writeXlsx(book, [plan("line"), plan("line")]));
    expect(sheets.map(({ name }) => name)).toEqual(["It's data", "Dashboard"]);
  });
});
