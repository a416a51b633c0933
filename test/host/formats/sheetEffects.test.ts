/* Formats of many ranges, as a small file can have them: each cell is looked at once. */
import { disjoint } from "../../../src/host/formats/disjointRanges";
import { SheetEffects } from "../../../src/host/formats/sheetEffects";
import { a1OfRange, engineRange } from "../../../src/host/engineRanges";
import type { ConditionalFormat } from "../../../src/workbook/conditionalFormat";

const top = (count: number, ...ranges: string[]): ConditionalFormat => ({
  ranges,
  rule: { kind: "rank", count, look: { bold: true } },
});

describe("the values of a format", () => {
  it("are those of each cell once, shared among rules for the same ranges", () => {
    const valueAt = jest.fn((row: number, column: number) => 10 * row + column);
    const formats = [top(1, "A1:B2", "B2:C3"), top(3, "A1:B2", "B2:C3")];
    const used = { rows: 3, columns: 3 };
    const effects = new SheetEffects({ formats, used, valueAt, evaluate: () => undefined });
    // The third of 22, 21, 12, 11: 11 would be among them if 22 or 21 did not count.
    expect(effects.at(1, 2)).toEqual({ look: { bold: true } });
    expect(effects.at(1, 1)).toBeNull();
    // Seven cells, and two that were asked for by two rules each.
    expect(valueAt).toHaveBeenCalledTimes(7 + 4);
  });
});

describe("ranges that lie over each other", () => {
  it.each([
    ["A1:C3 A1:C3", "A1:C3"],
    ["A1:C3 B2", "A1:C1 A2:C2 A3:C3"],
    ["A1:B2 B2:C3", "A1:B1 A2:B2 C2 B3:C3"],
    ["D1:E2 A1:B2", "A1:B2 D1:E2"],
    ["A5", "A5"],
  ])("%s are the same cells as %s", (ranges, parts) => {
    expect(disjoint(ranges.split(" ").map(engineRange)).map(a1OfRange).join(" ")).toBe(parts);
  });
});
