// The workbench with 2,000 × 8 cells and 500 RV formulas in Chromium: how soon it can be seen, and how
// long it stops while it calculates. Needs a built dist.
// @ts-check
const { withPage } = require("./benchPage");

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
function pageRace() {
  const { writeXlsx } = require("../../src/xlsx/writeXlsx");
  return withPage(async ({ page, address, ready, longest, goTo }) => {
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

    await goTo("A200");
    await longest();
    for (const value of ["55", "65", "75"]) {
      await goTo("A200");
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(2_500);
    }
    return { firstView, loading, editing: await longest() };
  });
}

module.exports = { pageRace };

if (require.main === module) {
  require("../support/typescriptInNode");
  void pageRace().then((figures) => console.log(figures));
}
