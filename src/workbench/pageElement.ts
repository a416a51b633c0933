/**
 * An element of workbench.html.
 *
 * @param id - Its id.
 * @returns The element.
 * @throws {Error} when the page has none; page and script are then of different builds.
 */
export function pageElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`workbench.html has no element with the id ${id}`);
  return element;
}
