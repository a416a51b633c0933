import fc from "fast-check";
import { amount } from "../../support/amount";
import { issuance } from "../../../src/calc/flow/issuance";
import { netSupply } from "../../../src/calc/flow/netSupply";
import { supplyImpact, type SupplyView } from "../../../src/calc/flow/supplyImpact";
import { bp } from "../../../src/calc/units";
import { calcError } from "../../support/errors";

const flow = (most = 1000) => amount(-most, most);

describe("netSupply", () => {
  it("is 150 bn when 200 are issued, 200 run off, the agencies take 200 and banks 50", () => {
    const flows = { netIssuance: 200, fedRunoff: 200, gsePurchases: 200, bankPurchases: 50 };
    expect(netSupply(flows)).toBe(150);
  });

  it("does not change when the agencies take what the Federal Reserve lets go: replacement, not addition", () => {
    fc.assert(
      fc.property(flow(), flow(), flow(), (netIssuance, swapped, bankPurchases) => {
        const without = netSupply({ netIssuance, fedRunoff: 0, gsePurchases: 0, bankPurchases });
        const both = { netIssuance, fedRunoff: swapped, gsePurchases: swapped, bankPurchases };
        expect(netSupply(both)).toBeCloseTo(without, 9);
        // Counting the purchases alone would call the replacement demand.
        const wrong = netSupply({ ...both, fedRunoff: 0 });
        expect(wrong - without).toBeCloseTo(-swapped, 9);
      }),
    );
  });

  it("is balanced: what is issued or let go is held by somebody", () => {
    fc.assert(
      fc.property(flow(), flow(), flow(), flow(), (issued, runoff, gse, banks) => {
        const toPrivate = netSupply({
          netIssuance: issued,
          fedRunoff: runoff,
          gsePurchases: gse,
          bankPurchases: banks,
        });
        expect(toPrivate + gse + banks - runoff).toBeCloseTo(issued, 9);
      }),
    );
  });
});

describe("supplyImpact", () => {
  const purchases = (change: Partial<SupplyView> = {}): SupplyView => ({
    changeBn: -200,
    beta: bp(7),
    betaLow: bp(0),
    betaHigh: bp(20),
    pricedIn: bp(0),
    ...change,
  });

  it.each([
    [0, 0],
    [5, -10],
    [7, -14],
    [10, -20],
    [20, -40],
  ])("at a beta of %d is %d bp for 200 bn less", (beta, expected) => {
    expect(supplyImpact(purchases({ beta: bp(beta) })).impact).toBe(expected);
  });

  it("has the mean and the spread of the five published views", () => {
    const views = [0, 5, 7, 10, 20].map((beta) =>
      Number(supplyImpact(purchases({ beta: bp(beta) })).impact),
    );
    const mean = views.reduce((a, b) => a + b) / 5;
    const deviation = Math.sqrt(views.reduce((a, b) => a + (b - mean) ** 2, 0) / 4);
    expect([mean.toFixed(1), deviation.toFixed(1)]).toEqual(["-16.8", "14.9"]);
  });

  it("takes off once what the announcement has moved: of −14 bp, −15 are in the price and +1 is left (the wrong variant fails)", () => {
    const { impact, residual, low, high } = supplyImpact(purchases({ pricedIn: bp(-15) }));
    expect([impact, residual, low, high]).toEqual([-14, 1, 0, -40]);
    // Announcement and flow both counted: the spread would have 29 bp to come.
    const twice = impact + -15;
    expect(() => {
      expect(twice).toBe(residual);
    }).toThrow();
  });

  it("mirrors: as much more supply widens by as much", () => {
    fc.assert(
      fc.property(flow(5000), amount(0, 40), (changeBn, beta) => {
        const less = supplyImpact(purchases({ changeBn, beta: bp(beta) }));
        const more = supplyImpact(purchases({ changeBn: -changeBn, beta: bp(beta) }));
        expect(less.impact + more.impact).toBe(0);
        expect(less.high + more.high).toBe(0);
      }),
    );
  });

  it("refuses betas with a sign of their own, and a range upside down", () => {
    expect(() => supplyImpact(purchases({ beta: bp(-7) }))).toThrow(
      calcError("invalid", /beta is -7; it must be a number of basis points per US\$100bn/),
    );
    expect(() => supplyImpact(purchases({ betaLow: bp(21) }))).toThrow(
      calcError("invalid", /betaLow is 21 and betaHigh 20/),
    );
  });
});

describe("issuance", () => {
  it("sums: changes to the total's change, shares to 1", () => {
    const amounts = fc.array(fc.tuple(flow(), amount(0.01, 1000)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (pairs) => {
        const { sectors, total } = issuance(
          pairs.map(([last]) => last),
          pairs.map(([, now]) => now),
        );
        const sum = (part: "change" | "share") =>
          sectors.reduce((all, it) => all + (it[part] as number), 0);
        expect(sum("change")).toBeCloseTo(total.change as number, 8);
        expect(sum("share")).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has no total, and no shares, where a sector is missing: its amount is not 0", () => {
    const { sectors, total } = issuance([300, 100], [450, NaN]);
    expect(sectors.map(({ change }) => change)).toEqual([150, null]);
    expect(sectors.map(({ share }) => share)).toEqual([null, null]);
    expect(total).toEqual({ change: null, share: null });
    expect(issuance([300, NaN], [450, 50])).toMatchObject({
      sectors: [{ share: 0.9 }, { change: null, share: 0.1 }],
      total: { change: null, share: 1 },
    });
  });

  it("has no shares of net issuance below 0, which would not lie between 0 and 1", () => {
    expect(issuance([10, 10], [300, -100]).sectors.map(({ share }) => share)).toEqual([null, null]);
    expect(issuance([1, 1], [0, 0]).total).toEqual({ change: -2, share: null });
  });
});
