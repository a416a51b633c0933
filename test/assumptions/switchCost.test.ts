import { keyNamed } from "../../src/assumptions/assumptions";
import { switchEdge } from "../../src/calc/signal/switchEdge";
import { bp, years } from "../../src/calc/units";

/*
 * Pitfall 18: the two legs do not cost alike, a TBA 2 cents for a round trip and corporates 18.
 * The cost of a switch is half of each.
 */
describe("the cost of a switch", () => {
  const default_ = (key: string) => keyNamed(key).default as number;
  const edge = (cost: number) =>
    switchEdge({
      gap: bp(39),
      fair: bp(55),
      halfLife: 8,
      gapVol: bp(14),
      duration: years(5.6),
      carry: bp(39),
      cost: bp(cost),
      horizon: years(0.5),
      fairError: bp(0),
    }).edge;

  it("is by default half of both round trips: 10 bp", () => {
    expect(default_("costMbs")).toBe(2);
    expect(default_("costCorp")).toBe(18);
    expect(default_("switchCost")).toBe((2 + 18) / 2);
  });

  it("at the mortgages' cost on both sides would more than double the edge of 6.8 bp", () => {
    expect(edge(default_("switchCost"))).toBeCloseTo(6.8, 1);
    expect(edge(default_("costMbs"))).toBeGreaterThan(2 * 6.8);
  });

  it("in stress, three times as much, leaves no edge", () => {
    expect(edge(3 * default_("switchCost"))).toBeLessThan(0);
  });
});
