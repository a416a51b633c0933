import {
  mbsPriceCells,
  mbsStaticCard,
  mbsWalCells,
  mbsYieldCells,
  mbsZSpreadCell,
} from "../../src/functions/mortgage";
import { breakevenCprCell, mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import {
  dollarRollCard,
  factorSpeedCells,
  impliedSpeedCell,
  speedCells,
} from "../../src/functions/mortgageSpeed";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";
import { answer } from "../support/errors";

/* What people type into mortgage functions by mistake: each slip is answered with its sentence. */

const at = (value: unknown) => [[value]];
const refusal = (words: RegExp) => ({ code: "#VALUE!", message: expect.stringMatching(words) });

describe("a coupon above the loans' rate", () => {
  const words =
    /coupon is 0\.06, above wac, 0\.0595; it must be a net coupon of at most the loans' rate/;
  it.each<[string, () => unknown]>([
    ["MBSPRICE", () => mbsPriceCells(at(0.05), at(0.06), at(0.0595), at(357), at(3), at(0.06))],
    ["MBSYIELD", () => mbsYieldCells(at(99), at(0.06), at(0.0595), at(357), at(3), at(0.06))],
    ["MBSWAL", () => mbsWalCells(at(0.06), at(0.0595), at(357), at(3), at(0.06))],
    ["MBSSTATIC", () => mbsStaticCard(99, 0.06, 0.0595, 357, 3, at(0.06))],
    ["IMPLIEDSPEED", () => impliedSpeedCell(99, 0.05, 0.06, 0.0595, 357, 3)],
    ["MBSHORIZON", () => mbsHorizonCard(99, 0.06, 0.0595, 357, 3, at(0.06), 12, 0.05)],
  ])("is refused by %s", (_, call) => {
    expect(answer(call)).toEqual(refusal(words));
  });
});

describe("loans of more than forty years", () => {
  it("are refused with both numbers", () => {
    const call = () => mbsWalCells(at(0.05), at(0.0595), at(360), at(121), at(0.06));
    expect(answer(call)).toEqual(
      refusal(/^wam is 360 and age 121, together 481; it must be at most 480 months/),
    );
    const exactly = mbsWalCells(at(0.05), at(0.0595), at(360), at(120), at(0.06));
    expect(exactly).toEqual([[expect.any(Number)]]);
  });

  it("are refused where months are left alone", () => {
    const call = () => factorSpeedCells(at(0.9), at(0.8), at(0.06), at(481), at(1));
    expect(answer(call)).toEqual(refusal(/^wam1 is 481; it must be at most 480 months/));
  });

  it("name their row in a column", () => {
    const call = () => mbsWalCells(at(0.05), at(0.0595), [[357], [470]], [[3], [20]], at(0.06));
    expect(answer(call)).toEqual(refusal(/^row 2: wam is 470 and age 20, together 490/));
  });
});

describe("a speed of 6 where 6% belongs", () => {
  const words = /is 6 \(600%\); it must be a speed of 0 or more and below 1, did you mean 0\.06\?/;
  it.each<[string, () => unknown]>([
    ["MBSPRICE", () => mbsPriceCells(at(0.05), at(0.05), at(0.0595), at(357), at(3), at(6))],
    ["MBSWAL", () => mbsWalCells(at(0.05), at(0.0595), at(357), at(3), at(6))],
    ["MBSSTATIC's column", () => mbsStaticCard(99, 0.05, 0.0595, 357, 3, [[0.05], [6]])],
    ["MBSHORIZON", () => mbsHorizonCard(99, 0.05, 0.0595, 357, 3, at(6), 12, 0.05)],
  ])("is refused by %s", (_, call) => {
    expect(answer(call)).toEqual(refusal(words));
  });

  it("is refused by SPEED, which takes PSA and ABS in percent", () => {
    expect(answer(() => speedCells(at(6), at("cpr"), at("smm")))).toEqual(
      refusal(/^value is 6 CPR; it must be a speed of 0 or more .*, did you mean 0\.06\?/),
    );
    expect(speedCells(at(6), at("psa"), at("cpr"))[0]?.[0]).toBeCloseTo(0.0036, 12);
  });

  it("is refused where it is below 0 or no speed, without a guess", () => {
    const refused = (speed: unknown) =>
      answer(() => mbsWalCells(at(0.05), at(0.0595), at(357), at(3), at(speed)));
    expect(refused(-0.06)).toEqual(refusal(/is -0\.06 \(-6%\); it must be .*$/));
    expect(refused("fast")).toEqual(refusal(/a CPR such as 0\.06/));
  });
});

describe("a price of a pool", () => {
  const pricing: [string, (price: unknown) => unknown][] = [
    ["MBSYIELD", (it) => mbsYieldCells(at(it), at(0.05), at(0.0595), at(357), at(3), at(0.06))],
    ["MBSSTATIC", (it) => mbsStaticCard(it, 0.05, 0.0595, 357, 3, at(0.06))],
    ["MBSZSPREAD", (it) => mbsZSpreadCell(it, 0.05, 0.0595, 357, 3, at(0.06), BASE_CURVE)],
    ["IMPLIEDSPEED", (it) => impliedSpeedCell(it, 0.05, 0.05, 0.0595, 357, 3)],
    ["MBSHORIZON", (it) => mbsHorizonCard(it, 0.05, 0.0595, 357, 3, at(0.06), 12, 0.05)],
    ["BREAKEVENCPR", (it) => breakevenCprCell(it, 0.06, 0.0695, 350, 10, 0.0503)],
    ["DOLLARROLL", (it) => dollarRollCard(it, 8, 0.05, 30, 0.0062, 0.0365)],
  ];

  it.each(pricing)("of 0 or below is refused by %s", (_, call) => {
    for (const price of [0, -99]) {
      expect(answer(() => call(price))).toEqual(
        refusal(new RegExp(`price is ${price}; it must be a price per 100`)),
      );
    }
  });

  it.each(pricing)("per 1 of face value is refused by %s", (_, call) => {
    expect(answer(() => call(1))).toEqual(
      refusal(/price is 1; it must be a price per 100, did you mean 100\?/),
    );
    expect(answer(() => call(0.9975))).toEqual(refusal(/did you mean 99\.75\?/));
  });
});
