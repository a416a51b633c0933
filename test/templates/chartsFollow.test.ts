import "../host/nativeEngine";
import { bookOf } from "../../src/host/bookOf";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { bringRows, readStanding } from "../../src/taskpane/data/dataTable";
import { replaceSample } from "../../src/taskpane/data/replaceSample";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addSampleBook } from "../../src/templates/sampleBook";
import { a1Of, rectangleOf } from "../../src/workbook/a1";
import type { Change } from "../../src/workbook/workbookPort";
import { embeddedHost, officeHost, type Host } from "../workbook/hosts";

const { rule: variant, provenance } = suggestedRule(readAssumptions([]), 12);

describe.each([
  ["the embedded page", embeddedHost],
  ["Excel", officeHost],
])("the charts in %s", (_, open) => {
  it("draw all rows of the user's histories, and a row that is added to them", async () => {
    const host = await open();
    const { port, book } = host;
    await host.reset();
    await addSampleBook(port);
    await addBacktest(port, { variant, periods: 12, provenance, findings: null });
    await book.settle();
    expect(host.lines()).toEqual(["M6:Q186", "T6:X186", "AA6:AA9", "U6:V186", "Y6:Z186"]);
    const { place } = (await readStanding(port)) ?? { place: { sheet: "", a1: "" } };
    const rows = Array.from({ length: 90 }, (__, i) => ({
      date: 46_000 + i,
      mbs: 90 + (i % 7),
      corporate: 60 + (i % 5),
    }));
    await replaceSample(port, place, { rows, about: "MBS: mine" });
    await book.settle();
    expect(host.lines()).toEqual(["M6:Q96", "T6:X96", "AA6:AA9", "U6:V96", "Y6:Z96"]);
    await bringRows(port, [{ date: 46_090, mbs: 95, corporate: 61 }], [], null);
    await book.settle();
    expect(host.lines()).toEqual(["M6:Q97", "T6:X97", "AA6:AA9", "U6:V97", "Y6:Z97"]);
    const cells = async (sheet: string, a1: string) => (await port.read({ sheet, a1 })).flat();
    const [day, gap, mean, low, high] = await cells("Dashboard", "L97:P97");
    expect([day, gap]).toEqual([46_090, 34]);
    expect(Number(low) + Number(high)).toBeCloseTo(2 * Number(mean), 9);
    const drawn = async (a1: string) => (await port.read({ sheet: "Data", a1 })).flat();
    expect(await drawn("E95:F96")).toEqual([46_090, 34, "", ""]);
  });

  it("have room for more rows than a sheet has at first", async () => {
    const host = await open();
    const { port, book } = host;
    await host.reset();
    await addSampleBook(port);
    const { place } = (await readStanding(port)) ?? { place: { sheet: "", a1: "" } };
    const rows = Array.from({ length: 1500 }, (__, i) => ({
      date: 40_000 + i,
      mbs: 90 + (i % 7),
      corporate: 60 + (i % 5),
    }));
    await replaceSample(port, place, { rows, about: "MBS: mine" });
    await book.settle();
    expect(host.lines()).toEqual(["M6:Q1506", "T6:X1506", "AA6:AA9"]);
    const last = await port.read({ sheet: "Dashboard", a1: "L1506:M1506" });
    expect(last).toEqual([[41_499, 30 + (1499 % 7) - (1499 % 5)]]);
  });
});

it("a chart in Excel that has lost lines goes on with those that are left", async () => {
  const host = await officeHost();
  const { port, book, state } = host;
  await host.reset();
  await addSampleBook(port);
  for (const chart of state.charts) {
    chart.lines = a1Of({ ...rectangleOf(chart.lines), columns: 1 });
  }
  const { place } = (await readStanding(port)) ?? { place: { sheet: "", a1: "" } };
  const rows = [0, 1, 2].map((i) => ({ date: 46_000 + i, mbs: 90 + i, corporate: 60 }));
  await replaceSample(port, place, { rows, about: "MBS: mine" });
  await book.settle();
  expect(host.lines()).toEqual(["M6:M9", "T6:T9", "AA6:AA9"]);
});

const mine = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    date: 46_000 + i,
    mbs: 90 + (i % 7),
    corporate: 60 + (i % 5),
  }));

