import { functionList, withFunctionList } from "../../src/build/functionList";

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

describe("withFunctionList", () => {
  const readme = "before\n<!-- functions -->\nold\n<!-- /functions -->\nafter\n";

  it("replaces what is between the markers and nothing else", () => {
    const written = withFunctionList(readme, metadata);
    expect(written).toMatch(
      /^before\n<!-- functions -->\n\n\| function .*\n\n<!-- \/functions -->\nafter\n$/s,
    );
    expect(written).not.toContain("old");
    expect(withFunctionList(written, metadata)).toBe(written);
  });

  it("refuses a README without the markers", () => {
    expect(() => withFunctionList("nothing", metadata)).toThrow(
      "README.md has no block from <!-- functions --> to <!-- /functions -->; one was expected",
    );
  });
});
