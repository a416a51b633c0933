/* Types into the workbench without a pause, kills the browser in the middle of a write, and reads what is there. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { builtServer } from "./builtServer";
import { killableBrowser } from "./killableBrowser";
import { openTab } from "./workbenchPage";

/** What became of one kill. */
export interface Killed {
  /** The last number that was typed a second before the kill, or earlier. */
  readonly due: number;
  readonly typed: number;
  /** The last number that the next browser shows. */
  readonly found: number;
}

const LAST_SECOND_MS = 1000;

/**
 * Kills a browser again and again, on one profile.
 * @param times - How often.
 * @param delays - How long after the start of a write the browser is killed, in milliseconds, in turn.
 * @returns What became of each.
 */
export async function killedInWrite(times: number, delays: readonly number[]): Promise<Killed[]> {
  const profile = mkdtempSync(join(tmpdir(), "rotation-killed-"));
  const outcomes: Killed[] = [];
  const server = await builtServer();
  let browser = await killableBrowser(profile);
  let tab = await openTab(browser, server.origin);
  try {
    for (let i = 0; i < times; i++) {
      const first = 1000 * (i + 1);
      let killing: Promise<void> | undefined;
      const log: { readonly number: number; readonly at: number }[] = [];
      let killedAt = 0;
      // After a few writes, the next one is the last.
      let writes = 0;
      const kill = browser.kill;
      await tab.page.exposeFunction("rotationPuts", () => {
        if (++writes < 3 || killing !== undefined) return;
        killing = new Promise((resolve) => setTimeout(resolve, delays[i % delays.length])).then(
          () => {
            killedAt = Date.now();
            return kill();
          },
        );
      });
      await tab.page.evaluate(hookPuts);
      await tab.goTo("A1");
      await typeUntilKilled(tab.page, first, log, () => killing !== undefined);
      await killing;
      browser = await killableBrowser(profile);
      tab = await openTab(browser, server.origin);
      await tab.goTo("A1");
      const found = Number((await tab.said(/^A1: /)).replace("A1: ", ""));
      const due = log.filter(({ at }) => at <= killedAt - LAST_SECOND_MS).at(-1)?.number ?? first;
      outcomes.push({ due, typed: log.at(-1)?.number ?? first, found });
    }
  } finally {
    await browser.kill();
    await server.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return outcomes;
}

/** Tells the test of each write as it begins. */
function hookPuts(): void {
  const { prototype } = IDBObjectStore;
  const put = Reflect.get(prototype, "put") as typeof prototype.put;
  prototype.put = function (...words) {
    (window as unknown as { rotationPuts: () => void }).rotationPuts();
    return put.apply(this, words);
  };
}

/** Types one number after the other into A1: the greatest that is found was kept last. */
async function typeUntilKilled(
  page: Page,
  first: number,
  log: { number: number; at: number }[],
  isKilling: () => boolean,
): Promise<void> {
  try {
    for (let number = first; !isKilling(); number++) {
      await page.keyboard.type(String(number));
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowUp");
      log.push({ number, at: Date.now() });
    }
  } catch (error) {
    if (!isKilling()) throw error;
  }
}
