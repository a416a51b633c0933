// Serves the add-in from this machine for development: `npm start [-- --port N]`. Ctrl-C ends it.
// @ts-check
if (require.main === module) require("./bootstrap").ensureModules();
const net = require("node:net");
const path = require("node:path");
const webpack = require("webpack");
const WebpackDevServer = require("webpack-dev-server");
const { trustedCertificate } = require("./certificate");
const { UsageError, readArguments, readPort, main } = require("./commandLine");
const { serveOptions } = require("./serveOptions");

const ROOT = path.join(__dirname, "../..");

/** The port in manifest.xml. */
const PORT = 3000;

/** @param {string[]} words the words after the script */
async function start(words) {
  const { values } = readArguments(words, { values: ["port"] });
  const port = readPort(values.get("port"), PORT);
  await refuseBusyPort(port);

  const certificate = await trustedCertificate();
  const trusted = "files" in certificate;
  const [configuration] = require("../../webpack.config.js")(
    { only: "addin", url: `https://localhost:${port}` },
    { mode: "development" },
  );
  const compiler = webpack(/** @type {import("webpack").Configuration} */ (configuration));
  if (!compiler) throw new Error("webpack made no compiler of the configuration");
  const server = new WebpackDevServer(
    serveOptions(port, trusted ? certificate.files : undefined),
    compiler,
  );
  const built = new Promise((resolve) => compiler.hooks.done.tap("start", resolve));
  await server.start();
  const stats = /** @type {import("webpack").Stats} */ (await built);
  if (stats.hasErrors()) {
    console.log("The build has errors, see above: mend them, and it builds again by itself.");
    return;
  }
  for (const line of nextSteps(port, trusted ? undefined : certificate.reason)) console.log(line);
}

/** @param {number} port the port to listen on */
async function refuseBusyPort(port) {
  const busy = await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(true);
      else reject(error);
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
  if (busy) {
    throw new UsageError(
      `port ${port} of this machine is in use, perhaps by another npm start: end that one,` +
        ` or run npm start -- --port ${port + 1}`,
    );
  }
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
    `Rotation is at https://localhost:${port}/taskpane.html (built in dist, again after each change).`,
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
    "Help: README.md, Sideloading. Ctrl-C ends the server.",
  );
  return lines;
}

module.exports = { nextSteps };

if (require.main === module) main(() => start(process.argv.slice(2)));
