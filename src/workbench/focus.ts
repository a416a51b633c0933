/* Where the keyboard goes when one comes to a part of the page. */

const FOCUSABLE =
  'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])';

/**
 * Gives the grid the keyboard: it listens at an editor of its own.
 * @param grid - The element that the grid fills.
 */
export function focusGrid(grid: HTMLElement): void {
  const editor = grid.querySelector<HTMLElement>('[contenteditable="true"]');
  (editor ?? grid.querySelector<HTMLElement>("canvas") ?? grid).focus();
}

/**
 * Gives the chosen tab of the pane the keyboard, or the first thing that takes it.
 * @param root - The pane.
 */
export function focusFirst(root: HTMLElement): void {
  const chosen = root.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  (chosen ?? root.querySelector<HTMLElement>(FOCUSABLE) ?? root).focus();
}
