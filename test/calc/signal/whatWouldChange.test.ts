import { whatWouldChange } from "../../../src/calc/signal/whatWouldChange";
import { bp } from "../../../src/calc/units";

describe("whatWouldChange", () => {
  const band = (gap: number) => (gap < 30 ? "LOW" : gap <= 47.33 ? "MIDDLE" : "HIGH");

  it("is the nearest gap with another text, to a tenth of a basis point, rounded to its side", () => {
    expect(whatWouldChange(bp(39), band)).toEqual({ gap: 47.4, text: "HIGH" });
    expect(whatWouldChange(bp(38), band)).toEqual({ gap: 29.9, text: "LOW" });
    expect(whatWouldChange(bp(47.3), band)).toEqual({ gap: 47.4, text: "HIGH" });
  });

  it("is nothing when no gap within 200 bp has another text", () => {
    expect(whatWouldChange(bp(39), () => "SAME")).toBeNull();
    expect(whatWouldChange(bp(0), (gap) => (gap > 200.5 ? "FAR" : "HERE"))).toBeNull();
  });
});
