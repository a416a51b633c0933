/* What the page has to say below its bar: why it may not write, what is not kept, what it does, what was done. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { BarActions } from "./barActions";
import type { Action, Hold, PageState, PageView } from "./pageState";
import { words } from "./words";

/**
 * The notices; screen readers read them out.
 * @param props - What the page says, and what its buttons do.
 * @returns Their view.
 */
export function Notices({
  view: { hold, unkept, work, notice },
  state,
  actions,
}: {
  readonly view: PageView;
  readonly state: PageState;
  readonly actions: BarActions;
}) {
  return (
    <div role="status">
      {hold !== null && (
        <Line intent="warning" says={words.holds(hold)} buttons={buttonsOf(hold, actions)} />
      )}
      {unkept !== null && (
        <Line
          intent="error"
          says={words.unkept(unkept)}
          buttons={[{ words: words.save, run: () => void actions.save() }]}
        />
      )}
      {work !== null && work.words !== null && (
        <Line
          intent="info"
          says={work.words}
          buttons={work.stop === undefined ? [] : [{ words: words.stop, run: work.stop }]}
        />
      )}
      {notice !== null && (
        <Line
          intent={notice.kind === "problem" ? "error" : "info"}
          says={notice.words}
          buttons={[
            ...(notice.action === undefined ? [] : [notice.action]),
            { words: words.close, run: state.quiet },
          ]}
        />
      )}
    </div>
  );
}

function Line(props: {
  readonly intent: "info" | "warning" | "error";
  readonly says: string;
  readonly buttons: readonly Action[];
}) {
  return (
    <MessageBar intent={props.intent} layout="multiline">
      <MessageBarBody>{props.says}</MessageBarBody>
      <MessageBarActions>
        {props.buttons.map((button) => (
          <Button key={button.words} size="small" onClick={button.run}>
            {button.words}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}

function buttonsOf(hold: Hold, actions: BarActions): readonly Action[] {
  switch (hold.kind) {
    case "otherTab":
      return [{ words: words.takeOver, run: () => void actions.takeOver() }];
    case "unread":
      return [
        { words: words.tryAgain, run: actions.tryAgain },
        { words: words.startNew, run: actions.startNew },
      ];
    case "malformed":
      return [
        { words: words.saveData, run: () => void actions.saveData() },
        { words: words.clear, run: () => void actions.clearMalformed() },
      ];
  }
}
