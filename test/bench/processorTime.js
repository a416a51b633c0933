// Processor time, and the least of it over rounds: what else the machine does moves neither.
// @ts-check

const ROUNDS = 7;

/**
 * The processor time of some work, all threads of this process together.
 *
 * @param {() => unknown} run
 * @returns {number} milliseconds
 */
function processorTime(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** @param {readonly number[]} values @returns {number} NaN for none */
const least = (values) => values.reduce((low, value) => (low <= value ? low : value), NaN);

/**
 * Milliseconds of processor time a call: the least over rounds in which the contenders take turns, after one that
 * warms up.
 *
 * @param {Record<string, () => unknown>} contenders
 * @param {number} calls Calls a round.
 * @param {number} [rounds]
 * @returns {Record<string, number>}
 */
function race(contenders, calls, rounds = ROUNDS) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const took = processorTime(() => {
        for (let i = 0; i < calls; i++) run();
      });
      if (round > 0) times[name]?.push(took / calls);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, least(all)]));
}

module.exports = { least, processorTime, race };
