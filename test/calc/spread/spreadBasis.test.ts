import { requireSameBasis, spreadBasis } from "../../../src/calc/spread/spreadBasis";
import { calcError } from "../../support/errors";

const basis = (label: string) => spreadBasis(label, "mbsBasis");

describe("spread bases", () => {
  it("read a kind, and a curve where it is named, in any case", () => {
    expect(basis(" Nominal ")).toEqual({ kind: "nominal", curve: null });
    expect(basis("oas  SOFR")).toEqual({ kind: "oas", curve: "sofr" });
  });

  it.each(["", "spread", "oas libor", "oas sofr now", "constructor", "__proto__"])(
    "refuse %p",
    (label) => {
      expect(() => basis(label)).toThrow(calcError("invalid", /mbsBasis is .* nominal, oas/));
    },
  );

  it("pass when both sides are alike", () => {
    expect(() => requireSameBasis(basis("z"), basis("Z"))).not.toThrow();
  });

  it.each([
    ["nominal", "oas", /one kind of spread/],
    ["oas treasury", "oas sofr", /spread between the curves/],
    ["oas", "oas sofr", /a curve it does not name/],
  ])("refuse %s against %s and say why", (mbs, corporate, words) => {
    expect(() => requireSameBasis(basis(mbs), basis(corporate))).toThrow(
      calcError("invalid", words),
    );
  });
});
