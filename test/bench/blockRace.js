// How long the page cannot answer while it does something large, by the clock. Needs a built dist.
// @ts-check
const { withPage } = require("./benchPage");

const [IMPORTED, PASTED] = [3_000, 5_000];

/** Weekly rows of two spreads. */
const csv = () =>
  [
    "date,mbs,corporate",
    ...Array.from({ length: IMPORTED }, (_, i) => {
      const day = new Date(Date.UTC(1968, 0, 5 + 7 * i)).toISOString().slice(0, 10);
      return `${day},${(110 + 20 * Math.sin(i / 50)).toFixed(1)},${(80 + 15 * Math.cos(i / 40)).toFixed(1)}`;
    }),
  ].join("\n");

const formulas = () =>
  Array.from({ length: PASTED }, (_, i) => `=ROUND(SIN(${i})*100,2)+COUNT($F$1:$F$9)`).join("\n");

/**
 * Does one thing after the other in one page.
 *
 * @returns {Promise<{ what: string, block: number }[]>} the longest block of each, in ms
 */
const blockRace = () =>
  withPage(async ({ page, address, ready, longest, goTo }) => {
    await page.goto(address);
    await ready();
    await page.waitForSelector("body[data-offline]");
    /** @type {{ what: string, block: number }[]} */
    const blocks = [];
    const timed = async (
      /** @type {string} */ what,
      /** @type {() => Promise<unknown>} */ work,
    ) => {
      await page.waitForTimeout(1_500);
      await longest();
      await work();
      // What is calculated and drawn afterwards counts too.
      await page.waitForTimeout(2_500);
      blocks.push({ what, block: await longest() });
    };
    await timed("the sample book", async () => {
      await page.getByRole("button", { name: "Start with the sample book" }).click();
      await page.locator(".verdict-call h1", { hasText: /^ILLUSTRATIVE: / }).waitFor();
    });
    await timed("adding Claim check", async () => {
      await page.locator("#tab-more").click();
      await page.locator("#tab-templates").click();
      await page.getByRole("button", { name: /Claim check/ }).click();
      await page.getByRole("tab", { name: "Claim check" }).waitFor();
    });
    await timed(`import of ${IMPORTED} rows`, async () => {
      await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles({
        name: "weeks.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(csv()),
      });
      await page.getByText("Opened weeks.csv as sheet").waitFor();
    });
    await timed(`pasting ${PASTED} formulas`, async () => {
      await goTo("H1");
      await page.evaluate((text) => navigator.clipboard.writeText(text), formulas());
      await page.keyboard.press("Control+v");
      await page.waitForFunction(
        (a1) =>
          /** @type {HTMLInputElement | null} */ (
            document.querySelector("#grid input.univer-appearance-none")
          )?.value === a1,
        `H1:H${PASTED}`,
      );
    });
    return blocks;
  });

module.exports = { blockRace };

if (require.main === module) void blockRace().then((blocks) => console.table(blocks));
