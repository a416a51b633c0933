/* The screen *Backtest*: a rule, what it would have earned, and whether that can be told from luck. */
import { Button, Field, ProgressBar } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { ruleProvenance } from "../../assumptions/ruleAssumptions";
import type { RuleVariant } from "../../calc/backtest/ruleStudy";
import { addBacktest } from "../../templates/backtestSheet";
import { noteVariant, sameVariant, trialsWith } from "../../templates/variantsTable";
import { writeNumber, type NumberStyle } from "../numbers";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { TypedField } from "../TypedField";
import { useLoaded } from "../useLoaded";
import { Welcome } from "../Welcome";
import { findingsOf, type Run } from "./findings";
import { loadBacktest, type LoadedBacktest } from "./loadBacktest";
import { readRule, RULE_FIELDS, typedRule, type RuleField } from "./ruleForm";
import { runStudy } from "./runStudy";
import { StudyResult } from "./StudyResult";

/**
 * The screen.
 * @returns Its view.
 */
export function BacktestScreen() {
  const { workbook } = usePane();
  const load = useCallback(() => loadBacktest(workbook), [workbook]);
  const loaded = useLoaded(load);
  if (loaded === null) return <p>{texts.status.reading}</p>;
  if (!("pair" in loaded)) return <Welcome missing={loaded} />;
  return <Ready loaded={loaded} />;
}

function Ready({ loaded }: { readonly loaded: LoadedBacktest }) {
  const { workbook, numbers, attempt, busy } = usePane();
  const [typed, setTyped] = useState(() => typedRule(loaded.suggested.rule, numbers));
  const [run, setRun] = useState<Run | null>(null);
  const { start, stop, share } = useRun(loaded, setRun);
  const { entries, rule } = readRule(typed, numbers);
  const words = texts.backtest;
  const insert = (ended: Run) =>
    attempt(texts.status.writing, async () =>
      words.inserted(
        await addBacktest(workbook, {
          variant: ended.variant,
          periods: ended.loaded.pair.periods,
          provenance: ruleProvenance(ended.variant, ended.loaded.suggested),
          findings: findingsOf(ended, numbers),
        }),
      ),
    );
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="quiet">{words.about}</p>
      {loaded.about !== "" && <p className="quiet">{loaded.about}</p>}
      <section className="part">
        <h2>{words.rule}</h2>
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            if (rule !== null) void start(rule);
          }}
        >
          {RULE_FIELDS.map((field) => (
            <TypedField
              key={field}
              label={words[field]}
              hint={hintOf(field, rule, loaded, numbers)}
              value={typed[field]}
              entry={entries[field]}
              onType={(text) => {
                setTyped((before) => ({ ...before, [field]: text }));
              }}
            />
          ))}
          <div className="actions">
            <Button type="submit" appearance="primary" disabled={busy || rule === null}>
              {words.run}
            </Button>
            {share !== null && <Button onClick={stop}>{words.cancel}</Button>}
          </div>
        </form>
        {share !== null && (
          <Field label={words.running} hint={words.share(share)}>
            <ProgressBar value={share} />
          </Field>
        )}
      </section>
      {run !== null && (
        <StudyResult
          run={run}
          onInsert={() => {
            void insert(run);
          }}
        />
      )}
    </>
  );
}

function hintOf(
  field: RuleField,
  rule: RuleVariant | null,
  { pair }: LoadedBacktest,
  numbers: NumberStyle,
): string {
  const words = texts.backtest;
  switch (field) {
    case "window":
      return rule === null
        ? words.windowHint
        : words.windowYears(writeNumber(rule.window / pair.periods, 1, numbers));
    case "mbsDuration":
    case "corporateDuration":
      return words.durationHint;
    case "enter":
      return words.enterHint;
    case "exit":
      return words.exitHint;
    case "lag":
      return words.lagHint;
    case "cost":
      return words.costHint;
  }
}

/** The draws of the interval; one year is the mean length of a block. */
const DRAWS = 2_000;
const SEED = 1;

/** Runs a rule in a worker, and notes it as tried before its result is shown. */
function useRun(loaded: LoadedBacktest, onEnded: (run: Run) => void) {
  const { workbook, facts, attempt } = usePane();
  const [share, setShare] = useState<number | null>(null);
  const [stopper, setStopper] = useState<AbortController | null>(null);
  const start = (variant: RuleVariant) =>
    attempt(texts.backtest.running, async () => {
      const controller = new AbortController();
      const { signal } = controller;
      setStopper(controller);
      setShare(0);
      const { pair, tried } = loaded;
      const trials = trialsWith(tried, variant, loaded.trials);
      const settings = {
        tried: tried.some((one) => sameVariant(one, variant)) ? tried : [...tried, variant],
        trials,
        bootstrap: { block: null, draws: DRAWS, seed: SEED },
      };
      try {
        const study = await runStudy(
          facts.studyWorker,
          { pair, variant, settings },
          { signal, onProgress: setShare },
        );
        const sheet = await noteVariant(workbook, variant, study);
        onEnded({ variant, study, trials, sheet, loaded });
        // The result says it, and comes into view.
        return "";
      } catch (error) {
        if (signal.aborted) return texts.backtest.cancelled;
        throw error;
      } finally {
        setShare(null);
        setStopper(null);
      }
    });
  return { start, stop: () => stopper?.abort(), share };
}
