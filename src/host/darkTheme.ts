/* The colour of the border around the selected cells, in a dark grid and under forced colours. */
import { ThemeService } from "@univerjs/core";

/** What the engine's canvas asks a theme for. */
const ASKED = "primary.600";
/**
 * The canvas turns colours round where it is dark: this one is seen as #86A8FF, with a contrast of 7 to 1 against the
 * cells. The engine's own has 3.3 there, for a line of one pixel.
 */
const TURNED = "#12348B";
/** While a reference is picked the selection is not seen. */
const UNSEEN = "transparent";

/** Makes what is selected stand out from a dark ground, in every grid of the page: each makes a theme of its own. */
export function brightenSelection(): void {
  const { prototype } = ThemeService;
  const colorOf = Object.getOwnPropertyDescriptor(prototype, "getColorFromTheme")
    ?.value as ThemeService["getColorFromTheme"];
  prototype.getColorFromTheme = function (this: ThemeService, color) {
    const found = colorOf.call(this, color);
    return color === ASKED && found !== UNSEEN ? TURNED : found;
  };
}
