/* Rows on their way: some thousands at once, column by column, as the file has them. */

/** Rows that travel together. It bounds the memory; no answer depends on it. */
export const BLOCK_ROWS = 8_192;

/** Some rows of a file. */
export interface Block {
  readonly rows: number;
  /** One list of values a column, in the order of the source's columns; later ones are not carried through. */
  readonly columns: readonly (readonly unknown[])[];
}

/** Gathers rows into blocks of one size. */
export class BlockBuilder {
  private columns: unknown[][];
  private rows = 0;

  /**
   * @param width - How many columns there are.
   * @param skip - Rows at the beginning that are passed over.
   */
  constructor(
    private readonly width: number,
    private skip = 0,
  ) {
    this.columns = this.empty();
  }

  /**
   * Adds a row.
   *
   * @param row - A value for each column.
   * @returns A block, when the row fills it; else null.
   */
  add(row: readonly unknown[]): Block | null {
    if (this.skip > 0) {
      this.skip--;
      return null;
    }
    for (let j = 0; j < this.width; j++) (this.columns[j] as unknown[]).push(row[j]);
    this.rows++;
    return this.rows < BLOCK_ROWS ? null : this.take();
  }

  /** The rows that fill no whole block; null when there are none. */
  rest(): Block | null {
    return this.rows === 0 ? null : this.take();
  }

  private take(): Block {
    const block = { rows: this.rows, columns: this.columns };
    this.columns = this.empty();
    this.rows = 0;
    return block;
  }

  private empty(): unknown[][] {
    return Array.from({ length: this.width }, () => []);
  }
}
