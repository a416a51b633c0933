/* The line between grid and pane: dragged, or moved by the arrow keys. */

/** Narrowest and widest pane, in CSS pixels; the grid keeps as much. */
const LIMITS = { least: 320, most: 720, step: 20 };

/**
 * Lets the pane be made wider and narrower.
 *
 * @param divider - The line, a separator that takes the focus.
 * @param page - The element whose `--pane-width` the style reads.
 */
export function watchDivider(divider: HTMLElement, page: HTMLElement): void {
  let width = 400;
  const set = (wanted: number) => {
    const most = Math.min(LIMITS.most, window.innerWidth - LIMITS.least);
    width = Math.round(Math.max(LIMITS.least, Math.min(most, wanted)));
    page.style.setProperty("--pane-width", `${width}px`);
    divider.setAttribute("aria-valuemin", String(LIMITS.least));
    divider.setAttribute("aria-valuemax", String(most));
    divider.setAttribute("aria-valuenow", String(width));
    // The grid measures itself when the window does.
    window.dispatchEvent(new Event("resize"));
  };
  divider.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(width + LIMITS.step);
    if (key === "ArrowRight") set(width - LIMITS.step);
  });
  divider.addEventListener("pointerdown", ({ pointerId }) => {
    divider.setPointerCapture(pointerId);
  });
  divider.addEventListener("pointermove", ({ pointerId, clientX }) => {
    if (divider.hasPointerCapture(pointerId)) set(window.innerWidth - clientX);
  });
  set(width);
}
