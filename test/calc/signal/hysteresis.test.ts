import { hysteresis } from "../../../src/calc/signal/hysteresis";
import { calcError } from "../../support/errors";

describe("hysteresis", () => {
  const z = Float64Array.of(0.2, 1.6, 1.2, 0.6, 0.4, -0.8, -1.5, -1.2, -0.6, -0.4, 0);

  it("enters at one threshold and leaves at the other", () => {
    expect([...hysteresis(z, 1.5, 0.5)]).toEqual([0, 1, 1, 1, 0, 0, -1, -1, -1, 0, 0]);
  });

  it("with one threshold trades more", () => {
    const trades = (positions: ArrayLike<number>) =>
      Array.from(positions).filter((p, i, all) => i > 0 && p !== all[i - 1]).length;
    const hovering = Float64Array.of(0, 1.6, 1.4, 1.6, 1.4, 1.6, 1.4, 0);
    expect(trades(hysteresis(hovering, 1.5, 0.5))).toBe(2);
    expect(trades(hysteresis(hovering, 1.5, 1.5))).toBe(6);
  });

  it("turns at once to the other side, and keeps its position over a missing row", () => {
    expect([...hysteresis(Float64Array.of(2, NaN, -2), 1.5, 0.5)]).toEqual([1, 1, -1]);
  });

  it("refuses an exit beyond the entry", () => {
    expect(() => hysteresis(z, 0.5, 1)).toThrow(calcError("invalid", /exit is 1 and enter 0\.5/));
    expect(() => hysteresis(z, 0.5, -0.1)).toThrow(calcError("invalid", /0 ≤ exit ≤ enter/));
  });

  it("gives a row the same position when later rows are appended", () => {
    for (let n = 1; n <= z.length; n++) {
      expect([...hysteresis(z.slice(0, n), 1.5, 0.5)]).toEqual(
        [...hysteresis(z, 1.5, 0.5)].slice(0, n),
      );
    }
  });

  it("enters at the threshold itself, leaves at the exit itself, and takes an exit of 0", () => {
    expect([...hysteresis(Float64Array.of(1.5, 0.51, 0.5, -1.5), 1.5, 0.5)]).toEqual([1, 1, 0, -1]);
    expect([...hysteresis(Float64Array.of(1.5, 0.01, 0), 1.5, 0)]).toEqual([1, 1, 0]);
  });
});
