/* Channels that the grid of a page opens to draw later, and never closes. */
import { requestImmediateMacroTask } from "@univerjs/core";
import { Layer } from "@univerjs/preset-sheets-core";

/** The members of the engine's drawing that are used; it keeps one to itself. */
interface DrawnLayer {
  _debounceDirtyFunc: (() => void) | null;
  makeDirty(state: boolean): unknown;
  makeDirtyWithDebounce(state?: boolean): void;
}

/**
 * Closes the message channel of each drawing that is put off. The engine opens one at every edit and
 * closes it only when the drawing is put off again: two ports with a listener stay for ever.
 */
export function letGoOfPorts(): void {
  const layer = Layer.prototype as unknown as DrawnLayer;
  layer.makeDirtyWithDebounce = function (state = true) {
    this._debounceDirtyFunc?.();
    const close = requestImmediateMacroTask(() => {
      close();
      this._debounceDirtyFunc = null;
      this.makeDirty(state);
    });
    this._debounceDirtyFunc = close;
  };
}
