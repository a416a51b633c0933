/* A browser that can be killed as by a power cut of the program: its process ends in the middle of whatever it does. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium, type BrowserContext } from "playwright-core";
import { findBrowser } from "../../src/build/findBrowser";
import { BROWSER_ARGUMENTS } from "./browser";

/** The browser with what ends it. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly kill: () => Promise<void>;
}

/** Starts Chromium on a profile that outlives it. */
export async function killableBrowser(profile: string): Promise<KillableBrowser> {
  const child = spawn(
    findBrowser(),
    [
      ...BROWSER_ARGUMENTS,
      "--headless=new",
      "--remote-debugging-port=0",
      "--no-default-browser-check",
      "--hide-crash-restore-bubble",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    // A group of its own: its helpers end with it.
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => {
      reject(new Error(`the browser ended with ${String(code)}`));
    });
    createInterface(child.stderr).on("line", (line) => {
      const [, found] = /DevTools listening on (\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the browser has no window");
  return {
    context,
    kill: async () => {
      const ended = once(child, "exit");
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
