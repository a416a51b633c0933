// What a manifest must keep to beyond its schema: the rules that Excel enforces without a word.
// @ts-check
const { parseDocument } = require("htmlparser2");
const { nameProblem } = require("./functionNames");
const { pngSize } = require("./pngSize");

/**
 * @typedef {import("domhandler").Element} Element
 *
 * What the manifest is held against.
 * @typedef {object} Facts
 * @property {string} version package.json's version
 * @property {(file: string) => Buffer | undefined} readFile a file by its path below the page's folder
 * @property {boolean} complete whether every address must have its file (in dist), not the icons alone
 * @property {boolean} production whether the manifest is one for users
 * @property {{ functions?: { id?: string, helpUrl?: string }[] } | undefined} [functions] functions.json
 */

/** The Office documentation's limits, in characters. */
const LIMIT = { resourceId: 32, shortString: 125, longString: 250 };

/** Which list of Resources each element draws from. */
const LIST_OF = new Map([
  ["Image", "Images"],
  ["SourceLocation", "Urls"],
  ["Runtime", "Urls"],
  ["FunctionFile", "Urls"],
  ["LearnMoreUrl", "Urls"],
  ["Label", "ShortStrings"],
  ["Title", "ShortStrings"],
  ["Namespace", "ShortStrings"],
  ["Description", "LongStrings"],
]);

/** The sizes that a ribbon group and a ribbon button must bring. */
const RIBBON_SIZES = ["16", "32", "80"];

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** @param {string} name @returns {string} the name without its namespace prefix */
const local = (name) => name.replace(/^.*:/, "");

/** @param {Element} element @returns {Element[]} its child elements */
const childrenOf = (element) =>
  /** @type {Element[]} */ (element.children.filter((node) => node.type === "tag"));

/** @param {Element} root @returns {Element[]} the element and all below it, in document order */
const allOf = (root) => [root, ...childrenOf(root).flatMap(allOf)];

/** @param {Element | undefined} element @returns {string} its text */
const textOf = (element) =>
  (element?.children ?? [])
    .map((node) => ("data" in node && node.type === "text" ? String(node.data) : ""))
    .join("")
    .trim();

/** @param {Element} element @returns {Element | undefined} the element around it */
const parentOf = (element) => /** @type {Element | undefined} */ (element.parent ?? undefined);

/**
 * Reads a manifest that is well-formed XML and lists every rule that it breaks.
 *
 * @param {string} xml the manifest
 * @param {Facts} facts what it is held against
 * @returns {string[]} one sentence a broken rule: the element, its value, what was expected
 */
function manifestProblems(xml, facts) {
  const root = /** @type {Element | undefined} */ (
    parseDocument(xml, { xmlMode: true, decodeEntities: true }).children.find(
      (node) => node.type === "tag",
    )
  );
  if (!root || local(root.name) !== "OfficeApp") {
    return [`the outermost element is ${root?.name ?? "missing"}; it must be OfficeApp`];
  }
  const manifest = { root, elements: allOf(root), resources: readResources(root) };
  return [
    ...identityProblems(manifest, facts),
    ...resourceProblems(manifest),
    ...textProblems(manifest),
    ...runtimeProblems(manifest),
    ...addressProblems(manifest, facts),
    ...iconProblems(manifest, facts),
    ...functionProblems(manifest, facts),
  ];
}

/**
 * @typedef {{ list: string, kind: string, id: string, value: string }} Resource
 * @typedef {{ root: Element, elements: Element[], resources: Resource[] }} Manifest
 */

/** @param {Element} root @returns {Resource[]} what Resources defines, doubles included */
function readResources(root) {
  return allOf(root)
    .filter((element) => local(element.name) === "Resources")
    .flatMap(childrenOf)
    .flatMap((list) =>
      childrenOf(list).map((item) => ({
        list: local(list.name),
        kind: local(item.name),
        id: item.attribs.id ?? "",
        value: item.attribs.DefaultValue ?? "",
      })),
    );
}

/** @param {Manifest} manifest @param {string} name @returns {Element | undefined} a child of OfficeApp */
const topLevel = ({ root }, name) => childrenOf(root).find((e) => local(e.name) === name);

/** @param {Manifest} manifest @param {string} name @returns {Element[]} all elements of that name */
const named = ({ elements }, name) => elements.filter((e) => local(e.name) === name);

/** @param {Manifest} manifest @param {string} id @returns {string | undefined} a resource's value */
const valueOf = ({ resources }, id) => resources.find((resource) => resource.id === id)?.value;

/** @param {Manifest} manifest @returns {string} the page's address as DefaultSettings states it */
const pageOf = (manifest) =>
  named(manifest, "SourceLocation").find((e) => e.attribs.DefaultValue)?.attribs.DefaultValue ?? "";

