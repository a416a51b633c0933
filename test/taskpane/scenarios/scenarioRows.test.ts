import { heatOf } from "../../../src/taskpane/scenarios/heat";
import { readScenarios, typedScenarios } from "../../../src/taskpane/scenarios/scenarioRows";
import { numberStyle } from "../../../src/taskpane/numbers";

const [english, german] = [numberStyle("en-US"), numberStyle("de-DE")];
const ROWS = [
  [-100, 15, 10, 0.1],
  [12.5, 0, 0, 0.9],
];

describe("the rows of the scenario form", () => {
  it("read what they show, in every language", () => {
    expect(typedScenarios(ROWS, english)).toEqual([
      ["-100", "15", "10", "10%"],
      ["12.5", "0", "0", "90%"],
    ]);
    expect(typedScenarios(ROWS, german)[1]?.[0]).toBe("12,5");
    for (const language of [english, german]) {
      expect(readScenarios(typedScenarios(ROWS, language), language).values).toEqual(ROWS);
    }
  });

  it("take 10% and 10 for a tenth, 25bp and 0.25% for 25", () => {
    const typed = [
      ["25bp", "0", "0 bp", "10"],
      ["0", "0.25%", "-0.1%", "90 %"],
    ];
    expect(readScenarios(typed, english).values).toEqual([
      [25, 0, 0, 0.1],
      [0, 25, -10, 0.9],
    ]);
  });

  it("say what is wrong, and have no values then", () => {
    const wrong = (cell: string, at: number) => {
      const row = ["0", "0", "0", "100%"].map((it, j) => (j === at ? cell : it));
      const { entries, values, problem } = readScenarios([row], english);
      expect(values).toBeNull();
      const entry = entries[0]?.[at];
      return entry?.kind === "slip" ? entry.problem : problem;
    };
    expect(wrong("much", 0)).toMatch(/Rate shift, bp, scenario 1 is .*much/);
    expect(wrong("2500", 1)).toMatch(
      /MBS spread, bp, scenario 1 is 2500; it must be up to 2000 basis points/,
    );
    expect(wrong("120%", 3)).toMatch(/Probability, scenario 1 is 120%; it must be 0% to 100%/);
    expect(wrong("", 2)).toBe("Corporate spread, bp, scenario 1 is blank; it must be a number.");
    expect(wrong("90%", 3)).toBe("The probabilities sum to 90.0%; they must sum to 100%.");
  });
});

describe("the heat of a difference", () => {
  it("is its share of the greatest, on the side that is ahead", () => {
    const all = [-37.9, 19, 47.6, -81.9];
    expect(heatOf(-81.9, all)).toEqual({ side: "corporate", strength: 1 });
    expect(heatOf(19, all).side).toBe("mbs");
    expect(heatOf(19, all).strength).toBeCloseTo(19 / 81.9, 12);
  });

  it("is none without a number", () => {
    expect(heatOf("#N/A", ["#N/A"])).toEqual({ side: "none", strength: 0 });
    expect(heatOf(0, [0])).toEqual({ side: "none", strength: 0 });
  });
});
