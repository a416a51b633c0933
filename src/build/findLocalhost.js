// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { DEVELOPMENT_URL } = require("./addresses");

/** What the command line is made of stays with the developer and may name any address. */
const NOT_UPLOADED = /^cli\b/;

/** The engine's packages have addresses of this kind as defaults of theirs: here only ours counts. */
const PACKAGES = /^workbench[/\\]/;
const OURS = new URL(DEVELOPMENT_URL).host;

/** Texts; pictures are not searched. */
const TEXT = /\.(html|css|js|json|map|xml|txt|svg)$/;

/**
 * Finds what in a built folder would lead a user to the developer's machine.
 *
 * @param {string} dist the built folder
 * @returns {string[]} one sentence a file
 */
function findLocalhost(dist) {
  return fs
    .readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => TEXT.test(file) && !NOT_UPLOADED.test(file))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(dist, file), "utf8");
      const at = PACKAGES.test(file) ? text.indexOf(OURS) : text.search(/\blocalhost\b/i);
      return at < 0
        ? []
        : [
            `${file} says "${text.slice(Math.max(0, at - 30), at + 30)}"; production must not name localhost`,
          ];
    });
}

module.exports = { findLocalhost };
