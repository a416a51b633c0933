/* F6 and Shift+F6 move between the parts of the page, as they do in Excel. */

/** A part of the page, and what takes the focus when one comes to it. */
export interface Region {
  readonly root: HTMLElement;
  readonly focus: () => void;
}

/**
 * Moves the focus by F6 and Shift+F6.
 * @param regions - The parts in their order; after the last comes the first.
 */
export function watchRegions(regions: readonly Region[]): void {
  // Before the grid sees the key: it has uses of its own for most of them.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const here = regions.findIndex(({ root }) => root.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const from = here < 0 ? 0 : here;
      regions[(from + step + regions.length) % regions.length]?.focus();
    },
    { capture: true },
  );
}
