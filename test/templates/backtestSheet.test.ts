import "../host/nativeEngine";
import { drawdowns } from "../../src/calc/backtest/backtest";
import { backtestVariant, DOCUMENTED_RULE, ruleStudy } from "../../src/calc/backtest/ruleStudy";
import { atOnce } from "../../src/calc/numeric/sliced";
import { readAssumptions } from "../../src/assumptions/assumptions";
import { suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { addBacktest } from "../../src/templates/backtestSheet";
import { addSampleBook, sampleHistories } from "../../src/templates/sampleBook";
import { noteVariant, openVariants } from "../../src/templates/variantsTable";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const { rows } = sampleHistories();
const side = (name: "mbs" | "corporate") => Float64Array.from(rows, (row) => row[name] ?? NaN);
const pair = { mbs: side("mbs"), corporate: side("corporate"), periods: 12 };
const PROVENANCE = suggestedRule(readAssumptions([]), 12).provenance;
const plan = { variant: DOCUMENTED_RULE, periods: 12, provenance: PROVENANCE, findings: null };

const read = async (sheet: string, a1: string) => {
  await host.book.settle();
  return host.port.read({ sheet, a1 });
};
const trials = async () => {
  const cells = await read("Assumptions", "B1:G100");
  const row = cells.find(([key]) => key === "trials");
  return [row?.[1], row?.[5]];
};

describe("the sheet Backtest", () => {
  it("says what it needs in an empty workbook, and writes nothing", async () => {
    const before = await host.port.names();
    await expect(addBacktest(host.port, plan)).rejects.toThrow(
      "the backtest needs the histories (screen Data): add them first",
    );
    expect(await host.port.names()).toEqual(before);
  });

  it("has the figures of the study of the same rule, and its path row by row", async () => {
    await addSampleBook(host.port);
    const sheet = await addBacktest(host.port, plan);
    const of = backtestVariant(pair, DOCUMENTED_RULE);
    const card = new Map((await read(sheet, "AB7:AC16")).map(([name, value]) => [name, value]));
    expect(card.get("net")).toBeCloseTo(of.net, 9);
    expect(card.get("maxDrawdown")).toBeCloseTo(of.maxDrawdown, 9);
    expect(card.get("sharpe")).toBeCloseTo(of.sharpe?.sharpe ?? NaN, 12);
    expect(card.get("n")).toBe(of.rows);
    // The page has the card in words, and says what comes of it.
    const page = await read(sheet, "F7:H17");
    const keys = (await read(sheet, "AE7:AE17")).flat();
    const shown = new Map(page.map(([, value], i) => [keys[i], value]));
    for (const [name, value] of card) expect([name, shown.get(name)]).toEqual([name, value]);
    expect(page.map(([label]) => label)).toEqual([
      ...["Net of cost", "Gross", "Turnover", "Hit rate", "Max drawdown", "Sharpe ratio"],
      ...["… low end of 95%", "… high end of 95%", "t of the mean", "Rows", "Probability of skill"],
    ]);
    const skill = Number(shown.get("DEFLATEDSHARPE"));
    expect(skill).toBeGreaterThan(0);
    expect(skill).toBeLessThan(1);
    expect((await read(sheet, "A2"))[0]?.[0]).toBe(
      `Net ${of.net.toFixed(0)} bp over ${of.rows} rows, Sharpe ${of.sharpe?.sharpe.toFixed(2)}; probability of skill ${(100 * skill).toFixed(0)}%, variants tried: 1.`,
    );
    const falls = drawdowns(of.path.cumulative);
    expect(Math.min(...falls.filter((it) => !Number.isNaN(it)))).toBe(of.maxDrawdown);
    const path = await read(sheet, "K7:Z186");
    path.forEach((cells, t) => {
      const [day, position, net, total, fall] = [0, 5, 6, 7, 14].map((column) => cells[column]);
      expect(day).toBe(rows[t]?.date);
      if (Number.isNaN(of.path.net[t])) {
        expect([position, net, total, fall]).toEqual(["#N/A", "#N/A", "#N/A", "#N/A"]);
        return;
      }
      expect(position).toBe(of.path.positions[t]);
      expect(net).toBeCloseTo(of.path.net[t] as number, 9);
      expect(total).toBeCloseTo(of.path.cumulative[t] as number, 9);
      expect(fall).toBeCloseTo(falls[t] as number, 9);
    });
    expect(await read(sheet, "K187:Z187")).toEqual([Array.from({ length: 16 }, () => "")]);
  });

  it("follows the rule that is typed in it, and is marked while the numbers are made up", async () => {
    await addSampleBook(host.port);
    const sheet = await addBacktest(host.port, plan);
    const [[title]] = (await read(sheet, "A1")) as [[string]];
    expect(title).toMatch(/^ILLUSTRATIVE: Backtest/);
    await host.port.change([{ kind: "values", sheet, a1: "B7:B8", values: [[36], [1]] }]);
    const of = backtestVariant(pair, { ...DOCUMENTED_RULE, window: 36, enter: 1 });
    const net = (await read(sheet, "AB7:AC16")).find(([name]) => name === "net")?.[1];
    expect(net).toBeCloseTo(of.net, 9);
  });

  it("names the examples that its results are made from, until the numbers are typed over", async () => {
    await addSampleBook(host.port);
    const sheet = await addBacktest(host.port, plan);
    const [[line]] = (await read(sheet, "A3")) as [[string]];
    expect(line).toBe(
      "On example inputs: the histories, MBS spread duration, Corporate spread duration",
    );
    expect((await read(sheet, "D6:D15")).flat()).toEqual([
      "Whose",
      ...["judgement", "judgement", "judgement", "judgement", "judgement"],
      ...["example", "example", "derived", "judgement"],
    ]);
    await host.port.change([{ kind: "values", sheet, a1: "B11:B12", values: [[10], [4.5]] }]);
    expect((await read(sheet, "A3")).flat()).toEqual([
      "On example inputs: the histories, Corporate spread duration",
    ]);
    expect((await read(sheet, "D11:D12")).flat()).toEqual(["judgement", "yours"]);
  });

  it("keeps what a run found as values, and draws two charts", async () => {
    await addSampleBook(host.port);
    const before = host.charts().length;
    const findings = [
      ["Variants tried", 3] as const,
      ["Verdict", "It cannot be told from luck."] as const,
    ];
    const sheet = await addBacktest(host.port, { ...plan, findings });
    expect(await read(sheet, "A39:B40")).toEqual(findings.map((row) => [...row]));
    expect(host.charts().length).toBe(before + 2);
    await addBacktest(host.port, plan);
    expect(new Set(host.charts()).size).toBe(before + 4);
  });
});

describe("the table of variants", () => {
  const settings = { tried: [], trials: 1, bootstrap: { block: 12, draws: 100, seed: 1 } };
  const note = (change = {}) => {
    const variant = { ...DOCUMENTED_RULE, ...change };
    return noteVariant(host.port, variant, atOnce(ruleStudy(pair, variant, settings)));
  };

  it("notes each variant once, and counts it in the assumption trials", async () => {
    await addSampleBook(host.port);
    expect(await openVariants(host.port)).toBeNull();
    expect(await note()).toBe("Variants");
    expect(await trials()).toEqual([1, expect.stringMatching(/./)]);
    await note({ enter: 1 });
    await note({ enter: 1 });
    await note();
    const open = await openVariants(host.port);
    expect(open?.variants).toEqual([DOCUMENTED_RULE, { ...DOCUMENTED_RULE, enter: 1 }]);
    expect(await trials()).toEqual([
      2,
      "counted by the pane: one for each variant tried (RV_Variants)",
    ]);
    const [, second] = await read("Variants", "A5:J6");
    const of = backtestVariant(pair, { ...DOCUMENTED_RULE, enter: 1 });
    expect(second?.slice(7, 9)).toEqual([of.rows, expect.closeTo(of.net, 9)]);
  });

  it("counts on from what the user says was tried elsewhere", async () => {
    await addSampleBook(host.port);
    const cells = await read("Assumptions", "B1:B100");
    const a1 = `C${cells.findIndex(([key]) => key === "trials") + 1}`;
    await host.port.change([{ kind: "values", sheet: "Assumptions", a1, values: [[20]] }]);
    await note();
    expect((await trials())[0]).toBe(20);
    await note({ window: 36 });
    expect((await trials())[0]).toBe(21);
  });

  it("names a row that is no variant any more, and a row in the way; nothing is lost", async () => {
    await addSampleBook(host.port);
    await note();
    await host.port.change([{ kind: "values", sheet: "Variants", a1: "A6", values: [["mine"]] }]);
    await expect(note({ enter: 1 })).rejects.toThrow(
      /the cells A6:J6 next to the table RV_Variants are not empty/,
    );
    expect((await trials())[0]).toBe(1);
    await host.port.change([{ kind: "values", sheet: "Variants", a1: "B5", values: [["wide"]] }]);
    await expect(openVariants(host.port)).rejects.toThrow(
      "the table RV_Variants, row 1, has wide in the column Enter; it must have a number: fix it, or delete the row",
    );
  });
});
