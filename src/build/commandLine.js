// What every tool here does with its arguments and its failures.
// @ts-check
const { logErrorMessage, parseNumber } = require("office-addin-cli");

/** A mistake of the user's, as opposed to a bug: the sentence says enough, a stack would hide it. */
class UsageError extends Error {}

/**
 * Reads `--name value` and `--flag`; anything else that is not declared is refused by name.
 *
 * @param {readonly string[]} words the words after the script
 * @param {{ values?: readonly string[], flags?: readonly string[], positional?: number }} known
 *   options with a value, options without one, and how many bare words may follow
 * @returns {{ values: Map<string, string>, flags: Set<string>, positional: string[] }} what was given
 */
function readArguments(words, { values = [], flags = [], positional = 0 }) {
  const given = { values: new Map(), flags: new Set(), positional: /** @type {string[]} */ ([]) };
  for (let i = 0; i < words.length; i++) {
    const [word = "", inline] = /** @type {string} */ (words[i]).split(/=(.*)/s);
    const name = word.replace(/^--/, "");
    if (word.startsWith("--") && values.includes(name)) {
      const value = inline ?? words[++i];
      if (value === undefined || (inline === undefined && value.startsWith("--"))) {
        throw new UsageError(`--${name} has no value after it`);
      }
      given.values.set(name, value);
    } else if (word.startsWith("--") && flags.includes(name)) {
      given.flags.add(name);
    } else if (!word.startsWith("-") && given.positional.length < positional) {
      given.positional.push(/** @type {string} */ (words[i]));
    } else {
      const all = [...values, ...flags].map((option) => `--${option}`).join(", ");
      throw new UsageError(
        `${words[i]} is not an argument of this command; it knows ${all || "none"}`,
      );
    }
  }
  return given;
}

/**
 * Reads a TCP port.
 *
 * @param {string | undefined} text what was typed after --port
 * @param {number} byDefault the port when nothing was typed
 * @param {number} [highest] the highest that is taken
 * @returns {number} a port
 */
function readPort(text, byDefault, highest = 65535) {
  const expected = `--port is ${text}; it must be a whole number from 1024 to ${highest}`;
  // parseNumber takes the number at the start of "3000x" and leaves the rest: look at the text too.
  if (text !== undefined && !/^\d+$/.test(text)) throw new UsageError(expected);
  const port = parseNumber(text, expected) ?? byDefault;
  if (port < 1024 || port > highest) throw new UsageError(expected);
  return port;
}

/** What the codes of the system mean that a user can do something about. */
const SYSTEM = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full for this user"],
  ["EISDIR", "it is a directory; it must be a file"],
  ["ENOTDIR", "it is a file; it must be a directory"],
  ["EACCES", "it may not be read or written by this user"],
  ["EROFS", "it is on a disk that cannot be written"],
]);

/**
 * The sentence for a failure of the system.
 *
 * @param {unknown} error what went wrong
 * @returns {Error | undefined} the path and why; nothing for anything else
 */
function systemFailure(error) {
  const { code = "", path } = /** @type {NodeJS.ErrnoException} */ (Object(error));
  const why = SYSTEM.get(code);
  return why === undefined ? undefined : new Error(path === undefined ? why : `${path}: ${why}`);
}

/**
 * Runs a tool: one sentence and exit code 2 for a mistake of the user's, the stack for a bug.
 *
 * @param {() => Promise<number | void> | number | void} run the tool; a number is its exit code
 * @returns {Promise<void>} when the tool has ended
 */
async function main(run) {
  try {
    process.exitCode = (await run()) ?? process.exitCode ?? 0;
  } catch (error) {
    const failed = systemFailure(error);
    if (failed === undefined && !(error instanceof UsageError)) throw error;
    logErrorMessage(failed ?? error);
    process.exitCode = failed === undefined ? 2 : 1;
  }
}

module.exports = { UsageError, readArguments, readPort, main };
