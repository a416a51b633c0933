/* A group of buttons and fields that Tab reaches once: the arrow keys go from one to the next (WAI-ARIA, toolbar). */

const ITEMS =
  'button:not([disabled]), input:not([disabled]), a[role="button"], div[role="button"], [role="tab"]';

/**
 * Makes a group one Tab stop, the part that had the focus last.
 *
 * @param find - Gives the group; null while it is not there.
 * @returns What does it again after the group has changed.
 */
export function oneTabStop(find: () => HTMLElement | null): () => void {
  let current: HTMLElement | undefined;
  const items = () =>
    [...(find()?.querySelectorAll<HTMLElement>(ITEMS) ?? [])].filter(
      (one) => one.getClientRects().length > 0 && one.closest("[inert]") === null,
    );
  const refresh = () => {
    const all = items();
    if (current === undefined || !all.includes(current)) current = all[0];
    for (const one of all) {
      const wanted = one === current ? "0" : "-1";
      if (one.getAttribute("tabindex") !== wanted) one.setAttribute("tabindex", wanted);
    }
  };
  document.addEventListener("focusin", ({ target }) => {
    const found = items().find((one) => one === target);
    if (found === undefined || found === current) return;
    current = found;
    refresh();
  });
  // Before the grid sees the key, which moves its selection.
  window.addEventListener(
    "keydown",
    (event) => {
      const all = items();
      const here = all.findIndex((one) => one === document.activeElement);
      const next = here < 0 ? undefined : all[nextOf(event, here, all.length) ?? NaN];
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      next.focus();
    },
    { capture: true },
  );
  return refresh;
}

/** Where a key leads to from one of several; nothing where it stays or is not of the group. */
function nextOf(event: KeyboardEvent, here: number, count: number): number | undefined {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  if (target instanceof HTMLInputElement) {
    // Within a text the arrows move the caret.
    const { selectionStart, selectionEnd, value } = target;
    if (key === "Home" || key === "End") return undefined;
    if (key === "ArrowLeft" && !(selectionStart === 0 && selectionEnd === 0)) return undefined;
    if (key === "ArrowRight" && selectionEnd !== value.length) return undefined;
  }
  switch (key) {
    case "ArrowLeft":
      return (here - 1 + count) % count;
    case "ArrowRight":
      return (here + 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
