import { lastYears } from "../../src/workbench/lastYears";

const points = ["2020-03-31", "2021-03-30", "2021-03-31", "2025-06-30", "2026-03-31"].map(
  (day) => ({
    day: new Date(day),
    value: 1,
  }),
);
const days = (years: 0 | 1 | 5) =>
  lastYears(points, years).map(({ day }) => day.toISOString().slice(0, 10));

describe("the years that a chart shows", () => {
  it("end at the last value and begin on its day", () => {
    expect(days(1)).toEqual(["2025-06-30", "2026-03-31"]);
    expect(days(5)).toEqual(["2021-03-31", "2025-06-30", "2026-03-31"]);
  });

  it("are all by choice, and none of nothing", () => {
    expect(days(0)).toHaveLength(5);
    expect(lastYears([], 5)).toEqual([]);
  });
});
