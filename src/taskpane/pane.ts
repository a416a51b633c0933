/* The pane's view: every assumption as a field, over whatever workbook the port is. */
import type { AssumptionValue } from "../assumptions/keys";
import { ASSUMPTION_GROUPS, ASSUMPTION_KEYS, SCHEMA } from "../assumptions/keys";
import { TABLE_NAME } from "../assumptions/table";
import { addTable, openTable, saveEdits, type OpenTable } from "../templates/assumptionsTable";
import { WorkbookError, type WorkbookPort } from "../workbook/workbookPort";
import { assumptionField, type AssumptionField } from "./assumptionField";
import { element } from "./element";

/** An error that a function gave in a cell. */
export interface CellError {
  readonly functionName: string;
  readonly message: string;
}

/** What the pane shows beside the assumptions. */
export interface PaneFacts {
  readonly version: string;
  readonly build: string;
  /** The last error of a worksheet function, or null. */
  readonly lastError: () => CellError | null;
}

/** How often the last error is looked at, in milliseconds. */
const LOOK_AGAIN = 1000;

/**
 * Shows the pane.
 *
 * @param root - Where to show it; its content is replaced.
 * @param workbook - The workbook, or null when the page is open outside a spreadsheet.
 * @param facts - Version and last error.
 */
export function showPane(root: HTMLElement, workbook: WorkbookPort | null, facts: PaneFacts): void {
  const status = element("p", { id: "status", role: "status" });
  const say = (words: string, isProblem = false) => {
    status.textContent = words;
    status.classList.toggle("problem", isProblem);
  };
  const save = element("button", { type: "button", id: "save", class: "primary" }, "Save");
  const read = element("button", { type: "button", id: "read" }, "Read workbook");
  const problems = element("ul", { id: "problems", "aria-label": "Rows to mend" });
  let table: OpenTable | null = null;
  let busy = false;

  const refresh = () => {
    const states = fields.map((field) => field.state().kind);
    const edited = states.filter((kind) => kind === "edited").length;
    const wrong = states.filter((kind) => kind === "wrong").length;
    save.textContent =
      table === null ? `Add table ${TABLE_NAME}` : `Save${edited > 0 ? ` ${edited}` : ""}`;
    save.disabled = busy || workbook === null || wrong > 0 || (table !== null && edited === 0);
    read.disabled = busy || workbook === null;
  };
  const fields = ASSUMPTION_KEYS.filter(({ group }) => group !== null).map((entry) =>
    assumptionField(entry, refresh),
  );

  const hold = (opened: OpenTable | null) => {
    table = opened;
    for (const field of fields) field.hold(opened?.values.get(field.entry.key) ?? null);
    problems.replaceChildren(
      ...(opened?.problems ?? []).map(({ row, message }) =>
        element("li", {}, `row ${row}: ${message}`),
      ),
    );
  };

  /** Runs one thing at a time, and says what went wrong; fields keep what was typed then. */
  const attempt = async (doing: string, work: (port: WorkbookPort) => Promise<string>) => {
    if (workbook === null || busy) return;
    busy = true;
    refresh();
    say(doing);
    try {
      say(await work(workbook));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      say(`Not done: ${error.message}.`, true);
    } finally {
      busy = false;
      refresh();
    }
  };

  const readWorkbook = () =>
    attempt("Reading …", async (port) => {
      hold(await openTable(port));
      return table === null
        ? `This workbook has no table ${TABLE_NAME} yet: every assumption stands at its default. Add the table so that formulas can take it.`
        : `Read ${TABLE_NAME} on sheet ${table.place.sheet}.`;
    });

  const saveWorkbook = () =>
    attempt("Writing …", async (port) => {
      const edits = editsOf(fields);
      const before = table;
      hold(
        before === null
          ? await addTable(port, entered(edits))
          : await saveEdits(port, before, edits),
      );
      return before === null
        ? `Added ${TABLE_NAME} on sheet ${table?.place.sheet ?? ""}. Formulas take it: =RV.ASSUMPTION(${TABLE_NAME},"corpOas").`
        : `Saved ${edits.size} value${edits.size === 1 ? "" : "s"}.`;
    });

  save.addEventListener("click", () => void saveWorkbook());
  read.addEventListener("click", () => void readWorkbook());
  root.replaceChildren(
    element("h1", {}, "Assumptions"),
    element(
      "p",
      { class: "about" },
      "What you enter stands in the workbook, in a visible table; formulas take it from there. Market levels marked ILLUSTRATIVE are examples: enter your own.",
    ),
    element("div", { class: "actions" }, save, read),
    status,
    problems,
    ...groups(fields),
    footer(facts),
  );
  hold(null);
  refresh();
  if (workbook === null) {
    say(
      "Open this page from Excel: Home > Rotation. Outside Excel there is no workbook to read or write.",
      true,
    );
  } else {
    void readWorkbook();
  }
}

const groups = (fields: readonly AssumptionField[]) =>
  ASSUMPTION_GROUPS.map((group, i) =>
    element(
      "details",
      { open: i === 0 },
      element("summary", {}, element("h2", {}, group)),
      ...fields.filter(({ entry }) => entry.group === group).map(({ root }) => root),
    ),
  );

function footer({ version, build, lastError }: PaneFacts): HTMLElement {
  const last = element("p", { id: "last-error" });
  const look = () => {
    const error = lastError();
    last.textContent =
      error === null
        ? "No function has given an error since the add-in was loaded."
        : `Last error in a cell: ${error.functionName}: ${error.message}`;
  };
  look();
  setInterval(look, LOOK_AGAIN);
  return element(
    "footer",
    {},
    last,
    element(
      "p",
      { id: "schema" },
      `Layout of the table (schema): ${SCHEMA}, written and checked by this add-in.`,
    ),
    element(
      "p",
      {},
      `Rotation ${version} (${build}). Not investment advice. `,
      element("a", { href: "help.html", target: "_blank", rel: "noopener" }, "Help"),
    ),
  );
}

function editsOf(fields: readonly AssumptionField[]): Map<string, AssumptionValue | null> {
  const edits = new Map<string, AssumptionValue | null>();
  for (const field of fields) {
    const state = field.state();
    if (state.kind === "edited") edits.set(field.entry.key, state.value);
  }
  return edits;
}

function entered(edits: ReadonlyMap<string, AssumptionValue | null>): Map<string, AssumptionValue> {
  const values = new Map<string, AssumptionValue>();
  for (const [key, value] of edits) if (value !== null) values.set(key, value);
  return values;
}
