/*
 * What the browser keeps, when the browser fails: a store that cannot be read, holds no workbook, has no
 * room, is blocked; a browser that is killed; tabs without locks; a server that has gone. Build first
 * (test/run.js does).
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { builtServer } from "../support/builtServer";
import { killedInWrite } from "../support/killedInWrite";
import {
  openTab,
  openWorkbench,
  PLAIN_ORIGIN,
  ready,
  type Tab,
  type WorkbenchPage,
} from "../support/workbenchPage";
import { showScreen } from "../support/showScreen";

let bench: WorkbenchPage;
let tabs: Tab[] = [];

async function open(options: Parameters<typeof openWorkbench>[0] = {}): Promise<WorkbenchPage> {
  bench = await openWorkbench({ locale: "en-US", ...options });
  tabs = [bench];
  return bench;
}

afterEach(async () => {
  if (tabs.length === 0) return;
  await bench.close();
  expect(tabs.flatMap(({ faults }) => faults)).toEqual([]);
  tabs = [];
});

const button = (name: string | RegExp) => bench.page.getByRole("button", { name });
const inDialog = (name: string) =>
  bench.page.getByRole("dialog").getByRole("button", { name, exact: true });
const says = (words: string | RegExp) => bench.page.getByText(words).first().waitFor();
const reload = async () => {
  await bench.page.reload();
  await ready(bench.page);
};
const cell = async (a1: string) => {
  await bench.goTo(a1);
  return (await bench.message()).replace(`${a1}: `, "");
};
/** Waits until what was typed is kept. */
const kept = () => bench.page.waitForTimeout(1200);
const choose = (name: string, content: Uint8Array) =>
  bench.page
    .locator('input[type="file"][accept*="xlsx"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
const mine = (value: string) =>
  writeXlsx({
    sheets: [
      { name: "Mine", cells: [{ row: 0, column: 0, value }], columns: [], rows: [], merged: [] },
    ],
    names: [],
    styles: [],
  });

/** From the next load on, the store fails at a call while the page's localStorage says so. */
const injectFaults = (page: Page) =>
  page.addInitScript(() => {
    const fault = localStorage.getItem("fault");
    const broken = () => new DOMException("Internal error.", "UnknownError");
    if (fault === "open") {
      IDBFactory.prototype.open = () => {
        throw broken();
      };
    }
    if (fault === "read") {
      IDBObjectStore.prototype.get = () => {
        throw broken();
      };
    }
  });
const setFault = (fault: string) =>
  bench.page.evaluate((name) => {
    localStorage.setItem("fault", name);
  }, fault);

describe("a store that cannot be read", () => {
  it("is said; the page can be read only until it is tried again or a new workbook is started", async () => {
    const { page, type } = await open();
    await injectFaults(page);
    await type("A1", "42");
    await kept();
    for (const fault of ["open", "read"]) {
      await setFault(fault);
      await reload();
      await says(
        /could not be read: the browser's storage failed: Internal error\. It is not changed/,
      );
      await type("A1", "7");
      expect(await cell("A1")).toBe("blank");
    }
    await kept();
    await setFault("none");
    await button("Try again").click();
    await page.waitForFunction(() => document.body.textContent?.includes("A1: 42"));
    await setFault("read");
    await reload();
    await button("Start a new workbook").focus();
    await page.keyboard.press("Enter");
    await type("A1", "99");
    await kept();
    await setFault("none");
    await reload();
    expect(await cell("A1")).toBe("99");
    await button("Earlier versions").click();
    const versions = page.getByRole("dialog").getByRole("row", { name: /Workbook/ });
    await versions.first().waitFor();
    await page
      .getByRole("button", { name: /^Restore Workbook/ })
      .last()
      .click();
    await says(/This is Workbook as it was kept/);
    await ready(page);
    expect(await cell("A1")).toBe("42");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => document.body.textContent?.includes("A1: 99"));
  });
});

describe("a store that holds no workbook", () => {
  it("gives its data as a file, and Clear forgets it", async () => {
    const { page, type } = await open();
    await type("A1", "42");
    await kept();
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("rotation-workbench");
          opening.onsuccess = () => {
            const transaction = opening.result.transaction("books", "readwrite");
            const store = transaction.objectStore("books");
            const hostile = {
              version: 2,
              book: { sheets: [{ name: 7 }] },
              charts: "<b>",
              note: "precious",
            };
            store.put(hostile, [Date.now() + 10, 1, "hostile"]);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = reject;
          };
        }),
    );
    await reload();
    await says(/no workbook that can be shown: book\.names is no list\. It is not changed/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button("Save its data as a file").click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toMatchObject({
      note: "precious",
    });
    await page.getByRole("status").getByRole("button", { name: "Clear", exact: true }).click();
    await inDialog("Clear").click();
    await says("This is an empty workbook.");
    await ready(page);
    expect(await page.getByText("no workbook that can be shown").count()).toBe(0);
    await type("A1", "1");
    await kept();
    await reload();
    expect(await cell("A1")).toBe("1");
  });
});

