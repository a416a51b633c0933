import "../host/nativeEngine";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { bringRows, readStanding } from "../../src/taskpane/data/dataTable";
import { replaceSample } from "../../src/taskpane/data/replaceSample";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addSampleBook } from "../../src/templates/sampleBook";
import { a1Of, rectangleOf } from "../../src/workbook/a1";
import { embeddedHost, officeHost } from "../workbook/hosts";

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
