/* The bar on top of the page: files, the table view, and what the page has to say. */
import { FluentProvider, Toolbar, ToolbarButton, Tooltip } from "@fluentui/react-components";
import { useRef, useState, useSyncExternalStore } from "react";
import { useSystemTheme } from "../taskpane/theme";
import { AboutSpreadsheet } from "./AboutSpreadsheet";
import { Asking } from "./Asking";
import type { BarActions } from "./barActions";
import { EarlierVersions } from "./EarlierVersions";
import { Notices } from "./Notices";
import type { PageState } from "./pageState";
import { TableView } from "./TableView";
import { words } from "./words";

/**
 * The bar.
 * @param props - What it shows, and what it does.
 * @returns Its view.
 */
export function Bar({
  state,
  actions,
}: {
  readonly state: PageState;
  readonly actions: BarActions;
}) {
  const theme = useSystemTheme();
  const view = useSyncExternalStore(state.subscribe, state.get);
  const chooser = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState<ReturnType<BarActions["cells"]> | null>(null);
  const [earlier, setEarlier] = useState(false);
  const [about, setAbout] = useState(false);
  const readOnly = view.hold !== null;
  return (
    <FluentProvider theme={theme}>
      <div className="bar">
        <h1>{words.title}</h1>
        <Toolbar size="small" aria-label={words.tools}>
          <Tooltip content={words.openAbout} relationship="description">
            <ToolbarButton disabled={readOnly} onClick={() => chooser.current?.click()}>
              {words.open}
            </ToolbarButton>
          </Tooltip>
          <ToolbarButton onClick={() => void actions.save()}>{words.save}</ToolbarButton>
          <Tooltip content={words.saveValuesAbout} relationship="description">
            <ToolbarButton onClick={() => void actions.saveValues()}>
              {words.saveValues}
            </ToolbarButton>
          </Tooltip>
          <ToolbarButton onClick={() => void actions.saveSheet()}>{words.saveSheet}</ToolbarButton>
          <ToolbarButton
            onClick={() => {
              setTable(actions.cells());
            }}
          >
            {words.table}
          </ToolbarButton>
          <ToolbarButton disabled={readOnly} onClick={() => void actions.clear()}>
            {words.clear}
          </ToolbarButton>
          <ToolbarButton
            disabled={view.hold?.kind === "otherTab"}
            onClick={() => {
              setEarlier(true);
            }}
          >
            {words.earlier}
          </ToolbarButton>
          <ToolbarButton
            onClick={() => {
              setAbout(true);
            }}
          >
            {words.about}
          </ToolbarButton>
        </Toolbar>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt"
          aria-label={words.open}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void actions.open(file);
            target.value = "";
          }}
        />
      </div>
      <Notices view={view} state={state} actions={actions} />
      {table !== null && (
        <TableView
          {...table}
          onClose={() => {
            setTable(null);
          }}
        />
      )}
      {about && (
        <AboutSpreadsheet
          onClose={() => {
            setAbout(false);
          }}
        />
      )}
      {earlier && (
        <EarlierVersions
          read={actions.earlier}
          restore={(version) => {
            setEarlier(false);
            void actions.restore(version);
          }}
          forgetAll={() => {
            setEarlier(false);
            void actions.forgetEarlier();
          }}
          onClose={() => {
            setEarlier(false);
          }}
        />
      )}
      <Asking asked={view.asked} />
    </FluentProvider>
  );
}
