import { poolFlows } from "../../../src/calc/mortgage/cashFlows";
import { checkedPool } from "../../../src/calc/mortgage/pool";
import { smmAt } from "../../../src/calc/prepayment/monthlySpeed";
import { rate } from "../../../src/calc/units";
import { calcError } from "../../support/errors";
import { golden } from "../../support/golden";

/** Fabozzi's pool: US$400 million, 7.5% net, 8.125% gross, 357 months left. */
const FABOZZI = { coupon: rate(0.075), wac: rate(0.08125), wam: 357, age: 3 };

/** The share of a balance that a level payment repays in its first month, n months left. */
const levelShare = (wac: number, n: number): number =>
  wac === 0 ? 1 / n : wac / 12 / Math.expm1(n * Math.log1p(wac / 12));

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
        // After the last payment nothing is left to prepay.
        const smm = i === 356 ? early : smmAt({ kind: "psa", percent }, i + 1, FABOZZI.age);
        expect([row.month, smm.toFixed(8)]).toEqual([row.month, row.smm]);
      });
    },
  );

  it("repays everything, whatever the speed", () => {
    for (const cpr of [0, 0.06, 0.5, 0.99]) {
      const { scheduled, prepaid } = poolFlows(FABOZZI, { kind: "cpr", cpr: rate(cpr) });
      const repaid = scheduled.reduce((sum, it, i) => sum + it + (prepaid[i] as number), 0);
      expect(repaid).toBeCloseTo(100, 9);
    }
  });

  it("has what each dollar roll of the reference table forgoes", () => {
    for (const row of golden("dollar_roll.csv")) {
      const pool = {
        coupon: rate(Number(row.net)),
        wac: rate(Number(row.wac)),
        wam: Number(row.wam),
        age: Number(row.age),
      };
      const flows = poolFlows(pool, { kind: "cpr", cpr: rate(Number(row.cpr)) });
      for (const [column, found] of [
        ["forgone_interest", flows.interest[0]],
        ["forgone_sched", flows.scheduled[0]],
        ["forgone_prepay", flows.prepaid[0]],
      ] as const) {
        const near = Math.abs((found as number) - Number(row[column])) <= 1e-10;
        expect([row.id, column, found, near]).toEqual([row.id, column, found, true]);
      }
    }
  });

  it("goes from balance to balance by what is paid, at any speed", () => {
    const ramp = { kind: "ramp", from: rate(0.02), months: 40, to: rate(0.3) } as const;
    const vector = { kind: "vector", cprs: Float64Array.of(0.1, 0, 0.9, 0.05) } as const;
    const wholly = { kind: "psa", percent: 2000 } as const;
    for (const speed of [ramp, vector, wholly]) {
      for (const wac of [0, 1e-9, 1e-5, 0.08125, 1]) {
        const pool = { ...FABOZZI, coupon: rate(0), wac: rate(wac) };
        const { opening, scheduled, prepaid } = poolFlows(pool, speed);
        let left = 100;
        for (let k = 0; k < FABOZZI.wam; k++) {
          expect(Math.abs((opening[k] as number) - left)).toBeLessThan(1e-10);
          expect(prepaid[k]).toBeGreaterThanOrEqual(0);
          const payment = k === FABOZZI.wam - 1 ? left : left * levelShare(wac, FABOZZI.wam - k);
          expect(Math.abs((scheduled[k] as number) - payment)).toBeLessThan(1e-10);
          left -= payment + (left - payment) * smmAt(speed, k + 1, FABOZZI.age);
        }
      }
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
    expect(bad({ wam: 470, age: 20 })).toThrow(
      calcError("invalid", /together 490; it must be at most 480/),
    );
    expect(bad({ wam: 0 })).toThrow(
      calcError("invalid", /^wam is 0; it must be a whole number of months, 1/),
    );
    expect(bad({ age: 2.5 })).toThrow(calcError("invalid", /^age is 2.5/));
  });
});
