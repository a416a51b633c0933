/*
 * Two tabs of one browser with the same workbook: one writes, the other reads until it takes over.
 * What is typed is kept in the order in which the tabs had it. Build first (test/run.js does).
 */
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import {
  openTab,
  openWorkbench,
  ready,
  type Tab,
  type WorkbenchPage,
} from "../support/workbenchPage";
import { chooseFunction, showScreen } from "../support/showScreen";

const OTHER_TAB = "This workbook is open in another tab of this browser.";
const TAKEN = "Another tab has taken this workbook over.";

let bench: WorkbenchPage;
let tabs: Tab[];

async function open(count: number): Promise<Tab[]> {
  bench = await openWorkbench();
  tabs = [bench];
  while (tabs.length < count) tabs.push(await openTab(bench.browser, bench.origin));
  return tabs;
}

afterEach(async () => {
  await bench.close();
  expect(tabs.flatMap(({ faults }) => faults)).toEqual([]);
  expect(bench.browser.refused).toEqual([]);
});

/** Chromium slows tabs that are not in front. */
const front = ({ page }: Tab) => page.bringToFront();

async function shows(tab: Tab, a1: string, text: string): Promise<void> {
  await front(tab);
  await tab.goTo(a1);
  await tab.said(new RegExp(`^${a1}: ${text}$`));
}

async function write(tab: Tab, a1: string, text: string): Promise<void> {
  await front(tab);
  await tab.type(a1, text);
  await shows(tab, a1, text);
}

async function takeOver(tab: Tab): Promise<void> {
  await front(tab);
  await Promise.all([
    tab.page.waitForEvent("load"),
    tab.page.getByRole("button", { name: "Take over" }).click(),
  ]);
  await ready(tab.page);
}

/** The tab's wait after a change becomes a minute: what is kept sooner was kept because it was asked for. */
const keepNothingByItself = ({ page }: Tab) =>
  page.evaluate(() => {
    const wait = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, ms: number) => wait(run, ms === 800 ? 60_000 : ms),
    });
  });

const waitForWords = ({ page }: Tab, words: string) => page.getByText(words).first().waitFor();

/** Waits until everything of a tab is kept: a reload shows what that is. */
async function reload(tab: Tab): Promise<void> {
  await front(tab);
  await tab.page.reload();
  await ready(tab.page);
}

describe("two tabs", () => {
  it("edit in A, then in B, then in A again: each has what the other wrote before it, to the last key", async () => {
    const [a, b] = (await open(2)) as [Tab, Tab];
    await waitForWords(b, OTHER_TAB);
    await keepNothingByItself(a);
    await write(a, "A1", "11");
    await takeOver(b);
    await waitForWords(a, TAKEN);
    await shows(b, "A1", "11");
    await write(b, "A2", "22");
    await takeOver(a);
    await waitForWords(b, TAKEN);
    await shows(a, "A1", "11");
    await shows(a, "A2", "22");
    await write(a, "A1", "111");
    await reload(a);
    await shows(a, "A1", "111");
    await shows(a, "A2", "22");
  });

  it("edit in B while A has it, then in A: B's goes nowhere and B says so", async () => {
    const [a, b] = (await open(2)) as [Tab, Tab];
    await waitForWords(b, OTHER_TAB);
    await write(a, "A1", "11");
    await front(b);
    await b.type("A1", "99");
    await b.type("B2", "98");
    await b.goTo("A1");
    expect(await b.message()).not.toMatch(/99/);
    await b.goTo("B2");
    expect(await b.message()).not.toMatch(/98/);
    await write(a, "A2", "12");
    await reload(a);
    await shows(a, "A1", "11");
    await shows(a, "A2", "12");
    await shows(a, "B2", "blank");
  });

  it("a tab that lost the workbook changes nothing any more", async () => {
    const [a, b] = (await open(2)) as [Tab, Tab];
    await write(a, "A1", "11");
    await takeOver(b);
    await waitForWords(a, TAKEN);
    await front(a);
    await a.type("A1", "99");
    await a.goTo("A1");
    await a.said(/^A1: 11$/);
    await write(b, "A3", "33");
    await reload(b);
    await shows(b, "A1", "11");
    await shows(b, "A3", "33");
  });

  it.each([
    ["mine.csv", () => Buffer.from("date,oas\n2026-01-02,101\n")],
    ["mine.xlsx", () => writeXlsx({ sheets: [sheetOf("Mine", "theirs")], names: [], styles: [] })],
  ])("a file dropped on the tab that only reads is refused in words: %s", async (name, made) => {
    const content = Buffer.from(await made());
    const [a, b] = (await open(2)) as [Tab, Tab];
    await write(a, "A1", "11");
    await waitForWords(b, OTHER_TAB);
    await front(b);
    const data = await b.page.evaluateHandle(
      ([file, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], file));
        return transfer;
      },
      [name, [...content]] as const,
    );
    await b.page.dispatchEvent("#sheet", "drop", { dataTransfer: data });
    await b.page.getByText(`Not opened: ${name}: ${OTHER_TAB}`).waitFor();
    expect(await b.page.getByText("Mine", { exact: true }).count()).toBe(0);
    await reload(a);
    await shows(a, "A1", "11");
    expect(await a.page.getByText("mine", { exact: true }).count()).toBe(0);
  });
});

function sheetOf(name: string, value: string | number) {
  return { name, cells: [{ row: 0, column: 0, value }], columns: [], rows: [], merged: [] };
}

describe("a sheet whose name would be a formula", () => {
  it.each([
    // The last of four is above the three before it.
    [`x')&WEBSERVICE("e.co")&'x`, /^C1: 1$/],
    // The embedded engine finds no sheet with "!" in its name, and says so in the cell.
    [`x'!A1)&WEBSERVICE("e.co")&'x`, /^C1: #VALUE!: history, row 1, holds #REF!$/],
  ])(
    "is a name in a formula that refers to it, and nothing is asked for: %s",
    async (name, says) => {
      const [tab] = (await open(1)) as [Tab];
      const { page } = tab;
      const cells = [101, 99, 98, 104].map((value, row) => ({ row, column: 0, value }));
      await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
        name: "odd.xlsx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(
          writeXlsx({
            sheets: [{ name, cells, columns: [], rows: [], merged: [] }],
            names: [],
            styles: [],
          }),
        ),
      });
      await waitForWords(tab, "Opened odd.xlsx");
      await tab.goTo("A1");
      for (let i = 1; i < cells.length; i++) await page.keyboard.press("Shift+ArrowDown");
      await showScreen(page, "functions");
      await chooseFunction(page, "percentile rank", "PCTRANK");
      await page.getByRole("button", { name: "Use the selected cells" }).first().click();
      const formula = `=RV.PCTRANK('${name.replaceAll("'", "''")}'!A1:A4)`;
      await page.locator("code.formula").getByText(formula, { exact: true }).waitFor();
      await tab.goTo("C1");
      await page.getByRole("button", { name: "Insert into the selected cell" }).click();
      await waitForWords(tab, "The formula is in");
      await tab.said(says);
    },
  );
});
