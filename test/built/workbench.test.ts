/*
 * The built workbench in a browser, used as a person uses it. Build first (test/run.js does).
 */
import { readFileSync } from "node:fs";
import { Axe } from "../support/axe";
import type { Book } from "../../src/workbook/book";
import { ready, openWorkbench, watch, type WorkbenchPage } from "../support/workbenchPage";
import { SCREENS } from "../../src/taskpane/paneContext";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { chooseFunction, showScreen } from "../support/showScreen";

let bench: WorkbenchPage;

async function open(options = {}): Promise<WorkbenchPage> {
  bench = await openWorkbench(options);
  return bench;
}

afterEach(async () => {
  const { faults, browser } = bench;
  await bench.close();
  expect({ faults, refused: browser.refused }).toEqual({ faults: [], refused: [] });
});

const button = (name: string | RegExp) => bench.page.getByRole("button", { name });
const startSample = async () => {
  await button("Start with the sample book").click();
  await bench.page.getByText("The sample book is in the workbook").waitFor();
  // The message comes first, the card when the engine has calculated.
  await bench.page.locator(".verdict-call h1", { hasText: /^ILLUSTRATIVE: / }).waitFor();
};
const figure = (id: string) => bench.page.locator(`[data-figure="${id}"] strong`).textContent();

describe("a person in the grid", () => {
  it("types a formula, sees its signature, sees it spill, and reads the error's words", async () => {
    await open();
    const { page, type, goTo, said } = bench;
    for (const [i, [mbs, corporate]] of [
      [101, 62],
      [99, 63],
      [98, 60],
    ].entries()) {
      await type(`A${i + 1}`, String(mbs));
      await type(`B${i + 1}`, String(corporate));
    }
    await goTo("D1");
    await page.keyboard.type("=RV.SPREADGAP(", { delay: 20 });
    await page.getByText("corporate,", { exact: false }).first().waitFor();
    await page.keyboard.type("A1:A3,B1:B3)");
    await page.keyboard.press("Enter");
    await goTo("D3");
    await said(/^D3: 38$/);
    await type("E1", "=RV.SPREADGAP(A1:A3,B1:B2)");
    await goTo("E1");
    expect(await said(/#VALUE!/)).toBe(
      "E1: #VALUE!: corporate has 2 rows but an argument before it has 3; it must have the same number, or 1",
    );
  });

  it("goes between grid, message line, pane and bar by F6 and back by Shift+F6, without a trap", async () => {
    const { page } = await open();
    const here = () =>
      page.evaluate(
        () => document.activeElement?.closest("#sheet, #message, #pane, #bar")?.id ?? "none",
      );
    await page.keyboard.press("F6");
    const ways = [await here()];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("F6");
      ways.push(await here());
    }
    expect(ways).toEqual(["message", "pane", "bar", "sheet", "message"]);
    await page.keyboard.press("Shift+F6");
    expect(await here()).toBe("sheet");
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await bench.said(/: 77$/);
  });

  it("gives the sheet another name, and the line below and its formulas go on", async () => {
    const { page, type, goTo, said } = await open();
    await type("A1", "62");
    await type("B1", "=A1*2");
    await page.locator('[data-u-comp="slide-tab-item"]', { hasText: "Sheet1" }).last().dblclick();
    await page.keyboard.type("FN 30");
    await page.keyboard.press("Enter");
    await page.locator('[data-u-comp="slide-tab-item"]', { hasText: "FN 30" }).last().waitFor();
    await type("A1", "70");
    await goTo("B1");
    await said(/^B1: 140$/);
  });

  it("cannot click into the grid before it is drawn", async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector("#grid input") === null) return;
        observer.disconnect();
        const sheet = document.querySelector("#sheet");
        document.documentElement.dataset["first"] =
          sheet === null ? "" : getComputedStyle(sheet).pointerEvents;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await ready(page);
    expect(await page.locator("html").getAttribute("data-first")).toBe("none");
    expect(await page.locator("#sheet").getAttribute("aria-busy")).toBeNull();
  });

  it("reads the used cells as a real table", async () => {
    const { page } = await open();
    await startSample();
    await button("View as table").click();
    const table = page.getByRole("dialog").getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("columnheader").count()).toBeGreaterThan(5);
    expect(await table.getByText("risk-adjusted gap", { exact: true }).count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });
});

