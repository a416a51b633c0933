import { DOCUMENTED_RULE } from "../../../src/calc/backtest/ruleStudy";
import { readRule, typedRule } from "../../../src/taskpane/backtest/ruleForm";
import { numberStyle } from "../../../src/taskpane/numbers";

const [english, german] = [numberStyle("en-US"), numberStyle("de-DE")];
const form = typedRule(DOCUMENTED_RULE, english);
const slip = (change: object, field: "window" | "exit" | "lag" | "cost" | "mbsDuration") => {
  const { entries, rule } = readRule({ ...form, ...change }, english);
  expect(rule).toBeNull();
  const entry = entries[field];
  return entry.kind === "slip" ? entry.problem : entry.kind;
};

describe("the form of a rule", () => {
  it("reads what it shows, in every language", () => {
    expect(readRule(form, english).rule).toEqual(DOCUMENTED_RULE);
    expect(typedRule(DOCUMENTED_RULE, german).enter).toBe("1,5");
    expect(readRule(typedRule(DOCUMENTED_RULE, german), german).rule).toEqual(DOCUMENTED_RULE);
  });

  it("reads a cost in basis points or in percent", () => {
    for (const cost of ["12.5", "12.5bp", "0.125%"]) {
      expect(readRule({ ...form, cost }, english).rule?.cost).toBe(12.5);
    }
  });

  it("names a slip with its field, and has no rule then", () => {
    expect(slip({ window: "1" }, "window")).toMatch(
      /Window is 1; it must be a whole number, 2 or more/,
    );
    expect(slip({ lag: "0" }, "lag")).toMatch(/Lag is 0; it must be a whole number, 1 or more/);
    expect(slip({ cost: "-3" }, "cost")).toMatch(
      /Cost, one way is -3; it must be 0 basis points or more/,
    );
    expect(slip({ mbsDuration: "560" }, "mbsDuration")).toMatch(
      /is 560; it must be a number of years above 0 and up to 30/,
    );
    expect(slip({ exit: "2" }, "exit")).toMatch(/Exit is 2 and Enter 1.5; it must be at most 1.5/);
    expect(slip({ window: "" }, "window")).toBe("blank");
  });
});
