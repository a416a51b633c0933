/* Names, roles and Tab stops that the engine's grid lacks, given from outside as its parts appear. */
import { BUTTON_NAMES, COMMAND_NAMES, GIVEN, ONE_STOP, UNUSED } from "./gridNames";
import { oneTabStop } from "./oneTabStop";

const OPENERS = ':is([data-slot="dropdown-menu-trigger"], [data-slot="popover-trigger"])';

/**
 * Completes the grid now and whenever the engine draws a part of it.
 * @param grid - The element that the grid fills.
 */
export function completeGrid(grid: HTMLElement): void {
  const stops = ONE_STOP.map((selector) => oneTabStop(() => grid.querySelector(selector)));
  let isDue = false;
  const complete = () => {
    isDue = false;
    nameParts(grid);
    for (const stop of stops) stop();
  };
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(complete);
  }).observe(grid, {
    ...{ childList: true, subtree: true, attributes: true },
    attributeFilter: ["aria-expanded", "aria-hidden", "disabled"],
  });
  complete();
}

function nameParts(grid: HTMLElement): void {
  for (const [selector, attribute, value] of GIVEN) {
    for (const part of grid.querySelectorAll(selector)) set(part, attribute, value);
  }
  for (const shown of grid.querySelectorAll(`[inert]:not(${UNUSED})`)) {
    shown.removeAttribute("inert");
  }
  for (const unused of grid.querySelectorAll(UNUSED)) set(unused, "inert", "");
  for (const [selector, names] of BUTTON_NAMES) {
    const parts = grid.querySelectorAll(selector);
    if (parts.length !== names.length) continue;
    for (const [i, name] of names.entries()) set(parts[i] as Element, "aria-label", name);
  }
  for (const part of grid.querySelectorAll<HTMLElement>("[data-u-command]")) {
    const name = COMMAND_NAMES.get(part.dataset["uCommand"] ?? "");
    if (name !== undefined && part.matches(`button, ${OPENERS}`)) set(part, "aria-label", name);
  }
  // A button that opens a list is a plain element in the engine's tool bars.
  for (const opener of grid.querySelectorAll<HTMLElement>(
    `div${OPENERS}:not(:has(input, button))`,
  )) {
    set(opener, "role", "button");
    const holder = opener.closest<HTMLElement>("[data-u-command]") ?? opener.firstElementChild;
    const name = COMMAND_NAMES.get((holder as HTMLElement | null)?.dataset["uCommand"] ?? "");
    if (name !== undefined) set(opener, "aria-label", opener === holder ? name : `${name}: choose`);
  }
}

function set(part: Element, attribute: string, value: string): void {
  if (part.getAttribute(attribute) !== value) part.setAttribute(attribute, value);
}