describe("a person in the pane", () => {
  it("starts with the sample book, and the verdict says that its numbers are made up", async () => {
    const { page } = await open();
    await startSample();
    await page.locator(".drawn svg").waitFor();
    await page
      .locator("#charts figcaption", { hasText: /^ILLUSTRATIVE/ })
      .first()
      .waitFor();
  });

  it("changes an assumption, and every dependent cell moves", async () => {
    const { page, goTo, message } = await open();
    await startSample();
    const nominal = await figure("nominal gap");
    // The dashboard is shown; its nominal gap stands in the row of that name.
    await goTo("F8");
    const before = await message();
    await showScreen(page, "assumptions");
    await page.getByRole("searchbox", { name: "Search assumptions" }).fill("corpOas");
    const field = page.locator('[data-key="corpOas"] input');
    const held = Number(await field.inputValue());
    await field.fill(String(held + 10));
    await button("Save 1").click();
    await page.getByText("Saved 1 value.").waitFor();
    await page.waitForFunction(
      (words) => document.querySelector("#message")?.textContent !== words,
      before,
    );
    const cell = Number((await message()).replace("F8: ", ""));
    expect(cell).toBeCloseTo(Number(before.replace("F8: ", "")) - 10, 9);
    await showScreen(page, "verdict");
    await page.waitForFunction(
      (words) =>
        document.querySelector('[data-figure="nominal gap"] strong')?.textContent !== words,
      nominal,
    );
    expect(await figure("nominal gap")).toBe(`${cell.toFixed(1)} bp`);
    await showScreen(page, "assumptions");
    await button("Undo the last save").click();
    await page.getByText("The last save is undone.").waitFor();
    await bench.said(new RegExp(`^${before.replace(".", "\\.")}$`));
  });

  it("names a slip at once and writes nothing until it is right", async () => {
    const { page } = await open();
    await startSample();
    await showScreen(page, "assumptions");
    const field = page.locator('[data-key="ust10"] input');
    await field.fill("4.5");
    await page.getByText(/did you mean 0\.045/).waitFor();
    expect(await page.locator("#pane").getByRole("button", { name: "Save" }).isDisabled()).toBe(
      true,
    );
    await button("Discard").click();
    expect(await field.inputValue()).toBe("4.23%");
  });

  it("is asked when a cell was changed in the sheet while it was edited in the pane", async () => {
    const { page, type } = await open();
    await startSample();
    await showScreen(page, "assumptions");
    await page.getByRole("tab", { name: "Assumptions" }).first().click();
    await page.getByRole("searchbox", { name: "Search assumptions" }).fill("corpOas");
    const field = page.locator('[data-key="corpOas"] input');
    await field.fill("71");
    const row = await rowOfKey("corpOas");
    await type(`C${row}`, "75");
    await button("Save 1").click();
    await page.getByText(/the sheet says 75, you entered 71/).waitFor();
    await button("Keep the sheet's").click();
    expect(await field.inputValue()).toBe("75");
    await field.fill("71");
    await button("Save 1").click();
    await page.getByText("Saved 1 value.").waitFor();
    await bench.goTo(`C${row}`);
    await bench.said(/: 71$/);
  });

  it("explains a figure, inserts its formula, and the cell shows the same number", async () => {
    const { page, goTo } = await open();
    await startSample();
    await button("Explain Nominal").click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator(".formula").textContent()).toBe(
      '=VLOOKUP("nominal gap",RV.GAPRECEIPT(RV_Assumptions,RV_Gap,RV_Dates),2,FALSE)',
    );
    await page.keyboard.press("Escape");
    await goTo("L3");
    await button("Insert Nominal into the selected cell").click();
    await page.getByText("Nominal is now in Dashboard!L3.").waitFor();
    const shown = Number((await figure("nominal gap"))?.replace(" bp", ""));
    const words = await bench.said(/^L3: [\d.-]+$/);
    expect(Number(words.replace("L3: ", ""))).toBeCloseTo(shown, 1);
    await button("Insert Nominal into the selected cell").click();
    await page.getByText(/select a blank cell/).waitFor();
  });

  it("builds a function with a live preview and inserts it", async () => {
    const { page, goTo } = await open();
    await startSample();
    await goTo("L5");
    await showScreen(page, "functions");
    await chooseFunction(page, "percentile rank history", "PCTRANK");
    await page.getByLabel("history", { exact: true }).fill("RV_Gap");
    await page.getByText("=RV.PCTRANK(RV_Gap)").waitFor();
    await page.getByLabel(/^value/).fill("no number");
    await page
      .getByRole("region", { name: "Functions" })
      .getByText(/#VALUE!: value is the text/)
      .waitFor();
    await page.getByLabel(/^value/).fill("");
    await button("Insert into the selected cell").click();
    await page.getByText("The formula is in Dashboard!L5.").waitFor();
    await bench.said(/^L5: 0\.\d+$/);
  });
});

