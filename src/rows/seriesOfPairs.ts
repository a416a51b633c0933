/* Histories of many pairs: one answer a pair, as HISTORY and ROTATIONSIGNAL give it. */
import { withDerivedDurations } from "../assumptions/derivedDurations";
import { judgeGap, type GapCall } from "../assumptions/gapCall";
import { isoFromSerial } from "../calc/date/serial";
import { missing } from "../calc/errors";
import { historySummary, type HistoryMeasure } from "../calc/history/summary";
import type { DatedHistory } from "../calc/series/byMonth";
import { confidenceOf } from "../calc/signal/rotationSignal";
import { daySerial } from "../calc/units";
import { dated } from "../functions/excel/datedSeries";
import { finiteCell } from "../functions/excel/results";
import { assumptionsOf } from "../functions/terms/assumptionsTable";
import type { Answers } from "./answers";
import { cellAt, type Calculation, type Kind, type Settings, type TermRows } from "./kind";
import { measuredRows, type Field } from "./measuredRows";

/** HISTORY's measures that are texts here: a day is written out. */
const TEXTS = ["tightestSince", "span"];
const NUMBERS = [
  ...["last", "change1m", "change3m", "z1y", "z5y", "zAll"],
  ...["percentile1y", "percentile5y", "percentileAll", "halfLife", "n", "gaps"],
];

/** A pair's history, and what is made of it when it is first asked for. */
class Pair {
  private knownMeasures?: ReadonlyMap<string, HistoryMeasure>;
  private knownCall?: GapCall;

  constructor(
    private readonly history: DatedHistory,
    private readonly judge: (history: DatedHistory) => GapCall,
  ) {}

  measure(name: string): number | string {
    this.knownMeasures ??= new Map(historySummary(this.history).map((it) => [it.name, it]));
    const { value, why } = this.knownMeasures.get(name) as HistoryMeasure;
    if (value === null) throw missing(`${name}: ${why}`);
    return value;
  }

  get call(): GapCall {
    return (this.knownCall ??= this.judge(this.history));
  }
}

/** What ROTATIONSIGNAL's argument output asks for, under the same names. */
const OF_SIGNAL: readonly Field<Pair>[] = [
  { name: "score", type: "number", of: ({ call }) => finiteCell(call.signal.score) },
  { name: "text", type: "text", of: ({ call }) => call.signal.text },
  {
    name: "confidence",
    type: "number",
    of({ call }) {
      const confidence = confidenceOf(call.signal);
      if (confidence === null) throw missing(`confidence: ${call.signal.text}`);
      return finiteCell(confidence);
    },
  },
];

const OF_HISTORY: readonly Field<Pair>[] = [
  ...NUMBERS.map((name): Field<Pair> => ({
    name,
    type: "number",
    of: (it) => finiteCell(it.measure(name) as number),
  })),
  ...TEXTS.map((name): Field<Pair> => ({
    name,
    type: "text",
    of(it) {
      const value = it.measure(name);
      return typeof value === "number" ? isoFromSerial(daySerial(value)) : value;
    },
  })),
];

const FIELDS = [...OF_HISTORY, ...OF_SIGNAL];

/** Gaps of many pairs by day, the rows of a pair one after the other. */
export const seriesOfPairs: Kind = {
  name: "series",
  terms: new Map(["series", "date", "value"].map((term) => [term, true])),
  groupedBy: "series",
  fields: FIELDS.map(({ name }) => name),
  usualFields: ["last", "zAll", "percentileAll", "halfLife", "n", "score", "text"],
  prepare: (settings) => new SeriesCalculation(settings),
};

class SeriesCalculation implements Calculation {
  readonly columns: readonly Field<Pair>[];
  private readonly assumptions: ReturnType<typeof withDerivedDurations>;

  constructor({ fields, assumptions }: Settings) {
    this.columns = fields.map((field) => FIELDS.find(({ name }) => name === field) as Field<Pair>);
    this.assumptions = withDerivedDurations(assumptionsOf(assumptions, "assumptions"));
  }

  answer(rows: TermRows): Answers {
    return measuredRows(rows.rows, null, this.columns, (row) => this.pair(rows, row));
  }

  private pair(rows: TermRows, row: number): Pair {
    const column = (term: string) => (cellAt(rows, term, row) as unknown[]).map((cell) => [cell]);
    const [dates, values] = [column("date"), column("value")];
    const history = dated({ dates, values, datesName: "date", valuesName: "value" });
    return new Pair(history, (it) =>
      judgeGap({
        history: it,
        assumptions: this.assumptions,
        adjustedGap: null,
        duration: null,
        asOf: null,
      }),
    );
  }
}
