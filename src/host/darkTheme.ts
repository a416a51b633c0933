/* The colour of the border around the selected cells, in a dark grid and under forced colours. */
import { type Injector, ThemeService } from "@univerjs/core";

/** The engine's own, #2C53F1, has a contrast of 2.9 to 1 there; WCAG 2.2 asks for 3 (1.4.11). This has 7. */
const SELECTION = "#86A8FF";

/**
 * Makes what is selected stand out from a dark ground.
 * @param injector - The engine's services.
 */
export function brightenSelection(injector: Injector): void {
  const themes = injector.get(ThemeService);
  const theme = themes.getCurrentTheme();
  themes.setTheme({ ...theme, primary: { ...theme.primary, 600: SELECTION } });
}
