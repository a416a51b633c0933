/*
 * The built pane as Excel loads it: its page, its policy, its chunks, in an empty workbook. What the
 * pane does to a workbook is tested in the workbench (workbench.test.ts) and through Microsoft's client
 * (test/workbook). Build first (test/run.js does).
 */
import type { Page } from "playwright-core";
import { openBrowser, ORIGIN, type Served, type TestBrowser } from "../support/browser";
import { Axe } from "../support/axe";
import { SCREENS } from "../../src/taskpane/paneContext";
import { chooseFunction, showScreen } from "../support/showScreen";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Office.js over a workbook with one empty sheet, as far as the pane asks. */
const OFFICE = `
const nothing = { isNullObject: true, load() {} };
const collection = (names) => ({
  items: names.map((name) => ({ name })),
  load() {},
  getItemOrNullObject: () => nothing,
  getItemAt: () => ({ address: "Sheet1!A1", load() {} }),
  onChanged: { add: () => ({ remove() {} }) },
  onCalculated: { add: () => ({ remove() {} }) },
});
const workbook = {
  worksheets: collection(["Sheet1"]),
  tables: collection([]),
  names: collection([]),
  onSelectionChanged: { add: () => ({ remove() {} }) },
  getSelectedRanges: () => ({ areas: collection([]) }),
};
Object.assign(globalThis, {
  Excel: { run: (...words) => words.at(-1)({ workbook, sync: () => Promise.resolve() }) },
  Office: {
    onReady: () => Promise.resolve({ host: "Excel" }),
    context: { requirements: { isSetSupported: () => true } },
  },
  CustomFunctions: {
    functions: new Map(),
    associate(id, run) { this.functions.set(id, run); },
    Error: class extends Error { constructor(code, message) { super(message); this.code = code; } },
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" },
  },
});`;

const served =
  (office: Served | undefined) =>
  (address: string): Served | undefined => {
    if (address === OFFICE_JS) return office;
    const { origin, pathname } = new URL(address);
    return origin === ORIGIN && /^\/[\w./-]+$/.test(pathname)
      ? { file: `dist${pathname}` }
      : undefined;
  };

/** What a test page can reach of Office.js. */
interface InPage {
  CustomFunctions: { functions: Map<string, (...args: unknown[]) => unknown> };
}

