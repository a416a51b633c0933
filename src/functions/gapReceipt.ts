import { gapInputs } from "../assumptions/signalAssumptions";
import type { Entered } from "../assumptions/numbers";
import { keyNamed } from "../assumptions/assumptions";
import { doubtAbout } from "../assumptions/doubt";
import { pricedPool } from "../assumptions/poolAssumptions";
import { gapReceipt } from "../calc/signal/gapReceipt";
import { oasBand } from "../calc/spread/oasBand";
import { poolOas } from "../calc/spread/poolOas";
import type { Bp } from "../calc/units";
import { historySummaryRows } from "./historySummary";
import { assumptionsTable } from "./ranges";
import { finite, forExcel, type ResultCell } from "./results";
import { rotationSignalCells } from "./signal";
import { notThere, table } from "./tables";

const HEADINGS = ["step", "value", "unit", "key", "source"] as const;

/**
 * The gap with its receipt: nominal, option-adjusted and risk-adjusted side by side, each step with its unit, the assumption that it comes from and its source; then the history, the breakevens, the signal, and whether the bases agree. With pool.price in the assumptions also the pool's own option-adjusted spread and its model-risk band.
 * @customfunction GAPRECEIPT
 * @param {any[][]} assumptions The assumptions table: keys and values; RV_Assumptions is the one that the pane writes.
 * @param {any[][]} [gapHistory] Gap MBS − corporate in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any[][]} [dates] Dates of the gap history, as many rows.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of step, value, unit, key and source; a warning where a spread looks like percent or the convexity divided by 100.
 */
export function gapReceiptRows(
  assumptions: any[][],
  gapHistory?: any[][],
  dates?: any[][],
  headings?: any,
): any[][] {
  return forExcel("GAPRECEIPT", () => {
    const entered = assumptionsTable(assumptions, "assumptions");
    return table(
      HEADINGS,
      [
        ...basisRows(entered),
        ...historyRows(gapHistory, dates),
        ...signalRows(assumptions, entered, gapHistory, dates),
      ],
      headings,
    );
  });
}

type Row = readonly ResultCell[];

const COMPUTED = "computed";

function basisRows(entered: Entered): Row[] {
  const it = gapInputs(entered);
  const receipt = gapReceipt(it);
  const given = (step: string, value: number, key: string): Row => {
    const entry = keyNamed(key);
    // The table lists every key: a value that is the default was not entered by anybody.
    const own = entered.has(key) && entered.get(key) !== entry.default;
    return [step, finite(value), entry.unit, key, own ? "entered" : entry.source];
  };
  const made = (step: string, value: number, how: string): Row => [
    step,
    finite(value),
    "bp",
    COMPUTED,
    how,
  ];
  const capital: Row[] =
    it.capital === null
      ? []
      : [
          made("capital, MBS", receipt.capitalMbs, "risk weight × ratio × (hurdle − funding)"),
          made(
            "capital, corporate",
            receipt.capitalCorporate,
            "risk weight × ratio × (hurdle − funding)",
          ),
        ];
  return [
    given("MBS spread over the 5/10-year blend", it.mbsSpread, "mbsSpread"),
    ...warning("mbsSpread", it.mbsSpread),
    given("corporate OAS", it.corporateOas, "corpOas"),
    ...warning("corpOas", it.corporateOas),
    made("nominal gap", receipt.nominal, "MBS spread − corporate OAS"),
    given("MBS OAS", it.mbsOas, "mbsOas"),
    made("option cost, benchmark and curve", receipt.optionCost, "MBS spread − MBS OAS"),
    made(
      "convexity cost (a check without a model)",
      receipt.convexityCost,
      "−½ × convexity × volatility²",
    ),
    ...warning("mbsConvexity", it.mbsConvexity),
    made("option-adjusted gap", receipt.optionAdjusted, "MBS OAS − corporate OAS"),
    ...modelRows(entered, it.corporateOas, made),
    given("liquidity, MBS", it.liquidityMbs, "liquidityMbs"),
    made("expected loss, corporate", receipt.expectedLoss, "pd × loss given default"),
    given("migration, corporate", it.migration, "migration"),
    given("liquidity, corporate", it.liquidityCorporate, "liquidityCorp"),
    ...capital,
    made("MBS, risk-adjusted", receipt.mbsAdjusted, "MBS OAS − liquidity − capital"),
    made(
      "corporate, risk-adjusted",
      receipt.corporateAdjusted,
      "corporate OAS − loss − migration − liquidity − capital",
    ),
    made("risk-adjusted gap", receipt.riskAdjusted, "MBS − corporate, both risk-adjusted"),
    made(
      "corporate widening that eats a year's carry",
      receipt.corporateBreakeven,
      "spread ÷ (duration − 1)",
    ),
    made(
      "gap widening that pays for a switch",
      receipt.gapBreakeven,
      "(nominal gap × horizon + cost) ÷ MBS duration",
    ),
    ["do the bases agree", receipt.agreement, "", COMPUTED, "signs of the three gaps"],
  ];
}

