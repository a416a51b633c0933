import type { Page } from "playwright-core";
import { builtServer, type BuiltServer } from "./builtServer";
import { openBrowser, ORIGIN, type BrowserOptions, type TestBrowser } from "./browser";
import { ROOT } from "./sourceFiles";

/** A page of the workbench, and what a person does in its grid. */
export interface Tab {
  readonly page: Page;
  /** Errors of the page and of its console; a test ends with none. */
  readonly faults: string[];
  /** The words of the line below the grid. */
  readonly message: () => Promise<string>;
  /** Puts the cursor on a cell by the name box, as a user does. */
  readonly goTo: (a1: string) => Promise<void>;
  /** Goes to a cell and types into it. */
  readonly type: (a1: string, text: string) => Promise<void>;
  /** What the selected cell says, once it says something that matches. */
  readonly said: (words: RegExp) => Promise<string>;
}

/** The built workbench in a browser, with everything that went wrong in it. */
export interface WorkbenchPage extends Tab {
  readonly browser: TestBrowser;
  /** Where the page is served. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** The same place without the browser's promises of https: no locks, no service worker. */
export const PLAIN_ORIGIN = ORIGIN.replace("https:", "http:");

const served = (address: string) => {
  const { origin, pathname } = new URL(address);
  return [ORIGIN, PLAIN_ORIGIN].includes(origin) && /^\/[\w./-]+$/.test(pathname)
    ? { file: `dist${pathname}` }
    : undefined;
};

/** The same in each run, so that the browser knows the scripts again. */
const PORT = 20_000 + (hash(ROOT) % 20_000) + Number(process.env["JEST_WORKER_ID"] ?? 0);

let server: Promise<BuiltServer> | undefined;

/**
 * Opens the page, and waits until it can be used.
 * @param options - With an origin the requests to it are answered from the map, or by a server there.
 */
export async function openWorkbench({
  origin,
  ...options
}: BrowserOptions & { readonly origin?: string } = {}): Promise<WorkbenchPage> {
  const own = origin === undefined ? await (server ??= builtServer(PORT)) : undefined;
  const browser = await openBrowser(served, {
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...(own ? { network: "real" as const } : {}),
    ...options,
  });
  const at = origin ?? own?.origin ?? ORIGIN;
  return { ...(await openTab(browser, at)), browser, origin: at, close: () => browser.close() };
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return sum;
}

/** Opens the workbench in one more tab of a browser, and waits until it can be used. */
export async function openTab(
  { context }: Pick<TestBrowser, "context">,
  origin: string,
): Promise<Tab> {
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(`${origin}/workbench.html`);
  await ready(page);
  const message = async () => (await page.locator("#message").textContent()) ?? "";
  const said = async (words: RegExp) => {
    await page.waitForFunction(
      ([source, flags]) =>
        new RegExp(source ?? "", flags).test(document.querySelector("#message")?.textContent ?? ""),
      [words.source, words.flags],
    );
    return message();
  };
  const goTo = async (a1: string) => {
    // The name box: the one input of the grid that holds a reference.
    const box = page.locator("#grid input.univer-appearance-none");
    await box.click();
    await box.fill(a1);
    await page.keyboard.press("Enter");
    await said(new RegExp(`^${a1}: `));
  };
  return {
    page,
    faults,
    message,
    goTo,
    said,
    type: async (a1, text) => {
      await goTo(a1);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
  };
}

/** Collects what goes wrong in a page. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") faults.push(line.text());
  });
  return faults;
}

/** Waits until the workbench can be used. */
export const ready = (page: Page) => page.waitForSelector("body[data-ready]", { timeout: 60_000 });
