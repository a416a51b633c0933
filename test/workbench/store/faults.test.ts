/*
 * A page over a store that fails: at each call, once, always or late, at the start or while one types.
 * What was kept before is never gone, and what is typed is kept, or the page says that it is not.
 */
import { autosave, LATE_MS, RETRY_MS, WAIT_MS } from "../../../src/workbench/autosave";
import { bookStore, type Found } from "../../../src/workbench/store/bookStore";
import type { SavedBook } from "../../../src/workbench/store/savedBook";
import {
  emptyDisk,
  fakeBrowser,
  FAULTS,
  putOnDisk,
  STEPS,
  type Disk,
  type Fault,
  type FakeBrowser,
  type Step,
} from "../../support/fakeDatabase";

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-11-29T12:00:00Z") });
});
afterEach(() => {
  jest.useRealTimers();
});

const bookOf = (value: number): SavedBook => ({
  book: {
    sheets: [
      { name: "Sheet1", cells: [{ row: 0, column: 0, value }], columns: [], rows: [], merged: [] },
    ],
    names: [],
    styles: [],
  },
  charts: [],
});
const valueOf = (found: Found): number | string => {
  if (found.kind !== "book") return found.kind;
  return Number(found.saved.book?.sheets[0]?.cells[0]?.value);
};
/** As the releases before versions kept it. */
const OLD = -1;
function diskWithOld(): Disk {
  const disk = emptyDisk();
  // As version 1 wrote it.
  const old = [{ name: "Sheet1", cells: [{ row: 0, column: 0, value: OLD }], widths: [] }];
  putOnDisk(disk, "workbook", { book: { sheets: old, names: [] }, charts: [] });
  return disk;
}

/** A page that types 1, 2, 3 … */
function pageOn(browser: FakeBrowser) {
  const store = bookStore(browser.open, Date.now);
  let shown = 0;
  let unkept = false;
  const saver = autosave(
    () => bookOf(shown),
    store.keep,
    (why) => {
      unkept = why !== null;
    },
  );
  return {
    store,
    saver,
    isUnkept: () => unkept,
    shown: () => shown,
    type: () => {
      shown += 1;
      saver.changed();
    },
  };
}

/** What the next page finds, in a browser that works. */
const found = async (disk: Disk): Promise<number | string> => {
  const loading = bookStore(fakeBrowser(disk).open, Date.now).load();
  await jest.advanceTimersByTimeAsync(1000);
  return valueOf(await loading);
};
const every = (disk: Disk) =>
  [...disk.records.values()].map(({ record }) =>
    valueOf({ kind: "book", saved: record as SavedBook }),
  );

const TYPING_MS = 100;
const ROUNDS = 120;
const LAST_SECOND = 1000 / TYPING_MS;

/** A page on a disk, once it has read what is there. */
async function started(disk: Disk) {
  const browser = fakeBrowser(disk);
  const page = pageOn(browser);
  const loading = page.store.load();
  await jest.advanceTimersByTimeAsync(100);
  const found = await loading;
  return { browser, found, ...page };
}

describe("a store that fails while one types", () => {
  const cases = STEPS.flatMap((step) => FAULTS.map((fault) => [step, fault] as const));

  it.each(cases)("at %s, %s: what is not kept is said, the rest is there", async (step, fault) => {
    const disk = diskWithOld();
    const { browser, ...page } = await started(disk);
    expect(valueOf(page.found)).toBe(OLD);
    browser.fail(step, fault);
    let silent = 0;
    for (let i = 0; i < ROUNDS; i++) {
      page.type();
      await jest.advanceTimersByTimeAsync(TYPING_MS);
      const kept = Math.max(...every(disk).map(Number), 0);
      if (page.shown() - kept > LAST_SECOND && !page.isUnkept()) silent += 1;
      expect(every(disk)).toContain(kept === 0 ? OLD : kept);
    }
    // A store that gives no answer is waited for before anything is said.
    const waited = fault === "late" ? LATE_MS / TYPING_MS : 0;
    expect(silent).toBeLessThanOrEqual(waited);
    const breaks = (["put", "commit"] as Step[]).includes(step) && fault !== "once";
    expect(page.isUnkept()).toBe(breaks);
    browser.heal();
    await jest.advanceTimersByTimeAsync(fault === "late" ? 31_000 : RETRY_MS + 100);
    expect(page.isUnkept()).toBe(false);
    await page.saver.flush;
    await jest.advanceTimersByTimeAsync(WAIT_MS + 100);
    browser.kill();
    expect(await found(disk)).toBe(page.shown());
  });
});

