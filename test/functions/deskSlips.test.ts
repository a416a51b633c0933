/* Slips of a trading desk that would give a number which looks right. */
import { bondOasCard } from "../../src/functions/bondOas";
import { mbsHorizonCard } from "../../src/functions/mortgageHorizon";
import { couponSwapCard, payUpCard } from "../../src/functions/poolTrades";
import { scenarioGridRows } from "../../src/functions/scenarios";
import { answer } from "../support/errors";
import { BASE_CURVE } from "../../src/functions/selfTest/workedSeries";

type Cells = unknown[][] | string | number | boolean | undefined;

/** BONDOAS with arguments by name after the curve. */
const bondOas = (
  calls: unknown[][],
  more: Partial<
    Record<"exercise" | "puts" | "makeWhole" | "steps" | "sinking" | "floatFrom", Cells>
  >,
) =>
  answer(() =>
    bondOasCard(
      ...["2026-01-15", "2032-01-15", 0.055, 99, BASE_CURVE as unknown[][], calls],
      ...([undefined, undefined, undefined, undefined, "oas", undefined] as const),
      more.exercise,
      undefined,
      more.puts as unknown[][],
      undefined,
      more.makeWhole,
      more.steps as unknown[][],
      more.sinking as unknown[][],
      more.floatFrom,
      more.floatFrom === undefined ? undefined : 150,
    ),
  );

const CALL = [["2031-01-15", 100]];

describe("BONDOAS", () => {
  it.each([
    [
      { makeWhole: 0.0015 },
      "makeWholeBp is 0.0015; it must be 0 to 500 basis points, did you mean 15?",
    ],
    [{ makeWhole: 1500 }, "makeWholeBp is 1500; it must be 0 to 500 basis points"],
    [{ makeWhole: -15 }, "makeWholeBp is -15; it must be 0 to 500 basis points"],
    [
      { puts: [["2028-01-15", 1]] },
      "puts, row 1, price is 1; it must be a clean price per 100, 5 or more, did you mean 100?",
    ],
    [
      { sinking: [["2028-01-15", 0.2]] },
      "sinking, row 1, amount is 0.2; it must be a part of 100 of the face value at issue, 1 or more and below 100, such as 20",
    ],
    [
      { floatFrom: "2031-01-15", steps: [["2031-07-15", 0.2]] },
      "couponSteps, row 1, is 2031-07-15; it must be before floatFrom, 2031-01-15: from then on the index and floatBp are paid",
    ],
  ])("refuses %j", (more, message) => {
    expect(bondOas(CALL, more)).toMatchObject({ message });
  });

  it("refuses a call for every day, which american says in one row", () => {
    const days = Array.from({ length: 501 }, (_, i) => [46_500 + i, 100]);
    expect(bondOas(days, {})).toMatchObject({
      message:
        'calls has 501 rows; it must have at most 500: exercise "american" takes any day from a row\'s on',
    });
  });
});

describe("a lognormal volatility", () => {
  const withVolatility = (volatility: number) =>
    answer(() =>
      bondOasCard(
        ...["2026-01-15", "2032-01-15", 0.055, 99, BASE_CURVE as unknown[][], CALL, volatility],
        ...([undefined, undefined, undefined, "oas", undefined, undefined, undefined] as const),
        undefined,
        "lognormal",
      ),
    );

  it("can be above 100%, and is no percentage", () => {
    expect(withVolatility(1.5)).toEqual([[expect.any(Number)]]);
    expect(withVolatility(22)).toMatchObject({
      message:
        "hwVol is 22; it must be a volatility relative to yields from 0.01 to 2 a year, such as 0.22 for 22%",
    });
  });
});

it("PAYUP refuses a roll in another unit", () => {
  const pool = [[0.06, 0.069, 350, 8]];
  const tba = [[101.5, 0.06, 0.069, 350, 8]];
  const dear = () =>
    payUpCard(pool, tba, BASE_CURVE as unknown[][], undefined, "netPayUp32", undefined, 1e6);
  expect(answer(dear)).toMatchObject({
    message: "roll32 is 1000000; it must be -96 to 96 32nds a month",
  });
});

it("COUPONSWAP refuses a hedge with a pool that has next to no duration", () => {
  const lower = [[101.5, 0.06, 0.069, 350, 8]];
  const swap = (upper: number) =>
    answer(() =>
      couponSwapCard(
        lower,
        [[upper, 0.065, 0.0745, 352, 6]],
        BASE_CURVE as unknown[][],
        undefined,
        undefined,
        "ratio",
      ),
    );
  expect(swap(103.2)).toEqual([[expect.any(Number)]]);
  const refused = Array.from({ length: 12 }, (_, i) => swap(114 + i / 2));
  expect(refused).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(
        /^hedge is "duration", which takes [\d.e+]+ of the upper coupon for one of the lower/,
      ),
    }),
  );
});

describe("moves in basis points", () => {
  const asset = [[0.05, 5.6, -160, 5.6, 0, false]];
  const grid = (scenarios: number[][], method?: string) =>
    answer(() => scenarioGridRows(asset, asset, asset, scenarios, undefined, undefined, method));

  it("are no decimals, and no more than a year has had", () => {
    expect(grid([[-0.01, 0, 0]])).toMatchObject({
      message:
        "scenarios, row 1, rate shift, is -0.01; it must be -1500 to 1500 basis points, did you mean -100?",
    });
    expect(
      grid([
        [0, 0, 0],
        [0, -6000, 0],
      ]),
    ).toMatchObject({
      message: "scenarios, row 2, MBS spread, is -6000; it must be -1500 to 1500 basis points",
    });
  });

  it("are at most a hundred where each is valued again", () => {
    expect(
      grid(
        Array.from({ length: 101 }, () => [0, 0, 0]),
        "exact",
      ),
    ).toMatchObject({
      message: 'scenarios has 101 rows; it must have at most 100 where method is "exact"',
    });
  });

  it("MBSHORIZON refuses a decimal as the spread of its sale", () => {
    const sale = answer(() =>
      mbsHorizonCard(
        ...[99.75, 0.05, 0.0595, 357, 3, [["model"]], 12],
        ...[undefined, undefined, undefined, undefined, undefined],
        0.003,
        BASE_CURVE as unknown[][],
      ),
    );
    expect(sale).toMatchObject({
      message: "exitOas is 0.003; it must be -1000 to 1000 basis points, did you mean 30?",
    });
  });
});
