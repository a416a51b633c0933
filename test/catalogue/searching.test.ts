import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { search } from "../../src/catalogue/searching";
import { otherWords } from "../../src/catalogue/otherWords";
import { worksheetFunctions, type WorksheetFunction } from "../support/worksheetFunctions";

let functions: WorksheetFunction[];
beforeAll(async () => {
  functions = await worksheetFunctions();
});

const found = (words: string) =>
  search(functions, words, ({ id, description }) => ({
    name: id,
    label: id,
    more: description,
  })).map(({ id }) => id);
const keys = (words: string) =>
  search(ASSUMPTION_KEYS, words, ({ key, label, unit }) => ({
    name: key,
    label,
    more: unit,
  })).map(({ key }) => key);

describe("the search", () => {
  it.each([
    ["MBS OAS", "mbsOas"],
    ["mbsoas", "mbsOas"],
    ["option-adjusted spread", "mbsOas"],
    ["repo", "funding"],
    ["WAL", "MBSWAL"],
    ["bid-offer", "switchCost"],
  ])("%s finds %s among the assumptions or the functions", (words, name) => {
    expect([...keys(words), ...found(words)]).toContain(name);
  });

  it("a question is read without its small words: how cheap", () => {
    expect(found("how cheap")).toEqual(found("cheap"));
    expect(found("How cheap is it?")).toEqual(
      expect.arrayContaining(["PCTRANK", "ZSCORE", "GAPRECEIPT", "ROTATIONSIGNAL"]),
    );
    expect(found("how cheap")).not.toContain("BONDPRICE");
  });

  it("what is named or called so stands before what only mentions it", () => {
    expect(found("zscore")[0]).toBe("ZSCORE");
    expect(found("oas").slice(0, 5)).toEqual(expect.arrayContaining(["MBSOAS", "BONDOAS"]));
  });

  it("a word that stands within another is not found in what a thing says of itself", () => {
    // "rate" within "generate" or "accurate".
    expect(search(["x"], "rate", () => ({ name: "x", label: "", more: "accurate" }))).toEqual([]);
  });

  it("nothing typed leaves all in their order, and nothing fits nonsense", () => {
    expect(found(" ")).toEqual(functions.map(({ id }) => id));
    expect(found("zebra crossing")).toEqual([]);
  });

  it("other words lead to keys and functions that there are", () => {
    const known = new Set([
      ...functions.map(({ id }) => id),
      ...ASSUMPTION_KEYS.map(({ key }) => key),
    ]);
    const unknown = otherWords.flatMap(([, names]) => names).filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
  });
});
