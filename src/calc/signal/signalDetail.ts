import { isoFromSerial } from "../date/serial";
import { halfLifeInterval } from "../timeseries/reversionTest";
import { breakevenWidening } from "../spread/breakevenWidening";
import { bp, type Bp, type DaySerial, type Years } from "../units";
import type { GapEstimates } from "./gapEstimates";
import { callClass } from "./callClass";
import { signalAt, type RotationSignal } from "./rotationSignal";
import type { SignalSettings } from "./signalSettings";
import type { SwitchEdge } from "./switchEdge";
import { whatWouldChange } from "./whatWouldChange";

/** One row of the detail; a null value is missing, and the reason says why. */
export interface DetailRow {
  readonly metric: string;
  readonly value: number | string | null;
  readonly reason: string;
}

/** What the detail is made of. */
export interface DetailInputs {
  readonly signal: RotationSignal;
  readonly estimates: GapEstimates;
  readonly settings: SignalSettings;
  readonly adjustedGap: Bp | null;
  readonly staleness: number | null;
  readonly asOf: DaySerial | null;
  /** Day of the last earlier gap that was as tight; null with the reason where there is none. */
  readonly tightestSince: { readonly date: DaySerial | null; readonly why: string };
  /** Risk-adjusted spreads over Treasuries, null where not known, and durations, for the three-way comparison. */
  readonly mbsAdjusted: Bp | null;
  readonly corporateAdjusted: Bp | null;
  readonly corporateDuration: Years;
}

const fixed = (value: number, digits: number) => value.toFixed(digits).replace("-", "−");
const row = (metric: string, value: number | string | null, reason: string): DetailRow => ({
  metric,
  value,
  reason,
});

/**
 * The signal with everything that it rests on.
 *
 * @param inputs - The signal, its estimates and settings, and the three-way comparison.
 * @returns Rows of metric, value and reason; the values in basis points, plain numbers or texts as
 * the reason says.
 */
export function signalDetail(inputs: DetailInputs): DetailRow[] {
  const { signal, estimates, settings } = inputs;
  return [
    row("score", signal.score, "−1 corporates to 1 mortgages; a measurement, never gated"),
    row(
      "text",
      signal.text,
      signal.gate === null ? "all gates are open" : `opens at ${signal.gate.threshold}`,
    ),
    ...parts(inputs),
    row(
      "z",
      signal.z,
      `gap ${fixed(estimates.last, 1)} against a centre of ${fixed(estimates.centre, 1)} bp, ${windowWords(estimates)}`,
    ),
    row(
      "percentile",
      estimates.percentile,
      `share of those rows below the gap; ${windowWords(estimates)}`,
    ),
    row("tightestSince", inputs.tightestSince.date, inputs.tightestSince.why),
    row("halfLife", settings.halfLife ?? estimates.halfLife, halfLifeWords(inputs)),
    fairGapRow(inputs),
    ...edgeRows("nominal carry", "", signal, signal.nominal),
    ...edgeRows("risk-adjusted carry", "RiskAdjusted", signal, signal.riskAdjusted),
    row("cost", settings.cost, "bp one way, an assumption"),
    ...threeWay(inputs),
    row(
      "gate",
      signal.gate?.name ?? "none",
      signal.gate === null
        ? "no gate holds the call back"
        : `${signal.gate.words}; opens at ${signal.gate.threshold}`,
    ),
    changeRow(inputs),
    row("n", estimates.n, `gaps in the history, ${estimates.periods} rows a year`),
    row("asOf", inputs.asOf, asOfWords(inputs)),
    row(
      "basis",
      "nominal gap history",
      inputs.adjustedGap === null
        ? "no risk-adjusted gap was given: carry is left out"
        : `carry on a risk-adjusted gap of ${fixed(inputs.adjustedGap, 1)} bp`,
    ),
    row("judgedOn", signal.judgedOn, judgedWords(signal)),
    row(
      "noReversion",
      estimates.reversion?.none ?? null,
      estimates.reversion === null
        ? "the history has too few values to say"
        : "probability that the gap only wanders; it is part of every probability here",
    ),
  ];
}

function judgedWords({ basesDisagree, judgedOn }: RotationSignal): string {
  if (basesDisagree) return "the bases disagree: on the other carry the switch is judged otherwise";
  return judgedOn === "nominal carry"
    ? "no risk-adjusted gap was given: option premium counts as carry"
    : "the gates judge this edge and probability";
}

function fairGapRow({ settings, estimates }: DetailInputs): DetailRow {
  if (settings.fairGap !== null) return row("fairGap", settings.fairGap, "bp; an assumption");
  const { reversion } = estimates;
  return reversion === null
    ? row("fairGap", estimates.mean, `bp; mean of ${estimates.window} rows before the last`)
    : row(
        "fairGap",
        reversion.level,
        `bp; estimated, standard error ${fixed(reversion.levelError, 1)}, where the gap reverts at all`,
      );
}

