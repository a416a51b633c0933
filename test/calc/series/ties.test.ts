import { claimCheck } from "../../../src/calc/history/claimCheck";
import { tieWidth } from "../../../src/calc/series/ties";
import { tightestSince } from "../../../src/calc/history/tightestSince";
import { daySerial } from "../../../src/calc/units";

/* Both are 39.1 to a reader; as doubles they differ in the last bits. */
const [FIRST, SECOND] = [100.3 - 61.2, 100.4 - 61.3];
const dates = [46001, 46002, 46003].map(daySerial);
const history = (...values: number[]) => ({ dates, values: Float64Array.from(values) });

describe("values that differ by a binary tail", () => {
  it("are not the same double, and one number", () => {
    expect(FIRST).not.toBe(SECOND);
    expect(Math.abs(FIRST - SECOND)).toBeLessThan(tieWidth(FIRST));
    expect(tieWidth(39.1)).toBeLessThan(1e-9);
  });

  it.each([
    [FIRST, SECOND],
    [SECOND, FIRST],
  ])("tie in tightestSince, whichever comes first", (earlier, last) => {
    expect(tightestSince(history(earlier, 50, last))).toMatchObject({ date: 46001, ties: 1 });
    expect(tightestSince(history(earlier, 30, last), "wide")).toMatchObject({
      date: 46001,
      ties: 1,
    });
  });

  it.each([
    [FIRST, SECOND],
    [SECOND, FIRST],
  ])("tie in claimCheck, whichever comes first", (earlier, last) => {
    const result = claimCheck(history(60, earlier, last), "lowest", { day: daySerial(46001) });
    expect(result).toMatchObject({ verdict: "tied", margin: 0, brokenOn: null });
  });

  it("do not hide a real difference of a hundredth of a basis point", () => {
    expect(() => tightestSince(history(39.11, 50, 39.1))).toThrow(/tightest in sample/);
    expect(claimCheck(history(60, 39.09, 39.1), "lowest", { day: daySerial(46001) }).verdict).toBe(
      "broken",
    );
  });
});
