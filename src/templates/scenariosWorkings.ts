/* The workings of the sheet "Scenarios": the curve, supply, and what may move. */
import type { Change } from "../workbook/workbookPort";
import { a1Of } from "../workbook/a1";
import {
  AHEAD,
  ASSET,
  asset,
  CORPORATE,
  held,
  HORIZON,
  LAYOUT,
  MBS,
  TENORS,
} from "./scenariosLayout";
import { cellOf, columnsOf, rowsOf } from "./sheetLayout";
import { sheetWriter } from "./sheetWriter";

/**
 * The curve, and the one ahead and the other as assets.
 *
 * @param sheet - The sheet's name.
 * @returns Changes, in order.
 */
export function workings(sheet: string): Change[] {
  const { text, values, formula, style, format } = sheetWriter(sheet);
  const { curve, leader } = LAYOUT;
  const lead = (row: number, ifMbs: number, otherwise: number) =>
    Object.values(ASSET).map((column) =>
      formula(
        cellOf(leader, row, column),
        `=IF(${AHEAD}="Mortgages",${asset(ifMbs, column)},${asset(otherwise, column)})`,
      ),
    );
  return [
    text(cellOf(LAYOUT.workings), "Workings"),
    style(rowsOf(LAYOUT.workings), "heading"),
    values(rowsOf(curve), [["Tenor (years)", "Par yield"]]),
    style(rowsOf(curve), "heading"),
    values(
      columnsOf(curve, 0, 1),
      TENORS.map((tenor) => [tenor]),
    ),
    ...TENORS.map((tenor, i) => formula(cellOf(curve, 1 + i, 1), `=${held(`ust${tenor}`)}`)),
    format(columnsOf(curve, 1, 1), "0.00%"),
    values(columnsOf(leader, 0), [["As assets above"], ["The one ahead"], ["The other"]]),
    style(rowsOf(leader), "heading"),
    ...lead(1, MBS, CORPORATE),
    ...lead(2, CORPORATE, MBS),
    format(columnsOf(leader, ASSET.yield, 1), "0.00%"),
  ];
}

/**
 * What purchases move by the assumptions, and what of it has not moved yet.
 *
 * @param sheet - The sheet's name.
 * @returns Changes, in order.
 */
export function supply(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const { supply: part, impact } = LAYOUT;
  const [change, priced] = [cellOf(part, 1, 1), cellOf(part, 2, 1)];
  return [
    values(a1Of(part), [
      ["Purchases and supply", ""],
      ["Change (US$bn)", ""],
      ["Priced in (bp)", ""],
    ]),
    style(rowsOf(part), "heading"),
    formula(change, `=${held("supplyChange")}`),
    formula(priced, `=${held("pricedIn")}`),
    formula(cellOf(impact), `=RV.SUPPLYIMPACT(${change},${held("supplyBeta")},${priced})`),
    format(columnsOf(impact, 1), "0.0"),
  ];
}

/**
 * Standard deviations of what may move, and how it moves together.
 *
 * @param sheet - The sheet's name.
 * @returns Changes, in order.
 */
export function risk(sheet: string): Change[] {
  const { values, formula, style, format } = sheetWriter(sheet);
  const part = LAYOUT.risk;
  const cell = (row: number, column: number) => cellOf(part, row, column);
  const spread = (row: number, ifMbs: string, otherwise: string) =>
    formula(
      cell(row, 1),
      `=IF(${AHEAD}="Mortgages",${held(ifMbs)},${held(otherwise)})*SQRT(${HORIZON})`,
    );
  const together = columnsOf(part, 2, 1, 4);
  return [
    values(rowsOf(part), [
      [
        ...["What may move", "Standard deviation", "with the rate", "the one ahead"],
        ...["the other", "speed"],
      ],
    ]),
    style(rowsOf(part), "heading"),
    values(columnsOf(part, 0, 1), [
      ["Rate (bp over the horizon)"],
      ["Spread of the one ahead (bp)"],
      ["Spread of the other (bp)"],
      ["Speed (%)"],
    ]),
    formula(cell(1, 1), `=${held("rateVol")}*SQRT(${HORIZON})`),
    spread(2, "mbsSpreadVol", "corpSpreadVol"),
    spread(3, "corpSpreadVol", "mbsSpreadVol"),
    values(cell(4, 1), [[20]]),
    values(together, [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]),
    formula(cell(2, 4), `=${held("spreadCorrelation")}`),
    formula(cell(3, 3), `=${cell(2, 4)}`),
    style(cell(4, 1), "input"),
    style(together, "input"),
    format(columnsOf(part, 1, 1), "0.0"),
  ];
}
