import { aboutCard, assumptionCell, selfTestCard } from "../../src/functions/about";
import { GOLDEN_CASES } from "../../src/functions/selfTest/workedNumbers";
import { answer } from "../support/errors";

describe("ASSUMPTION", () => {
  const table = [
    ["corpOas", 70],
    ["asOf", null],
  ];
  it("gives the value, the default, or says that there is neither", () => {
    expect(assumptionCell(table, "CORPOAS")).toBe(70);
    expect(assumptionCell(table, "mbsOas")).toBe(12);
    expect(assumptionCell(table, "zMethod")).toBe("std");
    expect(assumptionCell(table, "capitalOn")).toBe(false);
    expect(answer(() => assumptionCell(table, "asOf"))).toEqual({
      code: "#N/A",
      message: "asOf has no default; enter it in the assumptions",
    });
    expect(answer(() => assumptionCell(table, "corpOsa"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/did you mean corpOas/),
    });
  });

  it("checks the whole table, not only the row it needs", () => {
    expect(answer(() => assumptionCell([...table, ["ust10", 4.23]], "corpOas"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^assumptions, row 3: ust10 is 4\.23/),
    });
  });

  it("says what a key is in words, whatever the table holds", () => {
    expect(assumptionCell([["ust10", 4.23]], "UST10", "label")).toBe("10-year Treasury par yield");
    expect(answer(() => assumptionCell(table, "corpOas", "name"))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^output is .*must be .*label/),
    });
  });
});

describe("SELFTEST and ABOUT", () => {
  it("passes, and shows one measure", () => {
    expect(selfTestCard("verdict")).toEqual([["passed"]]);
    expect(selfTestCard("rows")).toEqual([[GOLDEN_CASES.length]]);
    expect(Number(selfTestCard("worstError")[0]?.[0])).toBeLessThanOrEqual(1);
  });

  it("says what the add-in is", () => {
    expect(Object.fromEntries(aboutCard() as [string, string][])).toMatchObject({
      version: "0.0.0-test",
      engine: `Node ${process.versions.node}, V8 ${process.versions.v8}`,
      notice: "not investment advice",
    });
  });
});
