/* Long work in a page: a while of work, then what waits comes first, a click or a drawing. */

/** How long is worked between two pauses, in milliseconds. Each pause costs the page a drawing. */
const TURN_MS = 100;

/** The time since the last pause. */
export class Turn {
  private begun = performance.now();

  /** Whether it is time for a pause. */
  get isOver(): boolean {
    return performance.now() - this.begun >= TURN_MS;
  }

  /** Lets what waits in the page come first. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.begun = performance.now();
  }
}