/** @param {Manifest} manifest @param {Facts} facts @returns {string[]} */
function identityProblems(manifest, { version }) {
  const problems = [];
  const id = textOf(topLevel(manifest, "Id"));
  if (!GUID.test(id)) {
    problems.push(`Id is "${id}"; it must be a GUID of 8-4-4-4-12 hexadecimal digits`);
  }
  const stated = textOf(topLevel(manifest, "Version"));
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(stated)) {
    problems.push(`Version is "${stated}"; it must be four numbers a.b.c.d`);
  } else if (stated !== `${version}.0`) {
    problems.push(
      `Version is "${stated}"; it must be "${version}.0", package.json's version and ".0"`,
    );
  }
  const locale = textOf(topLevel(manifest, "DefaultLocale"));
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(locale)) {
    problems.push(`DefaultLocale is "${locale}"; it must be a language and country like en-US`);
  }
  return problems;
}

/** @param {Manifest} manifest @returns {string[]} */
function resourceProblems(manifest) {
  const problems = [];
  const { resources } = manifest;
  const defined = new Map(resources.map((resource) => [resource.id, resource]));
  const used = new Set();
  for (const element of manifest.elements) {
    const { resid } = element.attribs;
    if (resid === undefined) continue;
    const name = local(element.name);
    used.add(resid);
    const resource = defined.get(resid);
    const expected = LIST_OF.get(name);
    if (!resource) {
      problems.push(
        `${name} has the resid "${resid}"; it must have an id that Resources defines` +
          ` (${[...defined.keys()].join(", ")})`,
      );
    } else if (expected && resource.list !== expected) {
      problems.push(
        `${name} has the resid "${resid}", which is among ${resource.list}; it must be one of ${expected}`,
      );
    }
  }
  resources.forEach(({ id, kind }, i) => {
    if (id.length > LIMIT.resourceId) {
      problems.push(
        `${kind} has the id "${id}" of ${id.length} characters; it must have ${LIMIT.resourceId} or fewer`,
      );
    }
    if (!used.has(id)) {
      problems.push(`${kind} has the id "${id}", which nothing uses; it must have a resid`);
    }
    if (resources.findIndex((other) => other.id === id) !== i) {
      problems.push(`${kind} has the id "${id}", which is there twice; it must be there once`);
    }
  });
  return problems;
}

/** @param {Manifest} manifest @returns {string[]} */
function textProblems(manifest) {
  const ofResources = manifest.resources.flatMap(({ list, id, value }) =>
    list === "ShortStrings" || list === "LongStrings"
      ? [
          {
            what: `String "${id}" among ${list}`,
            text: value,
            limit: list === "ShortStrings" ? LIMIT.shortString : LIMIT.longString,
          },
        ]
      : [],
  );
  const ofTop = [
    { what: "DisplayName", limit: LIMIT.shortString },
    { what: "Description", limit: LIMIT.longString },
  ].map(({ what, limit }) => ({
    what,
    text: topLevel(manifest, what)?.attribs.DefaultValue ?? "",
    limit,
  }));
  return [...ofTop, ...ofResources].flatMap(({ what, text, limit }) => {
    if (text === "") return [`${what} is empty; it must be a text`];
    return text.length > limit
      ? [`${what} is "${text}" of ${text.length} characters; it must be ${limit} or fewer`]
      : [];
  });
}

/** @param {Manifest} manifest @returns {string[]} */
function runtimeProblems(manifest) {
  const problems = [];
  const [runtime] = named(manifest, "Runtime");
  const page = runtime?.attribs.resid;
  if (!runtime || runtime.attribs.lifetime !== "long") {
    problems.push(
      `Runtime has the lifetime "${runtime?.attribs.lifetime ?? ""}"; it must have "long", the shared runtime`,
    );
  }
  const pages = manifest.elements.filter((element) => {
    const name = local(element.name);
    const around = parentOf(element);
    if (name === "FunctionFile") return true;
    if (name !== "SourceLocation" || !around) return false;
    return local(around.name) === "Page" || around.attribs["xsi:type"] === "ShowTaskpane";
  });
  for (const element of pages) {
    if (page !== undefined && element.attribs.resid !== page) {
      problems.push(
        `${local(element.name)} of ${local(parentOf(element)?.name ?? "")} has the resid` +
          ` "${element.attribs.resid}"; it must be "${page}", the page of Runtime`,
      );
    }
  }
  const address = page === undefined ? undefined : valueOf(manifest, page);
  if (address !== undefined && address !== pageOf(manifest)) {
    problems.push(
      `SourceLocation of DefaultSettings is "${pageOf(manifest)}"; it must be "${address}", the page of Runtime`,
    );
  }
  const sets = named(manifest, "Set").map((set) => set.attribs.Name);
  for (const needed of ["SharedRuntime", "CustomFunctionsRuntime"]) {
    if (!sets.includes(needed)) {
      problems.push(
        `Requirements has the sets ${sets.join(", ") || "none"}; it must have ${needed}`,
      );
    }
  }
  return problems;
}

/** @param {Manifest} manifest @returns {{ what: string, address: string }[]} */
function addressesOf(manifest) {
  const elements = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"].flatMap(
    (name) =>
      named(manifest, name)
        .filter((element) => element.attribs.resid === undefined)
        .map((element) => ({ what: name, address: element.attribs.DefaultValue ?? "" })),
  );
  const resources = manifest.resources
    .filter(({ list }) => list === "Images" || list === "Urls")
    .map(({ kind, id, value }) => ({ what: `${kind} "${id}"`, address: value }));
  return [...elements, ...resources];
}

