import { functionSources } from "../../src/build/functionSources";
import { listFunctions } from "../../src/catalogue/listFunctions";
import { categories } from "../../src/catalogue/categories";
import { ROOT } from "../support/sourceFiles";

const names = [...functionSources(ROOT).keys()];
const descriptions = names.map((name) => ({ id: name, name, description: `What ${name} does.` }));
const listed = (wanted: string, category = "") =>
  listFunctions(descriptions, wanted, category).map(({ name }) => name);

describe("the list of functions", () => {
  it("has every function in one category", () => {
    const all = categories.flatMap(([, functions]) => functions);
    expect([...all].sort()).toEqual([...names].sort());
  });

  it("is alphabetical, of all functions or of a category", () => {
    expect(listed("")).toEqual([...names].sort());
    expect(listed("", "Supply")).toEqual(["ISSUANCE", "NETSUPPLY", "SUPPLYIMPACT"]);
  });

  it("has the nearest first where words are searched for", () => {
    expect(listed("how cheap").slice(0, 2)).toEqual(expect.arrayContaining(["FAIRVALUE"]));
    expect(listed("zscore")[0]).toBe("ZSCORE");
    expect(listed("no such thing")).toEqual([]);
  });
});
