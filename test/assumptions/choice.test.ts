import { choiceOf } from "../../src/assumptions/choice";
import { nearest } from "../../src/calc/numeric/nearest";
import { calcError } from "../support/errors";

const words = ["std", "mad", "ewma"] as const;
const readChoice = choiceOf(words);

describe("choiceOf", () => {
  it("is case-blind and gives the documents' spelling", () => {
    expect(readChoice(" EWMA ", "method")).toBe("ewma");
  });

  it("names the nearest word and shows the list", () => {
    expect(() => readChoice("emwa", "method")).toThrow(
      calcError(
        "invalid",
        /method is "emwa"; it must be one of std, mad, ewma, did you mean ewma\?/,
      ),
    );
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", ""])(
    "refuses %p like any other word",
    (word) => {
      expect(() => readChoice(word, "method")).toThrow(
        calcError("invalid", /one of std, mad, ewma/),
      );
    },
  );
});

describe("nearest", () => {
  it.each([
    ["corpoas", "corpOas"],
    ["mbsosa", "mbsOas"],
    ["ust01", "ust10"],
  ])("of %p is %p", (typed, meant) => {
    expect(nearest(typed, ["mbsOas", "corpOas", "ust10", "ust30"])).toBe(meant);
  });

  it("is nothing when no word is near", () => {
    expect(nearest("entirely different", ["mbsOas"])).toBeNull();
    expect(nearest("x".repeat(32_767), ["mbsOas"])).toBeNull();
  });
});
