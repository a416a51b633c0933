/*
 * "Has the gap closed, since when has it not been this tight, and should I rotate?" From an empty
 * workbook through two CSV files to the answer: by mouse, and by keyboard alone. Pictures of each step
 * go to .cache/screenshots, or where RV_SCREENSHOTS says. Build first (test/run.js does).
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { isoFromSerial } from "../../src/calc/date/serial";
import { daySerial } from "../../src/calc/units";
import { sampleHistories } from "../../src/templates/sampleBook";
import { SCREENSHOTS, shot } from "../support/screenshot";
import { openWorkbench, ready, type WorkbenchPage } from "../support/workbenchPage";
import { showScreen } from "../support/showScreen";

/** The question is to be answered within three minutes of the page's opening. */
const LIMIT_MS = 180_000;

const { rows } = sampleHistories();
/** One file as FRED lays it out, in percent; the other with semicolons and decimal commas, in bp. */
const MBS_CSV = [
  "observation_date,MBSSPREAD",
  ...rows.map(
    ({ date, mbs }) => `${isoFromSerial(daySerial(date))},${((mbs ?? 0) / 100).toFixed(3)}`,
  ),
].join("\r\n");
const CORPORATE_CSV = [
  "Datum;Spread",
  ...rows.map(({ date, corporate }) => {
    const [year, month, day] = isoFromSerial(daySerial(date)).split("-");
    return `${day}.${month}.${year};${String(corporate).replace(".", ",")}`;
  }),
].join("\n");

/** Par yields of three days, mortgage rates of them, and the yields of one more. */
const CURVES_CSV =
  "Date,5 Yr,10 Yr\n2026-01-13,3.75,4.17\n2026-01-14,3.75,4.17\n2026-01-15,3.74,4.16\n";
const RATES_CSV = "date,mortgage_rate\n2026-01-13,6.12\n2026-01-14,6.11\n2026-01-15,6.10\n";
const LATER_CSV = "Date,5 Yr,10 Yr\n2026-01-16,3.76,4.18\n";

let bench: WorkbenchPage;

afterEach(async () => {
  const { faults, browser } = bench;
  await bench.close();
  expect({ faults, refused: browser.refused }).toEqual({ faults: [], refused: [] });
});

/** The answer, as the screen gives it. */
async function answer(page: Page): Promise<{ call: string; last: string; since: string }> {
  await page.locator(".verdict-call h1", { hasNotText: "No call yet" }).waitFor();
  const text = async (selector: string) => (await page.locator(selector).textContent()) ?? "";
  return {
    call: await text(".verdict-call h1"),
    last: await text('[data-figure="last"] strong'),
    since: await text('[data-figure="tightestSince"] strong'),
  };
}

/** The last gap of the two files, and the last earlier month with a gap as small. */
function expected(): { last: string; since: string } {
  const gaps = rows.map(
    ({ mbs, corporate }) => Math.round(10 * ((mbs ?? 0) - (corporate ?? 0))) / 10,
  );
  const last = gaps.at(-1) ?? 0;
  const at = gaps.slice(0, -1).reduce((found, gap, i) => (gap <= last ? i : found), -1);
  const day = new Date(isoFromSerial(daySerial(rows[at]?.date ?? 0)));
  return {
    last: `${last.toFixed(1)} bp`,
    since: new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(day),
  };
}

/** Types the text of a file where it can be pasted, and has it read. */
async function paste(page: Page, side: string, text: string): Promise<void> {
  await page.getByLabel(`Or paste ${side}`).fill(text);
  await page.getByRole("button", { name: "Read what is typed" }).click();
  await page.locator("[data-side] .fui-MessageBar", { hasText: ", 180 rows" }).last().waitFor();
}

