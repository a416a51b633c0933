import { readNumber, readSpread } from "../assumptions/humanValues";
import { issuance, type SectorIssuance } from "../calc/flow/issuance";
import { netSupply, type SupplyFlows } from "../calc/flow/netSupply";
import { supplyImpact } from "../calc/flow/supplyImpact";
import { invalid } from "../calc/errors";
import { bp } from "../calc/units";
import { labels } from "./excel/matrix";
import { cases } from "./excel/elementwise";
import { optional, required, type Reader } from "./excel/oneCell";
import { sameLength, series } from "./excel/series";
import { card, forExcel, type ResultCell } from "./excel/results";
import { numberOr, table } from "./excel/tables";

/** More than all the debt there is: the number is in US$, or in millions. */
const MOST_BILLIONS = 100_000;

const billions: Reader<number> = (written, where) => {
  const value = readNumber(written, where, "an amount in US$bn");
  if (!(Math.abs(value) <= MOST_BILLIONS)) {
    throw invalid(
      `${where} is ${value}; it must be an amount in US$bn, did you give millions or dollars?`,
    );
  }
  return value;
};

/**
 * Net supply to private hands in US$bn: net issuance and the Federal Reserve's runoff, less what the agencies and the banks take. One answer a row.
 * @customfunction NETSUPPLY
 * @param {any[][]} netIssuance Net issuance in US$bn.
 * @param {any[][]} [fedRunoff] Holdings that the Federal Reserve lets run off in US$bn, a positive number; 0 by default.
 * @param {any[][]} [gsePurchases] Net purchases of Fannie Mae and Freddie Mac in US$bn; 0 by default.
 * @param {any[][]} [bankPurchases] Net purchases of banks in US$bn; 0 by default.
 * @returns {any[][]} US$bn to private hands of each row; below 0 they hold less.
 */
export function netSupplyCells(
  netIssuance: any[][],
  fedRunoff?: any[][],
  gsePurchases?: any[][],
  bankPurchases?: any[][],
): any[][] {
  return forExcel(() => {
    const flow = (argument: any) => ({ argument, reader: billions, otherwise: 0 });
    return cases<SupplyFlows>(
      {
        netIssuance: { argument: netIssuance, reader: billions },
        fedRunoff: flow(fedRunoff),
        gsePurchases: flow(gsePurchases),
        bankPurchases: flow(bankPurchases),
      },
      netSupply,
    );
  });
}

/**
 * What a change of supply does to a spread, in basis points, and how much of that is still to come: the news moves the spread once, not again when the bonds do.
 * @customfunction SUPPLYIMPACT
 * @param {any} changeBn Change of supply to private hands in US$bn; below 0 there is less.
 * @param {any} [beta] Basis points of spread per US$100bn; 7 by default.
 * @param {any} [pricedInBp] What the spread has moved on the news already in basis points; 0 by default.
 * @param {any} [betaLow] Lowest view in basis points per US$100bn; 0 by default.
 * @param {any} [betaHigh] Highest view in basis points per US$100bn; 20 by default.
 * @returns {any[][]} A card: impact, residual (impact less what has moved), low and high (the impact by the lowest and the highest view).
 */
export function supplyImpactCard(
  changeBn: any,
  beta?: any,
  pricedInBp?: any,
  betaLow?: any,
  betaHigh?: any,
): any[][] {
  return forExcel(() => {
    const { impact, residual, low, high } = supplyImpact({
      changeBn: required(changeBn, "changeBn", billions),
      beta: optional(beta, "beta", readSpread, bp(7)),
      pricedIn: optional(pricedInBp, "pricedInBp", readSpread, bp(0)),
      betaLow: optional(betaLow, "betaLow", readSpread, bp(0)),
      betaHigh: optional(betaHigh, "betaHigh", readSpread, bp(20)),
    });
    return card([
      ["impact", impact],
      ["residual", residual],
      ["low", low],
      ["high", high],
    ]);
  });
}

/**
 * Issuance of two years by sector: the change, this year's share, and the total. #N/A where a sector is missing, in the total too.
 * @customfunction ISSUANCE
 * @param {any[][]} sectors Names of the sectors, one row or column of text.
 * @param {any[][]} lastYear Last year's issuance, as many numbers, for example US$bn.
 * @param {any[][]} thisYear This year's, as many, in the same unit.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of sector, change in the unit given, and share of this year as a decimal; then the total.
 */
export function issuanceRows(
  sectors: any[][],
  lastYear: any[][],
  thisYear: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const names = labels(sectors, "sectors");
    const before = series(lastYear, "lastYear");
    const now = series(thisYear, "thisYear");
    sameLength({ sectors: names, lastYear: before, thisYear: now });
    const { sectors: each, total } = issuance(before, now);
    const row = (name: string, { change, share }: SectorIssuance): ResultCell[] => [
      name,
      numberOr(change, `an amount of ${name} is missing`),
      numberOr(share, "shares need amounts of 0 or more, all there, and not all 0"),
    ];
    return table(
      ["sector", "change", "share"],
      [...each.map((it, i) => row(names[i] as string, it)), row("total", total)],
      headings,
    );
  });
}
