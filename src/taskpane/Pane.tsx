/* The pane: tabs, one screen, and the line that says what happened. */
import { FluentProvider, Link } from "@fluentui/react-components";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { WorkbookError, type WorkbookPort } from "../workbook/workbookPort";
import { AssumptionsScreen } from "./assumptions/AssumptionsScreen";
import { BacktestScreen } from "./backtest/BacktestScreen";
import { DataScreen } from "./data/DataScreen";
import { FunctionsScreen } from "./functions/FunctionsScreen";
import { numberStyle } from "./numbers";
import { isInMore, PaneContext, SCREENS, type PaneServices, type Screen } from "./paneContext";
import type { FunctionError, PaneFacts } from "./paneFacts";
import { PaneTabs } from "./PaneTabs";
import { SaidLine, type Said } from "./SaidLine";
import { ScenariosScreen } from "./scenarios/ScenariosScreen";
import { TemplatesScreen } from "./templates/TemplatesScreen";
import { texts } from "./texts";
import { useSystemTheme } from "./theme";
import { VerdictScreen } from "./verdict/VerdictScreen";

const SILENCE: Said = { words: "", kind: "done", beside: null };

/** A typing user changes one cell after the other: wait until the last before reading again. */
const QUIET_MS = 150;

/**
 * The pane.
 * @param props - The workbook, and the facts that it shows beside it.
 * @returns Its view.
 */
export function Pane(props: { readonly workbook: WorkbookPort; readonly facts: PaneFacts }) {
  const { workbook, facts } = props;
  const theme = useSystemTheme();
  const [screen, setScreen] = useState<Screen>("verdict");
  // A screen stays once it was shown: what was typed there is not lost.
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(new Set(["verdict"]));
  const show = useCallback((name: Screen) => {
    setScreen(name);
    setVisited((before) => new Set(before).add(name));
    // What had the focus may be on the screen that is hidden now.
    document.getElementById(`tab-${isInMore(name) ? "more" : name}`)?.focus();
  }, []);
  const [said, setSaid] = useState(SILENCE);
  const revision = useRevision(workbook);
  const pressed = useRef<Element>(null);
  const { attempt, busy } = useAttempt(setSaid, pressed);
  const numbers = useMemo(() => numberStyle(facts.locale), [facts.locale]);
  const say = useCallback<PaneServices["say"]>((words, kind = "done") => {
    setSaid({ words, kind, beside: pressed.current });
  }, []);
  const close = useCallback(() => {
    setSaid(SILENCE);
  }, []);
  // A click is also what Enter and the space bar make of a button.
  const press = ({ target }: MouseEvent) => {
    const button = (target as Element).closest("button");
    if (button === null) return;
    pressed.current = button;
    setSaid((before) => (before.kind === "done" ? SILENCE : before));
  };
  const services = useMemo(
    () => ({ workbook, facts, numbers, revision, say, attempt, busy, show }),
    [workbook, facts, numbers, revision, say, attempt, busy, show],
  );
  return (
    <FluentProvider theme={theme}>
      <div className="pane" ref={useTabsHeight()} onClickCapture={press}>
        <PaneContext value={services}>
          <PaneTabs screen={screen} visited={visited} onShow={show} />
          <SaidLine said={said} onClose={close} />
          {SCREENS.filter((name) => visited.has(name)).map((name) => (
            <section
              key={name}
              id={`screen-${name}`}
              {...(isInMore(name)
                ? { "aria-label": texts.tabs[name] }
                : { role: "tabpanel", "aria-labelledby": `tab-${name}` })}
              hidden={name !== screen}
            >
              {VIEWS[name]}
            </section>
          ))}
          <PaneFooter facts={facts} />
        </PaneContext>
      </div>
    </FluentProvider>
  );
}

const VIEWS: Record<Screen, ReactNode> = {
  verdict: <VerdictScreen />,
  assumptions: <AssumptionsScreen />,
  data: <DataScreen />,
  scenarios: <ScenariosScreen />,
  backtest: <BacktestScreen />,
  functions: <FunctionsScreen />,
  templates: <TemplatesScreen />,
};

function PaneFooter({ facts }: { readonly facts: PaneFacts }) {
  const { footer } = texts;
  return (
    <footer className="pane-footer">
      {facts.lastError !== null && <LastError lastError={facts.lastError} />}
      <p>
        {footer.version(facts.version, facts.build)} {footer.noAdvice}{" "}
        <Link href="help.html" target="_blank" rel="noopener" inline>
          {footer.help}
        </Link>
      </p>
    </footer>
  );
}

/** Counts the changes of a workbook, its calculations among them. */
function useRevision(workbook: WorkbookPort): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setRevision((before) => before + 1);
      }, QUIET_MS);
    };
    const stops = [workbook.onChanged(moved), workbook.onCalculated(moved)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) void stop.then((end) => end());
    };
  }, [workbook]);
  return revision;
}

/** Tells the styles how high the tabs are, which stay at the top: letters may be of any size. */
function useTabsHeight(): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tabs = pane.current?.querySelector<HTMLElement>(".pane-tabs");
    if (tabs == null) return undefined;
    const watch = new ResizeObserver(() => {
      pane.current?.style.setProperty("--tabs-height", `${tabs.offsetHeight}px`);
    });
    watch.observe(tabs);
    return () => {
      watch.disconnect();
    };
  }, []);
  return pane;
}

function useAttempt(
  setSaid: (said: Said) => void,
  pressed: RefObject<Element | null>,
): Pick<PaneServices, "attempt" | "busy"> {
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const attempt = useCallback<PaneServices["attempt"]>(
    async (doing, work) => {
      if (working.current) return false;
      working.current = true;
      setBusy(true);
      const beside = pressed.current;
      setSaid({ words: doing, kind: "doing", beside });
      try {
        setSaid({ words: await work(), kind: "done", beside });
        return true;
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error;
        setSaid({ words: texts.status.notDone(error.message), kind: "problem", beside });
        return false;
      } finally {
        working.current = false;
        setBusy(false);
      }
    },
    [setSaid, pressed],
  );
  return { attempt, busy };
}

/** How often the last error is looked at: it is not an event that Excel tells. */
const LOOK_AGAIN_MS = 1000;

function LastError({ lastError }: { readonly lastError: () => FunctionError | null }) {
  const [error, setError] = useState(lastError);
  useEffect(() => {
    const timer = setInterval(() => {
      setError(lastError());
    }, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [lastError]);
  const { footer } = texts;
  return (
    <p id="last-error">
      {error === null ? footer.noError : footer.lastError(error.functionName, error.message)}
    </p>
  );
}