describe("the pane", () => {
  let browser: TestBrowser;
  let page: Page;
  const faults: string[] = [];
  const loaded: string[] = [];

  const open = async (office: Served | undefined, options = {}) => {
    browser = await openBrowser(served(office), {
      viewport: { width: 350, height: 720 },
      ...options,
    });
    page = await browser.context.newPage();
    faults.length = 0;
    loaded.length = 0;
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(`${ORIGIN}/taskpane.html`);
  };

  afterEach(async () => {
    await browser.close();
  });

  describe("in an empty workbook", () => {
    beforeEach(async () => {
      await open({ text: OFFICE });
      await page.getByRole("button", { name: "Start with the sample book" }).waitFor();
    });
    afterEach(() => {
      expect(faults).toEqual([]);
      const ours = (address: string) => !address.endsWith("/favicon.ico");
      expect(browser.refused.filter(ours)).toEqual([]);
    });

    it("registers the functions before anything that draws is asked for", async () => {
      const order = loaded.filter((path) => path.endsWith(".js"));
      expect(order.indexOf("/functions.js")).toBeLessThan(order.indexOf("/taskpane.js"));
      const chunks = order.filter((path) => path.startsWith("/pane/"));
      expect(chunks.length).toBeGreaterThan(0);
      expect(order.indexOf("/taskpane.js")).toBeLessThan(order.indexOf(chunks[0] ?? ""));
      const registered = await page.evaluate(() => [
        ...(globalThis as unknown as InPage).CustomFunctions.functions.keys(),
      ]);
      expect(registered).toContain("SPREADGAP");
    });

    it("shows every screen without a scroll bar at 320 pixels, and axe finds nothing", async () => {
      await page.setViewportSize({ width: 320, height: 720 });
      for (const screen of SCREENS) {
        await showScreen(page, screen);
        await page.locator(`#screen-${screen}`).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        expect({ screen, found: await new Axe(page).analyze() }).toEqual({ screen, found: [] });
      }
    });

    it("calls the registered functions for its preview", async () => {
      await showScreen(page, "functions");
      await chooseFunction(page, "EXPECTEDLOSS", "EXPECTEDLOSS");
      await page.getByLabel("pd", { exact: true }).fill("0.0006");
      await page.getByLabel("lossGivenDefault", { exact: true }).fill("0.6");
      await page.getByText("=RV.EXPECTEDLOSS(0.0006,0.6)").waitFor();
      // 0.06% × 60% is 3.6 basis points.
      await page.getByRole("cell", { name: /^3\.(6|5999)/ }).waitFor();
    });

    it("shows the version and the last error of a cell", async () => {
      expect(await page.locator("footer").textContent()).toMatch(
        /No function has given an error.*Rotation \d+\.\d+\.\d+ \(production\)\. Not investment advice/,
      );
      await page.evaluate(() => {
        try {
          (globalThis as unknown as InPage).CustomFunctions.functions.get("ZSCORE")?.(
            [[1], [2], [3]],
            60,
          );
        } catch {
          // The cell shows it; the pane repeats it.
        }
      });
      await page.getByText(/Last error in a cell: ZSCORE: window is 60 rows/).waitFor();
    });

    it("asks after a convexity that looks divided by 100, and lets it be entered", async () => {
      await showScreen(page, "assumptions");
      const search = page.getByRole("searchbox", { name: "Search assumptions" });
      await search.fill("mbsConvexity");
      const field = page.locator('[data-key="mbsConvexity"]');
      await field.locator("input").fill("-1.6");
      await field.getByText(/looks divided by 100; .* perhaps -160$/).waitFor();
      expect(await field.getAttribute("data-state")).toBe("edited");
      await field.locator("input").fill("-150");
      await field.getByText(/looks divided/).waitFor({ state: "detached" });
    });

    it("treats what is typed as text", async () => {
      await showScreen(page, "assumptions");
      await page.getByRole("searchbox", { name: "Search assumptions" }).fill("zMethod");
      const markup = "<img src=x onerror=alert(1)>";
      await page.locator('[data-key="zMethod"] input').fill(markup);
      await page.getByText(`zMethod is "${markup}"`, { exact: false }).waitFor();
      expect(await page.locator("#pane img:not(.sheet-picture)").count()).toBe(0);
    });
  });

  it("reads a decimal comma where the reader's language has one", async () => {
    await open({ text: OFFICE }, { locale: "de-DE" });
    await showScreen(page, "assumptions");
    const field = page.locator('[data-key="ust10"]');
    expect(await field.locator("input").inputValue()).toBe("4,23%");
    await field.locator("input").fill("4,51%");
    expect(await field.getAttribute("data-state")).toBe("edited");
    await field.locator("input").fill("4.510");
    await field.getByText("4.510 can be two numbers here; write 4510 or 4,510").waitFor();
    expect(faults).toEqual([]);
  });

  it("says so when Office.js cannot be loaded", async () => {
    await open(undefined);
    await page.waitForSelector("[role=alert]");
    expect(await page.locator("#pane").textContent()).toMatch(
      /Office\.js could not be loaded from appsforoffice\.microsoft\.com/,
    );
    expect(faults.filter((fault) => !/ERR_FAILED|Failed to load resource/.test(fault))).toEqual([]);
  });

  it("says so when it is opened outside Excel", async () => {
    await open({ text: OFFICE.replace('{ host: "Excel" }', "{ host: null }") });
    expect(await page.locator("[role=alert]").textContent()).toMatch(/Open this page from Excel/);
  });
});
