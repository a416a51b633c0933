// The first grid that can be used: processor time of all threads of the page, from a cold browser. Needs a
// built dist, and of the other checkout too.
// @ts-check
const { least } = require("./processorTime");
const { withPage } = require("./benchPage");

const ROUNDS = 3;

/** @param {string} [checkout] @returns {Promise<number>} milliseconds of processor time */
const firstGrid = (checkout) =>
  withPage(async ({ page, address }) => {
    const tools = await page.context().newCDPSession(page);
    await tools.send("Performance.enable");
    await page.goto(address);
    // The page lets go of the pointer here.
    await page.waitForSelector("#sheet:not([aria-busy])");
    const { metrics } = await tools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ProcessTime")?.value ?? NaN);
  }, checkout);

/**
 * Loads the page of this checkout and of another in turns.
 *
 * @param {string} [against] another checkout, with its build
 * @returns {Promise<{ here: number, there: number | null }>} of each the least
 */
async function firstGridRace(against) {
  /** @type {number[]} */
  const here = [];
  /** @type {number[]} */
  const there = [];
  for (let round = 0; round < ROUNDS; round++) {
    here.push(await firstGrid());
    if (against !== undefined) there.push(await firstGrid(against));
  }
  return { here: least(here), there: against === undefined ? null : least(there) };
}

module.exports = { firstGridRace };

if (require.main === module) {
  void firstGridRace(process.argv[2]).then((times) => console.log(times));
}
