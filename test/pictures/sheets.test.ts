/* Pictures of every sheet for `npm run screenshots`; the tests of what they show are in test/built. */
import type { Page } from "playwright-core";
import { texts } from "../../src/taskpane/texts";
import { shot, smallShot } from "../support/screenshot";
import { showScreen } from "../support/showScreen";
import { openWorkbench } from "../support/workbenchPage";

const words = texts.templates;
const ADDED = [
  ...[words.scenarios, words.backtest, words.tradeTicket],
  ...[words.couponStack, words.publishedSpeeds, words.claimCheck],
];

/** The cells of the first view, from the first column and row on. */
const GRID = { x: 46, y: 162, width: 816, height: 340 };

/** Goes to a sheet by its tab. */
const showSheet = async (page: Page, index: number) => {
  const tab = page.locator('[data-u-comp="slide-tab-item"]').nth(index);
  const name = (await tab.textContent()) ?? "";
  await tab.scrollIntoViewIfNeeded();
  await tab.click();
  return name.toLowerCase().replace(/\W+/g, "-");
};

describe("pictures of the sheets", () => {
  it.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["contrast", { forcedColors: "active" }],
    ["german", { locale: "de-DE" }],
  ] as const)("%s", async (name, options) => {
    const bench = await openWorkbench({ locale: "en-US", ...options });
    const { page } = bench;
    await page.getByRole("button", { name: "Start with the sample book" }).click();
    await page.locator(".drawn svg").waitFor();
    await showScreen(page, "templates");
    for (const sheet of ADDED) {
      await page.getByRole("button", { name: words.add(sheet), exact: true }).click();
      await page.getByText(new RegExp(`^${sheet}: added`)).waitFor();
    }
    const sheets = await page.locator('[data-u-comp="slide-tab-item"]').count();
    for (let i = 0; i < sheets; i++) {
      const sheet = await showSheet(page, i);
      await page.waitForTimeout(900);
      await shot(page, `sheet-${sheet}-${name}`);
      if (name === "light") await smallShot(page, `template-${sheet}`, GRID);
    }
    await bench.close();
    expect({ faults: bench.faults, refused: bench.browser.refused }).toEqual({
      faults: [],
      refused: [],
    });
  });
});
