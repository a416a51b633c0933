import { percentWords } from "../../../src/calc/numeric/percentWords";

it.each([
  [0.0503, "5.03%"],
  [5.03, "503%"],
  [0, "0%"],
  [-0.01, "-1%"],
  [1e308, "1e+310%"],
  [-1.7976931348623157e308, "-1.7976931348623157e+310%"],
])("%d is %s", (value, words) => {
  expect(percentWords(value)).toBe(words);
});
