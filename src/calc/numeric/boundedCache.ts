/**
 * Results that take long and are asked for again, by the values that they depend on. Bounded: the one
 * that was asked for longest ago makes room. What is in it never shows in an answer.
 */
export class BoundedCache<T> {
  private readonly kept = new Map<string, T>();

  /** @param most - How many results are kept. */
  constructor(private readonly most: number) {}

  /**
   * A result, made where it is not there.
   *
   * @param key - Every value that it depends on.
   * @param make - Makes it; it must depend on nothing else, and what it returns must not be changed.
   * @returns The result.
   */
  get(key: string, make: () => T): T {
    const found = this.kept.get(key);
    const result = found ?? make();
    this.kept.delete(key);
    this.kept.set(key, result);
    if (this.kept.size > this.most) {
      const [oldest] = this.kept.keys();
      this.kept.delete(oldest as string);
    }
    return result;
  }
}