describe("a store that fails at the start", () => {
  const reading: readonly Step[] = ["open", "keys", "read"];
  const cases = reading.flatMap((step) => FAULTS.map((fault) => [step, fault] as const));

  it.each(cases)(
    "at %s, %s: it is unread, not empty; a new workbook leaves the old one as it is",
    async (step, fault: Fault) => {
      const disk = diskWithOld();
      const browser = fakeBrowser(disk);
      browser.fail(step, fault);
      const page = pageOn(browser);
      const loading = page.store.load();
      await jest.advanceTimersByTimeAsync(11_000);
      expect((await loading).kind).toBe("unread");
      page.store.beginUnread();
      for (let i = 0; i < ROUNDS; i++) {
        page.type();
        await jest.advanceTimersByTimeAsync(TYPING_MS);
      }
      browser.heal();
      await jest.advanceTimersByTimeAsync(40_000);
      expect(page.isUnkept()).toBe(false);
      expect(every(disk)).toContain(OLD);
      expect(await found(disk)).toBe(page.shown());
      const next = bookStore(fakeBrowser(disk).open, Date.now);
      const earlier = next.earlier();
      await jest.advanceTimersByTimeAsync(100);
      expect((await earlier).at(-1)).toEqual({ saved: 0, begun: 0, name: "Workbook" });
    },
  );

  it("is tried again with success", async () => {
    const disk = diskWithOld();
    const browser = fakeBrowser(disk);
    browser.fail("read", "once");
    const first = bookStore(browser.open, Date.now).load();
    await jest.advanceTimersByTimeAsync(100);
    expect((await first).kind).toBe("unread");
    expect(await found(disk)).toBe(OLD);
  });
});

describe("a page that is killed", () => {
  it.each(Array.from({ length: 20 }, (_, i) => 2000 + 137 * i))(
    "%d ms after the start, loses at most the last second",
    async (ms) => {
      const disk = diskWithOld();
      const { browser, ...page } = await started(disk);
      let typed = 0;
      for (; typed * TYPING_MS < ms; typed++) {
        page.type();
        await jest.advanceTimersByTimeAsync(TYPING_MS);
      }
      await jest.advanceTimersByTimeAsync(ms % TYPING_MS);
      browser.kill();
      page.saver.stop();
      expect(Number(await found(disk))).toBeGreaterThanOrEqual(typed - LAST_SECOND);
    },
  );

  it("is left in peace: what is put last is with the browser before the page goes", async () => {
    const disk = diskWithOld();
    const { browser, ...page } = await started(disk);
    page.type();
    browser.calls.length = 0;
    void page.saver.flush();
    expect(browser.calls).toEqual(["put", "commit"]);
  });
});

describe("no room", () => {
  it("is said, and the versions that are there stay", async () => {
    const disk = diskWithOld();
    const { browser, ...page } = await started(disk);
    browser.fail("put", "always", new DOMException("full", "QuotaExceededError"));
    page.type();
    await jest.advanceTimersByTimeAsync(WAIT_MS + 100);
    expect(page.isUnkept()).toBe(true);
    expect(every(disk)).toEqual([OLD]);
  });
});

describe("another workbook", () => {
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await jest.advanceTimersByTimeAsync(100);
    return work;
  };

  it("leaves the one before as an earlier version, which can be restored, and so on back", async () => {
    const disk = diskWithOld();
    const { store } = await started(disk);
    await done(store.begin(bookOf(7), "mine.xlsx"));
    expect(await found(disk)).toBe(7);
    const [before] = await done(store.earlier());
    expect(before).toMatchObject({ name: "Workbook" });
    if (before === undefined) throw new Error("there is no version to restore");
    await done(store.restore(before));
    expect(await found(disk)).toBe(OLD);
    const [opened] = await done(store.earlier());
    expect(opened).toMatchObject({ name: "mine.xlsx" });
  });

  it("stays while a hundred saves of the next one go by", async () => {
    const disk = diskWithOld();
    const { store } = await started(disk);
    await done(store.begin(bookOf(7), "mine.xlsx"));
    await done(store.begin(bookOf(0), "Workbook"));
    for (let i = 1; i <= 100; i++) {
      await done(store.keep(bookOf(i)));
      await jest.advanceTimersByTimeAsync(60_000);
    }
    expect(every(disk)).toEqual(expect.arrayContaining([OLD, 7, 99, 100]));
    expect(disk.records.size).toBeLessThanOrEqual(6);
  });

  it("that cannot be kept replaces nothing", async () => {
    const disk = diskWithOld();
    const { store, browser } = await started(disk);
    browser.fail("commit", "always");
    const begun = store.begin(bookOf(7), "mine.xlsx");
    begun.catch(() => undefined);
    await jest.advanceTimersByTimeAsync(100);
    await expect(begun).rejects.toThrow("a fault of the test");
    browser.heal();
    await done(store.keep(bookOf(1)));
    expect(every(disk)).toEqual(expect.arrayContaining([OLD, 1]));
    expect((await done(store.earlier())).map(({ name }) => name)).toEqual(["Workbook"]);
  });
});

describe("two tabs that know nothing of each other", () => {
  it("write over nothing of each other", async () => {
    const disk = diskWithOld();
    const [a, b] = [fakeBrowser(disk), fakeBrowser(disk)].map(pageOn);
    if (a === undefined || b === undefined) throw new Error("there are no two");
    const loading = Promise.all([a.store.load(), b.store.load()]);
    await jest.advanceTimersByTimeAsync(100);
    await loading;
    for (let i = 0; i < 20; i++) {
      a.type();
      await jest.advanceTimersByTimeAsync(50);
      for (let j = 0; j < 3; j++) b.type();
      await jest.advanceTimersByTimeAsync(50);
    }
    await jest.advanceTimersByTimeAsync(2000);
    expect(every(disk)).toEqual(expect.arrayContaining([a.shown(), b.shown()]));
  });
});
