import fc from "fast-check";
import { verdictHistory } from "../../../src/cli/example/verdictHistory";

/* The verdicts by month, over random gaps with missing months and ties. */

const shock = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -6, max: 6 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const gaps = (minLength: number, maxLength: number) =>
  fc.array(shock, { minLength, maxLength }).map((shocks) => {
    let gap = 50;
    return shocks.map((it) => {
      gap = Math.round(50 + 0.8 * (gap - 50) + (it ?? 0));
      return it === null ? null : gap;
    });
  });
const months = (list: readonly (number | null)[]) =>
  list.map((gap, i) => ({ month: `m${i}`, gap }));

describe("a month's verdict", () => {
  it("is the same whatever the months after it are", () => {
    fc.assert(
      fc.property(
        gaps(30, 50),
        gaps(1, 8),
        gaps(1, 8),
        fc.constantFrom(12, 60),
        (known, below, other, window) => {
          const then = verdictHistory(months(known), window);
          const after = (later: readonly (number | null)[]) =>
            verdictHistory(months([...known, ...later]), window).slice(0, known.length);
          expect(after(below)).toEqual(then);
          expect(after(other)).toEqual(then);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("by the mean of all months is not, and that is noticed (the wrong variant fails)", () => {
    const full = (list: readonly (number | null)[]) => {
      const there = list.filter((gap): gap is number => gap !== null);
      const mean = there.reduce((sum, gap) => sum + gap, 0) / there.length;
      return list.map((gap) => (gap === null ? null : Math.sign(gap - mean)));
    };
    expect(() => {
      fc.assert(
        fc.property(gaps(30, 50), gaps(8, 20), (known, later) => {
          expect(full([...known, ...later]).slice(0, known.length)).toEqual(full(known));
        }),
        { numRuns: 500 },
      );
    }).toThrow(/Property failed/);
  });
});
