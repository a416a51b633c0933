/* The bar on top of the page: files, the table view, and what the page has to say. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTrigger,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Toolbar,
  ToolbarButton,
  Tooltip,
} from "@fluentui/react-components";
import { useRef, useState, useSyncExternalStore } from "react";
import type { CellTable } from "../host/cellValue";
import { useSystemTheme } from "../taskpane/theme";
import { AboutSpreadsheet } from "./AboutSpreadsheet";
import type { PageState } from "./pageState";
import { TableView } from "./TableView";
import { words } from "./words";

/** What the bar does. */
export interface BarActions {
  readonly open: (file: File) => Promise<void>;
  readonly save: () => Promise<void>;
  readonly saveSheet: () => void;
  readonly clear: () => Promise<void>;
  readonly takeOver: () => Promise<void>;
  /** The sheet that is shown, from A1 on. */
  readonly cells: () => { readonly sheet: string; readonly cells: CellTable };
}

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
  const { notice, readOnly } = useSyncExternalStore(state.subscribe, state.get);
  const chooser = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState<ReturnType<BarActions["cells"]> | null>(null);
  const [asking, setAsking] = useState(false);
  const [about, setAbout] = useState(false);
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
          <ToolbarButton onClick={actions.saveSheet}>{words.saveSheet}</ToolbarButton>
          <ToolbarButton
            onClick={() => {
              setTable(actions.cells());
            }}
          >
            {words.table}
          </ToolbarButton>
          <ToolbarButton
            disabled={readOnly}
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.clear}
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
          accept=".xlsx,.csv"
          aria-label={words.open}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void actions.open(file);
            target.value = "";
          }}
        />
      </div>
      <div role="status">
        {readOnly && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.readOnly}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => void actions.takeOver()}>
                {words.takeOver}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {notice !== null && (
          <MessageBar intent={notice.kind === "problem" ? "error" : "info"} layout="multiline">
            <MessageBarBody>{notice.words}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={state.quiet}>
                {words.close}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
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
      <Dialog
        open={asking}
        onOpenChange={(_, { open }) => {
          setAsking(open);
        }}
      >
        <DialogSurface aria-label={words.clear}>
          <DialogBody>
            <DialogContent>{words.clearAsk}</DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={() => void actions.clear()}>
                {words.clearDo}
              </Button>
              <DialogTrigger disableButtonEnhancement>
                <Button>{words.cancel}</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </FluentProvider>
  );
}
