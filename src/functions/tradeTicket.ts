import { withDerivedDurations } from "../assumptions/derivedDurations";
import { KeysRead } from "../assumptions/keysRead";
import { numberOrNull } from "../assumptions/numbers";
import { byProvenance } from "../assumptions/provenance";
import { ticketAssets } from "../assumptions/signalAssumptions";
import { readNumber } from "../assumptions/humanValues";
import { keyRateHedge } from "../calc/trade/keyRateHedge";
import { tradeTicket, type TicketLeg } from "../calc/trade/tradeTicket";
import { optional, positive, required, zeroIsBlank } from "./excel/oneCell";
import { inputCells } from "./rows/inputCells";
import { assumptionsOf } from "./terms/assumptionsTable";
import { complete, sameLength } from "./excel/series";
import { finiteCell, forExcel, type ResultCell } from "./excel/results";
import { numberOr, table } from "./excel/tables";

/**
 * Treasuries that keep every key-rate exposure when one asset is exchanged for another of the same market value.
 * @customfunction KEYRATEHEDGE
 * @param {any[][]} krdFrom Key-rate durations of what is given up in years, one row or column.
 * @param {any[][]} krdTo Key-rate durations of what is taken on in years, as many.
 * @param {any} marketValue Market value that is exchanged, in any currency.
 * @param {any[][]} treasuryDurations Durations of the Treasuries at the same key rates in years, as many.
 * @param {any} [headings] TRUE puts the column's name on top; FALSE by default.
 * @returns {any[][]} A column of Treasury market values in that currency: above 0 bought, below 0 sold.
 */
export function keyRateHedgeColumn(
  krdFrom: any[][],
  krdTo: any[][],
  marketValue: any,
  treasuryDurations: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const it = {
      krdFrom: complete(krdFrom, "krdFrom"),
      krdTo: complete(krdTo, "krdTo"),
      treasuryDurations: complete(treasuryDurations, "treasuryDurations"),
    };
    sameLength(it);
    const values = keyRateHedge(it, required(marketValue, "marketValue", readNumber));
    return table(
      ["marketValue"],
      Array.from(values, (value) => [finiteCell(value)]),
      headings,
    );
  });
}

/**
 * Ticket of a duration-neutral switch from mortgages to corporates by the assumptions: what is given up and taken on, in whole lots, the cash, the cost, and the risk that is left. Clean values, without accrued interest.
 * @customfunction TRADETICKET
 * @param {any[][]} assumptions The assumptions table: keys and values; RV_Assumptions is the one that the pane writes. Of it pool.price, both durations, spreads, volatilities and costs.
 * @param {any} face Face value of mortgages given up, in currency units: 100000000 is a hundred million.
 * @param {any} [lot] Face value of a lot of corporates, in currency units; 1000000 by default.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of item, value, unit and where the value comes from; at the end the inputs by whose numbers they are.
 */
export function tradeTicketRows(
  assumptions: any[][],
  face: any,
  lot?: any,
  headings?: any,
): any[][] {
  return forExcel(() => {
    const { values, provenance } = withDerivedDurations(assumptionsOf(assumptions, "assumptions"));
    const entered = new KeysRead(values);
    const { mbs, corporate } = ticketAssets(entered);
    const ticket = tradeTicket(
      mbs,
      corporate,
      required(face, "face", positive("currency units")),
      optional(lot, "lot", zeroIsBlank(positive("currency units"), LOT), LOT),
    );
    const hasPrice = numberOrNull(entered, "pool.price") !== null;
    const row = (item: string, value: number, unit: string, source: string): ResultCell[] => [
      item,
      finiteCell(value),
      unit,
      source,
    ];
    const leg = (name: string, leg: TicketLeg, faceFrom: string, priceFrom: string) => [
      row(`${name}: face`, leg.face, "currency", faceFrom),
      row(`${name}: price`, leg.price, "per 100", priceFrom),
      row(`${name}: value`, leg.value, "currency", "face × price ÷ 100, clean"),
      row(`${name}: DV01`, leg.dv01, "currency per bp", "value × duration ÷ 10,000"),
    ];
    return table(
      ["item", "value", "unit", "source"],
      [
        ...leg("from MBS", ticket.from, "face", hasPrice ? "pool.price" : "par: no pool.price"),
        ...leg("to corporates", ticket.to, "duration-neutral, nearest lot", "par: no price key"),
        row("cash left", ticket.cash, "currency", "value from − value to, before the cost"),
        row("cost", ticket.cost, "currency", "half of costMbs and of costCorp"),
        row("cost in stress", ticket.costInStress, "currency", "bid and offer three times as wide"),
        row("leftover DV01", ticket.leftoverDv01, "currency per bp", "from − to: whole lots"),
        row(
          "leftover spread DV01",
          ticket.leftoverSpreadDv01,
          "currency per bp",
          "of the corporate spread: from × mbsSpreadVol ÷ corpSpreadVol − to",
        ),
        [
          "days of carry in the cost",
          numberOr(ticket.daysOfCarry, "mbsSpread and corpOas are equal: there is no carry"),
          "days",
          "cost ÷ nominal gap, 365 days a year",
        ],
        ...inputCells(byProvenance(entered.read, provenance)).map(([kind, names, words]) => [
          kind,
          names,
          "",
          words,
        ]),
      ],
      headings,
    );
  });
}

const LOT = 1_000_000;
