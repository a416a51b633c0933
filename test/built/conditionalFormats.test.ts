/* The page shows conditional formats, by a part of its script that other workbooks do without. */
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { texts } from "../../src/taskpane/texts";
import { pixelsOf } from "../support/pixels";
import { showScreen } from "../support/showScreen";
import { ROOT } from "../support/sourceFiles";
import { openWorkbench, type WorkbenchPage } from "../support/workbenchPage";

const FILE = resolve(ROOT, "test/golden/conditionalFormats/openpyxl.xlsx");
/** What its rules make of the cells that they find, and its bars. */
const [FOUND, BAR] = ["#ffc000", "#638ec6"];

let bench: WorkbenchPage;
afterEach(() => bench.close());

/** Waits until so many points have a colour as a test asks for. */
async function until(page: Page, color: string, isRight: (count: number) => boolean) {
  for (let tries = 0; ; tries++) {
    const count = await pixelsOf(page, color);
    if (isRight(count) || tries === 80) return count;
    await page.waitForTimeout(250);
  }
}

describe("conditional formats in the page", () => {
  it("are those of an opened file, follow what is typed, undo and a new page", async () => {
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    expect(await pixelsOf(page, FOUND)).toBe(0);
    await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles(FILE);
    await page.getByText("Opened openpyxl.xlsx").waitFor();
    const first = await until(page, FOUND, (count) => count > 10_000);
    expect(first).toBeGreaterThan(10_000);
    // More than 5: one cell of column A more. Column E's first number is not touched.
    await bench.type("A1", "9");
    const more = await until(page, FOUND, (count) => count > first + 500);
    expect(more).toBeGreaterThan(first + 500);
    await page.keyboard.press("Control+z");
    const undone = await until(page, FOUND, (count) => count < first + 500);
    expect(Math.abs(undone - first)).toBeLessThan(500);
    await page.reload();
    expect(await until(page, FOUND, (count) => count > 10_000)).toBeGreaterThan(10_000);
    await page.waitForSelector('body[data-ready="true"]');
    await bench.goTo("V1");
    expect(await until(page, BAR, (count) => count > 2000)).toBeGreaterThan(2000);
    expect(bench.faults).toEqual([]);
  });

  it("are those of the scenarios as soon as they are added", async () => {
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    await page.getByRole("button", { name: "Start with the sample book" }).click();
    await page.locator(".drawn svg").waitFor();
    await showScreen(page, "templates");
    const { scenarios, add } = texts.templates;
    await page.getByRole("button", { name: add(scenarios), exact: true }).click();
    await page.getByText(new RegExp(`^${scenarios}: added`)).waitFor();
    await bench.goTo("J29");
    // −81.9 bp is the furthest from 0: orange altogether.
    expect(await until(page, "#f4b16a", (count) => count > 500)).toBeGreaterThan(500);
    expect(bench.faults).toEqual([]);
  });
});
