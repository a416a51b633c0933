/* One of the two histories: the ways to bring it, and what it turns out to be. */
import { Button, Field, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons/svg/arrow-upload";
import { SelectObjectRegular } from "@fluentui/react-icons/svg/select-object";
import { useId, useRef, useState, type DragEvent } from "react";
import type { TextTable } from "../../data/textTable";
import { texts } from "../texts";
import { PasteField } from "./PasteField";
import { ReadingPart } from "./ReadingPart";
import { useFocusKept } from "./useFocusKept";
import type { Source } from "./useSource";

/**
 * One side.
 * @param props - The side, and another side whose table it can share.
 * @returns Its part of the screen.
 */
export function SourcePart(props: { readonly source: Source; readonly shared: TextTable | null }) {
  const { source, shared } = props;
  const { state, side } = source;
  const heading = useId();
  const top = useFocusKept(state.kind);
  const words = texts.data;
  const isWaiting = state.kind === "none" || state.kind === "refused";
  return (
    <section className="part" aria-labelledby={heading} data-side={side}>
      <h2 id={heading} ref={top} tabIndex={-1}>
        {words.sides[side]}
      </h2>
      {state.kind === "refused" && <Refusal problem={state.problem} />}
      {isWaiting && <Ways source={source} shared={shared} />}
      {state.kind === "reading" && (
        <>
          <Field label={words.steps[state.step](state.source)} hint={words.share(state.share)}>
            <ProgressBar value={state.share} />
          </Field>
          <Button onClick={source.stop}>{words.stop}</Button>
        </>
      )}
      {state.kind === "read" && (
        <>
          {"problem" in state.outcome ? (
            <Refusal problem={state.outcome.problem} />
          ) : (
            <ReadingPart reading={source.ready ?? state.outcome.reading} source={source} />
          )}
          <Button size="small" onClick={source.clear}>
            {words.another(words.sides[side])}
          </Button>
        </>
      )}
    </section>
  );
}

/**
 * Why something cannot be used.
 * @param props - The sentence.
 * @returns A bar that is read out.
 */
export function Refusal({ problem }: { readonly problem: string }) {
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{texts.data.refused(problem)}</MessageBarBody>
      </MessageBar>
    </div>
  );
}

function Ways({ source, shared }: { readonly source: Source; readonly shared: TextTable | null }) {
  const { openFile, paste, useSelection, take, refuse, side } = source;
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const words = texts.data;
  const name = words.sides[side];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    const [file] = files;
    if (file === undefined) paste(event.dataTransfer.getData("text/plain"));
    else if (files.length > 1) refuse(words.oneFile(files.length));
    else openFile(file);
  };
  return (
    <div
      className="drop-place"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <div className="actions">
        <Button icon={<ArrowUploadRegular />} onClick={() => input.current?.click()}>
          {words.open}
          <span className="sr-only"> {words.forSide(name)}</span>
        </Button>
        <Button icon={<SelectObjectRegular />} onClick={useSelection}>
          {words.useSelection}
          <span className="sr-only"> {words.forSide(name)}</span>
        </Button>
        {shared !== null && (
          <Button
            onClick={() => {
              take(shared);
            }}
          >
            {words.sameSource(shared.source)}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.fileOf(name)}
        accept=".csv,.txt,.tsv,.xml,text/csv,text/plain,text/xml"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Emptied, so that the same file can be opened again after it was fixed.
          if (file !== undefined) openFile(file);
          target.value = "";
        }}
      />
      <PasteField label={words.pasteOf(name)} hint={words.pasteHint} onText={paste} />
    </div>
  );
}
