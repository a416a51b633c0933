/* Add today's row: a date and two spreads, put at the end of the data table. */
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import { mergeRows } from "../../data/merge";
import { lastWhere } from "../../data/pair";
import { readTypedDate, readTypedSpread } from "../../data/typedRow";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { entryOf, numberEntry, TypedField, type Entry } from "../TypedField";
import { bringRows, type Standing } from "./dataTable";
import { isSettled, MergeQuestions, NO_AGREEMENT } from "./MergeQuestions";

const BLANK = { date: "", mbs: "", corporate: "" };

/**
 * The form.
 * @param props - The data table as it stands.
 * @returns Its part of the screen.
 */
export function TodayRow({ standing }: { readonly standing: Standing }) {
  const heading = useId();
  const words = texts.data;
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 id={heading}>{words.todayHeading}</h2>
      {standing.isSample ? <p>{words.todayOnSample}</p> : <RowForm standing={standing} />}
    </section>
  );
}

function RowForm({ standing }: { readonly standing: Standing }) {
  const { workbook, attempt, busy, numbers } = usePane();
  const [typed, setTyped] = useState(BLANK);
  const [agreement, setAgreement] = useState(NO_AGREEMENT);
  const words = texts.data;
  const last = (side: "mbs" | "corporate") =>
    lastWhere(standing.rows, (row) => row[side] !== null)?.[side] ?? null;
  const spread = (side: "mbs" | "corporate", name: string): Entry =>
    numberEntry(typed[side], numbers, (text) => readTypedSpread(text, name, last(side)));
  const date = entryOf(typed.date, (text) => readTypedDate(text, words.date.toLowerCase()));
  const mbs = spread("mbs", words.mbsToday);
  const corporate = spread("corporate", words.corporateToday);
  const row =
    date.kind === "value" && mbs.kind === "value" && corporate.kind === "value"
      ? { date: date.value, mbs: mbs.value, corporate: corporate.value }
      : null;
  const merge = row === null ? null : mergeRows(standing.rows, [row]);
  const type = (field: keyof typeof BLANK) => (text: string) => {
    setTyped((before) => ({ ...before, [field]: text }));
    setAgreement(NO_AGREEMENT);
  };
  const add = () =>
    attempt(texts.status.writing, async () => {
      if (row === null || merge === null) return "";
      const brought = await bringRows(workbook, [row], merge.revised, null);
      setAgreement(NO_AGREEMENT);
      if ("ask" in brought) return words.changedMeanwhile;
      setTyped(BLANK);
      return words.added(brought.written.added.length, brought.written.revised.length);
    });
  return (
    <form
      className="today-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (merge !== null && isSettled(merge, agreement)) void add();
      }}
    >
      <TypedField
        label={words.date}
        hint={words.todayHint}
        value={typed.date}
        entry={date}
        onType={type("date")}
      />
      <TypedField
        label={words.mbsToday}
        hint={words.spreadHint}
        value={typed.mbs}
        entry={mbs}
        onType={type("mbs")}
      />
      <TypedField
        label={words.corporateToday}
        hint={words.spreadHint}
        value={typed.corporate}
        entry={corporate}
        onType={type("corporate")}
      />
      {merge !== null && (
        <MergeQuestions merge={merge} agreement={agreement} onAgree={setAgreement} />
      )}
      <Button type="submit" disabled={busy || merge === null || !isSettled(merge, agreement)}>
        {words.addRow}
      </Button>
    </form>
  );
}
