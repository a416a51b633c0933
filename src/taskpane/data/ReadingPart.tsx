/* What one of the two histories turns out to be. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { SeriesReading } from "../../data/gathering";
import type { AskedQuestion } from "../../data/question";
import { texts } from "../texts";
import { Findings } from "./Findings";
import { Questions } from "./Questions";
import { RowsTable } from "./RowsTable";
import type { Source } from "./useSource";

/**
 * What a source says.
 * @param props - The reading, and what takes the answers.
 * @returns One line where everything is known, the open questions, what the checks say, and the rows.
 */
export function ReadingPart({
  reading,
  source,
}: {
  readonly reading: SeriesReading;
  readonly source: Source;
}) {
  const { questions, findings, history } = reading;
  const words = texts.data;
  const isDone = history !== null;
  // What was asked stays where it was answered; what the data show is told with the rest.
  const isAsked = ({ shown, answer }: AskedQuestion) => shown === null || answer !== shown;
  return (
    <>
      {source.lacks !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{`${source.lacks}.`}</MessageBarBody>
        </MessageBar>
      )}
      {isDone && <InOrder reading={reading} />}
      {!isDone && <Lines heading={words.detected} lines={reading.facts} />}
      <Questions
        questions={isDone ? questions.filter(isAsked) : questions}
        onAnswer={source.answer}
      />
      {findings.length > 0 && (
        <>
          <h3>{words.findings}</h3>
          <Findings findings={findings} />
        </>
      )}
      {isDone && (
        <details className="how-read">
          <summary>{words.howRead}</summary>
          <Lines heading={words.detected} lines={reading.facts.slice(1, -1)} />
          <Questions
            questions={questions.filter((question) => !isAsked(question))}
            onAnswer={source.answer}
          />
          <Lines heading={words.repairs} lines={reading.repairs} />
        </details>
      )}
      {isDone && (
        <RowsTable
          caption={words.rowsOf(words.sides[source.side])}
          headings={[words.bp]}
          count={history.dates.length}
          rowAt={(i) => ({ date: history.dates[i] ?? NaN, values: [valueAt(history.values, i)] })}
        />
      )}
    </>
  );
}

/** One line: what was read, green where the checks find nothing to look at. */
function InOrder({ reading }: { readonly reading: SeriesReading }) {
  const { facts, findings, name, unit } = reading;
  const isGreen = findings.every(({ severity }) => severity === "note");
  return (
    <MessageBar intent={isGreen ? "success" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{facts[0]}</MessageBarTitle>
        <div>{texts.data.inOrder(name, unit ?? "", facts.at(-1) ?? "")}</div>
      </MessageBarBody>
    </MessageBar>
  );
}

function Lines({
  heading,
  lines,
}: {
  readonly heading: string;
  readonly lines: readonly string[];
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="facts">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function valueAt(values: ArrayLike<number>, i: number): number | null {
  const value = values[i] ?? NaN;
  return Number.isNaN(value) ? null : value;
}
