import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type BrowserContext, type Route } from "playwright-core";
import { findBrowser } from "../../src/build/findBrowser";
import { keepCompiled, takeCompiled } from "./compiledScripts";
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

/** Root in a container has no sandbox; the rest keeps the browser off the network. */
export const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** No other name than this machine's is found. */
const ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

const isOfThisMachine = (address: string): boolean =>
  new URL(address).hostname === "localhost" || /^(blob|data|about):/.test(address);

/** What a test's browser is started with. */
export type BrowserOptions = Parameters<typeof chromium.launchPersistentContext>[1] & {
  /** What the user has set in Chromium, as its file Preferences has it. */
  readonly preferences?: object;
  /**
   * "real": the pages are served to the browser over the network of this machine; without it every
   * request is answered here, and nothing is kept of what the browser compiles.
   */
  readonly network?: "real";
};

/** Starts Chromium with an empty profile and nothing but the given addresses. */
export async function openBrowser(
  served: (address: string) => Served | undefined,
  { preferences, network, ...options }: BrowserOptions = {},
): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "rotation-browser-"));
  if (preferences !== undefined) {
    mkdirSync(join(profile, "Default"));
    writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  }
  if (network === "real") takeCompiled(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    args: network === "real" ? [...BROWSER_ARGUMENTS, ONLY_THIS_MACHINE] : BROWSER_ARGUMENTS,
    // What a service worker asks for would not come by the map.
    serviceWorkers: "block",
    ...options,
  });
  const refused: string[] = [];
  const answer = (route: Route) => {
    const address = route.request().url();
    const found = served(address);
    if (found === undefined) {
      refused.push(address);
      return route.abort();
    }
    const extension = new URL(address).pathname.split(".").pop() ?? "";
    return route.fulfill({
      contentType: TYPES.get(extension) ?? "text/plain; charset=utf-8",
      body: "text" in found ? found.text : readFileSync(resolve(ROOT, found.file)),
    });
  };
  if (network === "real") {
    context.on("request", (request) => {
      if (!isOfThisMachine(request.url())) refused.push(request.url());
    });
  } else await context.route("**", answer);
  return {
    context,
    refused,
    async close() {
      await context.close();
      if (network === "real") keepCompiled(profile);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
