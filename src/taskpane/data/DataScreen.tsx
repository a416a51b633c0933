/* The screen *Data*: two histories of spreads come in, and a row a day after that. */
import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { TABLE_NAME } from "../../assumptions/table";
import { aboutLine } from "../../data/sourceLine";
import type { SeriesReading } from "../../data/gathering";
import { suggestedMethod, type PairPlan } from "../../data/pair";
import { standingCurves } from "../../templates/curveSheet";
import { writeDate } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { AlignPart } from "./AlignPart";
import { CurvePart } from "./CurvePart";
import { readStanding, type Standing } from "./dataTable";
import { Refusal, SourcePart } from "./SourcePart";
import { spreadText } from "./spreadText";
import { TodayRow } from "./TodayRow";
import { usePair, type Aligned } from "./usePair";
import { useCurve } from "./useCurve";
import { useSource, type Source } from "./useSource";
import { AddToSheet, ReplaceSample, WriteSheet, type ToWrite } from "./WritePart";

/**
 * The screen.
 * @returns Its view.
 */
export function DataScreen() {
  const { workbook } = usePane();
  const load = useCallback(async () => {
    const [standing, table, curves] = await Promise.all([
      readStanding(workbook),
      workbook.findTable(TABLE_NAME),
      standingCurves(workbook),
    ]);
    return { standing, hasAssumptions: table !== null, curves };
  }, [workbook]);
  const loaded = useLoaded(load);
  const curve = useCurve(workbook);
  const standingCurve = loaded?.curves ?? null;
  const brought = curve.state.kind === "read" ? curve.state.reading.history : null;
  const curves = brought ?? standingCurve?.history ?? null;
  const mbs = useSource("mbs", workbook, curves);
  const corporate = useSource("corporate", workbook, curves);
  const [timesWritten, setTimesWritten] = useState(0);
  const words = texts.data;
  if (loaded === null) return <p>{texts.status.reading}</p>;
  const { standing, hasAssumptions } = loaded;
  const forget = () => {
    mbs.clear();
    corporate.clear();
  };
  const written = () => {
    forget();
    setTimesWritten((times) => times + 1);
  };
  const isBegun = mbs.state.kind !== "none" || corporate.state.kind !== "none";
  return (
    <>
      <h1 className="data-heading">{words.heading}</h1>
      {standing === null ? (
        <p className="quiet">{words.about}</p>
      ) : (
        <>
          <StandingPart standing={standing} timesWritten={timesWritten} />
          <TodayRow standing={standing} />
          <h2 className="data-heading">{standing.isSample ? words.bringOwn : words.bringMore}</h2>
          <p className="quiet">{words.about}</p>
        </>
      )}
      <SourcePart source={mbs} shared={tableOf(corporate)} />
      <SourcePart source={corporate} shared={tableOf(mbs)} />
      <PairPart
        mbs={mbs}
        corporate={corporate}
        standing={standing}
        hasAssumptions={hasAssumptions}
        onWritten={written}
      />
      {isBegun && <Button onClick={forget}>{words.startOver}</Button>}
      <CurvePart source={curve} standing={standingCurve} />
    </>
  );
}

const tableOf = ({ state }: Source) => (state.kind === "read" ? state.table : null);

function StandingPart(props: { readonly standing: Standing; readonly timesWritten: number }) {
  const { standing, timesWritten } = props;
  const { numbers, show } = usePane();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that wrote is gone, and new sheets draw the focus to the grid.
    if (timesWritten > 0) said.current?.focus();
  }, [timesWritten]);
  const { rows, place } = standing;
  const last = rows.at(-1);
  const words = texts.data;
  return (
    <section className="part">
      <p ref={said} tabIndex={-1}>
        {words.standing(place.sheet, rows.length)}{" "}
        {last !== undefined &&
          !Number.isNaN(last.date) &&
          words.lastRow(
            writeDate(last.date, numbers),
            spreadText(last.mbs, numbers),
            spreadText(last.corporate, numbers),
          )}
      </p>
      <Button
        onClick={() => {
          show("verdict");
        }}
      >
        {words.toVerdict}
      </Button>
    </section>
  );
}

const PLAN = { maxStaleDays: 5, keepOneSided: false };

/** What follows once both histories are there. */
function PairPart(props: {
  readonly mbs: Source;
  readonly corporate: Source;
  readonly standing: Standing | null;
  readonly hasAssumptions: boolean;
  readonly onWritten: () => void;
}) {
  const { mbs, corporate } = props;
  const open = [mbs, corporate].filter(
    ({ state, ready }) => state.kind === "read" && ready === null,
  );
  const words = texts.data;
  if (open.length > 0) {
    const sides = open.map(({ side }) => words.sides[side]).join(", ");
    return <p>{words.openQuestions(sides)}</p>;
  }
  if (mbs.ready === null || corporate.ready === null) return null;
  return <ReadyPair {...props} mbs={mbs.ready} corporate={corporate.ready} />;
}

function ReadyPair(props: {
  readonly mbs: SeriesReading;
  readonly corporate: SeriesReading;
  readonly standing: Standing | null;
  readonly hasAssumptions: boolean;
  readonly onWritten: () => void;
}) {
  const { mbs, corporate, standing, hasAssumptions, onWritten } = props;
  const [chosen, setChosen] = useState<PairPlan | null>(null);
  const suggested = useMemo(
    () =>
      mbs.history === null || corporate.history === null
        ? null
        : suggestedMethod(mbs.history, corporate.history),
    [mbs, corporate],
  );
  const plan = useMemo(
    () => chosen ?? { ...PLAN, method: suggested?.method ?? "exact" },
    [chosen, suggested],
  );
  const aligned = usePair(mbs.history, corporate.history, plan);
  const toWrite = useMemo(
    () => ("pair" in aligned ? toWriteOf(mbs, corporate, plan, aligned) : null),
    [mbs, corporate, plan, aligned],
  );
  return (
    <>
      <AlignPart
        plan={plan}
        reason={plan.method === suggested?.method ? suggested.reason : null}
        aligned={aligned}
        onPlan={setChosen}
      />
      {toWrite !== null && toWrite.rows.length === 0 && <Refusal problem={texts.data.noRows} />}
      {toWrite !== null &&
        toWrite.rows.length > 0 &&
        (standing === null ? (
          <WriteSheet toWrite={toWrite} hasAssumptions={hasAssumptions} onWritten={onWritten} />
        ) : standing.isSample ? (
          <ReplaceSample toWrite={toWrite} standing={standing} onWritten={onWritten} />
        ) : (
          <AddToSheet toWrite={toWrite} standing={standing} onWritten={onWritten} />
        ))}
    </>
  );
}

function toWriteOf(
  mbs: SeriesReading,
  corporate: SeriesReading,
  plan: PairPlan,
  { pair }: Extract<Aligned, { readonly pair: unknown }>,
): ToWrite {
  return {
    rows: pair.rows,
    about: aboutLine(mbs, corporate, plan, pair),
    sources: { mbs: sourceOf(mbs), corporate: sourceOf(corporate) },
  };
}

const sourceOf = ({ name, source }: SeriesReading): string => `${name} from ${source}`;
