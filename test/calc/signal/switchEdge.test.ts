import { normalStream } from "../../../src/calc/numeric/random";
import { reverseSwitch, switchEdge, type Switch } from "../../../src/calc/signal/switchEdge";
import { bp, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const base: Switch = {
  gap: bp(39),
  fair: bp(55),
  halfLife: 8,
  gapVol: bp(14),
  duration: years(5.6),
  carry: bp(39),
  cost: bp(10),
  horizon: years(0.5),
  fairError: bp(0),
};
const rounded = (it: Switch) => {
  const { edge, sd, probability, breakeven } = switchEdge(it);
  return [edge.toFixed(1), sd.toFixed(1), probability.toFixed(3), breakeven.toFixed(2)];
};

describe("switchEdge", () => {
  it("gives the worked numbers", () => {
    expect(rounded(base)).toEqual(["6.8", "43.7", "0.562", "5.27"]);
    expect(rounded({ ...base, fair: bp(47) }).slice(0, 1)).toEqual(["-11.3"]);
    expect(switchEdge({ ...base, fair: bp(47) }).probability.toFixed(2)).toBe("0.40");
    expect(switchEdge({ ...base, carry: bp(-39.4) }).edge.toFixed(0)).toBe("46");
    expect(switchEdge({ ...base, carry: bp(-39.4) }).probability.toFixed(2)).toBe("0.85");
  });

  it("by horizon rises to about nine months and turns negative by two years", () => {
    const edges = [0.25, 0.5, 0.75, 1, 1.5, 2].map((horizon) =>
      switchEdge({ ...base, horizon: years(horizon) }).edge.toFixed(1),
    );
    expect(edges).toEqual(["0.8", "6.8", "9.3", "8.9", "2.3", "-9.6"]);
  });

  it("is less sure when the fair gap is: 56.2% becomes 55.7% with an error of 8 bp", () => {
    expect(switchEdge({ ...base, fairError: bp(8) }).probability.toFixed(3)).toBe("0.557");
  });

  it("is not the z-score's p-value: −1.87 would say 97%, the switch wins in 56 of 100", () => {
    expect(switchEdge(base).probability).toBeLessThan(0.6);
  });

  it("agrees with a simulation of the process", () => {
    const shock = normalStream(99);
    const { edge, sd, probability } = switchEdge(base);
    const kappa = (Math.LN2 / 8) * 12;
    const steps = 50;
    const dt = 0.5 / steps;
    const kept = Math.exp(-kappa * dt);
    const step = 14 * Math.sqrt((1 - kept * kept) / (2 * kappa));
    const n = 4000;
    let [sum, squares, wins] = [0, 0, 0];
    for (let path = 0; path < n; path++) {
      let gap = 39;
      for (let i = 0; i < steps; i++) gap = 55 + (gap - 55) * kept + step * shock();
      const result = 5.6 * (gap - 39) - 39 * 0.5 - 10;
      sum += result;
      squares += result * result;
      wins += result > 0 ? 1 : 0;
    }
    const mean = sum / n;
    // Four standard errors.
    expect(Math.abs(mean - edge)).toBeLessThan((4 * sd) / Math.sqrt(n));
    expect(Math.abs(Math.sqrt(squares / n - mean * mean) / sd - 1)).toBeLessThan(
      4 / Math.sqrt(2 * n),
    );
    expect(Math.abs(wins / n - probability)).toBeLessThan(4 * Math.sqrt(0.25 / n));
  });

  it("of the reverse earns the carry and the opposite reversion", () => {
    const there = switchEdge({ ...base, cost: bp(0) });
    const back = switchEdge(reverseSwitch({ ...base, cost: bp(0) }));
    expect(back.edge).toBeCloseTo(-there.edge, 12);
    expect(back.sd).toBeCloseTo(there.sd, 12);
    expect(back.probability).toBeCloseTo(1 - there.probability, 12);
  });

  it("is certain without risk", () => {
    expect(switchEdge({ ...base, gapVol: bp(0) }).probability).toBe(1);
    expect(switchEdge({ ...base, gapVol: bp(0), fair: bp(39) }).probability).toBe(0);
  });

  it("does not win when it earns exactly 0", () => {
    const nothing = { ...base, gapVol: bp(0), fair: bp(39), carry: bp(0), cost: bp(0) };
    expect(switchEdge(nothing)).toMatchObject({ edge: 0, sd: 0, probability: 0 });
  });

  it.each([
    [{ duration: years(0) }, /duration is 0/],
    [{ horizon: years(0) }, /horizon is 0/],
    [{ halfLife: 0 }, /halfLife is 0/],
    [{ gapVol: bp(-1) }, /gapVol is -1/],
    [{ fairError: bp(-1) }, /fairSe is -1/],
  ])("refuses %p", (wrong, words) => {
    expect(() => switchEdge({ ...base, ...wrong })).toThrow(calcError("invalid", words));
  });
});
