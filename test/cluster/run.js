// `npm run test:cluster`: a cluster of one machine runs deploy/slurm over 20,000 pools, one task of which is
// killed and requeued; the result must have the bytes of one process. So must that of GNU parallel.
// It needs root, a build (`npm run build:cli`), and Debian's slurm-wlm, munge and parallel.
// @ts-check
const { execFileSync, spawn, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { writePools } = require("./pools");
const { startSlurm } = require("./slurm");

const ROOT = path.resolve(__dirname, "../..");
const CLI = path.join(ROOT, "dist/cli.js");
const [SHARDS, POOLS] = [8, 20_000];

for (const program of ["slurmctld", "slurmd", "munged", "sbatch", "parallel"]) {
  if (spawnSync("sh", ["-c", `command -v ${program}`]).status === 0) continue;
  console.error(`${program} is missing; install slurm-wlm, munge and parallel (Debian) first`);
  process.exit(1);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-cluster-"));
const here = (/** @type {string} */ name) => path.join(folder, name);
writePools(here("pools.csv"), here("curve.csv"), POOLS);
const options = ["--curve", here("curve.csv"), "--fields", "oas,duration,convexity,krd", "--quiet"];

/** @param {string[]} words @returns {number} the exit code */
const batch = (words) => spawnSync(process.execPath, [CLI, "batch", ...words]).status ?? -1;

/** @param {string} name @param {boolean} isGood */
function check(name, isGood) {
  console.log(`${isGood ? "passed" : "FAILED"}: ${name}`);
  if (!isGood) process.exitCode = 1;
}

/** @param {string} name */
const isTheSame = (name) =>
  fs.readFileSync(here(name)).equals(fs.readFileSync(here("one.parquet")));

/** @param {() => boolean} isSo @param {number} seconds @param {string} what */
async function until(isSo, seconds, what) {
  for (let i = 0; i < 5 * seconds; i++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

async function slurm() {
  const cluster = await startSlurm(folder, until);
  try {
    const say = (/** @type {string} */ program, /** @type {string[]} */ ...words) =>
      execFileSync(program, words, { env: cluster.env, cwd: folder, encoding: "utf8" }).trim();
    const script = (/** @type {string} */ name) => path.join(ROOT, "deploy/slurm", name);
    const job = say(
      "sbatch",
      "--parsable",
      `--array=1-${SHARDS}`,
      script("array.sh"),
      "pools",
      here("pools.csv"),
      here("slurm.parquet"),
      ...options,
    );
    // A task dies in the middle, as on a machine that fails: Slurm is told, and puts it into the queue again.
    await until(
      () => fs.existsSync(here(`slurm.2-of-${SHARDS}.parquet.part`)),
      120,
      "shard 2 begins",
    );
    say("scontrol", "requeue", `${job}_2`);
    const merged = say(
      "sbatch",
      "--parsable",
      `--dependency=afterok:${job}`,
      script("merge.sh"),
      String(SHARDS),
      here("slurm.parquet"),
    );
    await until(
      () => !say("squeue", "--noheader", "--format=%i").includes(merged),
      400,
      "the merge ends",
    );
    const log = fs.readFileSync(here(`rotation-${job}-2.log`), "utf8");
    check(
      "shard 2 was started again, and its log holds both starts",
      /restart 0[\s\S]*restart 1/.test(log),
    );
    check("Slurm: the bytes of one process", isTheSame("slurm.parquet"));
  } finally {
    cluster.stop();
  }
}

async function gnuParallel() {
  const shard = `${process.execPath} ${CLI} batch pools --in ${here("pools.csv")} --out ${here("gnu.{}.parquet")} --shard {}/4 --resume ${options.join(" ")}`;
  const words = ["--jobs", "2", "--joblog", here("gnu.log"), "--resume-failed"];
  const ids = [":::", "1", "2", "3", "4"];
  const first = spawn("parallel", [...words, shard, ...ids], { stdio: "ignore", detached: true });
  await until(() => fs.existsSync(here("gnu.1.parquet.part")), 120, "GNU parallel begins");
  process.kill(-(first.pid ?? 0), "SIGKILL");
  const { status } = spawnSync("parallel", [...words, shard, ...ids]);
  check("GNU parallel, killed and resumed, ends with 0", status === 0);
  batch([
    "merge",
    "--out",
    here("gnu.parquet"),
    ...[1, 2, 3, 4].map((i) => here(`gnu.${i}.parquet`)),
  ]);
  check("GNU parallel: the bytes of one process", isTheSame("gnu.parquet"));
}

async function main() {
  const code = batch([
    "pools",
    "--in",
    here("pools.csv"),
    "--out",
    here("one.parquet"),
    ...options,
  ]);
  check("one process answers every pool", code === 0);
  await gnuParallel();
  await slurm();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
