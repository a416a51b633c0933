import { monthsLater } from "../../../src/calc/date/serial";
import { callWhereDearer, putWhereCheaper } from "../../../src/calc/rates/exercise";
import { fittedLattice, relativeDiscounts, stepBack } from "../../../src/calc/rates/fittedLattice";
import { lattice } from "../../../src/calc/rates/lattice";
import { latticeTimes } from "../../../src/calc/rates/latticeTimes";
import { golden } from "../../support/golden";
import { REFERENCE, referenceCurve } from "../../support/ratesCurves";

/** A cap or floor by the lattice: each period's choice is made when its rate is set. */
function capOnLattice(row: Record<string, string>): number {
  const ends = Array.from(
    { length: 4 * Number(row.years) },
    (_, k) => (monthsLater(REFERENCE, 3 * (k + 1)) - REFERENCE) / 365,
  );
  const { times, at } = latticeTimes(ends, 1 / 24);
  const model = { meanReversion: Number(row.a), volatility: Number(row.sigma) };
  const fitted = fittedLattice(lattice(model, times), referenceCurve(row.curve));
  const { lowest, highest, deviations } = fitted.lattice;
  const asked = ends.slice(1).map((end, k) => ({
    at: at[k] as number,
    length: end - (ends[k] as number),
  }));
  const ahead = relativeDiscounts(fitted, asked);
  let after: Float64Array = new Float64Array(deviations.length);
  let before: Float64Array = new Float64Array(deviations.length);
  let next = asked.length - 1;
  for (let i = at[ends.length - 2] as number; i >= 0; i--) {
    if (i < (at[ends.length - 2] as number)) {
      stepBack(fitted, i, 0, after, before);
      [after, before] = [before, after];
    }
    if (asked[next]?.at !== i) continue;
    const { length } = asked[next] as { length: number };
    const growth = 1 + (Number(row.strike) * length * 365) / 360;
    const from = fitted.discounts[i] as number;
    const forward = fitted.discount((times[i] as number) + length) / from;
    // What 1 and the strike's interest are worth; a cap is the right to pay it for 1.
    const bond = (ahead[next] as Float64Array).map((it) => growth * forward * it);
    const [low, high] = [lowest[i] as number, highest[i] as number];
    const chosen =
      row.type === "cap"
        ? putWhereCheaper(bond.slice(), low, high, 1)
        : callWhereDearer(bond.slice(), low, high, () => 1);
    for (let j = low; j <= high; j++) {
      const gain = (chosen[j] as number) - (bond[j] as number);
      after[j] = (after[j] as number) + (row.type === "cap" ? gain : -gain);
    }
    next--;
  }
  return after[lowest[0] as number] as number;
}

describe("caps and floors on the lattice", () => {
  it("are worth the reference table's within a tenth of a basis point of notional a year", () => {
    const rows = golden("hw_caps.csv");
    expect(rows.length).toBe(38);
    const misses = rows
      .map(
        (row) => [row.id, capOnLattice(row) - Number(row.value), 1e-5 * Number(row.years)] as const,
      )
      .filter(([, off, allowed]) => !(Math.abs(off) <= allowed));
    expect(misses).toEqual([]);
  });
});
