import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

/** Runs axe-core in a page; only its results leave the page. */
export class Axe {
  private include: string | null = null;
  private exclude: string | null = null;

  constructor(private readonly page: Page) {}

  inside(selector: string): this {
    this.include = selector;
    return this;
  }

  outside(selector: string): this {
    this.exclude = selector;
    return this;
  }

  /** What axe found, one line a node. */
  async analyze(): Promise<string[]> {
    return (await this.run()).flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`,
      ),
    );
  }

  /** How many nodes each rule found. */
  async counts(): Promise<Record<string, number>> {
    return Object.fromEntries((await this.run()).map(({ id, nodes }) => [id, nodes.length]));
  }

  private async run(): Promise<readonly Violation[]> {
    // The page's policy allows no script of ours: evaluate runs beside it.
    await this.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    return this.page.evaluate(
      async ([include, exclude]) => {
        const { axe } = globalThis as unknown as {
          axe: { run: (context: object) => Promise<{ violations: Violation[] }> };
        };
        const { violations } = await axe.run({
          ...(include === null ? {} : { include: [[include]] }),
          // Fluent's focus guards: they take the focus only to hand it on, and are hidden for that.
          exclude: [["[data-tabster-dummy]"], ...(exclude === null ? [] : [[exclude]])],
        });
        return violations.map(({ id, nodes }) => ({ id, nodes }));
      },
      [this.include, this.exclude],
    );
  }
}
