// The first grid that can be used: processor time of the page's process, from a cold browser. No debugger is
// attached: with one V8 reads a module again for each Error object that is made, a fifth of the time and more. Needs
// Linux, a built dist, and of the other checkout too.
// @ts-check
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { findBrowser } = require("../../src/build/findBrowser");
const { serveFolder } = require("../../src/build/serveFolder");
const { least } = require("./processorTime");

const ROOT = path.join(__dirname, "../..");
const ROUNDS = 3;
/** What the page asks its server for once its grid can be used. */
const DRAWN = "/grid-drawn";
const WATCH = `
const sheet = document.getElementById("sheet");
const watch = new MutationObserver(() => {
  if (sheet.hasAttribute("aria-busy")) return;
  watch.disconnect();
  fetch("${DRAWN}");
});
watch.observe(sheet, { attributes: true });
`;

/** @param {string} [checkout] @returns {Promise<number>} milliseconds of processor time */
async function firstGrid(checkout = ROOT) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-bench-"));
  const site = path.join(folder, "site");
  fs.cpSync(path.join(checkout, "dist"), site, { recursive: true });
  const html = path.join(site, "workbench.html");
  const page = fs.readFileSync(html, "utf8");
  fs.writeFileSync(path.join(site, "watch.js"), WATCH);
  fs.writeFileSync(html, page.replace("</body>", '<script src="watch.js"></script></body>'));
  const server = await serveFolder(site, 0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const drawn = new Promise((resolve) => {
    server.on("request", ({ url }) => {
      if (url === DRAWN) resolve(undefined);
    });
  });
  const browser = spawn(
    findBrowser(),
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800"],
      ...[`--user-data-dir=${path.join(folder, "profile")}`, "--no-first-run"],
      `http://localhost:${port}/workbench.html`,
    ],
    { stdio: "ignore" },
  );
  try {
    await drawn;
    return rendererTime(folder);
  } finally {
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    browser.kill();
    await gone;
    server.close();
    server.closeAllConnections();
    await fs.promises.rm(folder, {
      ...{ recursive: true, force: true },
      // Its other processes write for a moment longer.
      ...{ maxRetries: 20, retryDelay: 200 },
    });
  }
}

/** Ticks of processor time a second, as Linux counts them for programs. */
const TICKS = 100;

/**
 * What the page has taken: of the browser's processes for pages, of which two are its own, the one with the most.
 *
 * @param {string} folder what the browser was started with
 * @returns {number} milliseconds
 */
function rendererTime(folder) {
  let most = 0;
  for (const id of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = fs.readFileSync(`/proc/${id}/cmdline`, "utf8");
      if (!command.includes("--type=renderer") || !command.includes(folder)) continue;
      // After the name, which may hold blanks: user and system time are the 12th and 13th.
      const fields = (fs.readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1] ?? "").split(" ");
      most = Math.max(most, Number(fields[11]) + Number(fields[12]));
    } catch {
      // The process has ended.
    }
  }
  return (1000 * most) / TICKS;
}

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
