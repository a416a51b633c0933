/* Puts the bar into the page. */
import { createRoot } from "react-dom/client";
import { Bar } from "./Bar";
import type { BarActions } from "./barActions";
import type { PageState } from "./pageState";

/**
 * Shows the bar.
 *
 * @param root - Where to show it; its content is replaced.
 * @param state - What the page says.
 * @param actions - What the buttons do.
 */
export function showBar(root: HTMLElement, state: PageState, actions: BarActions): void {
  createRoot(root).render(<Bar state={state} actions={actions} />);
}
