// Where the add-in is served: reading the address, and putting it into the manifest.
// @ts-check
const { UsageError } = require("./commandLine");
const { isLocal } = require("./manifestRules");

/** What manifest.xml says, so that it can be sideloaded as it stands. */
const DEVELOPMENT_URL = "https://localhost:3000";

/**
 * Reads the address at which a production build will be served.
 *
 * @param {string | undefined} text what was typed after --url
 * @returns {string} the address without a slash at the end
 */
function readProductionUrl(text) {
  const example = "it must be an address like https://rotation.example.com/app";
  if (text === undefined || text === "") throw new UsageError(`--url is missing; ${example}`);
  const refuse = (/** @type {string} */ why) => {
    throw new UsageError(`--url is ${text}, ${why}; ${example}`);
  };
  if (!URL.canParse(text)) refuse("which is no address");
  const url = new URL(text);
  if (url.protocol !== "https:") refuse("which is not https");
  if (url.username || url.password) refuse("which has a user name or password");
  if (/[?#]/.test(text)) refuse("which has a query or a fragment");
  if (isLocal(url)) refuse("which only this machine can reach");
  return url.href.replace(/\/+$/, "");
}

/**
 * Puts the address of a build into the manifest.
 *
 * @param {string} manifest manifest.xml as it is kept, with development addresses
 * @param {string} url where the add-in is served, without a slash at the end
 * @returns {string} the manifest for that address
 */
function withUrl(manifest, url) {
  const { origin } = new URL(url);
  const inXml = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  return manifest
    .replaceAll(
      `<AppDomain>${DEVELOPMENT_URL}</AppDomain>`,
      () => `<AppDomain>${inXml(origin)}</AppDomain>`,
    )
    .replaceAll(DEVELOPMENT_URL, () => inXml(url));
}

module.exports = { DEVELOPMENT_URL, readProductionUrl, withUrl };