describe("what the user has made of the sheets", () => {
  /** A workbook with the sample book, a backtest, and 90 rows of the user's own. */
  const ofTheUser = async () => {
    const host = await embeddedHost();
    await host.reset();
    await addSampleBook(host.port);
    await addBacktest(host.port, { variant, periods: 12, provenance, findings: null });
    const { place } = (await readStanding(host.port)) ?? { place: { sheet: "", a1: "" } };
    await replaceSample(host.port, place, { rows: mine(90), about: "MBS: mine" });
    await host.book.settle();
    return host;
  };
  const bring = async (host: Host) => {
    await bringRows(host.port, [{ date: 46_090, mbs: 95, corporate: 61 }], [], null);
    await host.book.settle();
  };

  it("columns and rows that were inserted: the charts draw their cells where those are now", async () => {
    const host = await ofTheUser();
    const sheet = host.book.workbook.getSheetByName("Dashboard");
    sheet?.insertColumns(8, 2);
    sheet?.insertRows(5, 3);
    await host.book.settle();
    await bring(host);
    // Two columns and three rows on from M6:Q97 and T6:X97.
    expect(host.lines().slice(0, 2)).toEqual(["O9:S100", "V9:Z100"]);
    expect(await host.port.read({ sheet: "Dashboard", a1: "N100:O100" })).toEqual([[46_090, 34]]);
  });

  it("headings that were taken away: the chart stays as it is", async () => {
    const host = await ofTheUser();
    host.book.workbook.getSheetByName("Dashboard")?.deleteColumns(11, 6);
    await host.book.settle();
    const [before] = host.lines();
    await bring(host);
    expect(host.lines()[0]).toBe(before);
  });

  it("number formats of rows that were there stay; those of new rows are the sheet's", async () => {
    const host = await ofTheUser();
    const format = (sheet: string, a1: string, shown: string) =>
      ({ kind: "numberFormat", sheet, a1, format: shown }) as const;
    await host.port.change([
      format("Dashboard", "M7:M96", "0.000"),
      format("Backtest", "L7:M96", "0.0000"),
      format("Data", "B5:B94", "0.00"),
    ]);
    await bring(host);
    const { sheets, styles } = bookOf(host.book);
    const shownIn = (name: string, row: number, column: number) => {
      const cells = sheets.find((one) => one.name === name)?.cells ?? [];
      const found = cells.find((one) => one.row === row - 1 && one.column === column - 1);
      return found?.style === undefined ? undefined : styles[found.style]?.numberFormat;
    };
    expect([96, 97].map((row) => shownIn("Dashboard", row, 13))).toEqual(["0.000", "0.0"]);
    expect([96, 97].map((row) => shownIn("Backtest", row, 12))).toEqual(["0.0000", "0.00"]);
    expect([96, 97].map((row) => shownIn("Backtest", row, 13))).toEqual(["0.0000", "0.00%"]);
    expect([94, 95].map((row) => shownIn("Data", row, 2))).toEqual(["0.00", "0.0"]);
  });
});

it("a page that the user has set up keeps all but its print area", async () => {
  const host = await officeHost();
  await host.reset();
  await addSampleBook(host.port);
  const { place } = (await readStanding(host.port)) ?? { place: { sheet: "", a1: "" } };
  const written: Change[] = [];
  const change = async (changes: readonly Change[]) => {
    written.push(...changes);
    await host.port.change(changes);
  };
  await replaceSample({ ...host.port, change }, place, { rows: mine(200), about: "MBS: mine" });
  expect(written.filter(({ kind }) => kind === "page" || kind === "printArea")).toEqual([
    { kind: "printArea", sheet: "Data", a1: "A1:N204" },
  ]);
  const [data] = bookOf(host.book).sheets.filter(({ name }) => name === "Data");
  expect(data?.page).toEqual({ area: "A1:N204" });
});

it("the last value is that of the last row with a quote, in the cells that the charts draw", async () => {
  const host = await embeddedHost();
  await host.reset();
  await addSampleBook(host.port);
  const { place } = (await readStanding(host.port)) ?? { place: { sheet: "", a1: "" } };
  const rows = mine(90).map((row, i) => (i === 89 ? { ...row, corporate: null } : row));
  await replaceSample(host.port, place, { rows, about: "MBS: mine" });
  await host.book.settle();
  const [[, ...before] = [], [, ...last] = []] = await host.port.read({
    sheet: "Dashboard",
    a1: "P95:Q96",
  });
  // Row 89: 90 + 88 % 7 less 60 + 88 % 5.
  expect([...before, ...last]).toEqual([90 + 4 - (60 + 3), "#N/A"]);
});

describe("charts of sheets that were added before their cells had names", () => {
  const earlier = async (heading: string) => {
    const host = await embeddedHost();
    await host.reset();
    await addSampleBook(host.port);
    await host.port.change([
      { kind: "addSheet", name: "Old" },
      { kind: "values", sheet: "Old", a1: "N4:O4", values: [[heading, "Cumulative (bp)"]] },
      {
        kind: "addChart",
        chart: {
          ...{ name: "RV_Old_14", title: "Cumulative net", kind: "line" },
          source: { sheet: "Old", a1: "N4:O184" },
          over: { sheet: "Old", a1: "T4:Z20" },
        },
      },
    ]);
    const { place } = (await readStanding(host.port)) ?? { place: { sheet: "", a1: "" } };
    await replaceSample(host.port, place, { rows: mine(90), about: "MBS: mine" });
    await host.book.settle();
    return host.lines().at(-1);
  };
  it("go on to follow where their headings stand as they were", async () => {
    expect(await earlier("Date")).toBe("O4:O94");
  });
  it("stay as they are where something else stands there", async () => {
    expect(await earlier("")).toBe("O4:O184");
  });
});
