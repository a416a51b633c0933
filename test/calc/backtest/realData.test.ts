import { itWithRealData } from "../../support/sharedData";
import { readProjectFile } from "../../support/sourceFiles";
import { realBacktest, realDataResults, realSpreads } from "../../study/realDataStudy";

describe("the rule on real series", () => {
  itWithRealData("gives the figures that are committed", () => {
    const committed = readProjectFile("test/study/REALDATA.md");
    const figures = realDataResults()
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(figures.length).toBe(6);
    for (const figure of figures) expect(committed).toContain(figure);
  });

  itWithRealData("knows nothing of later months", () => {
    const spreads = realSpreads();
    const all = realBacktest(spreads).path.cumulative;
    const n = 120;
    const early = {
      ...spreads,
      months: spreads.months.slice(0, n),
      mbs: spreads.mbs.slice(0, n),
      corporate: spreads.corporate.slice(0, n),
    };
    expect([...realBacktest(early).path.cumulative]).toEqual([...all.slice(0, n)]);
  });
});
