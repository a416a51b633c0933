// `npm run test:warehouse`: DuckDB calls the script of dist/udf over a Parquet file of 10,000 pools; the answers must be
// those of `batch` over the same file, with no difference. It needs a build (`npm run build:cli`, `npm run build:udf`)
// and a registry of packages: DuckDB is installed into a folder of its own, as `npm ci` must need no binary.
// @ts-check
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const vm = require("node:vm");
const { writePools } = require("../cluster/pools");

const ROOT = path.resolve(__dirname, "../..");
/** Not among the packages of this project: it brings binaries. */
const DUCKDB = { name: "@duckdb/node-api", version: "1.5.6-r.1" };
const POOLS = 10_000;
const FIELDS = "oas,duration,convexity,krd";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rotation-warehouse-"));
const here = (/** @type {string} */ name) => path.join(folder, name);

/** @param {string} name @param {boolean} isGood @param {unknown} [found] */
function check(name, isGood, found) {
  console.log(`${isGood ? "passed" : "FAILED"}: ${name}${isGood ? "" : `: ${String(found)}`}`);
  if (!isGood) process.exitCode = 1;
}

/** The package, from a folder that holds nothing else. @returns {any} */
function duckdb() {
  fs.writeFileSync(here("package.json"), "{}");
  const words = [
    "install",
    "--no-audit",
    "--no-fund",
    "--save-exact",
    `${DUCKDB.name}@${DUCKDB.version}`,
  ];
  execFileSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return require(require.resolve(DUCKDB.name, { paths: [folder] }));
}

/** @param {readonly string[]} words @returns {number | null} the exit code */
const batch = (...words) =>
  spawnSync(process.execPath, [path.join(ROOT, "dist/cli.js"), "batch", ...words, "--quiet"], {
    stdio: ["ignore", "inherit", "inherit"],
  }).status;

/** The script's function, in a context where there is nothing but the language. */
function scriptFunction() {
  const context = vm.createContext(Object.create(null));
  vm.runInContext(fs.readFileSync(path.join(ROOT, "dist/udf/mortgages.js"), "utf8"), context);
  return vm.runInContext("rotationMortgages.pools", context);
}

async function main() {
  const { DuckDBInstance, DuckDBScalarFunction, DOUBLE, VARCHAR } = duckdb();
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rowsOf = async (/** @type {string} */ sql) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const pools = scriptFunction();

  /**
   * @param {string} name
   * @param {any} returnType
   * @param {(...given: unknown[]) => unknown} answer
   * @param {boolean} takesNull whether a literal NULL is handed over too
   */
  const register = (name, returnType, answer, takesNull = true) => {
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes: [DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR, VARCHAR],
        returnType,
        specialHandling: takesNull,
        mainFunction: (
          /** @type {unknown} */ _,
          /** @type {any} */ chunk,
          /** @type {any} */ out,
        ) => {
          const columns = chunk.getColumns();
          for (let row = 0; row < chunk.rowCount; row++) {
            out.setItem(row, answer(...columns.map((/** @type {unknown[]} */ it) => it[row])));
          }
          out.flush();
        },
      }),
    );
  };
  register("rotation_pools", VARCHAR, (...given) => JSON.stringify(pools(...given)));

  // Some prices are missing, some coupons are in percent: their rows must have words, and the same ones.
  writePools(here("pools.csv"), here("curve.csv"), POOLS);
  await connection.run(`
    COPY (SELECT * REPLACE (
      CASE WHEN rowid % 97 = 5 THEN NULL ELSE price END AS price,
      CASE WHEN rowid % 89 = 7 THEN 100 * coupon ELSE coupon END AS coupon)
    FROM (SELECT *, row_number() OVER () AS rowid FROM read_csv('${here("pools.csv")}')))
    TO '${here("pools.parquet")}' (FORMAT parquet)`);
  const files = ["--in", here("pools.parquet"), "--out", here("out.parquet")];
  const words = ["--curve", here("curve.csv"), "--fields", FIELDS];
  check("batch answers the Parquet file", batch("pools", ...files, ...words) === 2);

  const [{ curve }] = await rowsOf(
    `SELECT to_json(list({tenor: tenor, yield: yield} ORDER BY tenor))::VARCHAR AS curve
     FROM read_csv('${here("curve.csv")}')`,
  );
  const numbers = [
    ...["oas", "duration", "convexity"],
    ...["krd_3m", "krd_2y", "krd_5y", "krd_10y", "krd_30y"],
  ];
  const differs = numbers.map(
    (name) => `(answer->>'${name}')::DOUBLE IS DISTINCT FROM ${name}::DOUBLE`,
  );
  const started = process.cpuUsage();
  const [{ rows, answered, sentences, different }] = await rowsOf(`
    SELECT count(*)::INT AS rows, count(oas)::INT AS answered, count(error)::INT AS sentences,
      count(*) FILTER (WHERE ${differs.join(" OR ")} OR (answer->>'error') IS DISTINCT FROM error)::INT AS different
    FROM (SELECT *, rotation_pools(price, coupon, wac, wam, age, '${curve}', NULL::VARCHAR, '${FIELDS}') AS answer
      FROM '${here("out.parquet")}')`);
  const { user, system } = process.cpuUsage(started);
  check(`${POOLS} rows were compared`, rows === POOLS, rows);
  const isMixed = sentences > 200 && answered + sentences === rows;
  check("some hundred of them have words, the others answers", isMixed, sentences);
  check("DuckDB's answers have no difference from those of batch", different === 0, different);
  console.log(`        ${Math.round((user + system) / POOLS)} µs of processor time a row`);

  // How DuckDB hands over what is missing.
  const answersOf = async (/** @type {string} */ name, /** @type {string} */ price) => {
    const [{ answers }] = await rowsOf(
      `SELECT list(${name}(${price}, 0.05, 0.0595, 357, 3, '${curve}', '[]', 'oas')) AS answers FROM (VALUES (NULL), (99.5)) t(p)`,
    );
    return answers;
  };
  const blank = JSON.stringify({ error: "price is blank" });
  register("strict_pools", VARCHAR, (...given) => JSON.stringify(pools(...given)), false);
  for (const name of ["rotation_pools", "strict_pools"]) {
    const [first, second] = await answersOf(name, "p");
    const isSo = first === blank && "oas" in JSON.parse(second);
    check(`${name}: a NULL of a column gives words`, isSo, [first, second]);
  }
  const [taken] = await answersOf("rotation_pools", "NULL");
  check("a literal NULL gives words where the function takes NULL", taken === blank, taken);
  const [unasked] = await answersOf("strict_pools", "NULL");
  check("a literal NULL is NULL, without a call, where it does not", unasked === null, unasked);
  register("number_pools", DOUBLE, (...given) => Object.values(pools(...given))[0]);
  const [lost] = await answersOf("number_pools", "p");
  check("words would be NaN in a column of numbers: answers are texts", Number.isNaN(lost), lost);
  fs.rmSync(folder, { recursive: true, force: true });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
