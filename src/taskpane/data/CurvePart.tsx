/* Bring a curve: par yields by tenor from files, the clipboard or cells, and the day to take. */
import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import { isoFromSerial } from "../../calc/date/serial";
import type { CurveReading } from "../../data/curves";
import { addCurveSheet } from "../../templates/curveSheet";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { CurveTable } from "./CurveTable";
import { Findings } from "./Findings";
import { Questions } from "./Questions";
import { Refusal } from "./SourcePart";
import { takeCurve } from "./takeCurve";
import type { CurveSource } from "./useCurve";

/**
 * The part of the screen.
 * @param props - The curve on its way in.
 * @returns Its view.
 */
export function CurvePart({ source }: { readonly source: CurveSource }) {
  const heading = useId();
  const words = texts.data;
  const { state } = source;
  return (
    <section className="part" aria-labelledby={heading} data-side="curve">
      <h2 id={heading}>{words.curveHeading}</h2>
      <p className="quiet">{words.curveAbout}</p>
      {state.kind === "refused" && <Refusal problem={state.problem} />}
      {state.kind === "read" ? (
        <>
          {state.problem !== null && <Refusal problem={state.problem} />}
          <Brought reading={state.reading} source={source} />
          <Button size="small" onClick={source.clear}>
            {words.otherCurve}
          </Button>
        </>
      ) : (
        <Ways source={source} />
      )}
    </section>
  );
}

function Ways({ source }: { readonly source: CurveSource }) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const words = texts.data;
  return (
    <>
      <div className="actions">
        <Button onClick={() => input.current?.click()}>{words.openCurve}</Button>
        <Button onClick={source.useSelection}>{words.useCells}</Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={words.curveFiles}
        accept=".csv,.txt,.tsv,.xml,text/csv,text/plain,text/xml"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) source.openFiles(files);
          target.value = "";
        }}
      />
      <Field label={words.pasteCurve}>
        <Textarea
          className="paste-place"
          value={typed}
          rows={2}
          spellCheck={false}
          onPaste={(event) => {
            if (typed !== "") return;
            event.preventDefault();
            source.paste(event.clipboardData.getData("text/plain"));
          }}
          onChange={(_, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
      {typed.trim() !== "" && (
        <Button
          size="small"
          onClick={() => {
            source.paste(typed);
          }}
        >
          {words.readTyped}
        </Button>
      )}
    </>
  );
}

/** What was read, and what reads it. */
interface BroughtCurve {
  readonly reading: CurveReading;
  readonly source: CurveSource;
}

function Brought(props: BroughtCurve) {
  const { reading, source } = props;
  const { file, history, curve } = reading;
  const questions = file.questions.filter(({ topic }) => topic !== "curve day");
  return (
    <>
      <ul className="facts">
        {[...file.facts, ...file.repairs].map((fact, i) => (
          <li key={i}>{fact}</li>
        ))}
      </ul>
      <Questions questions={questions} onAnswer={source.answer} />
      {file.findings.length > 0 && <Findings findings={file.findings} />}
      {history !== null && curve !== null && <OneDay {...props} />}
    </>
  );
}

function OneDay({ reading, source }: BroughtCurve) {
  const { workbook, attempt, busy } = usePane();
  const { file, history, curve: dated } = reading;
  const [typed, setTyped] = useState("");
  const words = texts.data;
  if (history === null || dated === null) return null;
  const day = isoFromSerial(dated.day);
  const write = () =>
    attempt(texts.status.writing, async () => {
      const { curve } = dated;
      const tenors = curve.tenors.length;
      const about = [`Par yields from ${file.source}`, ...file.repairs].join("; ");
      const sheet = await addCurveSheet(workbook, { about, history, day: dated.day, tenors });
      const from = `par yields of ${day} from ${file.source}`;
      const { taken, notTaken } = await takeCurve(workbook, curve, from);
      return [
        words.curveWritten(sheet, history.days.length),
        ...(taken.length > 0 ? [words.curveTaken(taken.join(", "))] : []),
        ...(notTaken.length > 0 ? [words.curveNotTaken(notTaken.join(", "))] : []),
      ].join(" ");
    });
  return (
    <>
      <Field label={words.curveDay} hint={words.curveDayHint}>
        <Input
          value={typed}
          placeholder={day}
          onChange={(_, { value }) => {
            setTyped(value);
          }}
          onBlur={() => {
            source.answer("curve day", typed.trim() === "" ? null : typed.trim());
          }}
        />
      </Field>
      <CurveTable day={day} curve={dated.curve} />
      <div className="actions">
        <Button appearance="primary" disabled={busy} onClick={() => void write()}>
          {words.writeCurve}
        </Button>
      </div>
    </>
  );
}
