/* The moves and probabilities of the scenarios, to type: they are written into the sheet. */
import { Button, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useId, useState } from "react";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import type { LoadedScenarios } from "./loadScenarios";
import { readScenarios, typedScenarios, type TypedScenarios } from "./scenarioRows";

/**
 * The form.
 * @param props - What the sheet holds.
 * @returns Its part of the screen.
 */
export function ScenarioForm({ loaded }: { readonly loaded: LoadedScenarios }) {
  const { workbook, numbers, attempt, busy } = usePane();
  const [edited, setEdited] = useState<TypedScenarios | null>(null);
  const heading = useId();
  const words = texts.scenarios;
  const held = typedScenarios(loaded.scenarios, numbers);
  // A row that came or went in the sheet ends the typing: it would be written into another scenario.
  const typed = edited?.length === held.length ? edited : held;
  const { entries, values, problem } = readScenarios(typed, numbers);
  const type = (i: number, j: number, text: string) => {
    setEdited(typed.map((row, k) => (k === i ? row.map((it, m) => (m === j ? text : it)) : row)));
  };
  const save = () =>
    attempt(texts.status.writing, async () => {
      if (values === null) return "";
      await workbook.change([{ kind: "values", ...loaded.place, values }]);
      setEdited(null);
      return words.saved;
    });
  const slips = entries.flat().flatMap((entry) => (entry.kind === "slip" ? [entry.problem] : []));
  const problems = problem === null ? slips : [...slips, problem];
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 id={heading}>{words.edit}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (values !== null) void save();
        }}
      >
        <table className="scenario-inputs">
          <thead>
            <tr>
              {words.fields.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {typed.map((row, i) => (
              <tr key={i}>
                {row.map((text, j) => (
                  <td key={j}>
                    <Input
                      size="small"
                      value={text}
                      autoComplete="off"
                      spellCheck={false}
                      aria-label={words.fieldOf(words.fields[j] ?? "", i + 1)}
                      aria-invalid={entries[i]?.[j]?.kind === "slip"}
                      onChange={(_, { value }) => {
                        type(i, j, value);
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div role="alert">
          {problems.map((words) => (
            <MessageBar key={words} intent="error" layout="multiline">
              <MessageBarBody>{words}</MessageBarBody>
            </MessageBar>
          ))}
        </div>
        <div className="actions">
          <Button type="submit" disabled={busy || values === null || edited === null}>
            {words.save}
          </Button>
          {edited !== null && (
            <Button
              onClick={() => {
                setEdited(null);
              }}
            >
              {words.reset}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
