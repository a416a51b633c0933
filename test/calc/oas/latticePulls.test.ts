import { latticePulls } from "../../../src/calc/oas/latticePulls";
import { uniformStream } from "../../../src/calc/numeric/random";
import { lattice, rollForward } from "../../../src/calc/rates/lattice";

const monthly = (months: number) => Float64Array.from({ length: months + 1 }, (_, k) => k / 12);
const REACH = 3.5;

describe("the moves of a lattice from where they arrive", () => {
  it.each([
    [0.03, 0.0085],
    [0, 0.005],
    [0.1, 0.015],
  ])(
    "take weights as the lattice does: reversion %d, volatility %d",
    (meanReversion, volatility) => {
      const it = lattice({ meanReversion, volatility }, monthly(360), REACH);
      const nodes = it.deviations.length;
      const byNode = it.deviations.map((deviation) => Math.exp(-0.15 * deviation));
      const found = latticePulls(it, byNode);
      if (found === null) throw new Error("the lattice's moves are those of three neighbours");
      const draw = uniformStream(7);
      const before = it.deviations.map(() => draw());
      // After 300 months every node can be reached.
      const after = rollForward(it, 300, 1, before, new Float64Array(nodes));
      const weighted = before.map((weight, j) => weight * (byNode[j] as number));
      const at = (j: number) => weighted[j] ?? 0;
      const pulled = weighted.map((_, j) => {
        const [below, here, above] = found.pulls.subarray(3 * (j + 1)) as unknown as number[];
        return (below ?? 0) * at(j - 1) + (here ?? 0) * at(j) + (above ?? 0) * at(j + 1);
      });
      pulled[2] = (pulled[2] as number) + found.firstToThird * at(0);
      pulled[nodes - 3] = (pulled[nodes - 3] as number) + found.lastToThird * at(nodes - 1);
      for (const [j, value] of pulled.entries()) {
        expect(value / (byNode[j] as number)).toBeCloseTo(after[j] as number, 12);
      }
    },
  );

  it("are none where nodes far out move around others, or steps differ", () => {
    const fast = lattice({ meanReversion: 2, volatility: 0.01 }, monthly(360), 12);
    expect(latticePulls(fast, fast.deviations)).toBeNull();
    const uneven = Float64Array.of(0, 1 / 12, 2 / 12, 0.5, 1, 2, 3, 4);
    const odd = lattice({ meanReversion: 0, volatility: 0.01 }, uneven, 6);
    expect(latticePulls(odd, odd.deviations)).toBeNull();
  });
});
