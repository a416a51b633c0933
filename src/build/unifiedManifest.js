// The unified manifest (manifest.json) from manifest.xml: `npm run build -- --url https://… --manifest json`. It can
// carry custom functions since July 2026 (schema 1.30); Excel that is bought once does not take it, so the XML stays.
// @ts-check
const { parseDocument } = require("htmlparser2");

/**
 * @typedef {import("domhandler").Element} Element
 * @typedef {import("domhandler").Node} Node
 * @typedef {{ children: Node[] }} ParentNode
 */

const SCHEMA_VERSION = "1.30";

/** Beside it in the archive that is uploaded. */
const ICONS = { color: "assets/icon-192.png", outline: "assets/outline-32.png" };

/** The first colour of the icon. */
const ACCENT = "#2B88D8";

/** What the XML calls each host. */
const SCOPES = new Map([["Workbook", "workbook"]]);

/**
 * The unified manifest that says what an XML manifest says.
 *
 * @param {string} xml manifest.xml
 * @returns {object} manifest.json
 * @throws {Error} when the XML lacks an element that it needs; the message names it
 */
function unifiedManifest(xml) {
  const root = parseDocument(xml, { xmlMode: true });
  const text = (/** @type {string} */ name) => textOf(one(root, name));
  const shown = (/** @type {string} */ name) => attribute(one(root, name), "DefaultValue");
  const resources = new Map(
    ["bt:Image", "bt:Url", "bt:String"].flatMap((name) =>
      all(one(root, "Resources"), name).map((element) => [
        attribute(element, "id"),
        attribute(element, "DefaultValue"),
      ]),
    ),
  );
  const resource = (/** @type {Element} */ element) => {
    const id = attribute(element, "resid");
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml has no resource ${id}`);
    return value;
  };
  const script = one(one(root, "CustomFunctions"), "SourceLocation");
  const [, page, metadata] = all(one(root, "CustomFunctions"), "SourceLocation");
  if (page === undefined || metadata === undefined) {
    throw new Error("manifest.xml has fewer than three SourceLocation of custom functions");
  }
  const namespace = resource(one(root, "Namespace"));
  const help = shown("SupportUrl");
  const group = one(root, "Group");
  const button = one(root, "Control");
  const started = one(root, "GetStarted");
  const [shortName = "", subject = ""] = shown("DisplayName").split(/:\s*/);
  const supertip = one(button, "Supertip");
  const icons = (/** @type {Element} */ element) =>
    all(one(element, "Icon"), "bt:Image").map((image) => ({
      size: Number(attribute(image, "size")),
      url: resource(image),
    }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    id: text("Id"),
    version: text("Version").replace(/\.0$/, ""),
    name: { short: shortName, full: shown("DisplayName") },
    description: { short: subject, full: shown("Description") },
    developer: {
      name: text("ProviderName"),
      websiteUrl: help,
      privacyUrl: `${help}#privacy`,
      termsOfUseUrl: help,
    },
    icons: ICONS,
    accentColor: ACCENT,
    validDomains: all(root, "AppDomain").map((domain) => new URL(textOf(domain)).host),
    authorization: {
      permissions: {
        resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }],
      },
    },
    extensions: [
      {
        requirements: {
          scopes: [...new Set(all(root, "Host").flatMap(scopeOf))],
          capabilities: all(one(root, "Sets"), "Set").map((set) => ({
            name: attribute(set, "Name"),
            minVersion: attribute(set, "MinVersion"),
          })),
        },
        runtimes: [
          {
            id: "Rotation.Runtime",
            type: "general",
            lifetime: attribute(one(root, "Runtime"), "lifetime"),
            code: { page: resource(page), script: resource(script) },
            actions: [
              {
                id: attribute(button, "id"),
                type: "openPage",
                view: textOf(one(root, "TaskpaneId")),
              },
            ],
            customFunctions: {
              namespace: { id: namespace, name: namespace },
              metadataUrl: resource(metadata),
              allowCustomDataForDataTypeAny: true,
            },
          },
        ],
        ribbons: [
          {
            contexts: ["default"],
            tabs: [
              {
                builtInTabId: attribute(one(root, "OfficeTab"), "id"),
                groups: [
                  {
                    id: attribute(group, "id"),
                    label: resource(one(group, "Label")),
                    icons: icons(group),
                    controls: [
                      {
                        id: attribute(button, "id"),
                        type: "button",
                        label: resource(one(button, "Label")),
                        icons: icons(button),
                        supertip: {
                          title: resource(one(supertip, "Title")),
                          description: resource(one(supertip, "Description")),
                        },
                        actionId: attribute(button, "id"),
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: resource(one(started, "Title")),
            description: resource(one(started, "Description")),
            learnMoreUrl: resource(one(started, "LearnMoreUrl")),
          },
        ],
      },
    ],
  };
}

/** @param {ParentNode} parent @param {string} name @returns {Element[]} elements, in order, at any depth; by name or type */
const all = (parent, name) =>
  parent.children.flatMap((child) => {
    if (!("attribs" in child)) return [];
    const element = /** @type {Element} */ (child);
    const isMeant = element.name === name || element.attribs["xsi:type"] === name;
    return [...(isMeant ? [element] : []), ...all(element, name)];
  });

/** @param {ParentNode} parent @param {string} name @returns {Element} the first */
function one(parent, name) {
  const [first] = all(parent, name);
  if (first === undefined) throw new Error(`manifest.xml has no ${name}`);
  return first;
}

/** @param {Element} element @param {string} name @returns {string} the attribute */
function attribute(element, name) {
  const value = element.attribs[name];
  if (value === undefined) throw new Error(`manifest.xml has no ${name} in ${element.name}`);
  return value;
}

/** @param {Element} element @returns {string} its text */
const textOf = (element) =>
  element.children
    .map((child) => ("data" in child ? child.data : ""))
    .join("")
    .trim();

/** @param {Element} host @returns {string[]} its scope, where the element names one */
const scopeOf = ({ attribs }) => {
  const scope = SCOPES.get(attribs["Name"] ?? attribs["xsi:type"] ?? "");
  return scope === undefined ? [] : [scope];
};

module.exports = { unifiedManifest, SCHEMA_VERSION };
