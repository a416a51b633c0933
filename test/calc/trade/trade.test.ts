import fc from "fast-check";
import { amount } from "../../support/amount";
import { keyRateHedge } from "../../../src/calc/trade/keyRateHedge";
import { positionSize, type Sizing } from "../../../src/calc/trade/positionSize";
import { switchReturn, type SwitchOutcome } from "../../../src/calc/trade/switchReturn";
import { durationRatio, volatilityRatio } from "../../../src/calc/trade/switchRatio";
import { daysOfCarry, tradeCost } from "../../../src/calc/trade/tradeCost";
import { bp, rate, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

describe("positionSize", () => {
  const sizing = (change: Partial<Sizing> = {}): Sizing => ({
    edge: bp(6.8),
    sd: bp(43.7),
    kelly: rate(0.25),
    cap: 1,
    trackingError: bp(30),
    horizon: years(0.5),
    ...change,
  });

  it("is .485 by a budget of 30 bp; the cap without it; Kelly's own 36 times is absurd", () => {
    expect(positionSize(sizing()).toFixed(3)).toBe("0.485");
    expect(positionSize(sizing({ trackingError: null }))).toBe(1);
    const kelly = sizing({ kelly: rate(1), cap: 1e9, trackingError: null });
    expect(positionSize(kelly).toFixed(0)).toBe("36");
  });

  it("is nothing without an edge: the cost is not earned by trading the other way", () => {
    expect(positionSize(sizing({ edge: bp(-11.3) }))).toBe(0);
    expect(positionSize(sizing({ edge: bp(0) }))).toBe(0);
  });

  it("stays within cap and budget, and never falls when the edge rises", () => {
    fc.assert(
      fc.property(amount(-50, 200), amount(0, 50), amount(1, 200), (edge, more, sd) => {
        const [one, other] = [edge, edge + more].map((it) =>
          Number(positionSize(sizing({ edge: bp(it), sd: bp(sd), cap: 0.8 }))),
        ) as [number, number];
        expect(other).toBeGreaterThanOrEqual(one);
        expect(other).toBeLessThanOrEqual(0.8);
        expect((other * sd) / Math.sqrt(0.5)).toBeLessThanOrEqual(30 * (1 + 1e-12));
      }),
    );
  });

  it.each<[Partial<Sizing>, RegExp]>([
    [{ sd: bp(0) }, /sd is 0; it must be a number of basis points above 0/],
    [{ horizon: years(0) }, /horizon is 0; it must be a number of years above 0/],
    [{ kelly: rate(-0.1) }, /kelly is -0\.1/],
    [{ cap: -1 }, /cap is -1; it must be 0 or more/],
    [{ trackingError: bp(-1) }, /trackingError is -1/],
  ])("refuses %p", (change, words) => {
    expect(() => positionSize(sizing(change))).toThrow(calcError("invalid", words));
  });
});

describe("ratios of a switch", () => {
  const [mbs, corporate] = [
    { duration: years(5.6), vol: bp(35) },
    { duration: years(6.1), vol: bp(28) },
  ];

  it("are 91.57 by duration for 99.75, which leaves 8.18 of cash and no DV01", () => {
    const value = durationRatio(99.75, years(5.6), years(6.1));
    expect(value.toFixed(2)).toBe("91.57");
    expect((99.75 - value).toFixed(2)).toBe("8.18");
    expect(99.75 * 5.6 - value * 6.1).toBeCloseTo(0, 12);
  });

  it("are 1.15 by volatility, where duration × OAS would say 0.18 (the wrong variant fails)", () => {
    const byVolatility = volatilityRatio(1, mbs, corporate, 1);
    const spreads = (from: number, to: number) =>
      volatilityRatio(1, { ...mbs, vol: bp(from) }, { ...corporate, vol: bp(to) }, 1);
    const isRight = (ratio: number) => {
      expect(ratio.toFixed(4)).toBe("1.1475");
    };
    isRight(byVolatility);
    // Spreads in place of volatilities: nominal 101, option-adjusted 12, against 62.
    expect([spreads(101, 62), spreads(12, 62)].map((it) => it.toFixed(2))).toEqual([
      "1.50",
      "0.18",
    ]);
    for (const wrong of [spreads(101, 62), spreads(12, 62)]) {
      expect(() => {
        isRight(wrong);
      }).toThrow();
    }
  });

  it("turn round: there and back is what was given up", () => {
    const [duration, vol] = [amount(0.5, 15), amount(1, 100)];
    fc.assert(
      fc.property(duration, duration, vol, vol, (one, other, volOne, volOther) => {
        const from = { duration: years(one), vol: bp(volOne) };
        const to = { duration: years(other), vol: bp(volOther) };
        expect(volatilityRatio(volatilityRatio(100, from, to, 1), to, from, 1)).toBeCloseTo(100, 9);
        const back = durationRatio(
          durationRatio(100, from.duration, to.duration),
          to.duration,
          from.duration,
        );
        expect(back).toBeCloseTo(100, 9);
      }),
    );
  });

  it("refuse what cannot be divided by", () => {
    expect(() => durationRatio(1, years(5), years(0))).toThrow(
      calcError("invalid", /durationTo is 0; it must be a number of years above 0/),
    );
    expect(() => volatilityRatio(1, mbs, { ...corporate, vol: bp(0) }, 1)).toThrow(
      calcError("invalid", /volTo is 0/),
    );
    expect(() => volatilityRatio(1, { ...mbs, vol: bp(-1) }, corporate, 1)).toThrow(
      calcError("invalid", /volFrom is -1/),
    );
  });
});

describe("tradeCost", () => {
  const legs = { mvFrom: 99_750_000, mvTo: 91_573_770, centsFrom: 2, centsTo: 18 };

  it("is 92,391, or 9.3 bp of what is given up: half of each round trip", () => {
    expect(tradeCost(legs).toFixed(0)).toBe("92391");
    expect(((tradeCost(legs) / legs.mvFrom) * 10_000).toFixed(1)).toBe("9.3");
    expect(daysOfCarry(bp(10), bp(39)).toFixed(0)).toBe("94");
    expect(daysOfCarry(bp(10), bp(-39)).toFixed(0)).toBe("94");
  });

  it("there and back is both round trips", () => {
    const value = amount(0, 1e9);
    const cents = amount(0, 100);
    fc.assert(
      fc.property(value, value, cents, cents, (mvFrom, mvTo, centsFrom, centsTo) => {
        const there = tradeCost({ mvFrom, mvTo, centsFrom, centsTo });
        const back = tradeCost({
          mvFrom: mvTo,
          mvTo: mvFrom,
          centsFrom: centsTo,
          centsTo: centsFrom,
        });
        const roundTrips = (mvFrom * centsFrom + mvTo * centsTo) / 10_000;
        expect(Math.abs(there + back - roundTrips)).toBeLessThanOrEqual(1e-9 * roundTrips);
      }),
    );
  });

  it("is not the same for both legs: corporates cost most of it (the wrong variant fails)", () => {
    const corporates = tradeCost({ ...legs, centsFrom: 0 });
    const isMost = (share: number) => {
      expect(share).toBeGreaterThan(0.85);
    };
    isMost(corporates / tradeCost(legs));
    const average = tradeCost({ ...legs, centsFrom: 10, centsTo: 10 });
    expect(() => {
      isMost(tradeCost({ ...legs, centsFrom: 0, centsTo: 10 }) / average);
    }).toThrow();
  });

  it("refuses amounts below 0, and a carry of 0", () => {
    expect(() => tradeCost({ ...legs, centsTo: -18 })).toThrow(
      calcError("invalid", /centsTo is -18; it must be 0 or more/),
    );
    expect(() => daysOfCarry(bp(10), bp(0))).toThrow(calcError("missing", /the gap is 0/));
  });
});

describe("switchReturn", () => {
  const outcome: SwitchOutcome = {
    durationFrom: years(5.6),
    durationTo: years(6.1),
    spreadFrom: bp(101),
    spreadTo: bp(62),
    spreadChangeFrom: bp(10),
    spreadChangeTo: bp(2),
    horizon: years(0.25),
    cost: bp(10),
  };

  it("is 23.8 bp", () => {
    expect(switchReturn(outcome).toFixed(1)).toBe("23.8");
  });

  it("is the two legs' returns on a duration-neutral switch", () => {
    const [spread, change] = [amount(0, 300), amount(-50, 50)];
    fc.assert(
      fc.property(spread, spread, change, change, amount(0, 2), (s, t, ds, dt, h) => {
        const ratio = durationRatio(1, years(5.6), years(6.1));
        const from = s * h - 5.6 * ds;
        const to = ratio * (t * h - 6.1 * dt);
        const result = switchReturn({
          ...outcome,
          spreadFrom: bp(s),
          spreadTo: bp(t),
          spreadChangeFrom: bp(ds),
          spreadChangeTo: bp(dt),
          horizon: years(h),
        });
        expect(result).toBeCloseTo(to - from - 10, 8);
      }),
    );
  });

  it("refuses a duration of 0 to take on", () => {
    expect(() => switchReturn({ ...outcome, durationTo: years(0) })).toThrow(
      calcError("invalid", /durationTo is 0/),
    );
  });
});

describe("keyRateHedge", () => {
  const KRDS = [0.25, 0.55, 1.35, 1.55, 1.6, 0.3];
  const TO = [0.05, 0.2, 1.6, 2.6, 1.6, 0.05];
  const DURATIONS = [1.9, 2.78, 4.5, 6.05, 8.1, 16.2];

  it("is +10.5, +12.6, −5.5, −17.3, 0 and +1.5", () => {
    const hedge = keyRateHedge({ krdFrom: KRDS, krdTo: TO, treasuryDurations: DURATIONS }, 99.75);
    expect(Array.from(hedge, (it) => it.toFixed(1))).toEqual(
      "10.5 12.6 -5.5 -17.3 0.0 1.5".split(" "),
    );
  });

  it("leaves nothing: with it every key rate's exposure is what it was", () => {
    const krd = fc.array(amount(-1, 4), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(krd, krd, amount(-1e9, 1e9), (krdFrom, krdTo, value) => {
        const hedge = keyRateHedge({ krdFrom, krdTo, treasuryDurations: DURATIONS }, value);
        hedge.forEach((treasury, k) => {
          const before = (krdFrom[k] as number) * value;
          const after = (krdTo[k] as number) * value + treasury * (DURATIONS[k] as number);
          // A few roundings of the greatest of the three amounts.
          const size =
            Math.abs(value) * (Math.abs(krdFrom[k] as number) + Math.abs(krdTo[k] as number));
          expect(Math.abs(after - before)).toBeLessThanOrEqual(4 * Number.EPSILON * size);
        });
      }),
    );
  });

  it("refuses a Treasury without duration", () => {
    expect(() => keyRateHedge({ krdFrom: [1], krdTo: [0], treasuryDurations: [0] }, 1)).toThrow(
      calcError("invalid", /treasuryDurations, row 1, is 0/),
    );
  });
});
