import { readAssumptions } from "../../src/assumptions/assumptions";
import { ASSUMPTION_KEYS, type AssumptionValue } from "../../src/assumptions/keys";
import { otherValues } from "../../src/assumptions/plausible";
import { ruleProvenance, suggestedRule } from "../../src/assumptions/ruleAssumptions";
import { DOCUMENTED_RULE } from "../../src/calc/backtest/ruleStudy";
import { years } from "../../src/calc/units";

/** The documented rule by assumptions, with these entered by the user. */
const withEntered = (entered: readonly (readonly [string, AssumptionValue])[]) =>
  suggestedRule(
    readAssumptions(
      entered.map(([key, value], i) => ({ row: i + 1, key, value, source: "my desk" })),
    ),
    12,
  );

describe("the documented rule by the assumptions", () => {
  const standard = withEntered([]);

  it("is the documented one where nothing is entered, its durations being examples", () => {
    expect(standard.rule).toEqual(DOCUMENTED_RULE);
    expect(standard.provenance).toEqual({
      ...{ window: "judgement", enter: "judgement", exit: "judgement", lag: "judgement" },
      ...{ cost: "judgement", mbsDuration: "example", corporateDuration: "example" },
    });
  });

  it("is marked yours by each assumption that moves it, and by no other", () => {
    for (const { key, default: held } of ASSUMPTION_KEYS) {
      for (const value of otherValues(key, held)) {
        if (value === held) continue;
        const { problems } = readAssumptions([{ row: 1, key, value }]);
        if (problems.length > 0) continue;
        const { rule, provenance } = withEntered([[key, value]]);
        for (const field of Object.keys(rule) as (keyof typeof rule)[]) {
          const isMoved = rule[field] !== standard.rule[field];
          if (isMoved) expect([key, field, provenance[field]]).toEqual([key, field, "yours"]);
          const isMarked = provenance[field] !== standard.provenance[field];
          // A value that rounds to the same number of rows is the user's all the same.
          if (isMarked)
            expect(["windowMonths", "switchCost", "mbsDuration", "corpDuration"]).toContain(key);
          else expect(isMoved).toBe(false);
        }
      }
    }
  });

  it("what is typed over it is the user's", () => {
    const typed = { ...DOCUMENTED_RULE, mbsDuration: years(4.5), lag: 2 };
    expect(ruleProvenance(typed, standard)).toEqual({
      ...standard.provenance,
      ...{ mbsDuration: "yours", lag: "yours" },
    });
  });
});
