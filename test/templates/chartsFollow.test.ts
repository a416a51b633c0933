import "../host/nativeEngine";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { bringRows, readStanding } from "../../src/taskpane/data/dataTable";
import { replaceSample } from "../../src/taskpane/data/replaceSample";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addSampleBook } from "../../src/templates/sampleBook";
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
    expect(host.lines()).toEqual(["M6:P186", "U6:U186", "X6:X186"]);
    const { place } = (await readStanding(port)) ?? { place: { sheet: "", a1: "" } };
    const rows = Array.from({ length: 90 }, (__, i) => ({
      date: 46_000 + i,
      mbs: 90 + (i % 7),
      corporate: 60 + (i % 5),
    }));
    await replaceSample(port, place, { rows, about: "MBS: mine" });
    await book.settle();
    expect(host.lines()).toEqual(["M6:P96", "U6:U96", "X6:X96"]);
    await bringRows(port, [{ date: 46_090, mbs: 95, corporate: 61 }], [], null);
    await book.settle();
    expect(host.lines()).toEqual(["M6:P97", "U6:U97", "X6:X97"]);
    const drawn = async (a1: string) => (await port.read({ sheet: "Data", a1 })).flat();
    expect(await drawn("E95:F96")).toEqual([46_090, 34, "", ""]);
  });
});
