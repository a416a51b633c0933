import { integral } from "../../../src/calc/numeric/integral";

describe("integral", () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ["a cubic, exactly", (x) => 4 * x ** 3 - 3 * x * x, 0, 2, 8],
    ["an exponential", Math.exp, 0, 1, Math.E - 1],
    ["a sine over half its period", Math.sin, 0, Math.PI, 2],
    ["a narrow bell beside the middle", (x) => 1 / (1e-6 + (x - 0.3) ** 2), 0, 1, 0],
    ["backwards", Math.exp, 1, 0, 1 - Math.E],
  ])("%s", (name, f, from, to, expected) => {
    const bell = 1000 * (Math.atan(700) + Math.atan(300));
    expect(integral(f, from, to, 1e-11)).toBeCloseTo(
      name.startsWith("a narrow") ? bell : expected,
      9,
    );
  });

  it("ends where the function has no value", () => {
    expect(integral(() => NaN, 0, 1, 1e-9)).toBeNaN();
  });
});
