import { issuanceRows, netSupplyCells, supplyImpactCard } from "../../src/functions/flow";
import { answer } from "../support/errors";
import { column } from "../support/series";

describe("NETSUPPLY", () => {
  it("answers a row a case, and a missing amount in its own row", () => {
    const cells = netSupplyCells([[200], [null], [100]], [[200]], [[200]], [[50]]);
    expect(cells.map(([cell]: any[]) => cell?.code ?? cell)).toEqual([150, "#N/A", 50]);
    expect(netSupplyCells([[200]])).toEqual([[200]]);
  });

  it("refuses dollars where billions belong", () => {
    expect(answer(() => netSupplyCells([[200e9]]))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/netIssuance is 200000000000; it must be an amount in US\$bn/),
    });
  });
});

describe("SUPPLYIMPACT", () => {
  it("has the defaults of the documents", () => {
    expect(supplyImpactCard(-200)).toEqual([
      ["impact", -14],
      ["residual", -14],
      ["low", 0],
      ["high", -40],
    ]);
  });
});

describe("ISSUANCE", () => {
  const names = column("MBS", "corporates", "Treasuries") as any[][];

  it("has a row a sector, and the total", () => {
    const rows = issuanceRows(
      names,
      column(300, 100, 600) as any[][],
      column(450, 150, 400) as any[][],
      true,
    );
    expect(rows).toEqual([
      ["sector", "change", "share"],
      ["MBS", 150, 0.45],
      ["corporates", 50, 0.15],
      ["Treasuries", -200, 0.4],
      ["total", 0, 1],
    ]);
  });

  it("says which sector is missing, and that the total is", () => {
    const rows = issuanceRows(
      names,
      column(300, null, 600) as any[][],
      column(450, 150, 400) as any[][],
    );
    expect(rows[1]).toMatchObject([
      "corporates",
      { code: "#N/A", message: "an amount of corporates is missing" },
      0.15,
    ]);
    expect(rows[3]).toMatchObject(["total", { code: "#N/A" }, 1]);
  });
});
