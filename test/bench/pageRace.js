// The workbench with 2,000 × 8 cells and 500 RV formulas in Chromium: how soon it can be seen, and how
// long it stops while it calculates. Needs a built dist.
// @ts-check
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { findBrowser } = require("../../src/build/findBrowser");
const { serveFolder } = require("../../src/build/serveFolder");

const [ROWS, COLUMNS, FORMULAS] = [2_000, 8, 500];
const WINDOW = 250;

/** @returns {import("../../src/workbook/book").Book} */
function book() {
  const cells = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      cells.push({ row, column, value: 60 + 20 * Math.sin(row / 40 + column) });
    }
  }
  for (let i = 0; i < FORMULAS; i++) {
    const last = WINDOW + i * 3;
    const letter = String.fromCharCode(65 + (i % COLUMNS));
    cells.push({
      row: i,
      column: COLUMNS + 1,
      value: 0,
      formula: `=RV.ZSCORE(${letter}${last - WINDOW + 1}:${letter}${last})`,
    });
  }
  return {
    sheets: [{ name: "Sheet1", cells, columns: [], rows: [], merged: [] }],
    names: [],
    styles: [],
  };
}

/**
 * Opens the page with the book and edits cells that every formula of a column reads.
 *
 * @returns {Promise<{ firstView: number, loading: number, editing: number }>}
 * Milliseconds: until the page can be used, longest block on the way, longest block while cells are
 * edited that a column of the formulas reads.
 */
async function pageRace() {
  const dist = path.join(__dirname, "../../dist");
  if (!fs.existsSync(path.join(dist, "workbench.html"))) {
    throw new Error("dist has no workbench: run npm run build -- --url https://… first");
  }
  const { writeXlsx } = require("../../src/xlsx/writeXlsx");
  const server = await serveFolder(dist, 0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      /** @type {any} */ (globalThis).blocks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          /** @type {any} */ (globalThis).blocks.push(duration);
        }
      }).observe({ type: "longtask", buffered: true });
    });
    const ready = () => page.waitForSelector("body[data-ready]", { timeout: 60_000 });
    const longest = () =>
      page.evaluate(() => {
        const { blocks } = /** @type {any} */ (globalThis);
        return Math.max(0, ...blocks.splice(0));
      });
    const address = `http://localhost:${port}/workbench.html`;
    await page.goto(address);
    await ready();
    await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
      name: "bench.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(writeXlsx(book())),
    });
    await page.getByText("Opened bench.xlsx").waitFor();
    await ready();

    const started = performance.now();
    await page.goto(address);
    await ready();
    const firstView = performance.now() - started;
    await page.waitForTimeout(3_000);
    const loading = await longest();

    const goTo = async (/** @type {string} */ cell) => {
      await page.locator("#grid input.univer-appearance-none").fill(cell);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (start) => document.querySelector("#message")?.textContent?.startsWith(start),
        `${cell}: `,
      );
    };
    await goTo("A200");
    await longest();
    for (const value of ["55", "65", "75"]) {
      await goTo("A200");
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(2_500);
    }
    return { firstView, loading, editing: await longest() };
  } finally {
    await context.close();
    server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

module.exports = { pageRace };

if (require.main === module) {
  require("../support/typescriptInNode");
  void pageRace().then((figures) => console.log(figures));
}
