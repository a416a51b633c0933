import { poolFlows } from "../../../src/calc/mortgage/cashFlows";
import { factorSpeed } from "../../../src/calc/mortgage/factorSpeed";
import { poolPayments } from "../../../src/calc/mortgage/poolPayments";
import { poolStatic } from "../../../src/calc/mortgage/poolStatic";
import { accruedOf } from "../../../src/calc/mortgage/poolTiming";
import { averageLife, poolPrice } from "../../../src/calc/mortgage/poolValue";
import { smmAt } from "../../../src/calc/prepayment/monthlySpeed";
import { price, rate } from "../../../src/calc/units";
import { mbsPriceCells } from "../../../src/functions/mortgage";
import { externalJson, itWithExternal } from "../../support/externalGolden";

/*
 * Figures in print, each to one unit of its last digit. Of SIFMA's book the floaters, the default
 * matrices and cash flow A, which has defaults, are nothing that a function here calculates; of
 * MathWorks' pages the same goes for speeds implied by duration or convexity; its spreads are in
 * staticSpread.test.ts.
 */

const NONE = { kind: "cpr", cpr: rate(0) } as const;
const PSA_150 = { kind: "psa", percent: 150 } as const;
const PSA_100 = { kind: "psa", percent: 100 } as const;

/** Within one unit of the last printed digit. */
const printed = (name: string, found: number | undefined, expected: number, unit: number) => {
  const isNear = Math.abs((found ?? NaN) - expected) <= unit * (1 + 1e-9);
  expect([name, found, isNear]).toEqual([name, found, true]);
};

describe("SIFMA's standard formulas", () => {
  const example = (ref: string) =>
    externalJson("bma_sf_examples.json").rows.find((row: any) => row.ref === ref);

  itWithExternal("SF-4: the first month of a GNMA I 9%, per dollar", () => {
    const { inp, out } = example("SF-4");
    const pool = {
      coupon: rate(inp.net / 100),
      wac: rate(inp.gross / 100),
      wam: inp.term,
      age: inp.age,
    };
    const flows = poolFlows(pool, PSA_150, 1);
    const [interest, scheduled, prepaid] = [flows.interest, flows.scheduled, flows.prepaid].map(
      ([first]) => first as number,
    ) as [number, number, number];
    const gross = poolFlows({ ...pool, coupon: pool.wac }, PSA_150, 1).interest[0] as number;
    printed("sched_amort", scheduled, out.sched_amort, 1e-8);
    printed("prepay", prepaid, out.prepay, 1e-8);
    printed("gross_interest", gross, out.gross_interest, 1e-8);
    printed("servicing", gross - interest, out.servicing, 1e-8);
    printed("principal", scheduled + prepaid, out.principal, 1e-8);
    printed("interest", interest, out.interest, 1e-8);
    printed("cash_flow", interest + scheduled + prepaid, out.cash_flow, 1e-8);
  });

  itWithExternal("SF-7: scheduled and prepaid parts of a factor's fall", () => {
    const { inp, out } = example("SF-7/8");
    const wac = rate(inp.gross / 100);
    const whole = { coupon: wac, wac, wam: inp.orig_remaining_term, age: 0 };
    const { opening } = poolFlows(whole, NONE, 1);
    printed("BAL1", opening[whole.wam - inp.M1], out.BAL1, 1e-8);
    printed("BAL2", opening[whole.wam - inp.M2], out.BAL2, 1e-8);
    const smm = rate(factorSpeed(inp.F1, inp.F2, wac, inp.M1, 1, "smm", inp.MONTH - 1));
    const month = poolFlows(
      { ...whole, wam: inp.M1, age: inp.MONTH - 1 },
      { kind: "smm", smm },
      inp.F1,
    );
    printed("amort", month.scheduled[0], out.amort, 1e-8);
    printed("Fsched", inp.F1 - (month.scheduled[0] as number), out.Fsched, 1e-8);
    printed("prepay", month.prepaid[0], out.prepay, 1e-8);
    printed("smm", 100 * smm, out.smm_pct, 1e-5);
  });

  itWithExternal("SF-50: the last payment of a GNMA I 9% too", () => {
    const { inp, out } = example("SF-50/51");
    const pool = { coupon: rate(inp.net / 100), wac: rate(inp.gross / 100), wam: 360, age: 0 };
    const { paid, times } = poolPayments({
      pool,
      speed: PSA_150,
      timing: { delayDays: inp.actual_delay, accruedDays: 0 },
    });
    printed("CF360", paid[359], out.CF360, 1e-4);
    // Its exponent of the first payment is 2 × 44/360.
    expect(times[0]).toBeCloseTo(44 / 360, 14);
  });

  itWithExternal("SF-44: pools of UMBS, whose delay is the default, pay 24 days late", () => {
    const { actual_delay_days: days } = example("SF-44/45 delay").out;
    const at = (value: unknown) => [[value]];
    const pool = [at(0.0503), at(0.05), at(0.0595), at(357), at(3), at(0.06)] as const;
    expect(mbsPriceCells(...pool)).toEqual(mbsPriceCells(...pool, at(days.FNMA)));
    expect(mbsPriceCells(...pool)).not.toEqual(mbsPriceCells(...pool, at(days.GNMA_II)));
  });
});

