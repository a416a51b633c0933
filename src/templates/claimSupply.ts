/* How the sheet "Claim check" tests what was said of the sales of two years. */
import { SUPPLY } from "./claimAreas";
import { withinTolerance, type Test, type Working } from "./claimTests";

const ISSUANCE = `RV.ISSUANCE(${SUPPLY.sectors},${SUPPLY.lastYear},${SUPPLY.thisYear})`;

interface Sales {
  readonly working: Working;
  readonly verdict: Test["verdict"];
  readonly supported: (measured: string) => string;
  readonly observations: number;
}

/** Sales of two years, which no single day can break. */
const sales = ({ working, verdict, supported, observations }: Sales): Test => ({
  checks: [SUPPLY.check],
  workings: () => [working],
  verdict,
  measured: (at) => at(0),
  brokenOn: () => `"no one day"`,
  supported: (at) => supported(at(0)),
  asOf: () => `"2026"`,
  observations: () => String(observations),
});

/**
 * Whether the sales of a sector go up or down.
 *
 * @param label - What the working is called.
 * @param sector - The row of ISSUANCE, from 1.
 * @param sign - ">" for up.
 * @returns The test.
 */
export const sectorSales = (label: string, sector: number, sign: ">" | "<"): Test =>
  sales({
    working: { label, formula: `INDEX(${ISSUANCE},${sector},2)`, rows: 1, format: "#,##0.0" },
    verdict: (at) => `IF(${at(0)}${sign}0,"holds",IF(${at(0)}=0,"tied","broken"))`,
    supported: (measured) => `ROUND(${measured},1)&" US$bn"`,
    observations: 2,
  });

/** Whether all sales are about flat; ISSUANCE's fourth row is the total. */
export const allSales: Test = sales({
  working: {
    label: "Change of all sales, share of 2025",
    formula: `INDEX(${ISSUANCE},4,2)/SUM(${SUPPLY.lastYear})`,
    rows: 1,
    format: "0.00%",
  },
  verdict: (at, row) => withinTolerance(at(0), row),
  supported: (measured) => `ROUND(100*${measured},1)&"%"`,
  observations: 6,
});
