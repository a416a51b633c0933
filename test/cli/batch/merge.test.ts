/* Outputs of shards as one: the bytes of a job without shards, or words. */
import { readFileSync } from "node:fs";
import { BLOCK_ROWS } from "../../../src/cli/batch/block";
import { batch, file, path, poolsText, POOL_HEADER, spreadsJob } from "./runBatch";

const ROWS = Math.floor(2.2 * BLOCK_ROWS);
const [, ...pools] = poolsText(20).trimEnd().split("\n");
const blank = Array.from({ length: ROWS }, (_, i) => `"row, ${i}",,0.05,0.06,300,3`);
const input = file("rows.csv", [POOL_HEADER, ...pools, ...blank, ""].join("\n"));
const job = spreadsJob(input);
const shards = async (form: string, of: number, ...words: string[]) => {
  const names = Array.from({ length: of }, (_, i) => `part${i + 1}of${of}.${form}`);
  for (const [i, name] of names.entries())
    await batch(job(name, "--shard", `${i + 1}/${of}`, ...words));
  return names.map(path);
};
const merge = (output: string, parts: readonly string[]) =>
  batch(["merge", "--out", path(output), ...parts]);

describe("batch merge", () => {
  it.each(["csv", "ndjson", "parquet"])(
    "of shards of %s gives the bytes of one job",
    async (form) => {
      await batch(job(`one.${form}`));
      const parts = await shards(form, 3);
      const { code, said } = await merge(`merged.${form}`, [...parts].reverse());
      expect([code, said]).toEqual([2, ""]);
      expect(readFileSync(path(`merged.${form}`)).equals(readFileSync(path(`one.${form}`)))).toBe(
        true,
      );
      const receipt = JSON.parse(readFileSync(path(`merged.${form}.receipt.json`), "utf8"));
      expect(receipt).toMatchObject({ shard: null, rows: 20 + ROWS, errors: ROWS });
      expect(Object.keys(receipt.inputs)).toEqual(["in 1/3", "in 2/3", "in 3/3", "curve"]);
    },
  );

  it("refuses shards that are missing, double, of another job, or none", async () => {
    const parts = await shards("csv", 2);
    const said = async (...some: string[]) => (await merge("never.csv", some)).said;
    const [first = "", second = ""] = parts;
    expect(await said(first)).toBe("shard 2/2 is missing; merge takes all of them\n");
    expect(await said(first, second, second)).toMatch(
      /are both shard 2\/2; each must be there once/,
    );
    await batch(job("other.csv", "--shard", "2/2", "--key-tenors", "2,5"));
    expect(await said(first, path("other.csv"))).toMatch(
      /are of different jobs; program, options and inputs must be the same/,
    );
    await batch(job("whole.csv"));
    expect(await said(path("whole.csv"))).toMatch(
      /whole\.csv is no shard; merge takes outputs of --shard/,
    );
    expect(await said(input)).toMatch(/rows\.csv\.receipt\.json: there is no such file/);
    expect(await said("a.parquet")).toMatch(/^a\.parquet has another form than .*never\.csv/);
    expect((await batch(["merge", first])).said).toMatch(
      /^merge writes a file; --out FILE must be among its words/,
    );
    expect(await said()).toMatch(/^merge has no files/);
    expect(await said("--force")).toMatch(/^--force is not an option of merge; it knows --out/);
  });
});
