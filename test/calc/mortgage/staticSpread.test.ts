import { monthsLater, serialFromIso } from "../../../src/calc/date/serial";
import { poolPayments } from "../../../src/calc/mortgage/poolPayments";
import { accruedOf } from "../../../src/calc/mortgage/poolTiming";
import { zSpread } from "../../../src/calc/spread/zSpread";
import { rate, type DaySerial } from "../../../src/calc/units";
import { externalJson, itWithExternal } from "../../support/externalGolden";

/*
 * MathWorks' page mbsprice2oas: spreads of a pool at three speeds to zero rates that its own
 * bootstrap makes from two bills and four notes. Zero rates compound semiannually, run linearly
 * between the maturities and are the first one before it; time is actual/365. The spreads are added
 * to monthly rates: twelve times what is printed is ours.
 */

const day = (text: string): DaySerial => serialFromIso(text) as DaySerial;

interface Bootstrap {
  readonly times: number[];
  readonly zeros: number[];
}

function zeroAt({ times, zeros }: Bootstrap, time: number): number {
  const k = times.findIndex((node) => time <= node);
  if (k <= 0) return (k < 0 ? zeros.at(-1) : zeros[0]) as number;
  const [t0, t1, z0, z1] = [times[k - 1], times[k], zeros[k - 1], zeros[k]] as [
    number,
    number,
    number,
    number,
  ];
  return z0 + ((z1 - z0) * (time - t0)) / (t1 - t0);
}

/** Zero rates that explain the clean prices of notes, bills among them, by rising maturity. */
function bootstrap(settle: DaySerial, bonds: readonly [string, number, number][]): Bootstrap {
  return bonds.reduce<Bootstrap>(
    (before, [end, coupon, clean]) => {
      const maturity = day(end);
      const dates = [maturity];
      while ((dates[0] as number) > settle && coupon > 0) {
        dates.unshift(monthsLater(maturity, -6 * dates.length));
      }
      const [previous, next] = dates as [DaySerial, DaySerial];
      const accrued = coupon > 0 ? (50 * coupon * (settle - previous)) / (next - previous) : 0;
      const flows = dates
        .filter((date) => date > settle)
        .map((date) => ({
          time: (date - settle) / 365,
          amount: 50 * coupon + (date === maturity ? 100 : 0),
        }));
      const times = [...before.times, (maturity - settle) / 365];
      let [low, high] = [-0.05, 0.5];
      for (let i = 0; i < 60; i++) {
        const zeros = [...before.zeros, (low + high) / 2];
        const value = flows.reduce(
          (sum, { time, amount }) =>
            sum + amount * (1 + zeroAt({ times, zeros }, time) / 2) ** (-2 * time),
          0,
        );
        if (value > clean + accrued) low = (low + high) / 2;
        else high = (low + high) / 2;
      }
      return { times, zeros: [...before.zeros, (low + high) / 2] };
    },
    { times: [], zeros: [] },
  );
}

describe("the static spread of a pool", () => {
  itWithExternal(
    "is MathWorks' at three speeds, within a hundredth of a monthly basis point",
    () => {
      const row = externalJson("matlab_mbs.json").rows.find((it: any) =>
        it.fn.startsWith("mbsprice2oas"),
      );
      expect([row.settle, row.maturity, row.issue]).toEqual([
        "2002-08-20",
        "2030-01-02",
        "2000-01-02",
      ]);
      const curve = bootstrap(day(row.settle), row.bonds);
      const pool = { coupon: rate(row.net), wac: rate(row.gross), wam: 329, age: 31 };
      // From the 2nd of the month to the 20th.
      const timing = { delayDays: row.delay, accruedDays: 18 };
      row.psa.forEach((percent: number, i: number) => {
        const { paid, times } = poolPayments({ pool, speed: { kind: "psa", percent }, timing });
        const atFlows = {
          times: Float64Array.of(0, ...times),
          exponents: Float64Array.of(
            0,
            ...times.map((time) => 2 * time * Math.log1p(zeroAt(curve, time) / 2)),
          ),
        };
        const dirty = row.price + accruedOf({ pool, timing });
        const monthly = zSpread(dirty, times, paid, atFlows, "monthly") / 12;
        const isNear = Math.abs(monthly - row.oas_bp[i]) <= 0.01;
        expect([percent, monthly, isNear]).toEqual([percent, monthly, true]);
      });
    },
  );
});
