// Does what the README tells a new user, in a fresh clone in an empty folder, and keeps the log:
// `node test/journeys/newUser.js`. The commands are taken from the README's section "Try it".
// @ts-check
const { spawn, execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.join(__dirname, "../..");
const LOG = path.join(__dirname, "new-user.log");
/** What the server prints when a user can go on. */
const READY = /Upload My Add-in/;
/** Files that the README's example names, and public series that stand for them. */
const FILES = new Map([
  ["FILE", "DGS10.csv"],
  ["M.csv", "MORTGAGE30US.csv"],
  ["T5.csv", "DGS5.csv"],
  ["T10.csv", "DGS10.csv"],
  ["C.csv", "HQMCB10YR.csv"],
]);

/** @param {string} readme @returns {string[]} */
function commandsOf(readme) {
  const section = readme.slice(readme.indexOf("## Try it"), readme.indexOf("## Privacy"));
  return [...section.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
}

/** @param {string} command @param {string} cwd @returns {Promise<{ status: unknown, output: string, seconds: number }>} */
function run(command, cwd) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, shell: "/bin/bash", detached: true });
    let output = "";
    const take = (/** @type {Buffer} */ data) => {
      output += data;
      // A server goes on until Ctrl-C.
      if (command === "npm start" && READY.test(output) && child.pid !== undefined) {
        setTimeout(() => {
          try {
            process.kill(-(child.pid ?? 0), "SIGINT");
          } catch {
            // It has ended by itself.
          }
        }, 500);
      }
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (status, signal) =>
      resolve({ status: status ?? signal, output, seconds: (Date.now() - started) / 1000 }),
    );
  });
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-new-user-"));
  const clone = path.join(folder, "rotation");
  execFileSync("git", ["clone", "--quiet", ROOT, clone]);
  const commit = execFileSync("git", ["log", "-1", "--format=%h %s"], {
    cwd: clone,
    encoding: "utf8",
  });
  const data = path.join(ROOT, "../shared/data");
  if (fs.existsSync(data)) {
    for (const [name, series] of FILES)
      fs.copyFileSync(path.join(data, series), path.join(clone, name));
  }
  const lines = [
    `A new user's first hour, as the README tells it: ${commit.trim()}`,
    `Node ${process.versions.node}, ${os.platform()}`,
  ];
  for (const command of commandsOf(fs.readFileSync(path.join(clone, "README.md"), "utf8"))) {
    const { status, output, seconds } = await run(command, clone);
    const shown = output
      .replaceAll(folder, "<folder>")
      .replace(/\u001b\[\d*(;\d+)*m/g, "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^npm (warn|notice)/.test(line));
    lines.push(
      "",
      `$ ${command}`,
      ...shown.slice(0, 12),
      ...(shown.length > 24 ? [`… ${shown.length - 24} lines …`] : []),
      ...shown.slice(Math.max(12, shown.length - 12)),
    );
    lines.push(`(exit ${String(status)}, ${seconds.toFixed(0)} s)`);
    console.log(`${command}: exit ${String(status)}, ${seconds.toFixed(0)} s`);
  }
  fs.writeFileSync(LOG, `${lines.join("\n")}\n`);
  fs.rmSync(folder, { recursive: true, force: true });
}

void main();