async function rowOfKey(key: string): Promise<number> {
  await button("View as table").click();
  const row = bench.page.getByRole("dialog").getByRole("row").filter({ hasText: key }).first();
  const number = Number(await row.getByRole("rowheader").textContent());
  await bench.page.keyboard.press("Escape");
  return number;
}

describe("what the browser keeps", () => {
  it("is there after a reload; a second tab reads it, and can take over; Clear begins with an empty one", async () => {
    const { page } = await open();
    await startSample();
    await page.waitForTimeout(1500);
    const before = await figure("zAll");
    await page.reload();
    await ready(page);
    await page.locator(".verdict-call h1").waitFor();
    await page.waitForFunction(
      (words) => document.querySelector('[data-figure="zAll"] strong')?.textContent === words,
      before,
    );

    const second = await bench.browser.context.newPage();
    const faults = watch(second);
    await second.goto(page.url());
    await ready(second);
    await second.getByText("open in another tab").waitFor();
    await second.getByRole("button", { name: "Take over" }).click();
    await page.getByText("Another tab has taken this workbook over").waitFor();
    await ready(second);
    await second.waitForFunction(() => !document.body.textContent?.includes("open in another tab"));
    await second.getByRole("button", { name: "Clear", exact: true }).click();
    await second.getByRole("dialog").getByRole("button", { name: "Clear", exact: true }).click();
    await second.getByRole("button", { name: "Start with the sample book" }).waitFor();
    await second.close();
    expect(faults).toEqual([]);
  });

  it("has the formulas of a fill, their looks, and the sheet that was shown", async () => {
    const { page, type, goTo } = await open();
    await type("A1", "7");
    await type("B1", '=IF($A$1>0.50,ROW(),"tight")*2');
    const box = page.locator("#grid input.univer-appearance-none");
    await box.click();
    await box.fill("B1:B60");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+d");
    await page.keyboard.press("Control+b");
    await goTo("B60");
    await bench.said(/^B60: 120$/);
    const stored = () =>
      page.evaluate(async () => {
        const opening = indexedDB.open("rotation-workbench");
        await new Promise((resolve) => (opening.onsuccess = resolve));
        const all = opening.result.transaction("books").objectStore("books").getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        opening.result.close();
        return (all.result.at(-1) as { book: Book }).book;
      });
    await page.waitForTimeout(1500);
    await page.reload();
    await ready(page);
    await type("A1", "0");
    await goTo("B60");
    await bench.said(/^B60: #VALUE!/);
    await page.waitForTimeout(1500);
    const { sheets, styles } = await stored();
    const filled = sheets[0]?.cells.filter(({ column }) => column === 1) ?? [];
    expect(filled.map(({ formula }) => formula)).toEqual(
      Array.from({ length: 60 }, () => '=IF($A$1>0.50,ROW(),"tight")*2'),
    );
    expect(filled.every(({ style }) => styles[style ?? -1]?.bold)).toBe(true);
  });

  it("can be saved as .xlsx and opened again with the same verdict", async () => {
    const { page } = await open();
    await startSample();
    const before = await figure("zAll");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button("Save .xlsx").click(),
    ]);
    const file = await download.path();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Clear", exact: true }).click();
    await button("Start with the sample book").waitFor();
    await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
      name: "mine.xlsx",
      mimeType: "application/octet-stream",
      buffer: readFileSync(file),
    });
    await page.getByText("Opened mine.xlsx").waitFor();
    await page.waitForFunction(
      (words) => document.querySelector('[data-figure="zAll"] strong')?.textContent === words,
      before,
    );
  });
});

