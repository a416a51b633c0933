import "./nativeEngine";
import { watchPlaces, type NewPlace } from "../../src/host/movedPlaces";
import { chartStore } from "../../src/workbench/chartStore";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
let watchers: ((to: NewPlace) => void)[] = [];
beforeAll(async () => {
  host = await embeddedHost();
  watchPlaces(host.book, (to) => {
    for (const watcher of watchers) watcher(to);
  });
});
beforeEach(async () => {
  await host.reset();
  watchers = [];
  host.book.write("Sheet1", "B3", [
    ["date", "gap"],
    [46_036, 39],
    [46_037, 41],
  ]);
});

const sheet = () => host.book.workbook.getActiveSheet();

/** A chart over the three rows; what it draws, or null when it is gone. */
function followedChart() {
  const store = chartStore(({ source }) =>
    host.book.sheetNames.includes(source.sheet)
      ? host.book.read(source.sheet, source.a1).map((row) => row.map((cell) => cell as string))
      : null,
  );
  store.add({
    name: "gap",
    title: "Gap",
    kind: "line",
    source: { sheet: "Sheet1", a1: "B3:C5" },
    over: { sheet: "Sheet1", a1: "E3:H12" },
  });
  store.showSheet("Sheet1");
  watchers.push(store.move);
  return () => {
    const [chart] = store.charts();
    return chart === undefined ? null : [chart.plan.source, chart.plan.over.a1, chart.cells.at(-1)];
  };
}

describe("a chart", () => {
  it("follows its sheet to another name and back", async () => {
    const drawn = followedChart();
    sheet().setName("Spreads of mine");
    expect(drawn()).toEqual([{ sheet: "Spreads of mine", a1: "B3:C5" }, "E3:H12", [46_037, 41]]);
    await host.book.workbook.undo();
    expect(drawn()?.[0]).toEqual({ sheet: "Sheet1", a1: "B3:C5" });
  });

  it.each([
    ["rows above", () => sheet().insertRows(0, 2), "B5:C7", "E5:H14"],
    ["rows within", () => sheet().insertRows(4, 1), "B3:C6", "E3:H13"],
    ["rows below", () => sheet().insertRows(5, 1), "B3:C5", "E3:H13"],
    ["a column to the left", () => sheet().insertColumns(0, 1), "C3:D5", "F3:I12"],
  ])("follows its cells when there come %s", (_, insert, source, over) => {
    const drawn = followedChart();
    insert();
    expect(drawn()?.slice(0, 2)).toEqual([{ sheet: "Sheet1", a1: source }, over]);
    expect(drawn()?.[2]).toEqual([46_037, 41]);
  });

  it.each([
    ["rows above", () => sheet().deleteRows(0, 2), "B1:C3"],
    ["a row of it", () => sheet().deleteRows(3, 1), "B3:C4"],
    ["the last row and more", () => sheet().deleteRows(4, 5), "B3:C4"],
    ["a column to the left", () => sheet().deleteColumns(0, 1), "A3:B5"],
  ])("follows its cells when %s go", (_, remove, source) => {
    const drawn = followedChart();
    remove();
    expect(drawn()?.[0]).toEqual({ sheet: "Sheet1", a1: source });
  });

  it("goes with its cells, and stays where rows of another sheet go", async () => {
    const drawn = followedChart();
    await host.port.change([{ kind: "addSheet", name: "Other" }]);
    host.book.workbook.getSheetByName("Other")?.deleteRows(0, 20);
    expect(drawn()?.[0]).toEqual({ sheet: "Sheet1", a1: "B3:C5" });
    host.book.workbook.getSheetByName("Sheet1")?.deleteRows(2, 3);
    expect(drawn()).toBeNull();
  });
});
