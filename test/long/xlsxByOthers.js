// Other programs write workbooks that are read here, and read a workbook that is written here.
// @ts-check
const { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const { readXlsx } = require("../../src/xlsx/readXlsx");
const { writeXlsx } = require("../../src/xlsx/writeXlsx");
const { nameInFile } = require("../../src/xlsx/newerFunctions");
const { readXml } = require("../../src/xlsx/xml");
const { unpackXlsx } = require("../../src/xlsx/zipCheck");
const { outOfOrder } = require("./elementOrder");

const PYTHON = "/usr/bin/python3";
const SCRIPT = path.join(__dirname, "otherFiles.py");
const MINUTES = 2;

/** @param {string} program @param {readonly string[]} words */
const started = (program, words) =>
  spawnSync(program, words, { encoding: "utf8", timeout: MINUTES * 60_000 });
/** @param {string} program */
const isThere = (program) => started(program, ["--version"]).error === undefined;

/** Why nothing can be tried here. */
const withoutPython = () =>
  started(PYTHON, ["-c", "import openpyxl"]).status === 0
    ? undefined
    : "openpyxl is not installed for the system's Python";

/** @param {string} folder */
function othersFiles(folder) {
  console.log(started(PYTHON, [SCRIPT, "write", folder]).stdout.trim());
  const source = path.join(folder, "openpyxl.xlsx");
  if (isThere("soffice")) {
    const out = path.join(folder, "office");
    started("soffice", [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      "xlsx",
      "--outdir",
      out,
      source,
    ]);
  } else console.log("     skip LibreOffice: it is not installed");
  if (isThere("ssconvert")) started("ssconvert", [source, path.join(folder, "gnumeric.xlsx")]);
  else console.log("     skip Gnumeric: it is not installed");
  for (const [program, script, name, packages] of SCRIPTS) {
    const { status } = started(program, [path.join(__dirname, script), path.join(folder, name)]);
    if (status !== 0) console.log(`     skip ${script}: ${packages} is not installed`);
  }
  return [
    ...["openpyxl.xlsx", "xlsxwriter.xlsx", "office/openpyxl.xlsx", "gnumeric.xlsx"],
    ...SCRIPTS.map(([, , name]) => name),
  ].filter((name) => existsSync(path.join(folder, name)));
}

/** Writers of other languages, with Debian's packages of them. */
const SCRIPTS = /** @type {const} */ ([
  ["Rscript", "openxlsx.R", "openxlsx.xlsx", "r-cran-openxlsx"],
  ["perl", "excelWriter.pl", "excelWriter.xlsx", "libexcel-writer-xlsx-perl"],
]);

/**
 * What a program leaves out of the file that it writes: LibreOffice without a screen, Gnumeric; openxlsx
 * has no word for a hidden row.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const NOT_WRITTEN = {
  "office/openpyxl.xlsx": ["frozen", "grid lines"],
  "gnumeric.xlsx": ["hidden sheet"],
  "openxlsx.xlsx": ["hidden row"],
};

const LOOK = {
  ...{ font: "Georgia", size: 13, bold: true, italic: true, color: "#ff0000", fill: "#00aa55" },
  ...{ horizontal: "center", wrap: "wrap", rotation: 45 },
};

/** @param {string} file @returns {Promise<[string, unknown, unknown][]>} what, found, expected */
async function factsOf(file) {
  const { sheets, styles } = await readXlsx(readFileSync(file));
  const [data, two] = sheets;
  /** @param {number} row @param {number} column */
  const cell = (row, column) => data?.cells.find((one) => one.row === row && one.column === column);
  const title = styles[cell(0, 0)?.style ?? -1] ?? {};
  return [
    ...Object.entries(LOOK).map(
      ([key, value]) =>
        /** @type {[string, unknown, unknown]} */ ([key, Reflect.get(title, key), value]),
    ),
    ["border", title.borders?.top?.color, "#123456"],
    ["day", cell(1, 0)?.value, 42_004],
    [
      "format",
      styles[cell(1, 0)?.style ?? -1]?.numberFormat?.toLowerCase().replaceAll("\\", ""),
      "yyyy-mm-dd",
    ],
    ["formula", cell(2, 0)?.formula?.toUpperCase(), "=YEAR(A2)"],
    ["merged", data?.merged.join(), "C1:D2"],
    ["frozen", JSON.stringify(data?.frozen), '{"rows":2,"columns":1}'],
    [
      "width",
      Math.abs((data?.columns.find(({ column }) => column === 0)?.width ?? 0) - 140) <= 2,
      true,
    ],
    ["height", Math.round(data?.rows.find(({ row }) => row === 3)?.height ?? 0), 40],
    ["hidden row", data?.rows.find(({ row }) => row === 4)?.hidden, true],
    ["tab", data?.tabColor, "#00aa55"],
    ["grid lines", data?.withoutGridlines, true],
    ["hidden sheet", two?.hidden, true],
  ];
}

/** @type {import("../../src/workbook/book").Book} */
const OURS = {
  sheets: [
    {
      name: "Data",
      columns: [{ column: 0, width: 140 }],
      rows: [{ row: 3, height: 40 }],
      merged: ["D1:E2"],
      frozen: { rows: 1, columns: 0 },
      cells: [
        { row: 0, column: 0, value: "title", style: 0 },
        { row: 1, column: 0, value: 39, formula: "=RV.SPREADGAP(101,62)" },
        {
          row: 1,
          column: 1,
          value: "HOLD: 24 obs < 36",
          formula: '=RV.ROTATIONSIGNAL(A1,-39.4,5.6,"text")',
        },
        { row: 2, column: 0, value: 42_004, style: 1 },
        { row: 2, column: 1, value: "=1+1" },
        { row: 3, column: 0, value: 42_005, formula: "=A3+1" },
        { row: 4, column: 0, value: 2.5, formula: "=NORM.S.DIST(0,TRUE)*5" },
        { row: 5, column: 0, value: true },
        { row: 6, column: 0, value: "#N/A" },
      ],
    },
    {
      name: "Two",
      hidden: true,
      columns: [],
      rows: [],
      merged: [],
      cells: [{ row: 0, column: 0, value: 7 }],
    },
  ],
  names: [{ name: "Rate", reference: "=0.05", table: false }],
  styles: [{ bold: true, fill: "#00aa55" }, { numberFormat: "yyyy-mm-dd" }],
};

/** What LibreOffice shows: stored results of functions that it does not know, too. */
const SHOWN = [
  "title,",
  "39,HOLD: 24 obs < 36",
  "2014-12-31,=1+1",
  "42005,",
  "2.5,",
  "TRUE,",
  "#N/A,",
];

/** @param {string} folder @returns {Promise<[string, unknown, unknown][]>} */
async function oursByOthers(folder) {
  const file = path.join(folder, "ours.xlsx");
  writeFileSync(file, writeXlsx(OURS));
  const read = JSON.parse(started(PYTHON, [SCRIPT, "read", file]).stdout || "null");
  /** @type {[string, unknown, unknown][]} */
  const facts = [
    ["openpyxl: a result", read?.cells["Data!A2"]?.[0], "39"],
    ["openpyxl: a formula", read?.cells["Data!A2"]?.[1], "=_xldudf_RV_SPREADGAP(101,62)"],
    ["openpyxl: bold", read?.cells["Data!A1"]?.[2], true],
    ["openpyxl: a day", read?.cells["Data!A3"]?.[0], "2014-12-31 00:00:00"],
    ["openpyxl: hidden", read?.states["Two"], "hidden"],
    ["openpyxl: merged", read?.merged["Data"]?.join(), "D1:E2"],
  ];
  const parts = [...(await unpackXlsx(readFileSync(file)))]
    .filter(([name]) => name.endsWith(".xml"))
    .map(([name, bytes]) => ({ name, root: readXml(name, new TextDecoder().decode(bytes)) }));
  facts.push(["the order of elements", outOfOrder(parts).join("; "), ""]);
  if (isThere("ssconvert")) {
    const csv = path.join(folder, "byGnumeric.csv");
    started("ssconvert", [file, csv]);
    const rows = existsSync(csv) ? readFileSync(csv, "utf8").split("\n") : [];
    facts.push(
      ["Gnumeric: a text", rows[0]?.split(",")[0], "title"],
      ["Gnumeric: a day", rows[2]?.split(",")[0]?.replaceAll("/", "-"), "2014-12-31"],
      ["Gnumeric: a newer function", rows[4]?.split(",")[0], "2.5"],
    );
  }
  if (!isThere("soffice")) return facts;
  started("soffice", [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    "csv",
    "--outdir",
    folder,
    file,
  ]);
  const csv = path.join(folder, "ours.csv");
  const lines = existsSync(csv) ? readFileSync(csv, "utf8").trim().split("\n") : [];
  return [
    ...facts,
    ...SHOWN.map(
      (line, i) =>
        /** @type {[string, unknown, unknown]} */ ([
          `LibreOffice: row ${i + 1}`,
          lines[i]?.replace(/,+$/, ","),
          line,
        ]),
    ),
  ];
}

/** Reads and writes; what differs is a line. */
async function readByOthers() {
  const folder = mkdtempSync(path.join(tmpdir(), "xlsx-"));
  /** @type {{ passed: number, failed: string[] }} */
  const outcome = { passed: 0, failed: [] };
  /** @param {string} where @param {readonly [string, unknown, unknown][]} facts */
  const judge = (where, facts) => {
    for (const [what, found, expected] of facts) {
      if (found === expected) outcome.passed++;
      else
        outcome.failed.push(
          `${where}: ${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`,
        );
    }
  };
  try {
    for (const name of othersFiles(folder)) {
      const facts = await factsOf(path.join(folder, name));
      judge(
        name,
        facts.filter(([what]) => !NOT_WRITTEN[name]?.includes(what)),
      );
    }
    judge("ours", await oursByOthers(folder));
    const listed = started(PYTHON, [SCRIPT, "prefixes"]).stdout;
    /** @type {string[]} */
    const prefixed = listed ? JSON.parse(listed) : [];
    judge(
      "xlsxwriter",
      prefixed.map((name) => {
        const plain = name.replace(/^_xlws\./, "");
        return [`the prefix of ${plain}`, nameInFile(plain), `_xlfn.${name}`];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome;
}

module.exports = { readByOthers, withoutPython };
