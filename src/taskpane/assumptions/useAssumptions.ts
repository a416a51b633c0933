/* The state of the screen *Assumptions*: what the table holds, what was typed, what was saved last. */
import { useCallback, useMemo, useState } from "react";
import { ASSUMPTION_KEYS, type AssumptionKey, type AssumptionValue } from "../../assumptions/keys";
import { newTable } from "../../assumptions/table";
import {
  saveEdits,
  undoEdits,
  type Conflict,
  type Edits,
  type Saved,
} from "../../templates/assumptionEdits";
import { addTable, openTable, type OpenTable } from "../../templates/assumptionsTable";
import { usePane } from "../paneContext";
import { texts } from "../texts";
import { useNewest } from "../useLoaded";
import { fieldState, type FieldState } from "./fieldState";

/** The keys that the pane shows; the others belong to the table itself. */
const SHOWN = ASSUMPTION_KEYS.filter(({ group }) => group !== null);

const NOTHING: ReadonlyMap<string, string> = new Map();

/** What the screen shows and does. */
export interface Assumptions {
  /** Null before it was read; `table` is null when the workbook has none. */
  readonly loaded: { readonly table: OpenTable | null } | null;
  readonly states: ReadonlyMap<string, FieldState>;
  readonly typed: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  readonly canUndo: boolean;
  readonly type: (entry: AssumptionKey, text: string) => void;
  readonly discard: () => void;
  readonly save: () => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
  readonly takeTheirs: () => void;
  readonly writeMine: () => Promise<unknown>;
}

/** What a save can be taken back by. */
interface LastSave {
  readonly before: OpenTable;
  readonly after: OpenTable;
  readonly keys: readonly string[];
}

/**
 * The assumptions of a table, and what the user does to them.
 * @param name - The table's name.
 * @returns What the screen shows and does.
 */
export function useAssumptions(name: string): Assumptions {
  const { workbook, numbers, attempt } = usePane();
  const load = useCallback(
    async () => ({ table: await openTable(workbook, name) }),
    [workbook, name],
  );
  const [loaded, learn] = useNewest(load);
  const table = loaded?.table ?? null;
  const [typed, setTyped] = useState(NOTHING);
  /** The table as it was when typing began: what a conflict is measured against. */
  const [before, setBefore] = useState<OpenTable | null>(null);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [lastSave, setLastSave] = useState<LastSave | null>(null);

  const states = useMemo(() => {
    const stateOf = (entry: AssumptionKey): FieldState =>
      fieldState(entry, typed.get(entry.key) ?? null, heldOf(table, entry), numbers);
    return new Map(SHOWN.map((entry) => [entry.key, stateOf(entry)]));
  }, [typed, table, numbers]);

  const type = useCallback(
    (entry: AssumptionKey, text: string) => {
      setBefore((earlier) => earlier ?? table);
      setTyped((earlier) => {
        const state = fieldState(entry, text, heldOf(table, entry), numbers);
        const next = new Map(earlier);
        if (state.kind === "unchanged") next.delete(entry.key);
        else next.set(entry.key, text);
        return next;
      });
    },
    [table, numbers],
  );

  const forget = useCallback(() => {
    setTyped(NOTHING);
    setBefore(null);
    setConflicts([]);
  }, []);

  /** Shows the sheet as it was found, not as it was read some time before. */
  const show = (saved: Saved): boolean => {
    learn({ table: saved.table });
    setConflicts(saved.conflicts);
    if (saved.conflicts.length > 0) return false;
    forget();
    return true;
  };

  const write = async (against: OpenTable, edits: Edits): Promise<string> => {
    const saved = await saveEdits(workbook, against, edits);
    if (!show(saved)) return texts.assumptions.conflictHeading;
    setLastSave({ before: against, after: saved.table, keys: [...edits.keys()] });
    return texts.assumptions.saved(edits.size);
  };

  const save = () =>
    attempt(texts.status.writing, async () => {
      const edits = editsOf(states);
      if (table !== null) return write(before ?? table, edits);
      const added = await addTable(workbook, newTable(entered(edits)), name);
      forget();
      return texts.assumptions.added(name, added.place.sheet);
    });

  const undo = () =>
    attempt(texts.status.writing, async () => {
      if (lastSave === null) return "";
      const { before: held, after, keys } = lastSave;
      const isUndone = show(await undoEdits(workbook, after, held, keys));
      setLastSave(null);
      return isUndone ? texts.assumptions.undone : texts.assumptions.conflictHeading;
    });

  const takeTheirs = () => {
    const theirs = new Set(conflicts.map(({ key }) => key));
    setTyped((earlier) => new Map([...earlier].filter(([key]) => !theirs.has(key))));
    setBefore(table);
    setConflicts([]);
  };

  const writeMine = () =>
    attempt(texts.status.writing, async () => {
      const now = await openTable(workbook, name);
      setConflicts([]);
      return now === null ? "" : write(now, editsOf(states));
    });

  return {
    loaded,
    states,
    typed,
    conflicts,
    canUndo: lastSave !== null,
    type,
    discard: forget,
    save,
    undo,
    takeTheirs,
    writeMine,
  };
}

/**
 * What a table holds for a key.
 * @param table - The table, or null.
 * @param entry - The key.
 * @returns The value in library units; null for the default.
 */
export const heldOf = (table: OpenTable | null, entry: AssumptionKey): AssumptionValue | null =>
  table?.values.get(entry.key) ?? null;

function editsOf(states: ReadonlyMap<string, FieldState>): Edits {
  const edits = new Map<string, AssumptionValue | null>();
  for (const [key, state] of states) if (state.kind === "edited") edits.set(key, state.value);
  return edits;
}

function entered(edits: Edits): Map<string, AssumptionValue> {
  const values = new Map<string, AssumptionValue>();
  for (const [key, value] of edits) if (value !== null) values.set(key, value);
  return values;
}
