import { GOLDEN_CASES } from "../../../src/functions/selfTest/workedNumbers";

const first = (result: unknown): unknown =>
  Array.isArray(result) ? (result as unknown[][])[0]?.[0] : result;

describe("worked numbers", () => {
  it.each(GOLDEN_CASES.map((golden) => [golden.formula, golden] as const))(
    "%s",
    (_, { expected, run }) => {
      const digits = expected.split(".")[1]?.length ?? 0;
      expect(
        Number(first(run()))
          .toFixed(digits)
          .replace(/^-0(?=\.?0*$)/, "0"),
      ).toBe(expected);
    },
  );
});
