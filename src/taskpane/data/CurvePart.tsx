/* Bring a curve: par yields by tenor from files, the clipboard or cells, and the day to take. */
import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useMemo, useRef, useState } from "react";
import { isoFromSerial } from "../../calc/date/serial";
import type { ParCurve } from "../../calc/curve/parCurve";
import type { CurveReading } from "../../data/curves";
import { joinCurves } from "../../data/joinCurves";
import { writeCurves, type Curves, type StandingCurves } from "../../templates/curveSheet";
import { writeDate, writeNumber } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { CurveTable } from "./CurveTable";
import { Findings } from "./Findings";
import { PasteField } from "./PasteField";
import { Questions } from "./Questions";
import { Refusal } from "./SourcePart";
import { takeCurve } from "./takeCurve";
import type { CurveSource } from "./useCurve";
import { useFocusKept } from "./useFocusKept";

/** Curves on their way in, and those that the workbook has. */
export interface CurvePartProps {
  readonly source: CurveSource;
  readonly standing: StandingCurves | null;
}

/**
 * The part of the screen.
 * @param props - The curves.
 * @returns Its view.
 */
export function CurvePart({ source, standing }: CurvePartProps) {
  const heading = useId();
  const words = texts.data;
  const { state } = source;
  const top = useFocusKept(state.kind);
  return (
    <section className="part" aria-labelledby={heading} data-side="curve">
      <h2 id={heading} ref={top} tabIndex={-1}>
        {words.curveHeading}
      </h2>
      {standing !== null && <Standing curves={standing} />}
      <p className="quiet">{words.curveAbout}</p>
      {state.kind === "refused" && <Refusal problem={state.problem} />}
      {state.kind === "read" ? (
        <>
          {state.problem !== null && <Refusal problem={state.problem} />}
          <Brought reading={state.reading} source={source} standing={standing} />
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

function Standing({ curves: { place, history } }: { readonly curves: StandingCurves }) {
  const { numbers } = usePane();
  const last = history.days.at(-1);
  if (last === undefined) return null;
  return (
    <p>
      {texts.data.curvesStanding(
        writeNumber(history.days.length, 0, numbers),
        place.sheet,
        writeDate(last, numbers),
      )}
    </p>
  );
}

function Ways({ source }: { readonly source: CurveSource }) {
  const input = useRef<HTMLInputElement>(null);
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
      <PasteField label={words.pasteCurve} onText={source.paste} />
    </>
  );
}

/** What was read, what reads it, and what stands there. */
interface BroughtCurve extends CurvePartProps {
  readonly reading: CurveReading;
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

function OneDay({ reading, source, standing }: BroughtCurve) {
  const { file, history, curve: dated } = reading;
  const [typed, setTyped] = useState("");
  const words = texts.data;
  if (history === null || dated === null) return null;
  const day = isoFromSerial(dated.day);
  const about = [`Par yields from ${file.source}`, ...file.repairs].join("; ");
  const curves = { about, history, day: dated.day, tenors: dated.curve.tenors.length };
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
      <Write
        curves={curves}
        curve={dated.curve}
        from={`par yields of ${day} from ${file.source}`}
        standing={standing}
        onWritten={source.clear}
      />
    </>
  );
}

function Write(props: {
  readonly curves: Curves;
  readonly curve: ParCurve;
  /** Where the curve of the day comes from. */
  readonly from: string;
  readonly standing: StandingCurves | null;
  readonly onWritten: () => void;
}) {
  const { curves, curve, from, standing, onWritten } = props;
  const { workbook, attempt, busy, numbers } = usePane();
  const words = texts.data;
  const joined = useMemo(
    () => (standing === null ? null : joinCurves(standing.history, curves.history)),
    [standing, curves.history],
  );
  const write = (written: Curves) =>
    attempt(texts.status.writing, async () => {
      const sheet = await writeCurves(workbook, written);
      onWritten();
      const { taken, notTaken } = await takeCurve(workbook, curve, from);
      return [
        words.curveWritten(sheet, writeNumber(written.history.days.length, 0, numbers)),
        ...(taken.length > 0 ? [words.curveTaken(taken.join(", "))] : []),
        ...(notTaken.length > 0 ? [words.curveNotTaken(notTaken.join(", "))] : []),
      ].join(" ");
    });
  if (standing === null || joined === null) {
    return (
      <div className="actions">
        <Button appearance="primary" disabled={busy} onClick={() => void write(curves)}>
          {words.writeCurve}
        </Button>
      </div>
    );
  }
  const { history, added, revised } = joined;
  const both = { ...curves, history, about: `${standing.about}; joined by: ${curves.about}` };
  return (
    <>
      <p>{words.curvesJoin(added, revised)}</p>
      <div className="actions">
        <Button appearance="primary" disabled={busy} onClick={() => void write(both)}>
          {words.joinCurves}
        </Button>
        <Button disabled={busy} onClick={() => void write(curves)}>
          {words.replaceCurves}
        </Button>
      </div>
    </>
  );
}
