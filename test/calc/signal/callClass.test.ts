import { callClass } from "../../../src/calc/signal/callClass";
import type { RotationSignal } from "../../../src/calc/signal/rotationSignal";

const signal = (text: string, gate: string | null) =>
  ({ text, gate: gate === null ? null : { name: gate } }) as RotationSignal;

describe("callClass", () => {
  it("is the call, assumed or not", () => {
    expect(callClass(signal("LEAN MBS", null))).toBe("LEAN MBS");
    expect(callClass(signal("LEAN MBS (assumed)", null))).toBe("LEAN MBS");
  });

  it("of a hold is its gate, whatever the digits", () => {
    expect(callClass(signal("HOLD: P 54% < 55%", "probability"))).toBe("HOLD: probability");
  });
});
