/*
 * The screens Scenarios and Backtest of the built workbench, used as a person uses them.
 */
import { Axe } from "../support/axe";
import { openWorkbench, type WorkbenchPage } from "../support/workbenchPage";
import { showScreen } from "../support/showScreen";

let bench: WorkbenchPage;

beforeEach(async () => {
  bench = await openWorkbench({ locale: "en-US" });
  await button("Start with the sample book").click();
  await bench.page.getByText("The sample book is in the workbook").waitFor();
});
afterEach(async () => {
  const { faults, browser } = bench;
  await bench.close();
  expect({ faults, refused: browser.refused }).toEqual({ faults: [], refused: [] });
});

const button = (name: string) => bench.page.getByRole("button", { name, exact: true });
const screen = (name: string) => bench.page.locator(`#screen-${name}`);
const field = (name: string) => bench.page.getByRole("textbox", { name, exact: true });
const noViolation = async () => {
  expect(await new Axe(bench.page).outside("#grid").analyze()).toEqual([]);
};
/** Shows a sheet by its tab, as the pane does not go there by itself. */
const atCell = async (sheet: string, a1: string) => {
  await bench.page.locator(`[data-u-comp="slide-tab-item"]`, { hasText: sheet }).last().click();
  await bench.goTo(a1);
  return bench.message();
};

/** Nothing of the pane needs a horizontal scroll bar in a page of 320 CSS pixels. */
const fitsIn320 = async () => {
  await bench.page.setViewportSize({ width: 320, height: 720 });
  const over = await bench.page.evaluate(() => {
    const pane = document.querySelector("#pane");
    return (pane?.scrollWidth ?? 0) - (pane?.clientWidth ?? 0);
  });
  expect(over).toBe(0);
  await bench.page.setViewportSize({ width: 1280, height: 800 });
};

describe("the screen Scenarios", () => {
  it("adds the sheet, shows its grid, and takes other moves into the cells", async () => {
    const { page } = bench;
    await showScreen(bench.page, "scenarios");
    await button("Add the sheet Scenarios").click();
    const grid = page.getByRole("table", { name: /Returns by scenario/ });
    await grid.getByRole("cell", { name: "47.6" }).waitFor();
    // Those of the method notes; the assumptions of the sample book have its yields.
    expect(await grid.locator("tbody tr").count()).toBe(6);
    expect(await screen("scenarios").getByText("For corporates to be ahead").count()).toBe(1);
    await noViolation();
    await fitsIn320();
    await field("Probability, scenario 1").fill("20%");
    await page.getByText("The probabilities sum to 110.0%; they must sum to 100%.").waitFor();
    expect(await button("Save the scenarios").isDisabled()).toBe(true);
    await field("Probability, scenario 3").fill("25%");
    await field("Rate shift, bp, scenario 5").fill("150");
    await button("Save the scenarios").click();
    await page.getByText("The scenarios are in the sheet").waitFor();
    await grid.getByRole("rowheader", { name: /^150 bp; spreads 5, 10; 10%/ }).waitFor();
    expect(await atCell("Scenarios", "A28")).toBe("A28: 150");
  });
});

describe("the screen Backtest", () => {
  const run = async () => {
    await button("Run").click();
    await bench.page.getByText(/^Done\. /).waitFor();
  };

  it("runs the rule, counts the variant, and adds a sheet with the same figures", async () => {
    const { page } = bench;
    await showScreen(bench.page, "backtest");
    await run();
    const result = page.getByRole("region", { name: "What it would have earned" });
    await result.getByText(/^1 variant tried\. Probability of skill after that/).waitFor();
    await result.locator("svg").nth(1).waitFor();
    expect(await result.getByRole("heading", { level: 2 }).textContent()).toMatch(/^ILLUSTRATIVE/);
    await noViolation();
    await fitsIn320();
    await field("Enter").fill("1");
    await run();
    await result.getByText(/^2 variants tried\..*Probability of overfitting: \d+%/).waitFor();
    const net = await result
      .locator(".figure", { hasText: /^Net/ })
      .locator("strong")
      .textContent();
    await button("Add as a sheet").click();
    await page.getByText("Added on sheet Backtest.").waitFor();
    const cell = Number((await atCell("Backtest", "G7")).replace("G7: ", ""));
    expect(`${Math.round(cell)} bp`.replace("-", "−")).toBe(net);
    expect(await atCell("Variants", "B6")).toBe("B6: 1");
  });

  it("is stopped by Cancel, and nothing is noted then", async () => {
    const { page } = bench;
    await showScreen(bench.page, "backtest");
    // The worker's answers are held back: whoever stops does so in the middle.
    await page.route("**/*studyWorker*", () => undefined);
    await button("Run").click();
    await page.getByRole("progressbar").waitFor();
    await button("Cancel").click();
    await page.getByText("The run was stopped; nothing was written.").waitFor();
    expect(
      await page.locator(`[data-u-comp="slide-tab-item"]`, { hasText: "Variants" }).count(),
    ).toBe(0);
    await page.unroute("**/*studyWorker*");
    await run();
  });

  it("names a slip at its field, and a history that is too short", async () => {
    const { page } = bench;
    await showScreen(bench.page, "backtest");
    await field("Exit").fill("3");
    await page.getByText("Exit is 3 and Enter 1.5; it must be at most 1.5").waitFor();
    expect(await button("Run").isDisabled()).toBe(true);
    await field("Exit").fill("0.5");
    await field("Window").fill("175");
    await button("Run").click();
    await page
      .getByText(/Not done: 4 rows have a position and a return; 12 or more are needed/)
      .waitFor();
  });
});
