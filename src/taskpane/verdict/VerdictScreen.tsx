/* The screen *Verdict*: has the gap closed, since when was it not this tight, what does it say. */
import { useCallback, useState, type ReactNode } from "react";
import { insertFormula } from "../insertFormula";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { AnswerCard } from "./AnswerCard";
import { Explanation } from "./Explanation";
import { figureName } from "./figureText";
import { FigureRow } from "./FigureRow";
import { GapChart } from "./GapChart";
import { figureFormula, loadVerdict, type LoadedVerdict } from "./loadVerdict";
import type { Figure } from "./verdict";
import { verdictText } from "./verdictText";
import { Welcome } from "../Welcome";

/**
 * The screen.
 * @returns Its view.
 */
export function VerdictScreen() {
  const { workbook, facts } = usePane();
  const load = useCallback(() => loadVerdict(workbook, facts.functions), [workbook, facts]);
  const loaded = useLoaded(load);
  if (loaded === null) return <p>{texts.status.reading}</p>;
  if (!("verdict" in loaded)) return <Welcome missing={loaded} />;
  return <Ready loaded={loaded} />;
}

function Ready({ loaded }: { readonly loaded: LoadedVerdict }) {
  const { verdict, history, about } = loaded;
  const [explained, explain] = useState<Figure | null>(null);
  const insert = useInsert(loaded);
  const copy = useCopy(loaded);
  const words = texts.verdict;
  const figures = (those: readonly Figure[]) => (
    <dl>
      {those.map((figure) => (
        <FigureRow key={figure.id} figure={figure} onExplain={explain} onInsert={insert} />
      ))}
    </dl>
  );
  return (
    <>
      <AnswerCard
        loaded={loaded}
        onCopy={() => {
          void copy();
        }}
      />
      <Part heading={words.basesHeading}>{figures(verdict.bases)}</Part>
      <Part heading={words.chartHeading}>
        <GapChart history={history} about={about} />
      </Part>
      <Part heading={words.historyHeading}>{figures(verdict.history)}</Part>
      <Part heading={words.signalHeading}>{figures(verdict.signal)}</Part>
      <Part heading={words.holdHeading}>
        <p>{verdict.hold.reason}</p>
      </Part>
      {explained !== null && (
        <Explanation
          figure={explained}
          loaded={loaded}
          onClose={() => {
            explain(null);
          }}
        />
      )}
    </>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** Writes the formula of a figure into the selected cell. */
function useInsert(loaded: LoadedVerdict) {
  const { workbook, attempt } = usePane();
  return (figure: Figure): void => {
    void attempt(texts.status.writing, async () =>
      texts.verdict.inserted(
        figureName(figure),
        await insertFormula(workbook, figureFormula(figure, loaded)),
      ),
    );
  };
}

function useCopy(loaded: LoadedVerdict) {
  const { numbers, say } = usePane();
  return async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(verdictText(loaded, numbers));
      say(texts.verdict.copied);
    } catch {
      say(texts.status.notDone(texts.verdict.notCopied), "problem");
    }
  };
}
