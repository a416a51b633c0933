// The built workbench of a checkout in Chromium, with what the races of the page ask of it.
// @ts-check
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { findBrowser } = require("../../src/build/findBrowser");
const { serveFolder } = require("../../src/build/serveFolder");

const ROOT = path.join(__dirname, "../..");

/**
 * @typedef {object} BenchPage
 * @property {import("playwright-core").Page} page
 * @property {string} address
 * @property {() => Promise<unknown>} ready until the whole page is there
 * @property {() => Promise<number>} longest the longest block in ms since it was asked last
 * @property {(a1: string) => Promise<void>} goTo puts the cursor on a cell
 */

/**
 * Does something with the built page, in a browser of its own.
 *
 * @template T
 * @param {(bench: BenchPage) => Promise<T>} work
 * @param {string} [checkout] another checkout, with its build
 * @returns {Promise<T>}
 */
async function withPage(work, checkout = ROOT) {
  const dist = path.join(checkout, "dist");
  if (!fs.existsSync(path.join(dist, "workbench.html"))) {
    throw new Error(`${dist} has no workbench: run npm run build -- --url https://… there first`);
  }
  const server = await serveFolder(dist, 0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.addInitScript(() => {
      /** @type {any} */ (globalThis).blocks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          /** @type {any} */ (globalThis).blocks.push(duration);
        }
      }).observe({ type: "longtask", buffered: true });
    });
    return await work({
      page,
      address: `http://localhost:${port}/workbench.html`,
      ready: () => page.waitForSelector("body[data-ready]"),
      longest: () =>
        page.evaluate(() => {
          const { blocks } = /** @type {any} */ (globalThis);
          return Math.max(0, ...blocks.splice(0));
        }),
      goTo: async (a1) => {
        await page.locator("#grid input.univer-appearance-none").fill(a1);
        await page.keyboard.press("Enter");
        await page.waitForFunction(
          (start) => document.querySelector("#message")?.textContent?.startsWith(start),
          `${a1}: `,
        );
      },
    });
  } finally {
    await context.close();
    server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

module.exports = { withPage };