describe("a stranger's workbook", () => {
  it("is data: markup, formulas as text, long texts, great numbers and odd names stay what they are", async () => {
    const { page, goTo, said } = await open();
    const long = "x".repeat(32_767);
    const values = ["<img src=x onerror=alert(1)>", "=1+1", long, 1e308, "__proto__", "@SUM(A1)"];
    const cells = values.map((value, row) => ({ row, column: 0, value }));
    const sheets = [
      { name: "<b>it's", cells, columns: [], rows: [], merged: [] },
      {
        name: "__proto__",
        cells: [{ row: 0, column: 0, value: "constructor" }],
        columns: [],
        rows: [],
        merged: [],
      },
    ];
    await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
      name: "hostile.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(writeXlsx({ sheets, names: [], styles: [] })),
    });
    await page.getByText("Opened hostile.xlsx").waitFor();
    expect(await page.locator("img[src='x']").count()).toBe(0);
    await goTo("A2");
    await said(/^A2: =1\+1$/);
    await goTo("A4");
    await said(/^A4: 1e\+308$/);
    await goTo("A5");
    await said(/^A5: __proto__$/);
    await goTo("A3");
    expect((await said(/^A3: x+$/)).length).toBe(32_767 + 4);
    await button("View as table").click();
    await page.getByRole("dialog").getByText("<img src=x onerror=alert(1)>").waitFor();
    await page.keyboard.press("Escape");
  });

  it("that is no workbook is refused in words, and nothing is lost", async () => {
    const { page, type, goTo, said } = await open();
    await type("A1", "42");
    for (const [name, content, words] of [
      ["broken.xlsx", "not a zip", /Not opened: broken\.xlsx: the file is no \.xlsx workbook/],
      ["quote.csv", 'a,b\n1,"2\n', /Not opened: quote\.csv, line 2: a quote is opened/],
      ["notes.pdf", "%PDF", /Not opened: notes\.pdf: it must be an \.xlsx or \.csv file/],
    ] as const) {
      await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
        name,
        mimeType: "application/octet-stream",
        buffer: Buffer.from(content),
      });
      await page.getByText(words).waitFor();
    }
    await goTo("A1");
    await said(/^A1: 42$/);
  });
});

describe("everybody can use it", () => {
  it.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["high contrast", { forcedColors: "active" }],
  ])("axe finds nothing in the page and the pane, %s", async (_, options) => {
    const { page } = await open(options);
    await startSample();
    for (const screen of SCREENS) {
      await showScreen(page, screen);
      const results = await new Axe(page).outside("#grid").analyze();
      expect({ screen, found: results }).toEqual({ screen, found: [] });
    }
  });

  it("inside the grid, which is not ours, axe finds no more than is known", async () => {
    const { page } = await open();
    await startSample();
    const known: Record<string, number> = JSON.parse(
      readFileSync(require.resolve("./gridAccessibility.json"), "utf8"),
    );
    const found = await new Axe(page).inside("#grid").counts();
    const grown = Object.entries(found).filter(([rule, count]) => count > (known[rule] ?? 0));
    expect(grown).toEqual([]);
  });

  it.each([
    ["320 CSS pixels", { viewport: { width: 320, height: 720 } }],
    ["a zoom of 200%", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])("at %s nothing needs a horizontal scroll bar", async (_, options) => {
    const { page } = await open(options);
    await startSample();
    for (const screen of SCREENS) {
      await showScreen(page, screen);
      const [wide, pane] = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        (document.querySelector("#pane")?.scrollWidth ?? 0) -
          (document.querySelector("#pane")?.clientWidth ?? 0),
      ]);
      expect({ screen, wide, pane }).toEqual({ screen, wide: 0, pane: 0 });
    }
  });
});

describe("freezing the selection", () => {
  const openTemplates = async () => {
    await open();
    await bench.type("A1", "3");
    await bench.type("B1", "=A1*2");
    await bench.type("D1", "=1/0");
    await showScreen(bench.page, "templates");
  };

  it("makes a formula a value, by the keyboard", async () => {
    await openTemplates();
    await bench.goTo("B1");
    await button("Freeze the selection to values").focus();
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText(/^1 formula on .*!B1 is a value now\.$/).waitFor();
    await bench.type("A1", "50");
    await bench.goTo("B1");
    expect(await bench.said(/^B1: /)).toBe("B1: 6");
  });

  it("refuses an error by its cell, and runs the self-test", async () => {
    await openTemplates();
    await bench.goTo("D1");
    await button("Freeze the selection to values").click();
    await bench.page.getByText(/D1 shows #DIV\/0!: fix it or leave it out/).waitFor();
    await button("Run the self-test").click();
    await bench.page.getByText(/^Self-test: all \d+ worked numbers passed\.$/).waitFor();
  });
});
