import { fitLine } from "../../src/calc/numeric/line";
import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { historyCard } from "../../src/functions/historySummary";
import { halfLifeCell, ouFitCard } from "../../src/functions/meanReversion";
import { rotationSignalCells } from "../../src/functions/signal";
import { serialOf } from "../../src/calc/date/serial";
import { golden } from "../support/golden";
import { column, G, seriesS } from "../support/series";

/*
 * Pitfall 8: least squares finds reversion that is not there. Every place that shows a half-life
 * shows the corrected one of exact fractions, 5.25 months for S; the wrong variant says 4.64. For
 * G, which does not revert, the wrong variant says 352 months.
 */

const corrected = Number(
  golden("meanReversion.csv").find(
    ({ series, measure }) => series === "S" && measure === "half-life corrected",
  )?.value,
);
const monthly = (rows: number) =>
  column(
    ...Array.from({ length: rows }, (_, i) =>
      serialOf(2000 + Math.floor(i / 12), (i % 12) + 1, 28),
    ),
  ) as any[][];
const cells = (values: Float64Array) => column(...values) as any[][];
const named = (rows: any[][], name: string): unknown => rows.find(([it]) => it === name)?.[1];

/** The mistake: the coefficient as least squares gives it. */
const uncorrected = (values: Float64Array) =>
  Math.log(0.5) / Math.log(fitLine(values.subarray(0, -1), values.subarray(1)).slope);

const PLACES: readonly [string, (values: Float64Array) => unknown][] = [
  ["HALFLIFE", (values) => halfLifeCell(cells(values))],
  ["OUFIT", (values) => named(ouFitCard(cells(values)), "correctedHalfLife")],
  ["OUFIT, corrected", (values) => named(ouFitCard(cells(values), undefined, true), "halfLife")],
  ["HISTORY", (values) => named(historyCard(monthly(values.length), cells(values)), "halfLife")],
  [
    "ROTATIONSIGNAL",
    (values) =>
      named(
        rotationSignalCells(cells(values), null, 5.6, [["windowMonths", 240]], "detail"),
        "halfLife",
      ),
  ],
  [
    "GAPRECEIPT",
    (values) =>
      named(gapReceiptRows([["corpOas", 62]], cells(values), monthly(values.length)), "halfLife"),
  ],
];

describe("a half-life", () => {
  const isRightForS = (found: unknown) => {
    expect(found).toBeCloseTo(corrected, 9);
  };

  it.each(PLACES)("of %s is the corrected one", (_, halfLife) => {
    isRightForS(halfLife(seriesS()));
  });

  it("without the correction is 4.64 months where 5.25 are right (the wrong variant fails)", () => {
    expect(corrected.toFixed(2)).toBe("5.25");
    expect(uncorrected(seriesS()).toFixed(2)).toBe("4.64");
    expect(() => {
      isRightForS(uncorrected(seriesS()));
    }).toThrow();
  });

  const hasNone = (halfLife: () => unknown) => {
    let found: unknown;
    try {
      found = halfLife();
    } catch (error) {
      found = error;
    }
    expect(found).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/no mean reversion/),
    });
  };

  it.each(PLACES)("of %s is not there for a series that does not revert", (_, halfLife) => {
    hasNone(() => halfLife(G));
  });

  it("of 352 months would be read into series G (the wrong variant fails)", () => {
    expect(uncorrected(G)).toBeCloseTo(352, 0);
    expect(() => {
      hasNone(() => uncorrected(G));
    }).toThrow();
  });
});
