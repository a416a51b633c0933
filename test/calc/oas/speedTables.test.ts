import { SpeedTables } from "../../../src/calc/oas/speedTables";
import { smmFromCpr } from "../../../src/calc/prepayment/monthlySpeed";
import { modelCpr, type PrepaymentDials } from "../../../src/calc/prepayment/prepaymentModel";
import { rate } from "../../../src/calc/units";
import { modelOf } from "../../support/pools";

const STEP = 0.003;
const NODES = 61;
const SEASONS = [0.8, 1.2];

describe("speeds past the seasoning ramp, from tables", () => {
  const { dials } = modelOf(0.05, 3);
  const tablesOf = (changed: Partial<PrepaymentDials> = {}) => {
    const all = { ...dials, ...changed };
    return new SpeedTables(
      all,
      SEASONS.map((it) => it * all.turnover),
      STEP,
      NODES,
    );
  };

  it("are those of the model, for every node, season and population", () => {
    const tables = tablesOf();
    const speeds = new Float64Array(tables.length);
    tables.fill(speeds);
    for (const incentive of [-0.05, -0.0113, 0, 0.00601, 0.0234, 0.07]) {
      for (const [season, multiple] of SEASONS.entries()) {
        const place = tables.placeOf(incentive, season);
        if (place === null) throw new Error("the incentive is within the tables");
        for (let j = 0; j < NODES; j++) {
          const mortgageRate = 0.1 - incentive + STEP * (j - (NODES - 1) / 2);
          const month = { wac: rate(0.1), loanAge: 400, mortgageRate, season: multiple };
          [1, dials.slowSpeed].forEach((readiness, population) => {
            const at = (row: number) => speeds[2 * (row + j) + population] as number;
            const lower = at(place.row);
            const found = lower + place.part * (at(place.row + tables.width) - lower);
            expect(Math.abs(found - smmFromCpr(modelCpr(dials, month, readiness)))).toBeLessThan(
              3e-8,
            );
          });
        }
      }
    }
  });

  it("have no place for incentives beyond, and are none for curves that are too narrow", () => {
    expect(tablesOf().placeOf(48.5 * STEP, 0)).toBeNull();
    expect(tablesOf().placeOf(-48.5 * STEP, 0)).toBeNull();
    const narrow = tablesOf({ refiWidth: 1e-5 });
    expect(narrow.length).toBe(0);
    expect(narrow.placeOf(0, 0)).toBeNull();
  });
});
