import { keyNamed } from "../assumptions/assumptions";
import { gapInputsBy } from "../assumptions/callInputs";
import { withDerivedDurations } from "../assumptions/derivedDurations";
import { doubtAbout } from "../assumptions/doubt";
import { assumedDay, lastDay, lastGap, type GapQuestion } from "../assumptions/gapCall";
import { earlierLevels, earlierName, type EarlierLevel } from "../assumptions/levelDays";
import { LEVEL_KEYS, LEVEL_OF, type LevelKey } from "../assumptions/levelKeys";
import { marketLevels, type Assumptions } from "../assumptions/marketLevels";
import type { Entered } from "../assumptions/numbers";
import { pricedPool } from "../assumptions/poolAssumptions";
import { shortName } from "../assumptions/shortName";
import { gapInputs } from "../assumptions/signalAssumptions";
import { gapReceipt, type MarketLevels } from "../calc/signal/gapReceipt";
import { oasBand } from "../calc/oas/oasBand";
import { poolOas } from "../calc/oas/poolOas";
import type { Bp } from "../calc/units";
import { callInputRows, inputRows, receiptCall, signalRows } from "./rows/callRows";
import { historyRows } from "./rows/historyRows";
import { assumptionsOf } from "./terms/assumptionsTable";
import { finiteCell, forExcel, type ResultCell } from "./excel/results";
import { gapHistoryOf } from "./terms/gapHistory";
import { notThere, numberOr, table } from "./excel/tables";

const HEADINGS = ["step", "value", "unit", "key", "source"] as const;

/**
 * The gap with its receipt: nominal, option-adjusted and risk-adjusted side by side, each step with its unit, the assumption that it comes from and its source; then the history, the breakevens, the signal, and whether the bases agree. With pool.price in the assumptions also the pool's own option-adjusted spread and its model-risk band.
 * @customfunction GAPRECEIPT
 * @param {any[][]} assumptions The assumptions table: keys and values; RV_Assumptions is the one that the pane writes.
 * @param {any[][]} [gapHistory] Gap MBS − corporate in basis points, one row or column, oldest first; blank or #N/A where missing.
 * @param {any[][]} [dates] Dates of the gap history, as many rows.
 * @param {any} [headings] TRUE puts the columns' names on top; FALSE by default.
 * @returns {any[][]} Rows of step, value, unit, key and source; a warning where a spread looks like percent or the convexity divided by 100; #N/A where an example of a market level would stand beside your own; at the end the inputs of the gaps and of the call by whose numbers they are. A level whose As of (seventh column of the table) is before the day of the gap is named with its day.
 */
export function gapReceiptRows(
  assumptions: any[][],
  gapHistory?: any[][],
  dates?: any[][],
  headings?: any,
): any[][] {
  return forExcel(() => {
    const inputRow = withDerivedDurations(assumptionsOf(assumptions, "assumptions"));
    const history = gapHistory == null ? null : gapHistoryOf(gapHistory, dates);
    const levels = marketLevels(inputRow, history === null ? null : lastGap(history));
    const question: GapQuestion | null = history && {
      history,
      assumptions: inputRow,
      adjustedGap: "by the assumptions",
      duration: null,
      asOf: null,
    };
    const judged = receiptCall(question);
    const day = (history === null ? null : lastDay(history)) ?? assumedDay(inputRow.values);
    const earlier = earlierLevels(inputRow, levels, day);
    return table(
      HEADINGS,
      [
        ...basisRows(inputRow, levels, earlier),
        ...gapHistoryRows(gapHistory, dates),
        ...signalRows(judged),
        ...inputRows("the gaps", gapInputsBy(inputRow, levels), earlier),
        ...callInputRows(question, judged),
      ],
      headings,
    );
  });
}

type Row = readonly ResultCell[];

const COMPUTED = "computed";

/** What the words of a level say that is not known. */
const enter = (key: LevelKey) =>
  `enter your ${shortName(key)} (${key}): the add-in's example does not stand beside your own numbers`;

