/* The screen *Assumptions*: every input of the verdict as a field, over the table in the workbook. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useState } from "react";
import { keyNamed } from "../../assumptions/assumptions";
import { ASSUMPTION_GROUPS, ASSUMPTION_KEYS, type AssumptionKey } from "../../assumptions/keys";
import { shortName } from "../../assumptions/shortName";
import { AS_OF_COLUMN, rowOf, SOURCE_COLUMN, TABLE_NAME } from "../../assumptions/table";
import type { OpenTable } from "../../templates/assumptionsTable";
import { usePane } from "../paneContext";
import { SearchField } from "../SearchField";
import { search } from "../../catalogue/searching";
import { texts } from "../texts";
import { AssumptionField } from "./AssumptionField";
import { AssumptionSets } from "./AssumptionSets";
import { fieldText, type FieldState } from "./fieldState";
import { MigrationBar } from "./MigrationBar";
import { heldOf, useAssumptions, type Assumptions } from "./useAssumptions";

/**
 * The screen.
 * @returns Its view.
 */
export function AssumptionsScreen() {
  const { numbers } = usePane();
  const [name, setName] = useState(TABLE_NAME);
  const assumptions = useAssumptions(name);
  const [wanted, setWanted] = useState("");
  const [openGroups, setOpenGroups] = useState<unknown[]>(["Market"]);
  const words = texts.assumptions;
  const { loaded, states, typed, type } = assumptions;
  if (loaded === null) return <p>{texts.status.reading}</p>;
  const { table } = loaded;
  const shown = search(SHOWN_KEYS, wanted, describe);
  const reset = (entries: readonly AssumptionKey[]) => {
    for (const entry of entries) type(entry, fieldText(entry, null, numbers));
  };
  return (
    <>
      <h1 className="sr-only">{words.heading}</h1>
      <p className="quiet">{words.about}</p>
      <SaveBar assumptions={assumptions} table={table} name={name} />
      <Conflicts assumptions={assumptions} />
      <BrokenRows table={table} />
      {table !== null && <MigrationBar table={table} />}
      <SearchField label={words.search} value={wanted} onSearch={setWanted} />
      <Accordion
        multiple
        collapsible
        // A search opens every group that has a hit.
        openItems={wanted === "" ? openGroups : [...ASSUMPTION_GROUPS]}
        onToggle={(_, { openItems }) => {
          setOpenGroups(openItems);
        }}
      >
        {ASSUMPTION_GROUPS.map((group) => {
          const entries = shown.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <AccordionItem key={group} value={group}>
              <AccordionHeader as="h2" size="small">
                {group}
              </AccordionHeader>
              <AccordionPanel>
                {entries.map((entry) => (
                  <AssumptionField
                    key={entry.key}
                    entry={entry}
                    held={heldOf(table, entry)}
                    typed={typed.get(entry.key) ?? null}
                    state={states.get(entry.key) ?? UNCHANGED}
                    onType={type}
                    {...besideValue(table, entry)}
                  />
                ))}
                <Button
                  size="small"
                  onClick={() => {
                    reset(entries);
                  }}
                >
                  {words.resetGroup(group)}
                </Button>
              </AccordionPanel>
            </AccordionItem>
          );
        })}
      </Accordion>
      <Button
        size="small"
        onClick={() => {
          reset(shown);
        }}
      >
        {words.resetAll}
      </Button>
      {table !== null && <AssumptionSets table={table} onChoose={setName} />}
    </>
  );
}

const UNCHANGED: FieldState = { kind: "unchanged" };

const SHOWN_KEYS = ASSUMPTION_KEYS.filter(({ group }) => group !== null);

const describe = (entry: AssumptionKey) => ({
  name: entry.key,
  label: `${entry.label} ${shortName(entry.key)}`,
  more: `${entry.group ?? ""} ${entry.unit}`,
});

/** Source and as-of date as the table says them. */
function besideValue(table: OpenTable | null, entry: AssumptionKey) {
  const row = table?.cells[rowOf(table.cells, entry.key)];
  const asOf = row?.[AS_OF_COLUMN];
  return {
    source: String(row?.[SOURCE_COLUMN] ?? entry.source),
    asOf: typeof asOf === "number" ? asOf : null,
  };
}

function SaveBar(props: {
  readonly assumptions: Assumptions;
  readonly table: OpenTable | null;
  readonly name: string;
}) {
  const { assumptions, table, name } = props;
  const { busy } = usePane();
  const { states, canUndo, save, undo, discard } = assumptions;
  const count = (kind: FieldState["kind"]) =>
    [...states.values()].filter((state) => state.kind === kind).length;
  const [edited, wrong] = [count("edited"), count("wrong")];
  const words = texts.assumptions;
  return (
    <div className="save-bar">
      {table === null && <p>{words.noTable(name)}</p>}
      <Button
        appearance="primary"
        disabled={busy || wrong > 0 || (table !== null && edited === 0)}
        onClick={() => void save()}
      >
        {table === null ? words.addTable(name) : words.save(edited)}
      </Button>
      <Button disabled={busy || edited + wrong === 0} onClick={discard}>
        {words.discard}
      </Button>
      {canUndo && (
        <Button disabled={busy} onClick={() => void undo()}>
          {words.undo}
        </Button>
      )}
    </div>
  );
}

function Conflicts({ assumptions }: { readonly assumptions: Assumptions }) {
  const { numbers, busy } = usePane();
  const { conflicts, typed, takeTheirs, writeMine } = assumptions;
  const words = texts.assumptions;
  if (conflicts.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.conflictHeading}</MessageBarTitle>
        <ul>
          {conflicts.map(({ key, theirs }) => {
            const entry = keyNamed(key);
            const mine = typed.get(key) ?? fieldText(entry, null, numbers);
            return <li key={key}>{words.conflict(entry.label, String(theirs ?? "—"), mine)}</li>;
          })}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={busy} onClick={takeTheirs}>
          {words.takeTheirs}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void writeMine()}>
          {words.writeMine}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function BrokenRows({ table }: { readonly table: OpenTable | null }) {
  if (table === null || table.problems.length === 0) return null;
  const words = texts.assumptions;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.brokenRows}</MessageBarTitle>
        <ul>
          {table.problems.map(({ row, message }) => (
            <li key={row}>{words.brokenRow(row, message)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
