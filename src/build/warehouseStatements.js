// The SQL statements that create the functions of dist/udf, from one table of functions, arguments and types.
// @ts-check
const { createHash } = require("node:crypto");

/**
 * A function of src/warehouse/functions.json.
 *
 * @typedef {object} WarehouseFunction
 * @property {string} family the script that it is in
 * @property {string} name the name in the script
 * @property {string} about one sentence
 * @property {readonly { name: string, type: string }[]} terms the arguments of a row
 * @property {readonly string[]} settings the arguments that are texts, the same in every row of a query
 */

/** What an argument is in a warehouse. INT64 is no type of an argument of BigQuery's scripts, nor has Snowflake one. */
const TYPES = {
  bigquery: new Map([
    ["number", "FLOAT64"],
    ["text", "STRING"],
    ["numbers", "ARRAY<FLOAT64>"],
    ["texts", "ARRAY<STRING>"],
  ]),
  snowflake: new Map([
    ["number", "FLOAT"],
    ["text", "VARCHAR"],
    ["numbers", "ARRAY"],
    ["texts", "ARRAY"],
  ]),
};

/** Of a function, beside that of the family. */
const PREFIX = "rotation_";

/**
 * What a family's script calls itself.
 *
 * @param {string} family such as mortgages
 * @returns {string} such as rotationMortgages
 */
const globalName = (family) => `rotation${family.charAt(0).toUpperCase()}${family.slice(1)}`;

/** @param {WarehouseFunction} it @returns {{ name: string, type: string }[]} all arguments */
const argumentsOf = ({ terms, settings }) => [
  ...terms,
  ...settings.map((name) => ({ name, type: "text" })),
];

/**
 * @param {WarehouseFunction} it a function
 * @param {ReadonlyMap<string, string>} types names of types
 * @returns {string} the arguments as they are declared, a line each
 */
const declared = (it, types) =>
  argumentsOf(it)
    .map(({ name, type }) => `  ${name} ${types.get(type)}`)
    .join(",\n");

/**
 * The statements for BigQuery, which reads the scripts from a bucket.
 *
 * @param {readonly WarehouseFunction[]} functions the table
 * @param {string} program which program, for the heading
 * @returns {string} SQL
 */
function bigQueryStatements(functions, program) {
  const heading = `-- ${program}: functions for BigQuery. These statements were not run in BigQuery by those who wrote them.
-- Copy mortgages.js, bonds.js and series.js into a bucket; replace BUCKET/FOLDER and DATASET.
-- An answer is a text of JSON: a key for each field that could be answered, and "error", in words, where one could
-- not. NULL arguments are blank. CAST(JSON_VALUE(answer, '$.oas') AS FLOAT64) is a field, NULL where there is none.
`;
  const statements = functions.map((it) => {
    const call = `${globalName(it.family)}.${it.name}(${argumentsOf(it)
      .map(({ name }) => name)
      .join(", ")})`;
    return `CREATE OR REPLACE FUNCTION DATASET.${PREFIX}${it.name}(
${declared(it, TYPES.bigquery)}
)
RETURNS STRING
DETERMINISTIC
LANGUAGE js
OPTIONS (
  library = ["gs://BUCKET/FOLDER/${it.family}.js"],
  description = "${it.about}"
)
AS r"""
return JSON.stringify(${call});
""";
`;
  });
  return [heading, ...statements].join("\n");
}

/**
 * The statements for Snowflake, which have the scripts in them. A body is evaluated in each row: the script only where
 * its process has not had this very script yet.
 *
 * @param {readonly WarehouseFunction[]} functions the table
 * @param {string} program which program, for the heading
 * @param {(family: string) => string} scriptOf a family's script
 * @returns {string} SQL
 * @throws {Error} when a script holds the sign that ends a body
 */
function snowflakeStatements(functions, program, scriptOf) {
  const heading = `-- ${program}: functions for Snowflake. These statements were not run in Snowflake by those who wrote them.
-- An answer is an object: a key for each field that could be answered, and "error", in words, where one could not.
-- NULL arguments are blank. answer:oas::FLOAT is a field, NULL where there is none.
`;
  const statements = functions.map((it) => {
    const script = scriptOf(it.family).trim();
    if (script.includes("$$")) throw new Error(`${it.family}.js holds $$, which ends a body`);
    const built = createHash("sha256").update(script).digest("hex").slice(0, 12);
    const name = globalName(it.family);
    // Snowflake hands arguments over under their names in capitals.
    const given = argumentsOf(it).map((argument) => argument.name.toUpperCase());
    return `CREATE OR REPLACE FUNCTION ${PREFIX}${it.name}(
${declared(it, TYPES.snowflake)}
)
RETURNS VARIANT
LANGUAGE JAVASCRIPT
CALLED ON NULL INPUT
IMMUTABLE
COMMENT = '${it.about}'
AS $$
if (typeof ${name}Built === "undefined" || ${name}Built !== "${built}") {
${script}
${name}Built = "${built}";
}
return ${name}.${it.name}(${given.join(", ")});
$$;
`;
  });
  return [heading, ...statements].join("\n");
}

module.exports = { bigQueryStatements, snowflakeStatements, globalName };
