/* Long work in a page: a while of work, then what waits comes first, a click or a drawing. */

import { requestImmediateMacroTask } from "@univerjs/core";

/** How long is worked between two pauses, in milliseconds. Each pause costs the page a drawing. */
const TURN_MS = 100;

/** The time since the last pause. */
export class Turn {
  private begun = performance.now();

  /** Whether it is time for a pause. */
  get isOver(): boolean {
    return performance.now() - this.begun >= TURN_MS;
  }

  /** Lets what waits in the page come first; a timer would take a second in a page that is not in view. */
  async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = requestImmediateMacroTask(() => {
        cancel();
        resolve();
      });
    });
    this.begun = performance.now();
  }
}
