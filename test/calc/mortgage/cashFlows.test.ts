import { poolFlows } from "../../../src/calc/mortgage/cashFlows";
import { checkedPool } from "../../../src/calc/mortgage/pool";
import { rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { externalJson, itWithExternal } from "../../support/externalGolden";
import { golden } from "../../support/golden";

/** Fabozzi's pool: US$400 million, 7.5% net, 8.125% gross, 357 months left. */
const FABOZZI = { coupon: rate(0.075), wac: rate(0.08125), wam: 357, age: 3 };

describe("poolFlows", () => {
  it.each([100, 165])(
    "has Fabozzi's table at %i PSA to the cent, in every row and column",
    (percent) => {
      const rows = golden(`fabozzi_400mm_${percent}psa_recomputed.csv`);
      const { opening, interest, scheduled, prepaid } = poolFlows(
        FABOZZI,
        { kind: "psa", percent },
        400_000_000,
      );
      expect(rows.length).toBe(357);
      rows.forEach((row, i) => {
        const [paid, repaid, early] = [interest[i], scheduled[i], prepaid[i]] as [
          number,
          number,
          number,
        ];
        for (const [column, found] of [
          ["begin_balance", opening[i]],
          ["net_interest", paid],
          ["sched_principal", repaid],
          ["prepayment", early],
          ["mortgage_payment", ((opening[i] as number) * 0.08125) / 12 + repaid],
          ["total_principal", repaid + early],
          ["cash_flow", paid + repaid + early],
        ] as const) {
          const near = Math.abs((found as number) - Number(row[column])) <= 0.005;
          expect([row.month, column, near]).toEqual([row.month, column, true]);
        }
      });
    },
  );

  itWithExternal("has Fabozzi's published average lives within 0.02 years", () => {
    const { wal_years: lives } = externalJson("fabozzi.json");
    expect(Object.keys(lives).length).toBe(9);
    for (const [percent, life] of Object.entries(lives)) {
      const { scheduled, prepaid } = poolFlows(
        FABOZZI,
        { kind: "psa", percent: Number(percent) },
        1,
      );
      const found = scheduled.reduce(
        (sum, it, i) => sum + ((i + 1) / 12) * (it + (prepaid[i] as number)),
        0,
      );
      expect([percent, Math.abs(found - (life as number)) <= 0.02]).toEqual([percent, true]);
    }
  });

  it("repays everything, whatever the speed", () => {
    for (const cpr of [0, 0.06, 0.5, 0.99]) {
      const { scheduled, prepaid } = poolFlows(FABOZZI, { kind: "cpr", cpr: rate(cpr) });
      const repaid = scheduled.reduce((sum, it, i) => sum + it + (prepaid[i] as number), 0);
      expect(repaid).toBeCloseTo(100, 9);
    }
  });

  it("pays level instalments without prepayments, also at no interest", () => {
    for (const wac of [0, 0.08125]) {
      const { opening, scheduled } = poolFlows(
        { ...FABOZZI, wac: rate(wac), coupon: rate(0) },
        { kind: "cpr", cpr: rate(0) },
      );
      const instalments = scheduled.map((it, i) => it + ((opening[i] as number) * wac) / 12);
      for (const one of instalments) expect(one).toBeCloseTo(instalments[0] as number, 9);
    }
  });
});

describe("checkedPool", () => {
  it("refuses what is no pool, by argument", () => {
    const bad = (change: object) => () => checkedPool({ ...FABOZZI, ...change });
    expect(bad({ coupon: 0.09 })).toThrow(
      calcError("invalid", /^coupon is 0.09, above wac, 0.08125/),
    );
    expect(bad({ wam: 470, age: 20 })).toThrow(calcError("invalid", /together 490; at most 480/));
    expect(bad({ wam: 0 })).toThrow(calcError("invalid", /^wam is 0; a whole number of months, 1/));
    expect(bad({ age: 2.5 })).toThrow(calcError("invalid", /^age is 2.5/));
  });
});
