/* The screen *Verdict*: has the gap closed, since when was it not this tight, what does it say. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState, type ReactNode } from "react";
import { markedTitle } from "../../templates/illustrative";
import { insertFormula } from "../insertFormula";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useLoaded } from "../useLoaded";
import { Explanation } from "./Explanation";
import { figureName, figureText } from "./figureText";
import { FigureRow } from "./FigureRow";
import { GapChart } from "./GapChart";
import { figureFormula, loadVerdict, type LoadedVerdict } from "./loadVerdict";
import type { Figure } from "./verdict";
import { verdictText } from "./verdictText";
import { Welcome } from "./Welcome";

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
  const { numbers, busy } = usePane();
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
      <header className="verdict-call">
        <h1>{markedTitle(figureText(verdict.text, numbers), about)}</h1>
        <p>
          {words.asOf(figureText({ ...verdict.asOf, unit: "date" }, numbers))}{" "}
          {words.basis(figureText(verdict.basis, numbers), verdict.basis.reason)} {words.noAdvice}
        </p>
        {about !== "" && <p className="quiet">{about}</p>}
        <Button size="small" disabled={busy} onClick={() => void copy()}>
          {words.copy}
        </Button>
      </header>
      <Part heading={words.basesHeading}>
        {figures(verdict.bases)}
        <p>{figureText(verdict.agreement, numbers)}</p>
        {verdict.illustrative.length > 0 && (
          <p className="quiet">{words.illustrative(verdict.illustrative)}</p>
        )}
      </Part>
      <Part heading={words.chartHeading}>
        <GapChart history={history} about={about} />
      </Part>
      <Part heading={words.historyHeading}>{figures(verdict.history)}</Part>
      <Part heading={words.signalHeading}>{figures(verdict.signal)}</Part>
      <Part heading={words.holdHeading}>
        <p>{verdict.hold.reason}</p>
      </Part>
      <Part heading={words.changeHeading}>
        <p>{changeText(verdict.change, numbers)}</p>
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

/** The gap at which the text changes with its reason; the reason alone where there is none. */
const changeText = (change: Figure, numbers: Parameters<typeof figureText>[1]): string =>
  typeof change.value === "object"
    ? change.reason
    : `${figureText({ ...change, unit: "bp" }, numbers)}: ${change.reason}`;

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

function useCopy({ verdict, about }: LoadedVerdict) {
  const { numbers, say } = usePane();
  return async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(verdictText(verdict, about, numbers));
      say(texts.verdict.copied);
    } catch {
      say(texts.status.notDone(texts.verdict.notCopied), "problem");
    }
  };
}
