// Writes help.html from functions.json: one section a function, its anchor the function's id.
// @ts-check
const { byName, signature } = require("./functionsMetadata");
const { GENERAL } = require("./helpText");

/**
 * @typedef {import("./functionsMetadata").Metadata} Metadata
 * @typedef {import("./functionsMetadata").FunctionEntry} FunctionEntry
 * @typedef {import("./functionsMetadata").Parameter} Parameter
 */

/** The page runs nothing and loads nothing but its stylesheet. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** @param {string} text any text @returns {string} the text as HTML shows it */
const escape = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Makes the help page.
 *
 * @param {Metadata} metadata functions.json
 * @param {string} version package.json's version
 * @param {ReadonlyMap<string, string>} [results] what each function returns, by id
 * @returns {string} the page
 */
function helpPage(metadata, version, results = new Map()) {
  const functions = byName(metadata.functions);
  const links = functions.map(({ id }) => `<a href="#${escape(id)}">${escape(id)}</a>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rotation: help</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<header>
<h1>Rotation: MBS–corporate relative value</h1>
<p>Version ${escape(version)}, ${functions.length} functions. Not investment advice.</p>
</header>
<main>
<nav aria-label="Functions">
${links}
</nav>
${GENERAL.map(general).join("\n")}
<h2 id="functions">Functions</h2>
${functions.map((entry) => section(entry, results.get(entry.id))).join("\n")}
</main>
</body>
</html>
`;
}

/** @param {import("./helpText").Topic} topic @returns {string} a section that concerns every function */
function general({ id, title, paragraphs, steps = [] }) {
  const items = steps.map((step) => `<li>${escape(step)}</li>`).join("\n");
  return `<section id="${id}">
<h2>${escape(title)}</h2>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("\n")}${items && `\n<ol>\n${items}\n</ol>`}
</section>`;
}

/** @param {FunctionEntry} entry @param {string | undefined} result @returns {string} its section */
function section(entry, result) {
  const { id, description = "", parameters = [] } = entry;
  const rows = parameters.map(
    (parameter) => `<tr>
<th scope="row">${escape(parameter.name)}</th>
<td>${parameter.optional ? "optional" : "required"}</td>
<td>${escape(kind(parameter))}</td>
<td>${escape(parameter.description ?? "")}</td>
</tr>`,
  );
  const table = `<table>
<thead><tr><th scope="col">Argument</th><th scope="col">Given</th><th scope="col">Kind</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
  return `<section id="${escape(id)}">
<h3><a href="#${escape(id)}">${escape(id)}</a></h3>
<p><code>${escape(signature(entry))}</code></p>
<p>${escape(description)}</p>
${rows.length > 0 ? table : "<p>It takes no arguments.</p>"}
<p><strong>Result:</strong> ${escape(result ?? resultKind(entry))}</p>
</section>`;
}

/** What Excel calls each type; a range of values of that type is named by RANGE_OF. */
const KIND_OF = new Map([
  ["number", "number"],
  ["string", "text"],
  ["boolean", "TRUE or FALSE"],
]);

const RANGE_OF = new Map([
  ["number", "range of numbers"],
  ["string", "range of texts"],
  ["boolean", "range of TRUE or FALSE"],
]);

/** @param {Parameter} parameter @returns {string} what a cell may hand over */
function kind({ type = "any", dimensionality, repeating }) {
  const one = KIND_OF.get(type) ?? "value";
  const kinds = dimensionality === "matrix" ? (RANGE_OF.get(type) ?? "value or range") : one;
  return repeating ? `${kinds}, once or more` : kinds;
}

/** @param {FunctionEntry} entry @returns {string} what comes back, where no text says it */
function resultKind({ result }) {
  if (result?.dimensionality === "matrix") return "cells that spill from the one with the formula";
  return `one ${KIND_OF.get(result?.type ?? "any") ?? "value"}`;
}

module.exports = { helpPage };
