import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { findBrowser } from "../../src/build/findBrowser";
import { ROOT } from "./sourceFiles";

/** Where the tests' pages claim to be; every request is answered from files, none leaves. */
export const ORIGIN = "https://rotation.example.com";

const TYPES = new Map([
  ["html", "text/html; charset=utf-8"],
  ["js", "text/javascript; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["json", "application/json; charset=utf-8"],
  ["png", "image/png"],
]);

/** A file that a test page asks for: a path from the project's folder, or a text. */
export type Served = { readonly file: string } | { readonly text: string };

/** A browser whose whole network is a map of addresses. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Addresses that were asked for and are not in the map. */
  readonly refused: string[];
  close(): Promise<void>;
}

/** Starts Chromium with an empty profile and nothing but the given addresses. */
export async function openBrowser(
  served: (address: string) => Served | undefined,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "rotation-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    // Root in a container has no sandbox; the rest keeps the browser off the network.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...options,
  });
  const refused: string[] = [];
  await context.route("**", (route) => {
    const address = route.request().url();
    const answer = served(address);
    if (answer === undefined) {
      refused.push(address);
      return route.abort();
    }
    const extension = new URL(address).pathname.split(".").pop() ?? "";
    return route.fulfill({
      contentType: TYPES.get(extension) ?? "text/plain; charset=utf-8",
      body: "text" in answer ? answer.text : readFileSync(resolve(ROOT, answer.file)),
    });
  });
  return {
    context,
    refused,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
