// Checks a manifest without a network: `npm run check:manifest [path] [--dist DIR] [--development]`.
// @ts-check
const fs = require("node:fs");
const path = require("node:path");
const { validateXML, memoryPages } = require("xmllint-wasm");
const { UsageError, readArguments, main } = require("./commandLine");
const { manifestProblems } = require("./manifestRules");

const ROOT = path.join(__dirname, "../..");

/** Microsoft's schemas lie beside the project, not in it: their licence is not ours. */
const SCHEMAS = path.join(ROOT, "../shared/schemas");

/** The schema that imports the others. */
const ENTRY = "all.xsd";

/**
 * Validates the XML, and says what was not validated.
 *
 * @param {string} xml the manifest
 * @param {string | undefined} schemas the folder of the schemas; without it only the XML is parsed
 * @returns {Promise<string[]>} one sentence an error
 */
async function schemaProblems(xml, schemas) {
  const files = schemas === undefined ? [] : fs.readdirSync(schemas).filter(isSchema);
  const [entry, ...imported] = [ENTRY, ...files.filter((file) => file !== ENTRY)].map(
    (fileName) => ({
      fileName,
      contents: schemas === undefined ? "" : fs.readFileSync(path.join(schemas, fileName), "utf8"),
    }),
  );
  const result = await validateXML({
    xml: { fileName: "manifest.xml", contents: xml },
    ...(schemas === undefined || !entry
      ? { normalization: /** @type {const} */ ("c14n") }
      : { schema: entry, preload: imported }),
    maxMemoryPages: 64 * memoryPages.MiB,
  });
  return result.errors.map(({ message, loc }) =>
    loc === null ? message : `line ${loc.lineNumber}: ${message.replace(/\{http[^}]*\}/g, "")}`,
  );
}

/** @param {string} file @returns {boolean} whether the file is a schema */
const isSchema = (file) => file.endsWith(".xsd");

/**
 * Checks one manifest.
 *
 * @param {object} options what to check, and against what
 * @param {string} options.xml the manifest
 * @param {string} options.version package.json's version
 * @param {string} options.files the folder in which the manifest's files are: dist, or the project's own
 * @param {boolean} [options.complete] whether every address must have its file
 * @param {boolean} [options.production] whether the manifest is one for users
 * @param {string} [options.schemas] the folder of Microsoft's schemas; "" for none
 * @param {boolean} [options.needSchemas] whether missing schemas are a broken rule and not a note
 * @param {string} [options.functionsFile] functions.json, where there is one
 * @returns {Promise<{ problems: string[], notes: string[] }>} broken rules, and what to know besides
 */
async function checkManifest({
  xml,
  version,
  files,
  complete = false,
  production = false,
  schemas = SCHEMAS,
  needSchemas = false,
  functionsFile = path.join(files, "functions.json"),
}) {
  const notes = [];
  const problems = [];
  const there = schemas !== "" && fs.existsSync(path.join(schemas, ENTRY));
  if (!there) {
    const skipped = `skipped: validation against Microsoft's schemas, which are not at ${schemas || "any place"}`;
    if (needSchemas) problems.push(`${skipped}; they must be there`);
    else notes.push(skipped);
  }
  const ofSchema = await schemaProblems(xml, there ? schemas : undefined);
  problems.push(...ofSchema);
  const wellFormed = !ofSchema.some((problem) => /parser error|tag mismatch/i.test(problem));
  if (wellFormed) {
    problems.push(
      ...manifestProblems(xml, {
        version,
        complete,
        production,
        readFile(file) {
          const place = path.join(files, file);
          return fs.existsSync(place) && fs.statSync(place).isFile()
            ? fs.readFileSync(place)
            : undefined;
        },
        functions: fs.existsSync(functionsFile)
          ? JSON.parse(fs.readFileSync(functionsFile, "utf8"))
          : undefined,
      }),
    );
  }
  if (/^0\./.test(version)) {
    notes.push(
      `note: Version begins with 0; Microsoft's own validation refuses versions below 1.0, so sideload` +
        ` this one but raise package.json's version before the admin centre or AppSource`,
    );
  }
  return { problems, notes };
}

module.exports = { checkManifest };

if (require.main === module) {
  main(async () => {
    const { values, flags, positional } = readArguments(process.argv.slice(2), {
      values: ["dist"],
      flags: ["development"],
      positional: 1,
    });
    const dist = values.get("dist");
    const file = positional[0] ?? path.join(dist ?? ROOT, "manifest.xml");
    if (!fs.existsSync(file)) throw new UsageError(`${file} is not there; it must be a manifest`);
    if (dist !== undefined && !fs.existsSync(dist)) {
      throw new UsageError(`--dist is ${dist}, which is not there; it must be a built folder`);
    }
    const { problems, notes } = await checkManifest({
      xml: fs.readFileSync(file, "utf8"),
      version: require("../../package.json").version,
      files: dist ?? ROOT,
      complete: dist !== undefined,
      production: dist !== undefined && !flags.has("development"),
      // Where the project's own checks run, nothing is skipped in silence.
      needSchemas: process.env.CI === "true",
      functionsFile: path.join(dist ?? path.join(ROOT, "dist"), "functions.json"),
    });
    for (const line of [...notes, ...problems]) console.log(line);
    const shown = path.relative(process.cwd(), file);
    console.log(
      problems.length === 0
        ? `${shown} is good`
        : `${shown} breaks ${problems.length === 1 ? "a rule" : `${problems.length} rules`}`,
    );
    return problems.length === 0 ? 0 : 1;
  });
}
