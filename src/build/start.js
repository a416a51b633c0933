// Serves the workbench and the add-in from this machine: `npm start [-- --port N]`. Ctrl-C ends it.
// @ts-check
if (require.main === module) require("./bootstrap").ensureModules();
const net = require("node:net");
const path = require("node:path");
const webpack = require("webpack");
const WebpackDevServer = require("webpack-dev-server");
const { trustedCertificate } = require("./certificate");
const { UsageError, readArguments, readPort, main } = require("./commandLine");
const { isCurrent } = require("./isCurrent");
const { serveFolder } = require("./serveFolder");
const { serveOptions } = require("./serveOptions");

const ROOT = path.join(__dirname, "../..");

/** The port in manifest.xml. */
const PORT = 3000;
/** The highest with one after it. */
const HIGHEST_PORT = 65534;

/** @param {string[]} words the words after the script */
async function start(words) {
  const { values } = readArguments(words, { values: ["port"] });
  // The workbench is at the port after it.
  const port = readPort(values.get("port"), PORT, HIGHEST_PORT);
  await refuseBusyPorts(port, isBusy);
  const dist = path.join(ROOT, "dist");
  const page = workbenchAddress(port);
  // What was built last is shown while it is built again.
  const isBuilt = isCurrent(ROOT, dist);
  if (isBuilt) await show(dist, port + 1, page);

  const certificate = await trustedCertificate();
  const trusted = "files" in certificate;
  /** @param {"addin" | "workbench"} only */
  const compilerOf = (only) => {
    const [configuration] = require("../../webpack.config.js")(
      { only, url: `https://localhost:${port}` },
      { mode: "development" },
    );
    const compiler = webpack(/** @type {import("webpack").Configuration} */ (configuration));
    if (!compiler) throw new Error(`webpack made no compiler of the configuration ${only}`);
    return compiler;
  };
  const addin = compilerOf("addin");
  const server = new WebpackDevServer(
    serveOptions(port, trusted ? certificate.files : undefined),
    addin,
  );
  const built = new Promise((resolve) => addin.hooks.done.tap("start", resolve));
  await server.start();
  if (/** @type {import("webpack").Stats} */ (await built).hasErrors()) {
    console.log("The build has errors, see above: correct them, and it builds again by itself.");
    return;
  }
  if (!isBuilt) {
    console.log("Building the workbench; the first time takes half a minute or more.");
  }
  await watch(compilerOf("workbench"));
  if (!isBuilt) await show(dist, port + 1, page);
  for (const line of nextSteps(port, trusted ? undefined : certificate.reason)) console.log(line);
}

/** @param {string} dist what is built @param {number} port where to serve it @param {string} page its address */
async function show(dist, port, page) {
  await serveFolder(dist, port);
  console.log(`The workbench is at ${page}`);
  if (hasScreen(process)) await openInBrowser(page);
}

/** @param {number} port the add-in's port @returns {string} where the workbench is */
const workbenchAddress = (port) => `http://localhost:${port + 1}/workbench.html`;

/**
 * Builds, and builds again after each change.
 *
 * @param {import("webpack").Compiler} compiler what to build
 * @returns {Promise<void>} when the first build is done
 */
function watch(compiler) {
  return new Promise((resolve, reject) => {
    compiler.watch({}, (error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) console.log(stats.toString({ all: false, errors: true }));
      return resolve();
    });
  });
}

/**
 * Whether a browser can be shown.
 *
 * @param {{ platform: string, env: NodeJS.ProcessEnv }} machine the machine
 * @returns {boolean} true on Windows, on a Mac, and where Linux has a display
 */
const hasScreen = ({ platform, env }) =>
  !env["CI"] &&
  (platform === "win32" ||
    platform === "darwin" ||
    Boolean(env["DISPLAY"] ?? env["WAYLAND_DISPLAY"]));

/** @param {string} page an address of this machine */
async function openInBrowser(page) {
  const { default: open } = await import("open");
  // The address stands in the terminal: where no browser opens, nothing is lost.
  await open(page).catch(() => undefined);
}

/** @param {number} port a port of this machine @returns {Promise<boolean>} whether something listens on it */
function isBusy(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(true);
      else reject(error);
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
}

/**
 * Refuses a port that is in use, or is followed by one, and names two that are free.
 *
 * @param {number} port the port of the add-in; the workbench is at the next one
 * @param {(port: number) => Promise<boolean>} busy whether a port is in use
 * @returns {Promise<void>} when both are free
 */
async function refuseBusyPorts(port, busy) {
  const used = (await busy(port)) ? port : (await busy(port + 1)) ? port + 1 : undefined;
  if (used === undefined) return;
  const candidates = Array.from({ length: 50 }, (_, i) => port + 2 * (i + 1));
  let free;
  for (const one of [...candidates, PORT + 10_000]) {
    if (one > HIGHEST_PORT || (await busy(one)) || (await busy(one + 1))) continue;
    free = one;
    break;
  }
  const way =
    free === undefined ? "end that one" : `end that one, or run npm start -- --port ${free}`;
  throw new UsageError(
    `port ${used} of this machine is in use, perhaps by another npm start: ${way}`,
  );
}

/**
 * Says what to do now.
 *
 * @param {number} port the port
 * @param {string | undefined} untrusted why the certificate is not trusted, where it is not
 * @returns {string[]} lines to print
 */
function nextSteps(port, untrusted) {
  const manifest = path.relative(process.cwd(), path.join(ROOT, "dist/manifest.xml"));
  const lines = [
    "",
    `The workbench, a spreadsheet with the add-in in it, is at ${workbenchAddress(port)}`,
    "",
    `For Excel, the add-in is at https://localhost:${port}/taskpane.html (built in dist, again after each change).`,
    "",
  ];
  if (untrusted !== undefined) {
    lines.push(
      `The certificate is self-signed, because ${untrusted}.`,
      "Excel for Windows and Mac will not load the add-in with it: stop, run npx office-addin-dev-certs install",
      "in a terminal, confirm the system's question, and start again. In a browser, open the address above once",
      "and accept the certificate.",
      "",
    );
  }
  lines.push(
    "Windows and Mac: in a second terminal, npm run sideload",
    `Excel on the web: Home > Add-ins > More Settings > Upload My Add-in, then ${manifest};`,
    "  a browser may ask whether the page may reach this machine's network: allow it",
    "Help: docs/sideloading.md. Ctrl-C ends the server.",
  );
  return lines;
}

module.exports = { hasScreen, nextSteps, refuseBusyPorts };

if (require.main === module) main(() => start(process.argv.slice(2)));
