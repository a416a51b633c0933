import { mbsCashflowsRows } from "../../src/functions/mortgage";
import { answer } from "../support/errors";

const MONTHS = 360;
const flows = (speed: number) =>
  mbsCashflowsRows(0.055, 0.06, MONTHS, 0, [[speed]], 100_000) as number[][];

describe("MBSCASHFLOWS", () => {
  it("without prepayment is the level-pay loan: payment B·c ÷ (1 − (1 + c)^−n), less the servicing", () => {
    const monthly = 0.06 / 12;
    const level = (100_000 * monthly) / (1 - (1 + monthly) ** -MONTHS);
    const [first] = flows(0);
    const [month, opening, interest, scheduled, prepaid, total, closing] = first as number[];
    expect([month, opening, prepaid]).toEqual([1, 100_000, 0]);
    expect(scheduled).toBeCloseTo(level - 100_000 * monthly, 8);
    expect(interest).toBeCloseTo((100_000 * 0.055) / 12, 10);
    expect(total).toBeCloseTo(level - (100_000 * 0.005) / 12, 8);
    expect(closing).toBeCloseTo(100_000 - (scheduled as number), 8);
  });

  it("prepays 1 − (1 − CPR)^(1/12) of what is left after the scheduled principal", () => {
    const [, opening = 0, , scheduled = 0, prepaid] = flows(0.06)[0] as number[];
    expect(prepaid).toBeCloseTo((opening - scheduled) * (1 - 0.94 ** (1 / 12)), 8);
  });

  it("pays all of the balance back and opens each month with what the last one left", () => {
    const rows = flows(0.06);
    const principal = rows.reduce(
      (sum, [, , , scheduled = 0, prepaid = 0]) => sum + scheduled + prepaid,
      0,
    );
    expect(rows).toHaveLength(MONTHS);
    expect(principal).toBeCloseTo(100_000, 6);
    rows
      .slice(1)
      .forEach(([, opening], i) => expect(opening).toBeCloseTo(rows[i]?.[6] as number, 8));
  });

  it("refuses a coupon above the loans' rate", () => {
    expect(answer(() => mbsCashflowsRows(0.065, 0.06, MONTHS, 0, [[0.06]]))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/coupon is 0\.065, above wac, 0\.06/),
    });
  });
});
