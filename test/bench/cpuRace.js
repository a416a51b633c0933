// Processor time by minima of interleaved rounds: what other programs take of the machine comes under neither.
// @ts-check

/** @returns {number} milliseconds of processor time that this process has taken */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * @param {Record<string, () => unknown>} contenders
 * @param {number} rounds In which the contenders take turns.
 * @returns {Record<string, number>} Milliseconds of processor time a call, the least of all rounds.
 */
function cpuRace(contenders, rounds) {
  /** @type {Record<string, number>} */
  const least = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const started = cpu();
      run();
      least[name] = Math.min(least[name] ?? Infinity, cpu() - started);
    }
  }
  return least;
}

module.exports = { cpu, cpuRace };
