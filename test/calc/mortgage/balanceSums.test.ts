import { BalanceSums } from "../../../src/calc/mortgage/balanceSums";
import { fillPoolFlows, roomForFlows } from "../../../src/calc/mortgage/cashFlows";
import { rate } from "../../../src/calc/units";

const POOL = { coupon: rate(0.05), wac: rate(0.0595), wam: 357, age: 3 };
const NONE = { kind: "cpr", cpr: rate(0) } as const;

describe("the sum of a pool's discounted balances and its slope", () => {
  // Around a force of interest of 0 the closed form of the slope gives way to its first two terms; the third is of the
  // order of n² force² / 2, 5e-8 at 9e-7 a month.
  it.each([-0.004, -2e-6, -9e-7, -1e-8, 0, 9e-7, 2e-6])(
    "are those of balances that are added one by one, at a force of %d a month",
    (force) => {
      const q = Math.exp(force);
      const flows = roomForFlows(POOL.wam);
      fillPoolFlows(flows, POOL, NONE, 100);
      const { opening } = flows;
      let [value, slope] = [0, 0];
      for (let k = 0; k < POOL.wam; k++) {
        value += (opening[k] as number) * q ** k;
        slope += k * (opening[k] as number) * q ** (k - 1);
      }
      const sums = new BalanceSums();
      sums.start(POOL, NONE);
      sums.fill(q);
      expect(sums.value / value).toBeCloseTo(1, 9);
      expect(Math.abs(sums.slope / slope - 1)).toBeLessThan(1e-7);
    },
  );
});