/** What the model makes of the assumptions' pool and price, and how far that depends on the model. */
function modelRows(
  entered: Entered,
  corporateOas: Bp,
  made: (step: string, value: number, how: string) => Row,
): Row[] {
  const priced = pricedPool(entered);
  if (priced === null) return [];
  const { model, clean } = priced;
  const inBp = (decimal: number) => decimal * 10_000;
  const { low, high } = oasBand(model, clean);
  const oas = inBp(poolOas(model, clean));
  return [
    made("MBS OAS of the pool by the model", oas, "MBSOAS at pool.price on ust2 to ust30"),
    made("model-risk band, low", inBp(low.oas), `OASBAND: ${low.setting}`),
    made("model-risk band, high", inBp(high.oas), `OASBAND: ${high.setting}`),
    made("option-adjusted gap by the model", oas - corporateOas, "pool's OAS − corporate OAS"),
    made("option-adjusted gap, low", inBp(low.oas) - corporateOas, "band's low − corporate OAS"),
    made("option-adjusted gap, high", inBp(high.oas) - corporateOas, "band's high − corporate OAS"),
  ];
}

/** A row where a number is probably in another unit. */
function warning(key: string, value: number): Row[] {
  const doubt = doubtAbout(keyNamed(key), value);
  return doubt === null ? [] : [[`warning: unit of ${key}`, doubt, "", key, "entered"]];
}

const UNITS = new Map([
  ["last", "bp"],
  ["change1m", "bp"],
  ["change3m", "bp"],
  ["tightestSince", "date"],
  ["halfLife", "months"],
  ["n", "rows"],
  ["gaps", "rows"],
]);

function historyRows(gapHistory: any[][] | undefined, dates: any[][] | undefined): Row[] {
  if (gapHistory == null)
    return [["history", notThere("no gap history was given"), "", COMPUTED, "gapHistory"]];
  if (dates == null) {
    return [
      [
        "history",
        notThere("dates are needed for z, percentile and tightest since"),
        "",
        COMPUTED,
        "dates",
      ],
    ];
  }
  return historySummaryRows(gapHistory, dates, null).map(([name, value]) => [
    name,
    value,
    UNITS.get(name) ?? "",
    COMPUTED,
    "gap history",
  ]);
}

function signalRows(
  assumptions: any[][],
  entered: Entered,
  gapHistory: any[][] | undefined,
  dates: any[][] | undefined,
): Row[] {
  if (gapHistory == null)
    return [["signal", notThere("no gap history was given"), "", COMPUTED, "gapHistory"]];
  const adjusted = gapReceipt(gapInputs(entered)).riskAdjusted;
  return (["text", "score", "confidence"] as const).map((output): Row => {
    const unit = output === "confidence" ? "probability, decimal" : "";
    try {
      const [[value] = []] = rotationSignalCells(
        gapHistory,
        adjusted,
        null,
        assumptions,
        output,
        dates,
      );
      return [`signal: ${output}`, value as ResultCell, unit, COMPUTED, "ROTATIONSIGNAL"];
    } catch (error) {
      if (!(error instanceof CustomFunctions.Error)) throw error;
      return [`signal: ${output}`, error, unit, COMPUTED, "ROTATIONSIGNAL"];
    }
  });
}