function basisRows(
  assumptions: Assumptions,
  levels: MarketLevels,
  earlier: readonly EarlierLevel[],
): Row[] {
  const { values, provenance } = assumptions;
  const inputs = gapInputs(values, levels);
  const receipt = gapReceipt(inputs);
  const given = (step: string, value: number | null, key: string): Row => {
    const cell = value === null ? notThere(enter(key as LevelKey)) : finiteCell(value);
    return [step, cell, keyNamed(key).unit, key, sourceOf(assumptions, key, value)];
  };
  const lacking = LEVEL_KEYS.filter((key) => levels[LEVEL_OF[key]] === null);
  const computedRow = (
    step: string,
    value: number | null,
    how: string,
    of: readonly LevelKey[] = [],
  ): Row => [
    step,
    numberOr(value, lacking.map(enter).join("; ")),
    "bp",
    COMPUTED,
    [how, ...earlier.filter(({ key }) => of.includes(key)).map(earlierName)].join("; "),
  ];
  const capital: Row[] =
    inputs.capital === null
      ? []
      : [
          computedRow(
            "capital, MBS",
            receipt.capitalMbs,
            "risk weight × ratio × (hurdle − funding)",
          ),
          computedRow(
            "capital, corporate",
            receipt.capitalCorporate,
            "risk weight × ratio × (hurdle − funding)",
          ),
        ];
  return [
    given("MBS spread over the 5/10-year blend", inputs.mbsSpread, "mbsSpread"),
    ...warning("mbsSpread", inputs.mbsSpread),
    given("corporate OAS", inputs.corporateOas, "corpOas"),
    ...warning("corpOas", inputs.corporateOas),
    computedRow("nominal gap", receipt.nominal, "MBS spread − corporate OAS", [
      "mbsSpread",
      "corpOas",
    ]),
    given("MBS OAS", inputs.mbsOas, "mbsOas"),
    computedRow("option cost, benchmark and curve", receipt.optionCost, "MBS spread − MBS OAS", [
      "mbsSpread",
      "mbsOas",
    ]),
    computedRow(
      "convexity cost (a check without a model)",
      receipt.convexityCost,
      "−½ × convexity × volatility²",
    ),
    ...warning("mbsConvexity", inputs.mbsConvexity),
    computedRow("option-adjusted gap", receipt.optionAdjusted, "MBS OAS − corporate OAS", [
      "mbsOas",
      "corpOas",
    ]),
    ...modelRows(values, inputs.corporateOas, computedRow),
    given("liquidity, MBS", inputs.liquidityMbs, "liquidityMbs"),
    computedRow("expected loss, corporate", receipt.expectedLoss, "pd × loss given default"),
    given("migration, corporate", inputs.migration, "migration"),
    given("liquidity, corporate", inputs.liquidityCorporate, "liquidityCorp"),
    ...capital,
    computedRow("MBS, risk-adjusted", receipt.mbsAdjusted, "MBS OAS − liquidity − capital", [
      "mbsOas",
    ]),
    computedRow(
      "corporate, risk-adjusted",
      receipt.corporateAdjusted,
      "corporate OAS − loss − migration − liquidity − capital",
      ["corpOas"],
    ),
    computedRow("risk-adjusted gap", receipt.riskAdjusted, "MBS − corporate, both risk-adjusted", [
      "mbsOas",
      "corpOas",
    ]),
    computedRow(
      "corporate widening that eats a year's carry",
      receipt.corporateBreakeven,
      "spread ÷ (duration − 1)",
    ),
    computedRow(
      "gap widening that pays for a switch",
      receipt.gapBreakeven,
      "(nominal gap × horizon + cost) ÷ MBS duration",
    ),
    [
      "do the bases agree",
      receipt.agreement ?? notThere(lacking.map(enter).join("; ")),
      "",
      COMPUTED,
      "signs of the three gaps",
    ],
  ];

  function sourceOf({ values }: Assumptions, key: string, value: number | null): string {
    const entry = keyNamed(key);
    const held = values.get(key) ?? entry.default;
    if (value !== null && value !== held) return "derived: MBSOAS of the pool at pool.price";
    const whose = provenance(key);
    if (whose === "yours") return "entered";
    if (whose === "derived") return "derived from your data";
    return value !== null && value !== entry.default
      ? "ILLUSTRATIVE; enter your own"
      : entry.source;
  }
}

/** What the model makes of the assumptions' pool and price, and how far that depends on the model. */
function modelRows(
  entered: Entered,
  corporateOas: Bp | null,
  made: (step: string, value: number | null, how: string) => Row,
): Row[] {
  const priced = pricedPool(entered);
  if (priced === null) return [];
  const { model, clean } = priced;
  const inBp = (decimal: number) => decimal * 10_000;
  const { low, high } = oasBand(model, clean);
  const oas = inBp(poolOas(model, clean));
  const gap = (spread: number) => (corporateOas === null ? null : spread - corporateOas);
  return [
    made("MBS OAS of the pool by the model", oas, "MBSOAS at pool.price on ust2 to ust30"),
    made("model-risk band, low", inBp(low.value), `OASBAND: ${low.setting}`),
    made("model-risk band, high", inBp(high.value), `OASBAND: ${high.setting}`),
    made("option-adjusted gap by the model", gap(oas), "pool's OAS − corporate OAS"),
    made("option-adjusted gap, low", gap(inBp(low.value)), "band's low − corporate OAS"),
    made("option-adjusted gap, high", gap(inBp(high.value)), "band's high − corporate OAS"),
  ];
}

/** A row where a number is probably in another unit. */
function warning(key: string, value: number | null): Row[] {
  const doubt = value === null ? null : doubtAbout(keyNamed(key), value);
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

function gapHistoryRows(gapHistory: any[][] | undefined, dates: any[][] | undefined): Row[] {
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
  return historyRows(gapHistory, dates, null).map(([name, value]) => [
    name,
    value,
    UNITS.get(name) ?? "",
    COMPUTED,
    "gap history",
  ]);
}
