/*
 * What the built workbench loads before its grid is there, and after; a part that does not come is asked for again.
 */
import type { Page } from "playwright-core";
import { openWorkbench, ready, type WorkbenchPage } from "../support/workbenchPage";

let bench: WorkbenchPage;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

/** Scripts that the page asked for before a moment, with their sizes as they are run. */
const scriptsUntilGrid = (page: Page) =>
  page.evaluate(() => {
    const drawn = performance.getEntriesByName("grid")[0]?.startTime ?? NaN;
    return (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name, startTime }) => /\.js$/.test(name) && startTime < drawn)
      .map(({ name, decodedBodySize }) => ({ name: new URL(name).pathname, decodedBodySize }));
  });

/** Loads the page again without a part of it. */
const reloadWithout = async (page: Page, part: RegExp) => {
  await page.route(part, (route) => route.abort());
  await page.reload();
};

it("the grid is drawn by 4.5 MB of script; what stands around it comes after", async () => {
  const scripts = await scriptsUntilGrid(bench.page);
  expect(scripts.map(({ name }) => name).sort()).toEqual([
    "/functions.js",
    "/workbench/workbench.js",
  ]);
  const [{ decodedBodySize: size } = { decodedBodySize: NaN }] = scripts.filter(({ name }) =>
    name.endsWith("workbench.js"),
  );
  expect(size).toBeGreaterThan(1e6);
  expect(size).toBeLessThan(4.5e6);
});

it("nothing moves when the parts take their places", async () => {
  const { page } = bench;
  const places = () =>
    page.evaluate(() =>
      ["bar", "sheet", "grid", "message", "pane"].map((id) => {
        const { x, y, width, height } = document.getElementById(id)?.getBoundingClientRect() ?? {};
        return { id, place: [x, y, width, height].map((size) => Math.round(size ?? NaN)) };
      }),
    );
  const after = await places();
  await page.route(/workbench\/workbench\.js$/, () => undefined);
  await page.reload({ waitUntil: "commit" });
  await page.getByText("The grid is loading").waitFor();
  expect(await places()).toEqual(after);
});

it("a pane that does not come says so in its place, the grid works on, and it is asked for again", async () => {
  const { page, type, goTo, said } = bench;
  await reloadWithout(page, /\/workbench\/pane\.[^/]*js$/);
  await page.locator("#pane").getByText("The pane could not be loaded.").waitFor();
  await type("A1", "62");
  await type("B1", "=A1*2");
  await goTo("B1");
  await said(/^B1: 124$/);
  await page.unroute(/\/workbench\/pane\.[^/]*js$/);
  await page.locator("#pane").getByRole("button", { name: "Try again" }).click();
  await page.locator("#pane").getByRole("button", { name: "Start with the sample book" }).waitFor();
  await ready(page);
});

it("without the functions the page says so and changes nothing, and goes on when they are back", async () => {
  const { page, type, goTo, said } = bench;
  await type("A1", "=RV.SPREADGAP(101,62)");
  await goTo("A1");
  await said(/^A1: 39$/);
  // What was typed is kept by then.
  await page.waitForTimeout(1200);
  await reloadWithout(page, /\/functions\.js$/);
  await page.getByText("functions.js could not be loaded", { exact: false }).waitFor();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await page.unroute(/\/functions\.js$/);
  await page.reload();
  await ready(page);
  await goTo("A1");
  await said(/^A1: 39$/);
});

it("a bar that does not come keeps neither the pane nor what is loaded later waiting", async () => {
  const { page } = bench;
  await reloadWithout(page, /\/workbench\/bar\.[^/]*js$/);
  await page.locator("#bar").getByText("The bar could not be loaded.").waitFor();
  await page.locator("#pane").getByRole("button", { name: "Start with the sample book" }).waitFor();
  await page.waitForFunction(() => document.body.dataset["offline"] === "true");
  await page.unroute(/\/workbench\/bar\.[^/]*js$/);
  await page.locator("#bar").getByRole("button", { name: "Try again" }).click();
  await ready(page);
});

it("charts that do not come say so below the grid, and are drawn when they do", async () => {
  const { page } = bench;
  await reloadWithout(page, /\/workbench\/charts\.[^/]*js$/);
  await ready(page);
  await page.getByRole("button", { name: "Start with the sample book" }).click();
  await page.locator("#charts").getByText("What draws the charts could not be loaded.").waitFor();
  await page.unroute(/\/workbench\/charts\.[^/]*js$/);
  await page.locator("#charts").getByRole("button", { name: "Try again" }).click();
  await page
    .locator("#charts figcaption", { hasText: /^ILLUSTRATIVE/ })
    .first()
    .waitFor();
  await page.locator("#charts figure svg").first().waitFor();
});

it("Save says when its code does not come, and saves when it does", async () => {
  const { page } = bench;
  await reloadWithout(page, /\/workbench\/files\.[^/]*js$/);
  await ready(page);
  await page.getByRole("button", { name: "Save .xlsx" }).click();
  await page.getByText("What reads and writes files could not be loaded.").waitFor();
  await page.unroute(/\/workbench\/files\.[^/]*js$/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Try again" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("rotation.xlsx");
});

it("the words of the engine's functions come when the page is idle", async () => {
  const { page, goTo } = bench;
  await page.waitForFunction(() => document.body.dataset["offline"] === "true");
  await goTo("A1");
  await page.keyboard.type("=SUM(", { delay: 30 });
  await page.getByText("You can add individual values", { exact: false }).first().waitFor();
});