describe("Fabozzi's pool", () => {
  const POOL = { coupon: rate(0.075), wac: rate(0.08125), wam: 357, age: 3 };
  const BALANCE = 400_000_000;

  itWithExternal("has the published months at 100 and 165 PSA to the dollar", () => {
    const { psa100_month100: slow, psa165: fast } = externalJson("fabozzi.json");
    const at100 = poolFlows(POOL, PSA_100, BALANCE);
    printed("begin_balance", at100.opening[99], slow.begin_balance, 1);
    printed("sched_principal", at100.scheduled[99], slow.sched_principal, 1);
    printed("prepay", at100.prepaid[99], slow.prepay, 1);
    printed("smm", smmAt(PSA_100, 100, POOL.age), slow.smm, 1e-8);
    const at165 = poolFlows(POOL, { kind: "psa", percent: 165 }, BALANCE);
    const principal = (month: number) =>
      (at165.scheduled[month - 1] as number) + (at165.prepaid[month - 1] as number);
    printed("month 1 interest", at165.interest[0], fast.month1.net_interest, 1);
    printed("month 1 principal", principal(1), fast.month1.total_principal, 1);
    printed("month 81 interest", at165.interest[80], fast.month81.interest, 1);
    printed("month 81 principal", principal(81), fast.month81.principal, 1);
    printed("month 81", (at165.interest[80] as number) + principal(81), fast.month81.cash_flow, 1);
  });

  itWithExternal("has the published average lives within 0.02 years", () => {
    const lives = Object.entries<number>(externalJson("fabozzi.json").wal_years);
    expect(lives.length).toBe(9);
    for (const [percent, life] of lives) {
      printed(percent, averageLife(POOL, { kind: "psa", percent: Number(percent) }), life, 0.02);
    }
  });
});

describe("MathWorks' pool of 8.125% and 7.5%", () => {
  const page = (name: string) =>
    externalJson("matlab_mbs.json").rows.find((row: any) => row.fn === name);
  /** Settled in April 2002, two years and three months after issue in January 2000. */
  const it = (row: any, day: number) => ({
    pool: { coupon: rate(row.net), wac: rate(row.gross), wam: 333, age: 27 },
    speed: PSA_100,
    timing: { delayDays: row.delay, accruedDays: day - 1 },
  });

  itWithExternal(
    "mbsprice: a price at twelve times the monthly yield, and accrued interest",
    () => {
      const row = page("mbsprice");
      const pool = it(row, 15);
      printed("price", poolPrice(pool, rate(row.yield_monthly), "mortgage"), row.price, 1e-4);
      printed("accrued", accruedOf(pool), row.accrued, 1e-4);
    },
  );

  itWithExternal("mbsyield: both yields at 102", () => {
    const row = page("mbsyield");
    const found = poolStatic(it(row, 15), price(row.price));
    printed("mortgage yield", found.mortgageYield, row.mtg_yield, 1e-4);
    printed("bond-equivalent yield", found.yield, row.bey, 1e-4);
  });

  itWithExternal("mbsdurp, mbsdury, mbsconvp: durations and convexity at 101", () => {
    const row = page("mbsdurp");
    const found = poolStatic(it(row, 15), price(row.price));
    printed("macaulay", found.macaulay, row.macaulay, 1e-3);
    printed("modified", found.modified, row.modified, 1e-3);
    printed("convexity", found.convexity, page("mbsconvp").convexity, 1e-4);
    const byYield = page("mbsdury");
    printed("yield", found.mortgageYield, byYield.yield_monthly, 1e-8);
    const clean = poolPrice(it(row, 15), rate(byYield.yield_monthly), "mortgage");
    printed("price", clean, row.price, 1e-4);
  });

  itWithExternal("mbscfamounts: accrued interest paid, then the payments, per dollar", () => {
    const row = page("mbscfamounts");
    const pool = it(row, 17);
    const { paid } = poolPayments(pool);
    expect(paid.length + 1).toBe(row.n);
    const [first, ...rest] = row.first_flows as [number, ...number[]];
    printed("accrued", -accruedOf(pool) / 100, first, 1e-4);
    rest.forEach((flow, k) => {
      printed(`payment ${k + 1}`, (paid[k] as number) / 100, flow, 1e-4);
    });
  });

  itWithExternal("mbsnoprepay: balances of two terms", () => {
    const row = page("mbsnoprepay");
    row.terms.forEach((wam: number, i: number) => {
      const wac = rate(row.gross);
      const { opening, interest } = poolFlows({ coupon: wac, wac, wam, age: 0 }, NONE, row.balance);
      printed("interest", interest[0], row.interest_1, 100);
      // MathWorks' eleventh row, before payment 12: its twelfth has 396.67 and 396.62 million.
      printed("balance", opening[11], row.end_balance_12[i], 10_000);
      printed("balance, row 12", opening[12], [396_670_000, 396_620_000][i] as number, 10_000);
    });
  });
});
