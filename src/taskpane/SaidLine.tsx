/* The line that says what happened. It floats beside what was pressed, so that nothing moves. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useLayoutEffect, useRef } from "react";
import { texts } from "./texts";

/** What is said, and beside what. */
export interface Said {
  readonly words: string;
  readonly kind: "doing" | "done" | "problem";
  /** What was pressed; null where nothing was. */
  readonly beside: Element | null;
}

/**
 * The line.
 * @param props - What it says, "" for nothing, and what closes it.
 * @returns A line that screen readers read out; where what was pressed is gone, it stands at the window's lower edge.
 */
export function SaidLine({ said, onClose }: { readonly said: Said; readonly onClose: () => void }) {
  const holder = useRef<HTMLDivElement>(null);
  const { words, kind, beside } = said;
  useLayoutEffect(() => {
    const line = holder.current;
    const pane = line?.parentElement;
    if (line === null || pane == null || words === "") return undefined;
    const put = () => {
      const { left, width } = pane.getBoundingClientRect();
      const top = topBeside(beside, line, pane);
      line.dataset["place"] = top === null ? "edge" : "beside";
      Object.assign(
        line.style,
        top === null
          ? { top: "", left: `${left + MARGIN}px`, width: `${width - 2 * MARGIN}px` }
          : { top: `${top}px`, left: "", width: "" },
      );
    };
    put();
    // What is shown below or above may come and go, and what was pressed with it.
    const watch = new ResizeObserver(put);
    watch.observe(pane);
    return () => {
      watch.disconnect();
    };
  }, [words, beside]);
  return (
    <div ref={holder} role="status" className="said" aria-label={texts.status.label}>
      {words !== "" && (
        <MessageBar
          className="said-bar"
          intent={kind === "problem" ? "error" : "info"}
          layout="multiline"
        >
          <MessageBarBody>{words}</MessageBarBody>
          {kind !== "doing" && (
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={texts.status.close}
                  onClick={onClose}
                />
              }
            />
          )}
        </MessageBar>
      )}
    </div>
  );
}

/** Between what was pressed and the line, and beside the line, in CSS pixels. */
const [GAP, MARGIN] = [4, 12];

/** Where the line goes: below what was pressed, above it where there is no room; null where it is not seen. */
function topBeside(pressed: Element | null, line: Element, pane: Element): number | null {
  if (pressed === null || !pane.contains(pressed)) return null;
  const at = pressed.getBoundingClientRect();
  const isSeen = at.height > 0 && at.bottom > 0 && at.top < window.innerHeight;
  if (!isSeen) return null;
  const { top } = pane.getBoundingClientRect();
  const { height } = (line.firstElementChild ?? line).getBoundingClientRect();
  const isRoomBelow = at.bottom + GAP + height <= window.innerHeight;
  const isRoomAbove = at.top - GAP - height >= 0;
  return (isRoomBelow || !isRoomAbove ? at.bottom + GAP : at.top - GAP - height) - top;
}
