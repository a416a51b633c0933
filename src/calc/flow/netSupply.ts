/** What reaches private hands over a period, and who else took or gave; US$bn. */
export interface SupplyFlows {
  readonly netIssuance: number;
  /** Holdings that the Federal Reserve lets run off, a positive number. */
  readonly fedRunoff: number;
  /** Net purchases of Fannie Mae and Freddie Mac for their own books. */
  readonly gsePurchases: number;
  readonly bankPurchases: number;
}

/**
 * Net supply that private investors must take: net issuance and what the Federal Reserve lets run
 * off, less what the agencies and the banks add to their books.
 *
 * @param flows - Flows of one period, US$bn.
 * @returns US$bn; below 0 private holdings shrink.
 *
 * @example
 * netSupply({ netIssuance: 200, fedRunoff: 200, gsePurchases: 200, bankPurchases: 50 }); // => 150
 */
export const netSupply = (flows: SupplyFlows): number =>
  flows.netIssuance + flows.fedRunoff - flows.gsePurchases - flows.bankPurchases;
