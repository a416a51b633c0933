// Draws docs/architecture.svg from the imports: `npm run architecture`. A room stands above what it
// imports; a line's width is the number of files that import.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "../..");
const IMPORT = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;
const [BOX_WIDTH, BOX_HEIGHT, GAP, FLOOR] = [132, 44, 36, 118];

/** @typedef {ReadonlyMap<string, ReadonlyMap<string, number>>} Imports the files of a room that import from another */

/**
 * Counts the imports between the rooms of src.
 *
 * @param {string} root the project's folder
 * @returns {Imports} by the room that imports
 */
function roomImports(root) {
  const source = path.join(root, "src");
  const roomOf = (/** @type {string} */ file) =>
    path.relative(source, file).split(path.sep)[0] ?? "";
  /** @type {Map<string, Map<string, number>>} */
  const imports = new Map();
  for (const name of fs.readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(source, name);
    if (!/\.tsx?$/.test(name)) continue;
    const own = imports.get(roomOf(file)) ?? new Map();
    imports.set(roomOf(file), own);
    const targets = new Set(
      [...fs.readFileSync(file, "utf8").matchAll(IMPORT)].map(([, to = ""]) =>
        roomOf(path.join(path.dirname(file), to)),
      ),
    );
    targets.delete(roomOf(file));
    // A document that is bundled as a text is no room.
    targets.delete("..");
    for (const target of targets) own.set(target, (own.get(target) ?? 0) + 1);
  }
  return imports;
}

/**
 * The floor of each room: 0 imports no other.
 *
 * @param {Imports} imports
 * @returns {Map<string, number>}
 */
function floorsOf(imports) {
  const floors = new Map();
  const floorOf = (/** @type {string} */ room) => {
    if (!floors.has(room)) {
      const below = [...(imports.get(room)?.keys() ?? [])].map(floorOf);
      floors.set(room, below.length === 0 ? 0 : 1 + Math.max(...below));
    }
    return floors.get(room);
  };
  for (const room of imports.keys()) floorOf(room);
  return floors;
}

/**
 * Draws the rooms.
 *
 * @param {Imports} imports by room
 * @returns {string} an SVG image that is legible on white and on black
 */
function drawArchitecture(imports) {
  const floors = floorsOf(imports);
  const top = Math.max(...floors.values());
  const rows = Array.from({ length: top + 1 }, (_, floor) =>
    [...floors].filter(([, of]) => of === floor).map(([room]) => room),
  );
  const widest = Math.max(...rows.map((row) => row.length));
  const width = widest * (BOX_WIDTH + GAP) + GAP;
  const height = rows.length * FLOOR;
  const place = new Map(
    rows.flatMap((row, floor) =>
      row.map((room, i) => {
        // Every second floor is moved aside, so that lines pass between the boxes below them.
        const free = width - row.length * (BOX_WIDTH + GAP) + GAP;
        const x = free / 2 + i * (BOX_WIDTH + GAP) + (floor % 2 === 0 ? -GAP : GAP) / 2;
        return /** @type {const} */ ([room, { x, y: (top - floor) * FLOOR + 24 }]);
      }),
    ),
  );
  const lines = [...imports].flatMap(([from, targets]) =>
    [...targets].map(([to, files]) => {
      const [a, b] = [place.get(from), place.get(to)];
      if (a === undefined || b === undefined) return "";
      const [x1, y1, x2, y2] = [a.x + BOX_WIDTH / 2, a.y + BOX_HEIGHT, b.x + BOX_WIDTH / 2, b.y];
      const bend = (y2 - y1) / 2;
      const line = `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
      const title = `<title>${from} imports ${to} in ${files} file${files === 1 ? "" : "s"}</title>`;
      return `<path d="${line}" stroke-width="${(1 + Math.log2(files) / 2).toFixed(1)}">${title}</path>`;
    }),
  );
  const boxes = [...place].map(
    ([room, { x, y }]) =>
      `<g transform="translate(${x} ${y})"><rect width="${BOX_WIDTH}" height="${BOX_HEIGHT}" rx="6"/>` +
      `<text x="${BOX_WIDTH / 2}" y="${BOX_HEIGHT / 2 + 5}">${room}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The rooms of src and what they import">
<style>
path { fill: none; stroke: #7a8894; stroke-opacity: .55 }
rect { fill: #f3f6f8; stroke: #4c5a66 }
text { font: 15px sans-serif; fill: #1b2a36; text-anchor: middle }
</style>
${[...lines, ...boxes].join("\n")}
</svg>
`;
}

module.exports = { drawArchitecture, roomImports };

if (require.main === module) {
  const file = path.join(ROOT, "docs/architecture.svg");
  fs.writeFileSync(file, drawArchitecture(roomImports(ROOT)));
  console.log("docs/architecture.svg is drawn");
}
