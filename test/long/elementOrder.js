// The order in which ECMA-376 (part 1, fifth edition, annex A) wants the elements of the parts that are
// written here; Excel opens no file that has another. Only those that may be written are listed.
// @ts-check

/** @type {readonly (readonly [part: RegExp, element: string, children: readonly string[]])[]} */
const ORDERS = [
  [
    /worksheets\/sheet\d+\.xml$/,
    "worksheet",
    [
      ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells"],
      ...["conditionalFormatting", "dataValidations", "hyperlinks", "pageMargins", "pageSetup"],
      ...["headerFooter", "drawing", "legacyDrawing", "tableParts", "extLst"],
    ],
  ],
  [/worksheets\/sheet\d+\.xml$/, "sheetView", ["pane", "selection"]],
  [/worksheets\/sheet\d+\.xml$/, "c", ["f", "v", "is"]],
  [
    /xl\/workbook\.xml$/,
    "workbook",
    ["fileVersion", "workbookPr", "bookViews", "sheets", "definedNames", "calcPr", "extLst"],
  ],
  [
    /xl\/styles\.xml$/,
    "styleSheet",
    [
      ...["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"],
      "tableStyles",
    ],
  ],
  [/xl\/styles\.xml$/, "border", ["left", "right", "top", "bottom", "diagonal"]],
  [/xl\/metadata\.xml$/, "metadata", ["metadataTypes", "futureMetadata", "cellMetadata"]],
];

/**
 * Where elements of a file are in another order than the schema's, or not in it.
 *
 * @param {readonly { name: string, root: import("../../src/xlsx/xml").XmlElement }[]} parts
 * @returns {string[]} one line an element
 */
function outOfOrder(parts) {
  /** @type {string[]} */
  const found = [];
  for (const { name, root } of parts) {
    for (const [part, element, children] of ORDERS) {
      if (!part.test(name)) continue;
      for (const one of elementsOf(root, element)) {
        const places = one.children.map((child) => children.indexOf(child.name));
        const isWrong = places.some((place, i) => place < (places[i - 1] ?? 0));
        if (isWrong) found.push(`${name}: ${element} has ${one.children.map((it) => it.name)}`);
      }
    }
  }
  return found;
}

/**
 * @param {import("../../src/xlsx/xml").XmlElement} root
 * @param {string} name
 * @returns {import("../../src/xlsx/xml").XmlElement[]}
 */
const elementsOf = (root, name) => [
  ...(root.name === name ? [root] : []),
  ...root.children.flatMap((child) => elementsOf(child, name)),
];

module.exports = { outOfOrder };
