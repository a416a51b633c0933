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
      // With its figures, as a reader of the screen says them.
      descr:
        "Gap & its history. Gap <bp>: 2025-12-31 27; 2026-01-31 without a value; 2026-02-28 29.",
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

  it("draws further columns as dashed guides, and the last one as a dot with its number", async () => {
    const wide = {
      ...plan("line"),
      lastValue: true as const,
      source: { sheet: "It's data", a1: "E4:H7" },
    };
    const chart = (await partsOf([wide]))("xl/charts/chart1.xml");
    const series = all(inside(chart, "chart", "plotArea", "lineChart"), "ser");
    const dash = (one0: XmlElement) =>
      one(inside(one0, "spPr", "ln"), "prstDash")?.attributes["val"];
    expect(series.map(dash)).toEqual([undefined, "dash", undefined]);
    const marker = (one0: XmlElement) => inside(one0, "marker", "symbol").attributes["val"];
    expect(series.map(marker)).toEqual(["none", "none", "circle"]);
    const label = (one0: XmlElement) => one(one(one0, "dLbls"), "showVal")?.attributes["val"];
    expect(series.map(label)).toEqual([undefined, undefined, "1"]);
    // The dot is no line that needs a name.
    const hidden = inside(chart, "chart", "legend", "legendEntry", "idx");
    expect(hidden.attributes["val"]).toBe("2");
  });

  it("has the words of categories, and each bar its number", async () => {
    const named: Book = {
      ...book,
      sheets: [
        {
          ...(book.sheets[0] as Book["sheets"][number]),
          cells: [
            ...[cell(0, 0, "Basis"), cell(0, 1, "Gap (bp)")],
            ...[cell(1, 0, "Nominal"), cell(1, 1, 39)],
            ...[cell(2, 0, "After risk: not known"), cell(2, 1, "#N/A")],
          ],
        },
        book.sheets[1] as Book["sheets"][number],
      ],
    };
    const bars = { ...plan("column"), source: { sheet: "It's data", a1: "A1:B3" } };
    const parts = await unpackXlsx(writeXlsx(named, [bars]));
    const text = (name: string) => readXml(name, new TextDecoder().decode(parts.get(name)));
    const chart = text("xl/charts/chart1.xml");
    const series = inside(chart, "chart", "plotArea", "barChart", "ser");
    const words = all(inside(series, "cat", "strRef", "strCache"), "pt");
    expect(words.map((point) => inside(point, "v").text)).toEqual([
      "Nominal",
      "After risk: not known",
    ]);
    // A basis that is not known has no bar; never 0.
    expect(all(inside(series, "val", "numRef", "numCache"), "pt")).toHaveLength(1);
    expect(inside(series, "dLbls", "showVal").attributes["val"]).toBe("1");
    const drawing = inside(text("xl/drawings/drawing2.xml"), "twoCellAnchor", "graphicFrame");
    expect(inside(drawing, "nvGraphicFramePr", "cNvPr").attributes["descr"]).toBe(
      "Gap & its history. Gap (bp): Nominal 39; After risk: not known without a value.",
    );
    expect((await readXlsx(writeXlsx(named, [bars]))).charts).toEqual([bars]);
  });

  it("tells the series of a scatter chart apart by their shapes", async () => {
    const wide = { ...plan("scatter"), source: { sheet: "It's data", a1: "E4:G7" } };
    const chart = (await partsOf([wide]))("xl/charts/chart1.xml");
    const series = all(inside(chart, "chart", "plotArea", "scatterChart"), "ser");
    expect(series.map((each) => inside(each, "marker", "symbol").attributes["val"])).toEqual([
      "circle",
      "diamond",
    ]);
  });

  it.each([
    ["line", "lineChart", "catAx", "between"],
    ["column", "barChart", "catAx", "between"],
    ["scatter", "scatterChart", "valAx", "midCat"],
  ] as const)("can be of %s", async (kind, tag, axis, crossing) => {
    const dateless: Book = { ...book, styles: [{}] };
    const parts = await unpackXlsx(writeXlsx(dateless, [plan(kind)]));
    const chart = readXml("chart", new TextDecoder().decode(parts.get("xl/charts/chart1.xml")));
    expect(inside(chart, "chart", "plotArea", tag, "ser")).toBeDefined();
    expect(inside(chart, "chart", "plotArea", axis)).toBeDefined();
    // Else the first and the last bar are cut in half.
    for (const values of all(inside(chart, "chart", "plotArea"), "valAx")) {
      expect(inside(values, "crossBetween").attributes["val"]).toBe(crossing);
    }
  });

  it("is read again as it was, and is not named as lost", async () => {
    const wide = {
      ...plan("column"),
      name: "RV_Wide",
      source: { sheet: "It's data", a1: "E4:G7" },
    };
    const dotted = {
      ...plan("line"),
      name: "RV_Dotted",
      lastValue: true as const,
      source: { sheet: "It's data", a1: "E4:G7" },
    };
    const plans = [plan("line"), plan("scatter"), wide, dotted];
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
