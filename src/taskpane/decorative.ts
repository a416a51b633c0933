/**
 * A drawing whose parts say nothing of their own: the element around it has the words.
 *
 * @param drawing - As the chart library made it, with a label on every group.
 * @returns The same drawing.
 */
export function decorative(drawing: Element): Element {
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}
