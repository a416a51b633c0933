import "../host/nativeEngine";
import { backtestVariant, DOCUMENTED_RULE } from "../../src/calc/backtest/ruleStudy";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addSampleBook, sampleHistories } from "../../src/templates/sampleBook";
import { addScenarios } from "../../src/templates/scenariosSheet";
import { addTradeTicket } from "../../src/templates/tradeTicketSheet";
import { officeHost, type OfficeHost } from "../workbook/hosts";

const PROVENANCE = suggestedRule(readAssumptions([]), 12).provenance;

let host: OfficeHost;
beforeAll(async () => {
  host = await officeHost();
  await host.reset();
  await addSampleBook(host.port);
});

const figure = async (sheet: string, a1: string) => {
  await host.book.settle();
  return (await host.port.read({ sheet, a1 }))[0]?.[0];
};

/* The embedded engine's figures are those of the other tests here; Excel's port gives the same. */
describe("the templates, written through Excel's own objects", () => {
  it("the dashboard has the receipt", async () => {
    expect(await figure("Dashboard", "A48")).toBe("MBS spread over the 5/10-year blend");
    const last = sampleHistories().rows.at(-1);
    expect(await figure("Dashboard", "F8")).toBeCloseTo(
      (last?.mbs ?? NaN) - (last?.corporate ?? NaN),
      9,
    );
  });

  it("the charts of the dashboard have dashed guides, a dot on the last value and labelled bars", () => {
    const { charts } = host.state;
    expect(charts.map(({ name, lines, type, over }) => [name, type, lines, over])).toEqual([
      ["RV_Dashboard_gap", "Line", "M6:Q186", "E19:G30"],
      ["RV_Dashboard_z", "Line", "T6:X186", "A33:C44"],
      ["RV_Dashboard_bases", "ColumnClustered", "AA6:AA9", "E33:G44"],
    ]);
    for (const { looks, title } of charts.slice(0, 2)) {
      expect(title).toMatch(/^ILLUSTRATIVE: /);
      expect(looks.map((look) => look["lineStyle"])).toEqual([
        undefined,
        ...["Dash", "Dash", "Dash"],
        undefined,
      ]);
      expect(looks.map((look) => look["hasDataLabels"])).toEqual([
        ...Array(4).fill(undefined),
        true,
      ]);
      expect(looks[4]).toMatchObject({ markerStyle: "Circle" });
    }
    expect(charts[2]?.looks).toEqual([expect.objectContaining({ hasDataLabels: true })]);
    expect(charts[0]?.x).toEqual(Array(5).fill("L7:L186"));
  });

  it("the scenarios have the worked grid", async () => {
    const sheet = await addScenarios(host.port);
    expect(Number(await figure(sheet, "I26")).toFixed(1)).toBe("47.6");
    expect(Number(await figure(sheet, "B15")).toFixed(1)).toBe("8.8");
  });

  it("the backtest has its card, and native charts", async () => {
    const plan = { variant: DOCUMENTED_RULE, periods: 12, provenance: PROVENANCE, findings: null };
    const sheet = await addBacktest(host.port, plan);
    expect(await figure(sheet, "F7")).toBe("Net of cost");
    const { rows } = sampleHistories();
    const side = (name: "mbs" | "corporate") => Float64Array.from(rows, (row) => row[name] ?? NaN);
    const pair = { mbs: side("mbs"), corporate: side("corporate"), periods: 12 };
    expect(await figure(sheet, "G7")).toBeCloseTo(backtestVariant(pair, DOCUMENTED_RULE).net, 9);
    expect(host.state.charts.filter((chart) => chart.sheet === sheet).length).toBe(2);
  });

  it("the trade ticket has its rows", async () => {
    expect(await figure(await addTradeTicket(host.port), "A11")).toBe("from MBS: face");
  });
});
