import { nearestChange, whatWouldChange } from "../../../src/calc/signal/whatWouldChange";
import { bp } from "../../../src/calc/units";

describe("whatWouldChange", () => {
  const call = (text: string) => ({ kind: text, text });
  const band = (gap: number) => call(gap < 30 ? "LOW" : gap <= 47.33 ? "MIDDLE" : "HIGH");

  it("is the nearest gap with another text, to a tenth of a basis point, rounded to its side", () => {
    expect(whatWouldChange(bp(39), band)).toEqual({ at: 47.4, text: "HIGH" });
    expect(whatWouldChange(bp(38), band)).toEqual({ at: 29.9, text: "LOW" });
    expect(whatWouldChange(bp(47.3), band)).toEqual({ at: 47.4, text: "HIGH" });
  });

  it("is nothing when no gap within 200 bp has another text", () => {
    expect(whatWouldChange(bp(39), () => call("SAME"))).toBeNull();
    expect(whatWouldChange(bp(0), (gap) => call(gap > 200.5 ? "FAR" : "HERE"))).toBeNull();
  });

  it("takes no change of digits in a hold's words for another call", () => {
    const hold = (gap: number) => ({ kind: "HOLD: probability", text: `HOLD: P ${gap}% < 55%` });
    expect(whatWouldChange(bp(39), hold)).toBeNull();
  });
});

describe("nearestChange", () => {
  it("finds the change within the range, at its end too, and none beyond it", () => {
    const over = (most: number) => (cost: number) => ({
      kind: String(cost > most),
      text: cost > most ? "HOLD" : "LEAN",
    });
    const search = { low: 0, high: 50, step: 1, precision: 0.1 };
    expect(nearestChange(10, over(12), search)).toEqual({ at: 12.1, text: "HOLD" });
    expect(nearestChange(10, over(49.85), search)).toEqual({ at: 49.9, text: "HOLD" });
    expect(nearestChange(10, over(50), search)).toBeNull();
    expect(nearestChange(20, over(12), search)).toEqual({ at: 12, text: "LEAN" });
  });

  it("is the nearer one of two sides, from below zero too", () => {
    const call = (value: number) => {
      const text = value < -7 ? "LOW" : value > -2.6 ? "HIGH" : "MIDDLE";
      return { kind: text, text };
    };
    const search = { low: -50, high: 50, step: 3, precision: 0.1 };
    expect(nearestChange(-5, call, search)).toEqual({ at: -7.1, text: "LOW" });
    expect(nearestChange(-4.7, call, search)).toEqual({ at: -2.5, text: "HIGH" });
  });

  it("looks as far as the farther end when now is near the other", () => {
    const call = (value: number) => ({
      kind: String(value < -40),
      text: value < -40 ? "LOW" : "HIGH",
    });
    expect(nearestChange(48, call, { low: -50, high: 50, step: 1, precision: 0.1 })).toEqual({
      at: -40.1,
      text: "LOW",
    });
  });
});
