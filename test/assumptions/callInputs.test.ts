import { readAssumptions } from "../../src/assumptions/assumptions";
import { callWith, gapInputsBy, groundedCall } from "../../src/assumptions/callInputs";
import { callsOver, stretchWords } from "../../src/assumptions/callsOver";
import { changesBy } from "../../src/assumptions/changes";
import type { GapQuestion } from "../../src/assumptions/gapCall";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { marketLevels } from "../../src/assumptions/marketLevels";
import { otherValues } from "../../src/assumptions/plausible";
import { callClass } from "../../src/calc/signal/callClass";
import { normalStream } from "../../src/calc/numeric/random";

/** 84 months around a gap of 45 bp, which goes to the level given and stays there for four months. */
function historyTo(last: number) {
  const normal = normalStream(7);
  let gap = 45;
  const values = Float64Array.from({ length: 84 }, (_, i) => {
    gap = 45 + 0.5 * (gap - 45) + 6 * normal();
    return i < 80 ? gap : last + normal();
  });
  values[83] = last;
  return { dates: null, values };
}

const question = (last: number, entered: Record<string, number | boolean>): GapQuestion => ({
  history: historyTo(last),
  assumptions: readAssumptions(
    Object.entries(entered).map(([key, value], i) => ({ row: i, key, value })),
  ),
  adjustedGap: "by the assumptions",
  duration: null,
  asOf: null,
});
const OWN = { mbsSpread: 110, corpOas: 90, mbsOas: 30 };
const all = (asked: GapQuestion) => [...groundedCall(asked).inputs.values()].flat();

describe("the inputs that a call depends on", () => {
  it.each([5, 20, 45, 80])("are those, and only those, that change it: last gap %d bp", (last) => {
    const asked = question(last, OWN);
    const { call } = groundedCall(asked);
    const here = callClass(call.signal);
    const moving = ASSUMPTION_KEYS.filter((entry) => {
      const { key } = entry;
      const held = asked.assumptions.values.get(key) ?? entry.default;
      return (
        held !== null &&
        otherValues(key, held).some(
          (value) => callClass(callWith(asked, call, key, value).signal) !== here,
        )
      );
    });
    expect(new Set(all(asked))).toEqual(new Set(moving.map(({ key }) => key)));
  });

  it("name neither volatilities nor correlation, and name the example duration beside own spreads", () => {
    const { inputs } = groundedCall(question(15, OWN));
    const examples = inputs.get("example") ?? [];
    expect(examples).toContain("mbsDuration");
    for (const key of ["rateVol", "mbsSpreadVol", "corpSpreadVol", "spreadCorrelation", "ust10"]) {
      expect(examples).not.toContain(key);
    }
    expect(inputs.get("yours")).toEqual(expect.arrayContaining(["mbsOas", "corpOas"]));
  });

  it("include what would leave the history without a call: a window of rows that do not vary", () => {
    const { values } = historyTo(15);
    const flat = { dates: null, values: values.fill(15, 78) };
    const { inputs } = groundedCall({ ...question(15, OWN), history: flat });
    expect(inputs.get("judgement")).toContain("periodsPerYear");
  });

  it("are none where a gate of the data holds", () => {
    const short = {
      ...question(5, OWN),
      history: { dates: null, values: Float64Array.of(1, 9, 4, 20, 5) },
    };
    expect(groundedCall(short).inputs.get("example")).toEqual([]);
  });
});

describe("without an option-adjusted spread of the user's own", () => {
  const asked = question(5, { mbsSpread: 110, corpOas: 90 });
  const { call, inputs, missing } = groundedCall(asked);

  it("carry is left out and the level is asked for; the example is not used", () => {
    expect(missing).toEqual(["mbsOas"]);
    expect(call.adjustedGap).toBeNull();
    expect(call.signal.parts.carry).toBeNull();
    expect(all(asked)).not.toContain("mbsOas");
    expect(inputs.get("example")).not.toContain("mbsOas");
  });

  it("the gaps rest on what is the user's", () => {
    const levels = marketLevels(asked.assumptions, call.estimates.last);
    const gaps = gapInputsBy(asked.assumptions, levels);
    expect(gaps.get("yours")).toEqual(["mbsSpread", "corpOas"]);
    expect(gaps.get("example")).toEqual([]);
  });
});

it("what would change a call is the nearest value on the other side, and the call there differs", () => {
  const asked = question(15, OWN);
  const { call, inputs } = groundedCall(asked);
  const keys = [...inputs.values()].flat();
  const changes = changesBy(asked, call, keys);
  expect(changes.map(({ key }) => key)).toEqual(expect.arrayContaining(["mbsOas", "mbsDuration"]));
  for (const { key, at, text } of changes) {
    const there = callWith(asked, call, key, at).signal;
    expect(callClass(there)).not.toBe(callClass(call.signal));
    expect(there.text).toBe(text);
  }
});

describe("the calls over an input's plausible values", () => {
  it("meet where the call changes, and each stretch has its call", () => {
    const asked = question(15, { mbsSpread: 110, corpOas: 90 });
    const { call } = groundedCall(asked);
    const stretches = callsOver(asked, call, "mbsOas");
    expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([0, 80]);
    expect(stretches.length).toBeGreaterThan(1);
    for (const { from, to, call: words } of stretches) {
      for (const at of [from, (from + to) / 2, to]) {
        expect(callClass(callWith(asked, call, "mbsOas", at).signal).split(":")[0]).toBe(words);
      }
    }
  });

  it("are written from the least value up", () => {
    expect(stretchWords([{ from: 2, to: 8, call: "HOLD" }], "years")).toBe("HOLD for 2 to 8 years");
  });
});