describe("no room, or no storage", () => {
  it("is words, a way to save, and a question before the page closes", async () => {
    const { page, type } = await open();
    await type("A1", "42");
    await kept();
    await page.evaluate(() => {
      const { prototype } = IDBObjectStore;
      const put = Reflect.get(prototype, "put") as typeof prototype.put;
      prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Object.assign(window, {
        giveRoom: () => {
          prototype.put = put;
        },
      });
    });
    await type("A1", "43");
    await says(/^Not kept: no room is left on the disk or in this browser's share of it\. Save/);
    const asked = new Promise<string>((resolve) => {
      page.once("dialog", (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
    await page.evaluate(() => {
      (window as unknown as { giveRoom: () => void }).giveRoom();
    });
    await page.getByText(/^Not kept/).waitFor({ state: "detached" });
    await reload();
    expect(await cell("A1")).toBe("43");
  });

  it("blocked by the user: the page says so, calculates, and asks before it closes", async () => {
    const { type } = await open({
      preferences: { profile: { default_content_setting_values: { cookies: 2 } } },
    });
    await says(/could not be read: this browser blocks storage for this page/);
    await button("Start a new workbook").click();
    await type("A1", "=RV.SPREADGAP(101,62)");
    expect(await cell("A1")).toBe("39");
    await says(/^Not kept: this browser blocks storage for this page/);
    await choose("mine.xlsx", await mine("theirs"));
    await inDialog("Open").click();
    await says(/^Nothing was replaced, because this browser could not keep it/);
    expect(await cell("A1")).toBe("39");
  });
});

describe("one question before the workbook is replaced", () => {
  it("Open, Clear and the sample: with Save first, and one step back", async () => {
    const { page, type } = await open();
    await choose("mine.xlsx", await mine("theirs"));
    // Nothing is asked while there is nothing to lose.
    await says("Opened mine.xlsx.");
    await ready(page);
    await type("A2", "42");
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await says("The one you have now stays in this browser, under Earlier versions.");
    await inDialog("Cancel").click();
    expect(await cell("A2")).toBe("42");
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      inDialog("Save first").click(),
    ]);
    expect(download.suggestedFilename()).toBe("rotation.xlsx");
    await says("This is an empty workbook.");
    await ready(page);
    expect(await cell("A2")).toBe("blank");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await says(/^This is mine\.xlsx as it was kept/);
    await ready(page);
    expect(await cell("A2")).toBe("42");

    await showScreen(page, "verdict");
    await button("Start with the sample book").click();
    await says("Add the sample book?");
    await page.keyboard.press("Escape");
    await says("Nothing was added.");
    await button("Start with the sample book").click();
    await inDialog("Add").click();
    await says("The sample book is in the workbook");
    await kept();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await says(/^This is mine\.xlsx as it was kept/);
    await ready(page);
    expect(await page.getByText("Dashboard", { exact: true }).count()).toBe(0);
    expect(await cell("A2")).toBe("42");
  });
});

describe("two tabs by plain http, without locks", () => {
  it("the first writes, the second reads until it takes over, and nothing typed is lost", async () => {
    const first = await open({ origin: PLAIN_ORIGIN });
    expect(await first.page.evaluate(() => "locks" in navigator)).toBe(false);
    await first.type("A1", "11");
    const second = await openTab(bench.browser, PLAIN_ORIGIN);
    tabs.push(second);
    await second.page.getByText("This workbook is open in another tab").waitFor();
    await first.page.bringToFront();
    await first.type("A2", "22");
    await second.page.bringToFront();
    await Promise.all([
      second.page.waitForEvent("load"),
      second.page.getByRole("button", { name: "Take over" }).click(),
    ]);
    await ready(second.page);
    await first.page.getByText("Another tab has taken this workbook over").waitFor();
    await second.goTo("A2");
    await second.said(/^A2: 22$/);
    await second.type("A3", "33");
    await second.page.waitForTimeout(1200);
    await second.page.reload();
    await ready(second.page);
    await second.goTo("A3");
    await second.said(/^A3: 33$/);
  });
});

describe("a browser that is killed in the middle of a write", () => {
  /** `npm run test:long` kills twenty. */
  const kills = Number(process.env["KILLS"] ?? 2);
  const SECONDS_A_KILL = 60;

  it(
    `loses at most the last second, ${kills} times of ${kills}`,
    async () => {
      const outcomes = await killedInWrite(kills, [0, 6, 1, 15, 3, 40, 9, 100]);
      expect(outcomes).toHaveLength(kills);
      for (const { due, found, typed } of outcomes) {
        expect(found).toBeGreaterThanOrEqual(due);
        // The last key may have come through though its answer did not.
        expect(found).toBeLessThanOrEqual(typed + 1);
      }
    },
    kills * SECONDS_A_KILL * 1000,
  );
});

describe("a server that has gone", () => {
  it("is not missed: Open, Save and Backtest work, and the page begins again", async () => {
    const server = await builtServer();
    bench = await openWorkbench({
      locale: "en-US",
      origin: server.origin,
      serviceWorkers: "allow",
      network: "real",
    });
    const { page, type } = bench;
    await page.waitForSelector("body[data-offline]", { timeout: 60_000 });
    await server.end();
    await type("A1", "42");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button("Save .xlsx").click(),
    ]);
    await choose("again.xlsx", readFileSync(await download.path()));
    await inDialog("Open").click();
    await says("Opened again.xlsx.");
    await ready(page);
    expect(await cell("A1")).toBe("42");
    await showScreen(page, "verdict");
    await button("Start with the sample book").click();
    await inDialog("Add").click();
    await says("The sample book is in the workbook");
    await showScreen(page, "backtest");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await button("Add as a sheet").waitFor();
    await bench.close();
  });
});