describe("from two CSV files to the verdict", () => {
  it("by mouse", async () => {
    const started = Date.now();
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    let clicks = 0;
    const click = async (name: RegExp) => {
      clicks++;
      await page.locator("#pane").getByRole("button", { name }).first().click();
    };
    await shot(page, "journey-1-empty");
    await click(/^Bring my data/);
    for (const [name, text, line] of [
      ["mbs.csv", MBS_CSV, /: spreads in bp from percent, 180 days from/],
      ["corporate.csv", CORPORATE_CSV, /: spreads in bp, 180 days from/],
    ] as const) {
      const file = join(tmpdir(), `rotation-${process.pid}-${name}`);
      writeFileSync(file, text);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        click(/^Open a CSV file/),
      ]);
      await chooser.setFiles(file);
      const shown = { visible: true };
      await page
        .getByText(new RegExp(`${name}: .*, 180 rows`))
        .filter(shown)
        .waitFor();
      await page.getByText(line).filter(shown).waitFor();
      await shot(page, `journey-2-${name.replace(".csv", "")}`);
    }
    await page.getByRole("button", { name: "Write the data sheet" }).scrollIntoViewIfNeeded();
    await shot(page, "journey-3-preview");
    await click(/^Write the data sheet/);
    await click(/^To the verdict/);
    const { call, last, since } = await answer(page);
    await page.waitForTimeout(1000);
    await shot(page, "journey-4-verdict");
    expect({ last, since }).toEqual(expected());
    expect(call).toMatch(/^(HOLD|NEUTRAL|LEAN|ROTATE|FAVOUR|FAVOR)/);
    const seconds = (Date.now() - started) / 1000;
    const answered = clicks;
    expect(Date.now() - started).toBeLessThan(LIMIT_MS);
    writeFileSync(
      join(SCREENSHOTS, "journey.txt"),
      `${answered} clicks, ${seconds.toFixed(0)} s with the page's start: ${call}; last gap ${last}, tightest since ${since}\n`,
    );
  });

  it("and on to the next day's row, which moves the verdict", async () => {
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    await page.getByRole("button", { name: "Start with the sample book" }).click();
    await page.locator(".verdict-call h1").waitFor();
    await showScreen(page, "data");
    // No row goes among made-up ones: one's own take their place first.
    await page.getByText(/a row of yours does not belong among them/).waitFor();
    await paste(page, "MBS spreads", MBS_CSV);
    await paste(page, "Corporate spreads", CORPORATE_CSV);
    await page.getByRole("button", { name: "Replace the sample with my data" }).click();
    await page.getByText(/Your 180 rows have taken the place of the sample/).waitFor();
    await page.getByLabel("Date", { exact: true }).fill("2026-01-31");
    await page.getByLabel("MBS spread", { exact: true }).fill("120bp");
    await page.getByLabel("Corporate spread", { exact: true }).fill("0.8%");
    await page.getByRole("button", { name: "Add the row" }).click();
    await page.getByText("Added 1 row.").waitFor();
    await showScreen(page, "verdict");
    // 120 − 80, and the as-of day of the assumptions has gone on with the data.
    await page.locator('[data-figure="last"]').getByText("40.0 bp").waitFor();
    await page.getByText(/As of Jan 31, 2026/).waitFor();
    await page.locator('[data-figure="nominal gap"]').getByText("40.0 bp").waitFor();
  });

  it("a curve that was written turns yields into spreads after the page is loaded again", async () => {
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    const part = (side: string) => page.locator(`[data-side="${side}"]`);
    await page.getByRole("button", { name: "Bring my data" }).click();
    await page.getByLabel("Or paste par yields").fill(CURVES_CSV);
    await part("curve").getByRole("button", { name: "Read what is typed" }).click();
    await part("curve").getByText("The curve of 2026-01-15").waitFor();
    await part("curve").getByRole("button", { name: "Write the curve" }).click();
    const said = page.getByRole("status", { name: "What happened" });
    await said.getByText("Sheet Curve has curves of 3 days.").waitFor();
    // The button is gone: the message stands where it is seen, and nothing was moved for it.
    expect(await said.getAttribute("data-place")).toBe("edge");
    await page.waitForTimeout(3000);
    await page.reload();
    await ready(page);
    await showScreen(page, "data");
    await page.getByText(/The workbook has curves of 3 days on sheet Curve/).waitFor();
    await page.getByLabel("Or paste MBS spreads").fill(RATES_CSV);
    await part("mbs").getByRole("button", { name: "Read what is typed" }).click();
    await part("mbs")
      .getByText(/less the mean of the 5- and 10-year Treasury yields/)
      .waitFor();
    // 6.10% less the mean of 3.74% and 4.16%.
    await part("mbs").getByRole("cell", { name: "215.0" }).first().waitFor();
    await page.getByLabel("Or paste par yields").fill(LATER_CSV);
    await part("curve").getByRole("button", { name: "Read what is typed" }).click();
    await part("curve").getByText("1 day is new to the workbook").waitFor();
    await page.getByRole("button", { name: "Add them to the workbook's curves" }).click();
    await said.getByText("Sheet Curve has curves of 4 days.").waitFor();
  });

  it("by keyboard alone", async () => {
    bench = await openWorkbench({ locale: "en-US" });
    const { page } = bench;
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: it } = document;
        const labels = (it as HTMLInputElement | null)?.labels;
        const own = it?.matches("button, a") ? it.textContent : null;
        return [it?.getAttribute("aria-label"), labels?.[0]?.textContent, own]
          .find((words) => words != null && words.trim() !== "")
          ?.trim();
      });
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 80; i++) {
        if (name.test((await focused()) ?? "")) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${String(name)} cannot be reached by the Tab key`);
    };
    const press = async (name: RegExp) => {
      await tabTo(name);
      await page.keyboard.press("Enter");
    };
    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    await press(/^Bring my data/);
    for (const [label, text] of [
      [/paste MBS spreads/i, MBS_CSV],
      [/paste Corporate spreads/i, CORPORATE_CSV],
    ] as const) {
      await tabTo(label);
      await page.keyboard.insertText(text);
      await press(/^Read what is typed/);
      await page
        .getByText(/, 180 rows$/)
        .filter({ visible: true })
        .first()
        .waitFor();
    }
    await page
      .getByText(/, 180 rows$/)
      .filter({ visible: true })
      .nth(1)
      .waitFor();
    await press(/^Write the data sheet/);
    await page.getByRole("button", { name: "To the verdict" }).waitFor();
    await press(/^To the verdict/);
    const { last, since } = await answer(page);
    expect({ last, since }).toEqual(expected());
  });
});
