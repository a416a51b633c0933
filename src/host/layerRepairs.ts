/* What the layers of the grid's drawing hold on to after each edit, and never let go. */
import { requestImmediateMacroTask, toDisposable, type IDisposable } from "@univerjs/core";
import { Layer, type BaseObject } from "@univerjs/preset-sheets-core";

/** The members of the engine's layers that are used; it keeps two to itself. */
interface DrawnLayer {
  _debounceDirtyFunc: (() => void) | null;
  _layerBehavior(object: BaseObject): void;
  makeDirty(state: boolean): unknown;
  makeDirtyWithDebounce(state?: boolean): void;
  disposeWithMe(disposable: IDisposable): IDisposable;
}

/** Lets the layers go of what an edit leaves behind. */
export function repairLayers(): void {
  const layer = Layer.prototype as unknown as DrawnLayer;
  closePorts(layer);
  letGoOfObjects(layer);
}

/**
 * Closes the message channel of each drawing that is put off. The engine opens one at every edit and
 * closes it only when the drawing is put off again: two ports with a listener stay for ever.
 */
function closePorts(layer: DrawnLayer): void {
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

/**
 * A layer forgets an object that is disposed of. The engine's layers keep a subscription to each object
 * that they ever drew: about 40 at an edit.
 */
function letGoOfObjects(layer: DrawnLayer): void {
  layer._layerBehavior = function (object) {
    const held = this.disposeWithMe(
      toDisposable(object.onTransformChange$.subscribeEvent(() => this.makeDirty(true))),
    );
    object.disposeWithMe(held);
    object.layer = this as unknown as Layer;
  };
}
