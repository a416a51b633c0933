import fc from "fast-check";
import { amount } from "../../support/amount";
import { tradeTicket, type TicketAsset } from "../../../src/calc/trade/tradeTicket";
import { bp, price, years } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const asset = (per100: number, duration: number, spread: number, vol: number, cents: number) =>
  ({
    price: price(per100),
    duration: years(duration),
    spread: bp(spread),
    vol: bp(vol),
    cents,
  }) satisfies TicketAsset;
const MBS = asset(99.75, 5.6, 101, 35, 2);
const CORPORATE = asset(98.4, 6.1, 62, 28, 18);

describe("tradeTicket", () => {
  it("of a hundred million has the numbers of the method notes, but for the lots", () => {
    const exact = tradeTicket(MBS, CORPORATE, 100e6, 1);
    expect(exact.from.value).toBe(99_750_000);
    expect(exact.from.dv01.toFixed(0)).toBe("55860");
    expect((exact.to.value / 1e6).toFixed(2)).toBe("91.57");
    expect((exact.to.face / 1e6).toFixed(2)).toBe("93.06");
    expect((exact.cash / 1e6).toFixed(2)).toBe("8.18");
    expect(exact.cost.toFixed(0)).toBe("92391");
    expect(tradeTicket(MBS, CORPORATE, 100e6, 1e6).to.face).toBe(93e6);
    // By volatility 1.1475 of the mortgages' value: 22.9 million more of the corporate.
    const missing = ((99.75 * 1.1475 - 91.5738) * 6.1 * 1e6) / 10_000;
    expect(Math.abs(exact.leftoverSpreadDv01 - missing)).toBeLessThan(10);
  });

  it("shows the cost three times as high, because bid and offer widen when one wants to leave", () => {
    const { cost, costInStress } = tradeTicket(MBS, CORPORATE, 100e6, 1e6);
    expect(costInStress).toBe(3 * cost);
  });

  const some = fc
    .tuple(amount(50, 130), amount(1, 12), amount(-50, 300), amount(5, 100), amount(0.1, 50))
    .map((it) => asset(...it));

  it("loses no money and no risk but a part of a lot", () => {
    fc.assert(
      fc.property(some, some, amount(5e7, 1e9), (from, to, face) => {
        const it0 = tradeTicket(from, to, face, 1e6);
        const { value, dv01 } = it0.to;
        expect(Math.abs(it0.from.value - value - it0.cash)).toBeLessThan(1e-6);
        expect(Math.abs(it0.from.dv01 - dv01 - it0.leftoverDv01)).toBeLessThan(1e-6);
        expect(it0.to.face % 1e6).toBe(0);
        const halfLot = (0.5e6 * to.price * to.duration) / 100 / 10_000;
        expect(Math.abs(it0.leftoverDv01)).toBeLessThanOrEqual(halfLot * (1 + 1e-9));
        const carry = Math.abs(from.spread - to.spread);
        fc.pre(carry > 0.01);
        const days = (it0.cost * 365) / (it0.from.value * (carry / 10_000));
        expect(Number(it0.daysOfCarry) / days).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has no days of carry where there is no gap", () => {
    expect(tradeTicket(MBS, { ...CORPORATE, spread: bp(101) }, 100e6, 1e6).daysOfCarry).toBeNull();
  });

  it("refuses less than half a lot", () => {
    expect(() => tradeTicket(MBS, CORPORATE, 500_000, 1e6)).toThrow(
      calcError(
        "invalid",
        /face is 500000: the other side would be 465\d\d\d, less than half a lot/,
      ),
    );
    expect(() => tradeTicket(MBS, CORPORATE, 0, 1e6)).toThrow(calcError("invalid", /face is 0/));
    expect(() => tradeTicket(MBS, CORPORATE, 1e6, 0)).toThrow(calcError("invalid", /lot is 0/));
  });
});
