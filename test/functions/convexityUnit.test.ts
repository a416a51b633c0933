import { keyNamed } from "../../src/assumptions/assumptions";
import { doubtAbout } from "../../src/assumptions/doubt";
import { gapReceiptRows } from "../../src/functions/gapReceipt";

/*
 * Pitfall 22: screens show a convexity of −160 years² as −1.6. A mortgage convexity below 5 in size
 * is warned of; it is not refused, because a mortgage between discount and premium can have one.
 */

const receipt = (convexity: number) => gapReceiptRows([["mbsConvexity", convexity]]);
const warnings = (convexity: number) =>
  receipt(convexity).filter(([step]) => String(step).startsWith("warning"));
const convexityCost = (convexity: number) =>
  receipt(convexity).find(([step]) => String(step).startsWith("convexity cost"))?.[1] as number;

describe("a mortgage convexity divided by 100", () => {
  it("is warned of, below the cost that it makes a hundredth", () => {
    expect(convexityCost(-160)).toBeCloseTo(64.8, 9);
    expect(convexityCost(-1.6)).toBeCloseTo(0.648, 9);
    const at = receipt(-1.6).findIndex(([step]) => String(step).startsWith("convexity cost"));
    expect(receipt(-1.6)[at + 1]).toEqual([
      "warning: unit of mbsConvexity",
      "mbsConvexity is -1.6 and looks divided by 100; it must be raw years², perhaps -160",
      "",
      "mbsConvexity",
      "entered",
    ]);
  });

  it.each([-1, -2.1, -3.5, -4.99, 0.5, 1.2, 4.99])("is seen at %d", (convexity) => {
    expect(warnings(convexity)).toHaveLength(1);
  });

  it.each([-600, -350, -160, -100, -35, -5, 5, 45, 300])("is not seen in %d", (convexity) => {
    expect(warnings(convexity)).toEqual([]);
  });

  it("is not seen in a convexity of 0, nor in the default", () => {
    expect(warnings(0)).toEqual([]);
    expect(gapReceiptRows([["corpOas", 62]])).toHaveLength(receipt(-160).length);
  });

  it("stands beside the same question of a spread in percent", () => {
    const rows = gapReceiptRows([
      ["mbsSpread", 1.01],
      ["corpOas", 0.62],
    ]);
    expect(
      rows.filter(([step]) => String(step).startsWith("warning")).map((row) => row[1]),
    ).toEqual([
      "mbsSpread is 1.01 and looks like percent; it must be basis points, perhaps 101",
      "corpOas is 0.62 and looks like percent; it must be basis points, perhaps 62",
    ]);
  });

  it("is a question of mortgages alone", () => {
    expect(doubtAbout(keyNamed("mbsConvexity"), null)).toBeNull();
    expect(doubtAbout(keyNamed("corpConvexity"), 0.45)).toBeNull();
  });
});
