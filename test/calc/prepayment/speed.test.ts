import { speedFraction, speedFromText } from "../../../src/calc/prepayment/speed";
import { calcError } from "../../support/errors";

describe("speeds as text", () => {
  it.each([
    ["6 CPR", { kind: "cpr", cpr: 0.06 }],
    ["6cpr", { kind: "cpr", cpr: 0.06 }],
    ["0.5 SMM", { kind: "smm", smm: 0.005 }],
    [" 165 Psa ", { kind: "psa", percent: 165 }],
    ["6 24 R 18", { kind: "ramp", from: 0.06, months: 24, to: 0.18 }],
    ["18 24R10", { kind: "ramp", from: 0.18, months: 24, to: 0.1 }],
  ])("%p", (text, speed) => {
    expect(speedFromText(text, "speed")).toEqual(speed);
  });

  it.each([
    ["fast", /speed is "fast"; it must be a CPR such as/],
    ["6", /a CPR such as/],
    ["100 CPR", /speed is 1 \(100%\).* below 1/],
    ["-6 CPR", /speed is -0\.06/],
    ["-150 PSA", /0 or more/],
    ["6 0 R 18", /1 month or more/],
    ["6 24 R 180", /speed is 1\.8/],
  ])("refuses %p", (text, words) => {
    expect(() => speedFromText(text, "speed")).toThrow(calcError("invalid", words));
  });

  it("names the slip of 6 for 0.06", () => {
    expect(() => speedFraction(6, "speed")).toThrow(calcError("invalid", /did you mean 0\.06\?/));
  });
});
