/* Which tab writes, where the browser has no locks: the tabs ask each other. */

/** What the tabs say to each other. */
type Said =
  | { readonly kind: "who writes?"; readonly tab: number }
  | { readonly kind: "I write"; readonly since: number };

/** How a tab hears the others: a BroadcastChannel. */
export interface Channel {
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  postMessage(said: Said): void;
}

/** A tab answers at once, unless it is frozen; then it hears later that another one writes. */
export const ANSWER_MS = 400;

/**
 * Asks the other tabs whether one writes; where none answers, this one does.
 *
 * @param channel - How the tabs hear each other.
 * @param takeOver - Whether to take it from the tab that writes now.
 * @param lost - Called when another tab takes over.
 * @returns Whether this tab writes.
 */
export function ownByAsking(
  channel: Channel,
  takeOver: boolean,
  lost: () => void,
): Promise<boolean> {
  const tab = Math.random();
  /** Since when this tab writes; 0 while it does not. */
  let since = 0;
  let asking = true;
  return new Promise((resolve) => {
    const write = () => {
      asking = false;
      // Never the same in two tabs.
      since = Date.now() + tab;
      channel.postMessage({ kind: "I write", since });
      resolve(true);
    };
    const timer = setTimeout(write, takeOver ? 0 : ANSWER_MS);
    const leave = () => {
      asking = false;
      clearTimeout(timer);
      resolve(false);
    };
    channel.onmessage = ({ data }) => {
      if (data.kind === "who writes?") {
        if (since > 0) channel.postMessage({ kind: "I write", since });
        // Of two that ask at once, one goes on; the other may not have been there when it asked.
        else if (!takeOver && data.tab > tab) leave();
        else if (!takeOver && asking) channel.postMessage({ kind: "who writes?", tab });
      } else if (since === 0) {
        if (!takeOver) leave();
      } else if (data.since > since) {
        since = 0;
        lost();
      } else {
        // The other was frozen while this one took over; it is told.
        channel.postMessage({ kind: "I write", since });
      }
    };
    if (!takeOver) channel.postMessage({ kind: "who writes?", tab });
  });
}
