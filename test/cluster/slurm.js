// A Slurm cluster of this machine: munged, slurmctld and slurmd on loopback, in a folder of their own.
// @ts-check
const { spawn, spawnSync, execFileSync } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** @param {string} folder @param {number} cpus @returns {string} slurm.conf */
const configuration = (folder, cpus) => `ClusterName=rotation
SlurmctldHost=${os.hostname().split(".")[0]}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
CredType=cred/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldPort=16817
SlurmdPort=16818
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=2,batch_sched_delay=0
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
KillWait=2
NodeName=${os.hostname().split(".")[0]} NodeAddr=127.0.0.1 CPUs=${cpus} RealMemory=8000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/**
 * Starts the cluster.
 *
 * @param {string} folder a folder that may be filled
 * @param {(isSo: () => boolean, seconds: number, what: string) => Promise<void>} until waits
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} what its commands need, and its end
 */
async function startSlurm(folder, until) {
  const at = (/** @type {string} */ name) => path.join(folder, name);
  for (const name of ["state", "spool"]) fs.mkdirSync(at(name));
  fs.chmodSync(folder, 0o755);
  fs.writeFileSync(at("munge.key"), crypto.randomBytes(128), { mode: 0o400 });
  fs.writeFileSync(at("slurm.conf"), configuration(folder, os.cpus().length));
  const env = {
    ...process.env,
    SLURM_CONF: at("slurm.conf"),
    ROTATION: path.resolve(__dirname, "../../dist/cli.js"),
  };
  /** @type {import("node:child_process").ChildProcess[]} */
  const started = [];
  const start = (/** @type {string} */ program, /** @type {string[]} */ ...words) => {
    const log = fs.openSync(at(`${path.basename(program)}.log`), "a");
    started.push(spawn(program, words, { env, stdio: ["ignore", log, log] }));
  };
  const stop = () => {
    for (const child of started.reverse()) child.kill("SIGTERM");
  };
  const answers = (/** @type {string} */ program, /** @type {string[]} */ ...words) =>
    spawnSync(program, words, { env }).status === 0;
  try {
    start(
      "/usr/sbin/munged",
      "--foreground",
      "--force",
      `--socket=${at("munge.socket")}`,
      `--key-file=${at("munge.key")}`,
      `--pid-file=${at("munge.pid")}`,
      `--seed-file=${at("munge.seed")}`,
      `--log-file=${at("munge.log")}`,
    );
    await until(
      () => answers("munge", "--no-input", `--socket=${at("munge.socket")}`),
      20,
      "munged answers",
    );
    start("/usr/sbin/slurmctld", "-D", "-f", at("slurm.conf"));
    await until(() => answers("scontrol", "ping"), 30, "slurmctld answers");
    start("/usr/sbin/slurmd", "-D", "-f", at("slurm.conf"));
    const state = () =>
      execFileSync("sinfo", ["--noheader", "--format=%T"], { env, encoding: "utf8" });
    await until(() => /idle/.test(state()), 60, "the node is idle");
    return { env, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

module.exports = { startSlurm };
