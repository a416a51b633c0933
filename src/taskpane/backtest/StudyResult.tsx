/* What a rule would have earned: the honest line first, then the figures and the charts. */
import { Button } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import { drawdowns } from "../../calc/backtest/backtest";
import { markedTitle } from "../../templates/illustrative";
import { DrawnFigure } from "../DrawnFigure";
import { writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { dayOfSerial } from "../timePlot";
import { useIntoView } from "../useIntoView";
import { equityPlot } from "./equityPlot";
import { dayOf, inputsOf, type Run } from "./findings";

/**
 * The result of a run.
 * @param props - The run, and what adds it as a sheet.
 * @returns Its part of the screen.
 */
export function StudyResult({
  run,
  onInsert,
}: {
  readonly run: Run;
  readonly onInsert: () => void;
}) {
  const { numbers, busy } = usePane();
  const { study, loaded, trials } = run;
  const heading = useIntoView(run);
  const { backtest, thirds } = study;
  const falls = useMemo(() => drawdowns(backtest.path.cumulative), [backtest]);
  const inputs = useMemo(() => inputsOf(run), [run]);
  const examples = inputs.get("example") ?? [];
  const words = texts.backtest;
  const two = (value: number) => writeNumber(value, 2, numbers);
  const bp = (value: number) => `${writeNumber(value, 0, numbers)} bp`;
  const share = (value: number) => `${writeNumber(100 * value, 0, numbers)}%`;
  const day = (row: number | undefined) => dayOf(run, row ?? NaN, numbers);
  const [from, to] = [day(thirds[0]?.first), day(thirds[2]?.last)];
  const { overfitting } = study;
  return (
    <section className="part" aria-label={words.result} data-run={trials}>
      <h2 ref={heading} tabIndex={-1}>
        {markedTitle(words.result, loaded.about)}
      </h2>
      <p>
        <strong>
          {words.honest(
            trials,
            share(study.deflated),
            overfitting === null ? null : share(overfitting),
          )}{" "}
          {study.beyondLuck ? words.beyondLuck : words.luck}
        </strong>
      </p>
      {examples.length > 0 && <p className="warned">{words.onExamples(examples)}</p>}
      <p className="quiet">
        {words.span(from, to, backtest.rows)} {texts.verdict.noAdvice}
      </p>
      <p className="quiet">{words.noted(run.sheet)}</p>
      <dl>
        <Figure
          name={words.sharpe}
          value={two(study.sharpe)}
          more={words.interval(two(study.low), two(study.high))}
        />
        <Figure name={words.held} value={two(study.held)} />
        <Figure name={words.alone} value={share(study.alone)} />
        <Figure name={words.net} value={bp(backtest.net)} />
        <Figure name={words.gross} value={bp(backtest.gross)} />
        <Figure name={words.maxDrawdown} value={bp(backtest.maxDrawdown)} />
        <Figure name={words.turnover} value={writeNumber(backtest.turnover, 0, numbers)} />
        <Figure
          name={words.hit}
          value={backtest.hit === null ? words.noPosition : share(backtest.hit)}
        />
      </dl>
      <Drawn run={run} values={backtest.path.cumulative} kind="line">
        {words.equityLabel(bp(backtest.net), from, to)}
      </Drawn>
      <Drawn run={run} values={falls} kind="area">
        {words.drawdownLabel(bp(backtest.maxDrawdown))}
      </Drawn>
      <h3>{words.thirds}</h3>
      <dl>
        {thirds.map(({ first, last, net, sharpe }) => (
          <Figure
            key={first}
            name={words.third(day(first), day(last))}
            value={words.netAndSharpe(writeNumber(net, 0, numbers), two(sharpe))}
          />
        ))}
      </dl>
      <h3>{words.inputsHeading}</h3>
      <dl>
        {[...inputs].map(([whose, names]) => (
          <div className="input-names" key={whose}>
            <dt>{words.inputs[whose]}</dt>
            <dd>{names.join(", ") || words.noInput}</dd>
          </div>
        ))}
      </dl>
      <Button disabled={busy} onClick={onInsert}>
        {words.insert}
      </Button>
    </section>
  );
}

function Figure(props: { readonly name: string; readonly value: string; readonly more?: string }) {
  const { name, value, more } = props;
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <div className="figure-value">
          <strong>{value}</strong>
          {more !== undefined && <span className="figure-why">{more}</span>}
        </div>
      </dd>
    </div>
  );
}

function Drawn(props: {
  readonly run: Run;
  readonly values: Float64Array;
  readonly kind: "line" | "area";
  readonly children: string;
}) {
  const { run, values, kind, children } = props;
  const { about, dates } = run.loaded;
  const { numbers } = usePane();
  const draw = useCallback(
    (width: number) => {
      const points = Array.from(values, (value, row) => ({
        day: dayOfSerial(dates[row] ?? NaN),
        value,
      }));
      const first = points.findIndex(({ value }) => !Number.isNaN(value));
      return equityPlot(points.slice(first), kind, { width, label: "bp", numbers });
    },
    [values, dates, kind, numbers],
  );
  return <DrawnFigure label={markedTitle(children, about)} draw={draw} />;
}
