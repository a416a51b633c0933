import { functionList, sourceList } from "../../src/build/functionList";

const metadata = {
  functions: [
    {
      id: "ZSCORE",
      name: "ZSCORE",
      description: "Distance | in deviations, 1.5 say. More follows.",
    },
    {
      id: "DTS",
      name: "DTS",
      description: "Duration times <spread>",
      parameters: [{ name: "duration" }, { name: "weights", optional: true }],
    },
  ],
};

describe("functionList", () => {
  it("is a table in the order of the names, with the first sentence of each description", () => {
    expect(functionList(metadata)).toBe(
      [
        "| function | what it computes |",
        "|---|---|",
        "| `=RV.DTS(duration, [weights])` | Duration times &lt;spread> |",
        "| `=RV.ZSCORE()` | Distance \\| in deviations, 1.5 say |",
      ].join("\n"),
    );
  });
});

describe("sourceList", () => {
  it("links each file by its name, and shows where there is none", () => {
    const source = {
      wrapper: "src/functions/spread.ts",
      calculations: ["src/calc/spread/spreadGap.ts"],
      workedNumbers: [],
      tests: ["test/functions/spread.test.ts", "test/functions/trade.test.ts"],
    };
    expect(
      sourceList(new Map([["SPREADGAP", source]]))
        .split("\n")
        .at(-1),
    ).toBe(
      "| SPREADGAP | [spread](../src/functions/spread.ts) | [spreadGap](../src/calc/spread/spreadGap.ts) | – |" +
        " [spread](../test/functions/spread.test.ts), [trade](../test/functions/trade.test.ts) |",
    );
  });
});
