// Builds the add-in for users: `npm run build -- --url https://…`; `npm run build:cli` builds what the
// command line needs, for this machine only.
// @ts-check
require("./bootstrap").ensureModules();
const fs = require("node:fs");
const path = require("node:path");
const { readProductionUrl } = require("./addresses");
const { checkManifest } = require("./checkManifest");
const { UsageError, readArguments, main } = require("./commandLine");
const { findLocalhost } = require("./findLocalhost");
const { writeKernel } = require("./kernel");
const { keepMachineCode } = require("./keepMachineCode");
const { runWebpack } = require("./runWebpack");
const { unifiedManifest } = require("./unifiedManifest");

const ROOT = path.join(__dirname, "../..");

/**
 * What is built when `--only` says so, or nothing. The command line loads functions.js: with it comes
 * the add-in.
 *
 * @type {ReadonlyMap<string | undefined, readonly ("addin" | "cli" | "workbench")[]>}
 */
const BUNDLES = new Map([
  [undefined, ["addin", "cli", "workbench"]],
  ["addin", ["addin"]],
  ["cli", ["addin", "cli"]],
]);

/** @param {string[]} words the words after the script @returns {Promise<number>} the exit code */
async function build(words) {
  const { values } = readArguments(words, { values: ["url", "only", "out", "manifest"] });
  const only = values.get("only");
  if (only !== undefined && only !== "addin" && only !== "cli") {
    throw new UsageError(`--only is ${only}; it must be addin or cli`);
  }
  const manifest = values.get("manifest") ?? "xml";
  if (manifest !== "xml" && manifest !== "json") {
    throw new UsageError(`--manifest is ${manifest}; it must be xml or json`);
  }
  const wanted = BUNDLES.get(only) ?? [];
  // The command line evaluates formulas on this machine: it needs no address to be served at.
  const forUsers = only !== "cli" || values.has("url");
  const url = forUsers ? readProductionUrl(values.get("url")) : undefined;
  const out = path.resolve(ROOT, values.get("out") ?? "dist");
  if (only === undefined) emptyFolder(out);

  const started = process.hrtime.bigint();
  if (wanted.includes("cli")) writeKernel();
  const configurations = wanted.flatMap((bundle) =>
    require("../../webpack.config.js")(
      { only: bundle, outputPath: out, ...(url === undefined ? {} : { url }) },
      { mode: forUsers ? "production" : "development" },
    ),
  );
  if (!(await runWebpack(configurations))) return 1;
  if (wanted.includes("cli")) keepMachineCode(out);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;

  const xml = fs.readFileSync(path.join(out, "manifest.xml"), "utf8");
  if (manifest === "json") {
    const unified = `${JSON.stringify(unifiedManifest(xml), null, 2)}\n`;
    fs.writeFileSync(path.join(out, "manifest.json"), unified);
  }

  const { version } = require("../../package.json");
  const { problems, notes } = await checkManifest({
    xml,
    version,
    files: out,
    complete: true,
    production: forUsers,
  });
  if (forUsers) problems.push(...findLocalhost(out));
  for (const line of [...(forUsers ? notes : []), ...problems]) console.log(line);
  if (problems.length > 0) return 1;

  report({ out, seconds, version, url });
  return 0;
}

/**
 * Empties the folder, so that nothing of an earlier version is uploaded.
 *
 * @param {string} folder the folder to write
 */
function emptyFolder(folder) {
  if (!fs.existsSync(folder) || fs.readdirSync(folder).length === 0) return;
  const isOurs = fs.existsSync(path.join(folder, "manifest.xml")) && folder !== ROOT;
  if (!isOurs && folder !== path.join(ROOT, "dist")) {
    throw new UsageError(
      `--out is ${folder}, which holds other files; it must be an empty folder or an earlier build`,
    );
  }
  fs.rmSync(folder, { recursive: true });
}

/** @param {{ out: string, seconds: number, version: string, url: string | undefined }} made */
function report({ out, seconds, version, url }) {
  const size = (/** @type {string} */ file) => {
    const place = path.join(out, file);
    return fs.existsSync(place) ? `${file} ${Math.ceil(fs.statSync(place).size / 1000)} kB` : "";
  };
  const sizes = ["functions.js", "taskpane.js", "workbench/workbench.js"]
    .map(size)
    .filter(Boolean)
    .join(", ");
  const folder = path.relative(process.cwd(), out) || ".";
  console.log(`Rotation ${version} is in ${folder} (${sizes}; ${seconds.toFixed(1)} s).`);
  if (url === undefined) {
    console.log(`It is for this machine: node ${folder}/cli.js eval '=RV.SPREADGAP(101,62)'`);
    console.log("Before you upload anything, run npm run build -- --url https://…");
    return;
  }
  console.log(`Next: upload all of ${folder} but cli.js and cli/ to ${url}/`);
  console.log(
    `then open ${url}/help.html to see that it is there, and give ${folder}/manifest.xml to`,
  );
  console.log("the Microsoft 365 admin centre, or sideload it (docs/sideloading.md, Deployment).");
}

main(() => build(process.argv.slice(2)));
