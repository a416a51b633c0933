import { assumptionCell } from "../../src/functions/about";
import { gapReceiptRows } from "../../src/functions/gapReceipt";
import { rotationSignalCells } from "../../src/functions/signal";
import { answer } from "../support/errors";
import { SAMPLE_CALLS } from "../support/sampleCalls";
import { worksheetFunctions, type WorksheetFunction } from "../support/worksheetFunctions";

/*
 * Pitfall 3: state that no cell shows. An answer depends on the arguments alone: not on what was
 * asked before, nor on the clock, nor on chance.
 */

/** A worksheet function and the arguments it is asked with. */
interface Asked {
  readonly id: string;
  readonly ask: () => unknown;
  /** Other calls of the same function, which must leave nothing behind. */
  readonly disturb?: () => unknown;
}

const askedOf = ({ id, call }: WorksheetFunction): Asked => {
  const { valid, bad } = SAMPLE_CALLS.get(id) ?? { valid: [], bad: [] };
  return { id, ask: () => call(...valid), disturb: () => call(...bad) };
};

/** The answers, asked in the order given. */
const answers = (asked: readonly Asked[]) =>
  new Map(asked.map(({ id, ask }) => [id, JSON.stringify(answer(ask))]));

function expectPure(asked: readonly Asked[]): void {
  const first = answers(asked);
  expect(answers([...asked].reverse())).toEqual(first);
  for (const { disturb } of asked) if (disturb !== undefined) answer(disturb);
  jest.useFakeTimers({ now: new Date("2031-07-04T12:00:00Z") });
  const chance = jest.spyOn(Math, "random").mockReturnValue(0.75);
  try {
    expect(answers(asked)).toEqual(first);
  } finally {
    chance.mockRestore();
    jest.useRealTimers();
  }
}

describe("same arguments, same answer", () => {
  it("holds for every function, in any order, after any other call, at any time", async () => {
    const functions = await worksheetFunctions();
    expect(functions.length).toBeGreaterThan(30);
    // Dates and no day to judge them by: the place where a clock would be read.
    const [gaps, , , , , dates] = SAMPLE_CALLS.get("ROTATIONSIGNAL")?.valid as any[][][];
    const withoutDay = {
      id: "ROTATIONSIGNAL without an as-of day",
      ask: () => rotationSignalCells(gaps ?? [], null, 5.6, undefined, "detail", dates ?? []),
    };
    expectPure([...functions.map(askedOf), withoutDay]);
  });

  it("is declared: no function is volatile, streams or asks for its address", async () => {
    const withOptions = (await worksheetFunctions()).filter((it) => "options" in it);
    expect(withOptions.map(({ id }) => id)).toEqual([]);
  });

  it("is noticed when it does not hold (the wrong variants fail)", () => {
    let corporateInThePane = 62;
    const hidden: Asked[] = [
      { id: "GAP", ask: () => 101 - corporateInThePane },
      { id: "PANE", ask: () => (corporateInThePane = 70) },
    ];
    let lastGood = 0;
    const remembers: Asked[] = [
      { id: "SPREAD", ask: () => (lastGood ||= 39), disturb: () => (lastGood = 12) },
    ];
    const clock: Asked[] = [{ id: "ASOF", ask: () => new Date().getFullYear() }];
    const volatile: Asked[] = [{ id: "DRAW", ask: () => Math.random() }];
    for (const wrong of [hidden, remembers, clock, volatile]) {
      expect(() => {
        expectPure(wrong);
      }).toThrow();
    }
  });

  it("comes from cells: another assumption in the range is another answer, and back again", () => {
    const nominalGap = (corpOas: number) =>
      gapReceiptRows([
        ["mbsSpread", 101.5],
        ["corpOas", corpOas],
      ]).find(([step]) => step === "nominal gap")?.[1];
    expect([62, 70, 62].map(nominalGap)).toEqual([39.5, 31.5, 39.5]);
    const trials = (table: unknown[][]) => assumptionCell(table, "trials");
    expect([trials([["trials", 50]]), trials([["corpOas", 62]])]).toEqual([50, 1]);
  });
});
