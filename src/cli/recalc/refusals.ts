/* What is not calculated, and all that reads it. */
import type { FileFormula } from "../../xlsx/fileFormulas";
import type { Dependents } from "./dependents";
import { named, type AreaAt } from "./places";

/** Formulas that keep their last values, each with its reason. */
export class Refusals {
  private readonly reasons = new Map<FileFormula, string>();

  constructor(private readonly dependents: Dependents) {}

  /** How many there are. */
  get count(): number {
    return this.reasons.size;
  }

  /**
   * Why a formula is not calculated.
   * @param one - The formula.
   * @returns The reason; undefined where it is calculated.
   */
  reasonOf(one: FileFormula): string | undefined {
    return this.reasons.get(one);
  }

  /**
   * Refuses a formula, and all that read its cells.
   * @param one - The formula.
   * @param reason - A sentence without its subject.
   * @param also - Further cells that hold what is wrong.
   */
  refuse(one: FileFormula, reason: string, also: readonly AreaAt[] = []): void {
    if (this.reasons.has(one)) return;
    this.reasons.set(one, reason);
    const waiting = [one];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const words = `${named(next)}, which is not calculated`;
      const own = { sheet: next.sheet, area: next.area };
      for (const area of next === one ? [own, ...also] : [own]) {
        this.add(this.dependents.of(area), `it reads ${words}`, waiting);
      }
      if (next === one) {
        this.add(this.dependents.ofAnything, `it may read any cell, and so ${words}`, waiting);
      }
    }
  }

  /**
   * Refuses all that read cells.
   * @param area - The cells.
   * @param reason - Why; those that read a formula refused by it name that formula.
   */
  refuseReaders(area: AreaAt, reason: string): void {
    for (const reader of this.dependents.of(area)) this.refuse(reader, reason);
  }

  private add(readers: Iterable<FileFormula>, reason: string, waiting: FileFormula[]): void {
    for (const reader of readers) {
      if (this.reasons.has(reader)) continue;
      this.reasons.set(reader, reason);
      waiting.push(reader);
    }
  }
}
