import { runSelfTest } from "../../../src/functions/selfTest/runSelfTest";
import * as golden from "../../../src/functions/selfTest/workedNumbers";
import type { GoldenCase } from "../../../src/functions/selfTest/workedSeries";

describe("runSelfTest", () => {
  const failing = (run: () => unknown) => {
    const cases = golden.GOLDEN_CASES as GoldenCase[];
    cases.push({ family: "spread", formula: "made wrong", expected: "39", run });
    try {
      return Object.fromEntries(runSelfTest("1.2.3") as [string, unknown][]);
    } finally {
      cases.pop();
    }
  };

  it("fails when a function is wrong by more than half its last digit", () => {
    expect(failing(() => [[39.6]])).toMatchObject({
      verdict: expect.stringMatching(/^FAILED: 1 of/),
      failed: 1,
      spreadWorstError: expect.closeTo(1.2, 9),
    });
  });

  it.each([
    [
      "throws",
      () => {
        throw new TypeError("bug");
      },
    ],
    ["gives no number", () => "39"],
    ["gives NaN", () => NaN],
  ])("fails when a function %s, and still shows its card", (_, run) => {
    expect(failing(run)).toMatchObject({ failed: 1, version: "1.2.3" });
  });
});
