/* Colour scales. */
import { bookOf } from "../../../src/host/bookOf";
import type { ScalePoint } from "../../../src/workbook/conditionalFormat";
import type { Change } from "../../../src/workbook/workbookPort";
import { S, values, type Bench } from "./bench";

const TWO: readonly ScalePoint[] = [
  { at: { is: "percentile", value: 10 }, color: "#ffffff" },
  { at: { is: "highest" }, color: "#8fc1ea" },
];
const AROUND_ZERO: readonly ScalePoint[] = [
  { at: { is: "furthestBelow" }, color: "#f4b16a" },
  { at: { is: "number", value: 0 }, color: "#ffffff" },
  { at: { is: "furthestAbove" }, color: "#8fc1ea" },
];

/** @param bench - A host at work. */
export function formatsContract(bench: Bench): void {
  const { change } = bench;
  const formats = () => bookOf(bench.host().book).sheets.map((sheet) => sheet.formats);
  const scale = (a1: string, points: readonly ScalePoint[]): Change => ({
    ...{ kind: "colorScale", sheet: S, a1, points },
  });

  describe("colour scales", () => {
    it("have two or three points, and the newest goes before the others", async () => {
      await change(values(S, "A1:A3", [[-1], [0], [2]]), scale("A1:A3", TWO));
      await change(scale("A1:B9", AROUND_ZERO));
      expect(formats()).toEqual([
        [
          { ranges: ["A1:B9"], rule: { kind: "colorScale", points: AROUND_ZERO } },
          { ranges: ["A1:A3"], rule: { kind: "colorScale", points: TWO } },
        ],
      ]);
    });

    it.each([
      [AROUND_ZERO.slice(0, 1), "the colour scale for A1 has 1 points; it must have two or three"],
      [
        [...TWO, ...TWO].map((point) => ({ ...point })),
        "the colour scale for A1 has 4 points; it must have two or three",
      ],
      [
        TWO.map((point) => ({ ...point, color: "red" })),
        'a colour for A1 is "red"; it must be written as #rrggbb',
      ],
    ])("are refused in words, and nothing is written (%#)", async (points, words) => {
      const before = await bench.host().everything();
      await expect(change(values(S, "B1", [[1]]), scale("A1", points))).rejects.toThrow(words);
      expect(await bench.host().everything()).toEqual(before);
    });
  });
}
