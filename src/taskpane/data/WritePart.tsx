/* The last step: everything was shown, now it is written. */
import type { SpreadRow } from "../../calc/series/spreadRow";
import { Button, Checkbox } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { mergeRows } from "../../data/merge";
import { lastWhere } from "../../data/pair";
import { addDataSheet } from "../../templates/dataSheet";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { addAssumptions, type LastRow } from "./addAssumptions";
import { bringRows, type Standing } from "./dataTable";
import { replaceSample } from "./replaceSample";
import { takeLastRow } from "./takeLastRow";
import { isSettled, MergeQuestions, NO_AGREEMENT } from "./MergeQuestions";

/** What is to be written. */
export interface ToWrite {
  readonly rows: readonly SpreadRow[];
  readonly about: string;
  readonly sources: LastRow["sources"];
}

/**
 * Writes a new data sheet.
 * @param props - What to write, whether the workbook has assumptions, and what follows.
 * @returns The line that will stand above the table, and the button.
 */
export function WriteSheet(props: {
  readonly toWrite: ToWrite;
  readonly hasAssumptions: boolean;
  readonly onWritten: () => void;
}) {
  const { toWrite, hasAssumptions, onWritten } = props;
  const { workbook, attempt } = usePane();
  const [withTable, setWithTable] = useState(true);
  const { rows, about, sources } = toWrite;
  const words = texts.data;
  const write = () =>
    attempt(texts.status.writing, async () => {
      const sheet = await addDataSheet(workbook, { about, rows });
      const done = words.written(rows.length, sheet);
      try {
        if (hasAssumptions) {
          await takeLastRow(workbook, rows);
          return done;
        }
        if (!withTable) return done;
        const row = lastWhere(rows, ({ mbs, corporate }) => mbs !== null && corporate !== null);
        const refused = await addAssumptions(workbook, row && { row, sources });
        return [done, words.withTable, ...refused.map(words.notTaken)].join(" ");
      } finally {
        // The data stand there, whatever became of the assumptions.
        onWritten();
      }
    });
  return (
    <WriteStep about={about} label={words.write} onWrite={write}>
      {!hasAssumptions && (
        <Checkbox
          label={words.withAssumptions}
          checked={withTable}
          onChange={(_, { checked }) => {
            setWithTable(checked === true);
          }}
        />
      )}
    </WriteStep>
  );
}

/**
 * Puts the user's own histories in place of the sample's.
 * @param props - What to write, the table as it stands, and what follows.
 * @returns What happens, and the button.
 */
export function ReplaceSample(props: {
  readonly toWrite: ToWrite;
  readonly standing: Standing;
  readonly onWritten: () => void;
}) {
  const { toWrite, standing, onWritten } = props;
  const { workbook, attempt } = usePane();
  const { rows, about } = toWrite;
  const words = texts.data;
  const write = () =>
    attempt(texts.status.writing, async () => {
      await replaceSample(workbook, standing.place, { rows, about });
      onWritten();
      return words.replaced(rows.length, standing.place.sheet);
    });
  return (
    <WriteStep about={about} label={words.replace} onWrite={write}>
      <p>{words.replaceAbout}</p>
    </WriteStep>
  );
}

/**
 * Brings rows to the data sheet that is there.
 * @param props - What to write, the table as it stands, and what follows.
 * @returns What would change, and the button.
 */
export function AddToSheet(props: {
  readonly toWrite: ToWrite;
  readonly standing: Standing;
  readonly onWritten: () => void;
}) {
  const { toWrite, standing, onWritten } = props;
  const { workbook, attempt } = usePane();
  const [agreement, setAgreement] = useState(NO_AGREEMENT);
  const { rows, about } = toWrite;
  const merge = useMemo(() => mergeRows(standing.rows, rows), [standing, rows]);
  const words = texts.data;
  const write = () =>
    attempt(texts.status.writing, async () => {
      const left = new Set(merge.between.map(({ date }) => date));
      const note = words.addedNote(merge.added.length, merge.revised.length, about);
      const brought = await bringRows(
        workbook,
        rows.filter(({ date }) => !left.has(date)),
        merge.revised,
        note,
      );
      setAgreement(NO_AGREEMENT);
      if ("ask" in brought) return words.changedMeanwhile;
      onWritten();
      return words.added(brought.written.added.length, brought.written.revised.length);
    });
  return (
    <WriteStep
      about={about}
      label={words.addRows(merge.added.length + merge.revised.length)}
      isReady={isSettled(merge, agreement)}
      onWrite={write}
    >
      <MergeQuestions merge={merge} agreement={agreement} onAgree={setAgreement} />
    </WriteStep>
  );
}

/** What will be written, with what there is to say or ask, and the button that stays at hand. */
function WriteStep(props: {
  readonly about: string;
  readonly label: string;
  readonly isReady?: boolean;
  readonly onWrite: () => Promise<unknown>;
  readonly children?: ReactNode;
}) {
  const { about, label, isReady = true, onWrite, children } = props;
  const { busy } = usePane();
  return (
    <>
      <section className="part">
        <h3>{texts.data.aboutLabel}</h3>
        <p className="quiet">{about}</p>
        {children}
      </section>
      <div className="actions write-bar">
        <Button appearance="primary" disabled={busy || !isReady} onClick={() => void onWrite()}>
          {label}
        </Button>
      </div>
    </>
  );
}
