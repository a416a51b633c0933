// The certificate of https://localhost: Office wants one that the machine trusts.
// @ts-check
const { X509Certificate } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** Where office-addin-dev-certs keeps its files. */
const FOLDER = path.join(os.homedir(), ".office-addin-dev-certs");

/**
 * @typedef {{ ca: Buffer, cert: Buffer, key: Buffer }} Files
 * @typedef {object} Tool what we use of office-addin-dev-certs
 * @property {() => boolean} verifyCertificates whether the files fit and the machine trusts their CA
 * @property {() => Promise<void>} ensureCertificatesAreInstalled makes them, and asks the user to trust them
 */

/**
 * Looks for a certificate that this machine trusts, and asks for one where a person is there to answer.
 * The tool exits and returns as if all were well when it is not: only what is verified afterwards counts.
 *
 * @param {object} [machine] the machine; tests hand in another
 * @param {string} [machine.platform] as process.platform
 * @param {boolean} [machine.mayAsk] whether a person is there to confirm the system's question
 * @param {Tool} [machine.tool] office-addin-dev-certs
 * @param {string} [machine.folder] where its files are
 * @returns {Promise<{ files: Files } | { reason: string }>} the files, or why there are none
 */
async function trustedCertificate(machine = {}) {
  const { platform = process.platform, folder = FOLDER } = machine;
  const mayAsk = machine.mayAsk ?? (process.stdin.isTTY && process.env.CI !== "true");
  const tool = machine.tool ?? /** @type {Tool} */ (require("office-addin-dev-certs"));
  try {
    if (!isTrusted(tool, folder) && platform !== "linux" && mayAsk) {
      // On Linux it would call sudo, and Excel does not run there: a browser asks its user instead.
      await tool.ensureCertificatesAreInstalled();
    }
    return isTrusted(tool, folder)
      ? { files: readFiles(folder) }
      : { reason: "this machine trusts no certificate of office-addin-dev-certs" };
  } catch (error) {
    return { reason: `office-addin-dev-certs failed: ${firstLine(error)}` };
  }
}

/** @param {Tool} tool @param {string} folder @returns {boolean} whether the certificate will be accepted */
function isTrusted(tool, folder) {
  if (
    !["ca.crt", "localhost.crt", "localhost.key"].every((f) => fs.existsSync(path.join(folder, f)))
  ) {
    return false;
  }
  const { ca, cert } = readFiles(folder);
  const authority = new X509Certificate(ca);
  const certificate = new X509Certificate(cert);
  // The tool looks at its CA and at the key, not whether this CA signed this certificate, nor until when.
  return (
    certificate.checkIssued(authority) &&
    new Date(certificate.validTo).getTime() > Date.now() &&
    tool.verifyCertificates()
  );
}

/** @param {string} folder @returns {Files} the three files */
const readFiles = (folder) => ({
  ca: fs.readFileSync(path.join(folder, "ca.crt")),
  cert: fs.readFileSync(path.join(folder, "localhost.crt")),
  key: fs.readFileSync(path.join(folder, "localhost.key")),
});

/** @param {unknown} error @returns {string} its first line */
const firstLine = (error) =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

module.exports = { trustedCertificate };
