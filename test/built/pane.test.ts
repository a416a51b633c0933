/*
 * The built pane in a browser. Office.js is played by a few lines and the workbook by the double of
 * test/support/excelDouble.ts. Build first (test/run.js does).
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import ts from "typescript";
import { ASSUMPTION_KEYS } from "../../src/assumptions/keys";
import { openBrowser, ORIGIN, type Served, type TestBrowser } from "../support/browser";
import { readProjectFile, ROOT } from "../support/sourceFiles";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const SCREENSHOTS = resolve(ROOT, process.env.RV_SCREENSHOTS ?? ".cache/screenshots");

const double = ts.transpileModule(readProjectFile("test/support/excelDouble.ts"), {
  compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
}).outputText;

/** Office.js as far as the pane needs it, over a workbook that the tests can look at. */
const OFFICE = `
${double.replace(/^export /gm, "")}
const state = emptyWorkbook();
Object.assign(globalThis, {
  workbookState: state,
  Excel: excelDouble(state),
  Office: { onReady: () => Promise.resolve({ host: "Excel" }) },
  CustomFunctions: {
    functions: new Map(),
    associate(id, fn) { this.functions.set(id, fn); },
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

/** What a test page can reach of the double. */
interface InPage {
  workbookState: { sheets: Map<string, Map<string, unknown>>; tables: Map<string, unknown> };
  CustomFunctions: { functions: Map<string, (...args: unknown[]) => unknown> };
}

describe("the pane", () => {
  let browser: TestBrowser;
  let page: Page;
  const faults: string[] = [];

  const open = async (office: Served | undefined, options = {}) => {
    browser = await openBrowser(served(office), {
      viewport: { width: 350, height: 720 },
      ...options,
    });
    page = await browser.context.newPage();
    faults.length = 0;
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(`${ORIGIN}/taskpane.html`);
  };
  const status = () => page.locator("#status").textContent();
  const field = (key: string) => page.locator(`[id="assumption-${key}"]`);
  /** The cell to the right of a key on the sheet Assumptions. */
  const valueOf = (key: string) =>
    page.evaluate((wanted) => {
      const cells = (globalThis as unknown as InPage).workbookState.sheets.get("Assumptions");
      const place = [...(cells ?? [])].find(([, value]) => value === wanted)?.[0] ?? "0,0";
      return cells?.get(`${place.split(",")[0]},2`);
    }, key);
  const shot = async (name: string) => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: resolve(SCREENSHOTS, `${name}.png`) });
  };

  afterEach(async () => {
    await browser.close();
  });

  describe("in a workbook", () => {
    beforeEach(async () => {
      await open({ text: OFFICE });
      await page.waitForFunction(() =>
        document.querySelector("#status")?.textContent?.includes("no table"),
      );
      await page.evaluate(() =>
        document.querySelectorAll("details").forEach((it) => (it.open = true)),
      );
    });

    it("lists every assumption with label, unit or range, default and source", async () => {
      const shownKeys = await page.locator("label code").allTextContents();
      expect(shownKeys).toEqual(
        ASSUMPTION_KEYS.filter(({ group }) => group !== null).map(({ key }) => key),
      );
      const about = await page.locator("[id='assumption-ust10-about']").textContent();
      expect(about).toBe(
        "-1% to 20% a year. Default: 4.23%. Source: ILLUSTRATIVE level of mid-January 2026; enter your own.",
      );
      expect(await page.locator("#schema").textContent()).toBe(
        "Layout of the table (schema): 1, written and checked by this add-in.",
      );
      expect(await field("ust10").inputValue()).toBe("4.23%");
      expect(faults).toEqual([]);
    });

    it("adds the table, saves an edit into its cell, and shows what stands in the sheet", async () => {
      await field("corpOas").fill("70bp");
      await page.getByRole("button", { name: "Add table RV_Assumptions" }).click();
      await page.waitForFunction(() =>
        document.querySelector("#status")?.textContent?.startsWith("Added"),
      );
      expect(await valueOf("corpOas")).toBe(70);
      await field("ust10").fill("4.3%");
      await page.getByRole("button", { name: "Save 1" }).click();
      await page.waitForFunction(() =>
        document.querySelector("#status")?.textContent?.startsWith("Saved 1 value"),
      );
      expect(await valueOf("ust10")).toBe(0.043);
      expect(await field("corpOas").inputValue()).toBe("70");
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await shot("pane");
      expect(faults).toEqual([]);
    });

    it("names a slip at once, and writes nothing until it is mended", async () => {
      await field("ust10").fill("4.23");
      await field("rateVol").fill("0.9");
      expect(await page.locator("[id='assumption-ust10-slip']").textContent()).toBe(
        "ust10 is 4.23 (423%); rates are decimals, did you mean 0.0423?",
      );
      expect(await page.locator("[id='assumption-rateVol-slip']").textContent()).toMatch(
        /20 to 300 bp per √year was expected/,
      );
      expect(await page.locator("#save").isDisabled()).toBe(true);
      await shot("pane-slip");
      await field("ust10").fill("4.23%");
      await field("rateVol").fill("95");
      expect(await page.locator("#save").isEnabled()).toBe(true);
    });

    it("asks after a convexity that looks divided by 100, and lets it be saved", async () => {
      await field("mbsConvexity").fill("-1.6");
      const slip = page.locator("[id='assumption-mbsConvexity-slip']");
      expect(await slip.textContent()).toMatch(/looks divided by 100: .* perhaps -160$/);
      expect(await field("mbsConvexity").getAttribute("aria-invalid")).toBe("false");
      expect(await page.locator("#save").isEnabled()).toBe(true);
      await field("mbsConvexity").fill("-150");
      expect(await slip.textContent()).toBe("");
    });

    it("shows slips in the sheet with their rows, and says what changed meanwhile", async () => {
      await page.locator("#save").click();
      await page.waitForFunction(() =>
        document.querySelector("#status")?.textContent?.startsWith("Added"),
      );
      const set = (key: string, value: unknown) =>
        page.evaluate(
          ([wanted, cell]) => {
            const cells = (globalThis as unknown as InPage).workbookState.sheets.get("Assumptions");
            const place = [...(cells ?? [])].find(([, it]) => it === wanted)?.[0] ?? "0,0";
            cells?.set(`${place.split(",")[0]},2`, cell);
          },
          [key, value] as const,
        );
      await set("ust10", 4.23);
      await set("corpOas", 75);
      await field("corpOas").fill("80");
      await page.locator("#save").click();
      await page.waitForFunction(() => document.querySelector("#status.problem") !== null);
      expect(await status()).toMatch(/corpOas is now 75; nothing was written/);
      expect(await field("corpOas").inputValue()).toBe("80");
      await page.locator("#read").click();
      await page.waitForFunction(() => document.querySelectorAll("#problems li").length === 1);
      expect(await page.locator("#problems li").textContent()).toMatch(
        /^row 7: ust10 is 4\.23 \(423%\)/,
      );
      expect(await field("corpOas").inputValue()).toBe("75");
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
      await page.waitForFunction(() =>
        /ZSCORE: window is 60 rows/.test(document.querySelector("#last-error")?.textContent ?? ""),
      );
    });

    it("can be used by keyboard alone", async () => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("save");
      for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("assumption-ust2");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("3.7%");
      expect(await page.locator(".edited").count()).toBe(1);
    });

    it("treats what is typed as text", async () => {
      const markup = "<img src=x onerror=alert(1)>";
      await field("zMethod").fill(markup);
      expect(await page.locator("[id='assumption-zMethod-slip']").textContent()).toContain(markup);
      expect(await page.locator("#pane img").count()).toBe(0);
    });

    it("fits 320 pixels, light and dark", async () => {
      await page.setViewportSize({ width: 320, height: 720 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          320,
        );
        await shot(`pane-320-${colorScheme}`);
      }
    });

    it("asks for nothing but Office.js and its own files", () => {
      expect(browser.refused.filter((address) => !address.endsWith("/favicon.ico"))).toEqual([]);
    });
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
    await page.waitForSelector("#status.problem");
    expect(await status()).toMatch(/Open this page from Excel/);
    expect(await page.locator("#save").isDisabled()).toBe(true);
  });
});
