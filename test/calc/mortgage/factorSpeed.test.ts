import { factorSpeed } from "../../../src/calc/mortgage/factorSpeed";
import { rate } from "../../../src/calc/units";

/** A loan without interest pays the same share of its first balance each month. */
const scheduled = (wam: number, months: number) => (wam - months) / wam;

it("finds a monthly speed over several months, by the balance that it leaves", () => {
  const factor2 = 0.8 * scheduled(300, 3) * (1 - 0.02) ** 3;
  expect(factorSpeed(0.8, factor2, rate(0), 300, 3, "smm", 60)).toBeCloseTo(0.02, 12);
  expect(factorSpeed(0.8, factor2, rate(0), 300, 3, "cpr", 60)).toBeCloseTo(1 - 0.98 ** 12, 12);
});

it("finds a speed below 0 where nothing was paid, and 1 where nothing is left", () => {
  const unpaid = 1 - 1 / scheduled(300, 1);
  expect(factorSpeed(0.8, 0.8, rate(0), 300, 1, "smm", 60)).toBeCloseTo(unpaid, 12);
  expect(factorSpeed(0.8, 0, rate(0), 300, 1, "smm", 60)).toBe(1);
});

it.each([-0.01, 0.81, NaN])("refuses a later factor of %p", (factor2) => {
  expect(() => factorSpeed(0.8, factor2, rate(0), 300, 1, "smm", 60)).toThrow(
    `factor2 is ${factor2}; it must be a factor from 0 to factor1, 0.8`,
  );
});
