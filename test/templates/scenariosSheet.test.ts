import "../host/nativeEngine";
import { newTable } from "../../src/assumptions/table";
import { bookOf } from "../../src/host/bookOf";
import { addTable } from "../../src/templates/assumptionsTable";
import { scenarioGridRows } from "../../src/functions/scenarios";
import { addScenarios } from "../../src/templates/scenariosSheet";
import { embeddedHost, type Host } from "../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const read = async (sheet: string, a1: string) => {
  await host.book.settle();
  return host.port.read({ sheet, a1 });
};
const rounded = (cells: readonly unknown[], digits: number) =>
  cells.map((cell) => (typeof cell === "number" ? cell.toFixed(digits) : cell));

describe("the sheet Scenarios", () => {
  it("says what it needs in a workbook without assumptions, and writes nothing", async () => {
    const before = await host.port.names();
    await expect(addScenarios(host.port)).rejects.toThrow(
      "the scenarios need the assumptions (screen Assumptions): add them first",
    );
    expect(await host.port.names()).toEqual(before);
  });

  // The worked grid of the method notes.
  it("has the worked grid, its weighted row, deviation and breakevens", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    const grid = await read(sheet, "F23:J30");
    expect(grid[0]).toEqual([
      ...["Mortgages", "Corporates", "Treasury", "MBS − corporate (bp)", "Best"],
    ]);
    const percent = (cells: unknown[]) =>
      cells.slice(0, 3).map((it) => (100 * Number(it)).toFixed(2));
    expect(grid.slice(1, 6).map(percent)).toEqual([
      ["8.99", "9.37", "8.97"],
      ["7.35", "7.16", "6.42"],
      ["5.03", "4.55", "3.97"],
      ["2.03", "2.06", "1.62"],
      ["-1.65", "-0.83", "-0.63"],
    ]);
    expect(grid.slice(1, 7).map((row) => Number(row[3]).toFixed(1))).toEqual([
      ...["-37.9", "19.0", "47.6", "-3.0", "-81.9", "8.8"],
    ]);
    expect(grid[7]).toEqual(["", "", "", "", ""]);
    const facts = await read(sheet, "A15:C21");
    expect(facts.map(([label]) => label)).toEqual([
      "Weighted mean (bp)",
      "Standard deviation (bp)",
      "Probability that corporates win",
      "Even after parallel shifts of (bp)",
      "Even after a move of the gap of (bp)",
      "Weighted mean, valued again (bp)",
      "Greatest difference of the two (bp)",
    ]);
    expect(
      rounded(
        facts.slice(0, 5).map((row) => row[1]),
        1,
      ),
      // 47.6 bp of carry over 5.6 years are 8.5.
    ).toEqual(["8.8", "40.3", "0.4", "-96.8", "8.5"]);
    expect(rounded(facts[3]?.slice(1) ?? [], 1)).toEqual(["-96.8", "48.0"]);
    expect((await read(sheet, "A2"))[0]?.[0]).toBe(
      "Mortgages ahead by 8.8 bp over the scenarios; corporates win in 40%.",
    );
  });

  it("says how far second order is off in its scenarios, and what is not known", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    const [[off] = []] = await read(sheet, "B21");
    const assets = (await read(sheet, "B7:G9")) as (number | boolean)[][];
    const scenarios = await read(sheet, "A24:D28");
    const exact = scenarioGridRows(
      ...(assets.map((row) => [row]) as [any[][], any[][], any[][]]),
      scenarios as any[][],
      ...([1, false, "exact"] as const),
    ).slice(0, -1);
    const errors = exact.map((row) => Math.abs((row[5] as number) - (row[6] as number)));
    expect(off).toBeCloseTo(Math.max(...errors), 8);
    const said = async () => String((await read(sheet, "A4"))[0]?.[0]);
    expect(await said()).toMatch(
      new RegExp(`differs by up to ${Number(off).toFixed(1)} bp\\. Not investment advice`),
    );
    await host.port.change([{ kind: "values", sheet, a1: "B11", values: [[0.7]] }]);
    expect(await said()).toMatch(/by an unknown amount: the horizon must be whole months\./);
    expect((await read(sheet, "A2"))[0]?.[0]).toMatch(/\. Valued again: not known\.$/);
  });

  it("colours the differences, as far to either side, and those of rows that come", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    const formats = () => bookOf(host.book).sheets.find(({ name }) => name === sheet)?.formats;
    const [orange, white, blue] = ["#f4b16a", "#ffffff", "#8fc1ea"];
    expect(formats()).toEqual([
      {
        // Five scenarios and the row of means, and ten rows below.
        ranges: ["I24:I39"],
        rule: {
          kind: "colorScale",
          points: [
            { at: { is: "furthestBelow" }, color: orange },
            { at: { is: "number", value: 0 }, color: white },
            { at: { is: "furthestAbove" }, color: blue },
          ],
        },
      },
    ]);
    const worksheet = host.book.workbook.getSheetByName(sheet);
    if (!worksheet) throw new Error("the sheet is there");
    host.book.workbook.setActiveSheet(worksheet);
    worksheet.insertRows(25, 1);
    expect(formats()?.[0]?.ranges).toEqual(["I24:I40"]);
  });

  it("names no lead where the two valuations differ in sign", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    await host.port.change([
      {
        kind: "values",
        sheet: "Assumptions",
        a1: await valueCell("mbsConvexity"),
        values: [[-500]],
      },
    ]);
    const [[mean = 0], , , , , [again = 0]] = (await read(sheet, "B15:B20")) as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    expect([Math.sign(mean), Math.sign(again)]).toEqual([-1, 1]);
    expect((await read(sheet, "A2"))[0]?.[0]).toBe(
      `No clear lead: MBS − corporate is ${mean.toFixed(1)} bp to second order, ${again.toFixed(1)} bp valued again.`,
    );
  });

  it("counts a scenario that is added to the table", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    await host.port.change([
      { kind: "resizeTable", name: "RV_Scenarios", sheet, a1: "A23:D29" },
      {
        kind: "values",
        sheet,
        a1: "A28:D29",
        values: [
          [100, 5, 10, 0],
          [200, 30, 20, 0.1],
        ],
      },
    ]);
    const grid = await read(sheet, "F24:J30");
    const weights = [0.1, 0.25, 0.35, 0.2, 0, 0.1];
    const weighted = weights.reduce((sum, weight, i) => sum + weight * Number(grid[i]?.[3]), 0);
    // Far from the mean of the first five, and what the row of means has.
    expect(weighted).toBeLessThan(0);
    expect(Number(grid[6]?.[3])).toBeCloseTo(weighted, 9);
    expect((await read(sheet, "B15"))[0]?.[0]).toBeCloseTo(Number(grid[6]?.[3]), 9);
  });

  it("takes yields from the curve and the user's own spreads, and names the examples that are left", async () => {
    const rows = newTable(
      new Map([
        ["mbsSpread", 88],
        ["corpOas", 71],
      ]),
    );
    await addTable(host.port, rows);
    const sheet = await addScenarios(host.port);
    const yields = (await read(sheet, "B7:B8")).flat().map((it) => (100 * Number(it)).toFixed(3));
    // (3.82 + 4.23) / 2 + .88; 3.82 + (4.02 − 3.82) × 1.1 / 2 of the curve at 6.1 years, + .71.
    expect(yields).toEqual(["4.905", "4.640"]);
    const [[examples]] = (await read(sheet, "A3")) as [[string]];
    expect(examples).toMatch(/^On example inputs: .*MBS duration/);
    expect(examples).not.toMatch(/MBS yield|corporate yield/);
  });

  it("names the yields among the examples where all levels are", async () => {
    await addTable(host.port);
    const [[examples]] = (await read(await addScenarios(host.port), "A3")) as [[string]];
    expect(examples).toMatch(/MBS yield/);
    // The spreads are read only where a yield has given way.
    const named = examples.split(/: |, /);
    expect(named).toContain("MBS duration");
    expect(named.filter((name) => ["MBS spread", "corporate OAS"].includes(name))).toEqual([]);
  });

  // −14 bp by 7 bp per US$100bn, of which 15 have moved already (method notes, 5.2).
  it("prices the purchases of the assumptions: all of it has moved already", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    const supply = (await read(sheet, "L13:M18")).map(([name, value]) => [name, value]);
    expect(supply).toEqual([
      ["Change (US$bn)", -200],
      ["Priced in (bp)", -15],
      ["impact", expect.closeTo(-14, 9)],
      ["residual", expect.closeTo(1, 9)],
      ["low", expect.closeTo(0, 9)],
      ["high", expect.closeTo(-40, 9)],
    ]);
  });

  it("says what must happen for the one behind, and turns round with the yields", async () => {
    await addTable(host.port);
    const sheet = await addScenarios(host.port);
    const [[words] = [], heading, ...rows] = await read(sheet, "F12:H19");
    expect(words).toBe("For corporates to be ahead");
    expect(heading).toEqual(["Key", "Move", "Deviations"]);
    expect(rows.map(([factor]) => factor)).toEqual([
      ...["rate", "spreadA", "spreadB", "speed", "distance", "probability"],
    ]);
    expect((await read(sheet, "E14:E19")).flat()).toEqual([
      ...["Rates (bp)", "Spread of the one ahead (bp)", "Spread of the other (bp)", "Speeds (%)"],
      ...["Distance (standard deviations)", "Probability"],
    ]);
    const distance = Number(rows[4]?.[1]);
    expect(distance).toBeGreaterThan(0.1);
    await host.port.change([
      { kind: "values", sheet: "Assumptions", a1: await valueCell("corpYield"), values: [[0.056]] },
    ]);
    const turned = await read(sheet, "F12:H19");
    expect(turned[0]?.[0]).toBe("For mortgages to be ahead");
    expect(Number(turned[6]?.[1])).toBeGreaterThan(0);
  });

  it("is refused twice: the pane would not know which scenarios to show", async () => {
    await addTable(host.port);
    await addScenarios(host.port);
    await expect(addScenarios(host.port)).rejects.toThrow(
      "this workbook has the table RV_Scenarios already, on sheet Scenarios: change its rows, or delete that sheet first",
    );
  });
});

async function valueCell(key: string): Promise<string> {
  const cells = await host.port.read({ sheet: "Assumptions", a1: "B1:B100" });
  return `C${cells.findIndex(([cell]) => cell === key) + 1}`;
}