/** @param {string} address @returns {URL | undefined} the address, where it is one */
function parse(address) {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** @param {URL} url @returns {boolean} whether only this machine answers there */
const isLocal = ({ hostname }) =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127\./.test(hostname);

/** @param {Manifest} manifest @param {string} address @returns {string | undefined} path below the page */
function fileOf(manifest, address) {
  const page = parse(pageOf(manifest));
  const url = parse(address);
  if (!page || !url) return undefined;
  const folder = new URL(".", page).href;
  return url.href.startsWith(folder)
    ? decodeURIComponent(url.origin + url.pathname).slice(folder.length)
    : undefined;
}

/** @param {Manifest} manifest @param {Facts} facts @returns {string[]} */
function addressProblems(manifest, { production, complete, readFile }) {
  const problems = [];
  const origin = parse(pageOf(manifest))?.origin;
  const domains = named(manifest, "AppDomain").map((element) => ({
    what: "AppDomain",
    address: textOf(element),
  }));
  for (const { what, address } of [...addressesOf(manifest), ...domains]) {
    const url = parse(address);
    if (!url || url.protocol !== "https:") {
      problems.push(`${what} is "${address}"; it must be an https address`);
    } else if (production && isLocal(url)) {
      problems.push(`${what} is "${address}"; a production manifest names no localhost`);
    }
  }
  for (const { address } of domains) {
    if (address !== origin) {
      problems.push(`AppDomain is "${address}"; it must be "${origin}", where the page is`);
    }
  }
  if (domains.length === 0) {
    problems.push(`AppDomains is empty; it must hold "${origin}", where the page is`);
  }
  if (!complete) return problems;
  for (const { what, address } of addressesOf(manifest)) {
    const file = fileOf(manifest, address);
    if (file === undefined) {
      problems.push(`${what} is "${address}"; it must be an address in the page's folder`);
    } else if (!readFile(file)) {
      problems.push(`${what} is "${address}"; it must be a file ${file} in the built folder`);
    }
  }
  return problems;
}

/** @param {Manifest} manifest @param {Facts} facts @returns {string[]} */
function iconProblems(manifest, { readFile }) {
  const problems = [];
  const inRibbon = named(manifest, "Image").filter((e) => e.attribs.size !== undefined);
  const icons = [
    ...["IconUrl", "HighResolutionIconUrl"].map((name) => ({
      what: name,
      size: name === "IconUrl" ? "32" : "64",
      address: topLevel(manifest, name)?.attribs.DefaultValue ?? "",
    })),
    ...inRibbon.map(({ attribs }) => ({
      what: `Image of size ${attribs.size}`,
      size: attribs.size,
      address: valueOf(manifest, attribs.resid ?? "") ?? "",
    })),
  ];
  for (const { what, size, address } of icons) {
    const file = fileOf(manifest, address);
    const png = file === undefined ? undefined : readFile(file);
    if (!png) {
      problems.push(`${what} is "${address}"; it must be a PNG file ${file ?? ""}`);
      continue;
    }
    const found = pngSize(png);
    if (!found) {
      problems.push(`${what} is "${address}"; ${file} is no PNG file`);
    } else if (found.width !== Number(size) || found.height !== Number(size)) {
      problems.push(
        `${what} is "${address}" of ${found.width} × ${found.height} pixels; it must be ${size} × ${size}`,
      );
    }
  }
  for (const icon of named(manifest, "Icon")) {
    const sizes = childrenOf(icon).map((image) => image.attribs.size);
    const missing = RIBBON_SIZES.filter((size) => !sizes.includes(size));
    if (missing.length > 0) {
      problems.push(
        `Icon has the sizes ${sizes.join(", ")}; it must have ${missing.join(", ")} too`,
      );
    }
  }
  return [...new Set(problems)];
}

/** @param {Manifest} manifest @param {Facts} facts @returns {string[]} */
function functionProblems(manifest, { functions, production }) {
  const problems = [];
  const [namespace] = named(manifest, "Namespace");
  const prefix = valueOf(manifest, namespace?.attribs.resid ?? "") ?? "";
  if (!/^[A-Z][A-Z0-9]*(\.[A-Z][A-Z0-9]*)*$/.test(prefix)) {
    problems.push(
      `Namespace is "${prefix}"; it must be a capital letter, then capital letters and digits`,
    );
  }
  for (const { id = "", helpUrl } of functions?.functions ?? []) {
    const problem = nameProblem(id);
    if (problem) problems.push(`the function id is "${id}"; ${problem}`);
    const help = helpUrl === undefined ? undefined : parse(helpUrl);
    if (production && help && isLocal(help)) {
      problems.push(
        `helpUrl of the function ${id} is "${helpUrl}"; production help names no localhost`,
      );
    }
  }
  return problems;
}

module.exports = { manifestProblems, isLocal };
