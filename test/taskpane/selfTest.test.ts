import { runSelfTest } from "../../src/functions/selfTest/runSelfTest";
import { readSelfTest } from "../../src/taskpane/templates/selfTest";
import { help } from "../../src/taskpane/texts/help";

const CARD = [
  ["verdict", "FAILED: 2 of 9"],
  ["version", "1.0.0"],
  ["rows", 9],
  ["failed", 2],
  ["worstError", 1e9],
  ["bondRows", 5],
  ["bondWorstError", 1],
  ["gapRows", 4],
  ["gapWorstError", 1e9],
];

describe("the self-test in the pane", () => {
  it("counts what passed and failed, and names the families that failed", () => {
    const { passed, failed, failures } = readSelfTest(CARD);
    expect(failures).toEqual(["gap"]);
    expect(help.selfTest.result(passed, failed, failures)).toMatch(
      /: 7 .* passed, 2 FAILED \(gap\)/,
    );
  });

  it("reads the card that the function gives", () => {
    const card = runSelfTest("1.0.0").map(([name, value]) => [name, value as number | string]);
    expect(readSelfTest(card)).toMatchObject({ failed: 0, failures: [] });
  });

  it("is no success when there is no card or no count", () => {
    expect(() => readSelfTest([[{ error: "#VALUE!", message: "broken" }]])).toThrow(/broken/);
    expect(() => readSelfTest([["rows", 9]])).toThrow(/no number of failed/);
  });
});
