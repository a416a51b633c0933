import type { Kernel } from "./kernel/kernel";

/** Rows of a kernel that are handed out and taken back: all of one length, so that any can take the place of another. */
export class RowPool {
  private readonly free: Float64Array[] = [];
  private taken = 0;

  /**
   * @param kernel - Whose rows they are.
   * @param length - Numbers of a row.
   */
  constructor(
    private readonly kernel: Kernel,
    readonly length: number,
  ) {}

  /** How many are handed out. */
  get used(): number {
    return this.taken;
  }

  /** A row; whatever was in it before is still there. */
  take(): Float64Array {
    this.taken++;
    return this.free.pop() ?? this.kernel.array(this.length);
  }

  /** Takes rows back; no row twice. */
  giveBack(rows: Iterable<Float64Array>): void {
    for (const row of rows) {
      this.taken--;
      this.free.push(row);
    }
  }
}
