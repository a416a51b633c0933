import "../../host/nativeEngine";
import { loadScenarios, type LoadedScenarios } from "../../../src/taskpane/scenarios/loadScenarios";
import { addTable } from "../../../src/templates/assumptionsTable";
import { addScenarios } from "../../../src/templates/scenariosSheet";
import type { CellValue } from "../../../src/workbook/workbookPort";
import { embeddedHost, type Host } from "../../workbook/hosts";

let host: Host;
beforeAll(async () => {
  host = await embeddedHost();
});
beforeEach(() => host.reset());

const load = async () => {
  await host.book.settle();
  return (await loadScenarios(host.port)) as LoadedScenarios;
};
const write = (a1: string, values: CellValue[][]) =>
  host.port.change([{ kind: "values", sheet: "Scenarios", a1, values }]);

describe("the results of the sheet Scenarios", () => {
  it("are read where the sheet has them", async () => {
    await addTable(host.port);
    await addScenarios(host.port);
    const { facts, grid, supply, mustHappen } = await load();
    expect(Number(facts[0]?.[1]).toFixed(1)).toBe("8.8");
    expect(facts.at(-1)).toEqual([
      "Greatest difference of the two (bp)",
      expect.any(Number),
      expect.anything(),
    ]);
    expect(grid).toHaveLength(6);
    expect(supply.map(([name]) => name)).toEqual(["impact", "residual", "low", "high"]);
    expect(mustHappen[0]?.[0]).toBe("For corporates to be ahead");
  });

  it("are read from a sheet of an earlier version, where they stand to the right of the table", async () => {
    await host.port.change([{ kind: "addSheet", name: "Scenarios" }]);
    await write("A20:D22", [
      ["Rate shift (bp)", "MBS spread (bp)", "Corporate spread (bp)", "Probability"],
      [0, 0, 0, 0.5],
      [50, 5, 0, 0.5],
    ]);
    await host.port.change([
      { kind: "addTable", name: "RV_Scenarios", sheet: "Scenarios", a1: "A20:D22" },
    ]);
    await write("L20:M21", [
      ["MBS − corporate over the scenarios (bp)", ""],
      ["mean", 21.5],
    ]);
    await write("J15:K15", [["impact", -14]]);
    await write("P19", [["For mortgages to be ahead"]]);
    await write("I20:I22", [["mbsMinusCorporate"], [47.6], [-3]]);
    const { facts, supply, mustHappen, grid } = await load();
    expect(facts[0]?.[1]).toBe(21.5);
    expect(supply[0]?.[1]).toBe(-14);
    expect(mustHappen[0]?.[0]).toBe("For mortgages to be ahead");
    expect(grid.map((row) => row[3])).toEqual([47.6, -3, ""]);
  });

  it("are refused in words where they have been moved away", async () => {
    await addTable(host.port);
    await addScenarios(host.port);
    await write("A14", [["my own heading"]]);
    await expect(load()).rejects.toThrow(
      "the results on sheet Scenarios do not stand beside the table RV_Scenarios as they were written",
    );
  });
});