function parts({ signal, settings, adjustedGap, estimates }: DetailInputs): DetailRow[] {
  const { value, carry, momentum } = signal.parts;
  const weight = (share: number) => `weight ${fixed(share, 2)}`;
  return [
    row("value", value, `z ÷ 2, within ±1; ${weight(settings.weightValue)}`),
    row(
      "carry",
      carry,
      adjustedGap === null
        ? "no risk-adjusted gap was given; its weight goes to the others"
        : `risk-adjusted gap ÷ (duration × volatility of the gap), within ±1; ${weight(settings.weightCarry)}`,
    ),
    row(
      "momentum",
      momentum,
      estimates.quarter === null
        ? "needs changes over three months; its weight goes to the others"
        : `gap ${fixed(estimates.quarter.ago, 1)} bp three months ago; against its change, within ±1; ${weight(settings.weightMomentum)}`,
    ),
  ];
}

const windowWords = ({ window, windowAsked }: GapEstimates) =>
  window < windowAsked
    ? `over ${window} rows, all there are of the ${windowAsked} asked for`
    : `over the ${window} rows before it`;

function halfLifeWords({ settings, estimates }: DetailInputs): string {
  if (settings.halfLife !== null) return "months; an assumption";
  const { reversion, periods, halfLife } = estimates;
  if (reversion === null || halfLife === null) return "no mean reversion detectable";
  const [low, high] = halfLifeInterval(reversion.test).map((rows) => (12 / periods) * rows);
  const upTo = high === Infinity ? "none at all" : fixed(high as number, 1);
  return `months; estimated, bias taken off; 90% interval ${fixed(low as number, 1)} to ${upTo}`;
}

function edgeRows(
  carry: string,
  suffix: string,
  signal: RotationSignal,
  edge: SwitchEdge | null,
): DetailRow[] {
  const switching = `switch to ${signal.towards} on ${carry}`;
  if (edge === null) {
    const why = `${switching}: needs ${suffix === "" ? "six gaps that vary" : "a risk-adjusted gap"}`;
    return ["edge", "probability", "breakevenGap"].map((metric) =>
      row(`${metric}${suffix}`, null, why),
    );
  }
  return [
    row(`edge${suffix}`, edge.edge, `bp after cost, sd ${fixed(edge.sd, 1)}; ${switching}`),
    row(`probability${suffix}`, edge.probability, `that it wins; ${switching}`),
    row(
      `breakevenGap${suffix}`,
      edge.breakeven,
      `bp by which the gap must move its way; ${switching}`,
    ),
  ];
}

/** Mortgages, corporates and Treasuries by risk-adjusted spread, and where Treasuries win. */
function threeWay({
  mbsAdjusted,
  corporateAdjusted,
  corporateDuration,
  settings,
}: DetailInputs): DetailRow[] {
  if (mbsAdjusted === null || corporateAdjusted === null) {
    const side = mbsAdjusted === null ? "MBS OAS" : "corporate OAS";
    const why = `enter your ${side}: an example does not stand beside your own numbers`;
    return [row("ranking", null, why), row("treasuriesWin", null, why)];
  }
  const ranked = [
    { name: "MBS", spread: mbsAdjusted as number },
    { name: "corporates", spread: corporateAdjusted as number },
    { name: "Treasuries", spread: 0 },
  ].sort((a, b) => b.spread - a.spread);
  const widening = (spread: Bp, duration: Years, aged: boolean) =>
    fixed(breakevenWidening(bp(Math.max(0, spread)), duration, { aged }), 1);
  const [mbs, corporates] = [
    widening(mbsAdjusted, settings.duration, false),
    widening(corporateAdjusted, corporateDuration, true),
  ];
  return [
    row(
      "ranking",
      ranked.map(({ name }) => name).join(" > "),
      `risk-adjusted spread a year: ${ranked.map(({ name, spread }) => `${name} ${fixed(spread, 1)}`).join(", ")} bp`,
    ),
    row(
      "treasuriesWin",
      `${corporates} / ${mbs} bp`,
      `Treasuries win against corporates / MBS when their spreads widen by more than this in a year`,
    ),
  ];
}

function changeRow({
  signal,
  estimates,
  adjustedGap,
  settings,
  staleness,
}: DetailInputs): DetailRow {
  const at = signalAt(estimates, adjustedGap, settings, staleness);
  const change = whatWouldChange(estimates.last, (gap) => {
    const there = at(gap);
    return { kind: callClass(there), text: there.text };
  });
  if (change === null) {
    const gate = signal.gate === null ? "" : `; the gate opens at ${signal.gate.threshold}`;
    return row(
      "changesAt",
      null,
      `no gap within ±200 bp changes the call, other inputs fixed${gate}`,
    );
  }
  return row(
    "changesAt",
    change.at,
    `bp: at this gap, other inputs fixed, the text is ${change.text}`,
  );
}

function asOfWords({ asOf, staleness, settings }: DetailInputs): string {
  if (asOf === null) return "no dates were given: staleness is not judged";
  if (staleness === null)
    return "the day of the last gap; no as-of was given: staleness is not judged";
  return `${isoFromSerial(asOf)}: data ${staleness} business days overdue, ${settings.staleDays} allowed`;
}
