/*
 * Monthly single-family pool files of Ginnie Mae, made up in the published form: records of fields between vertical
 * bars, of which those of type PS are pools. Places of fields: docs/scale.md.
 */
import { mbsOasCard } from "../../../src/functions/mortgageOas";
import { batch, curve, CURVE_ROWS, file, path, textOf } from "./runBatch";

const FIELDS = 40;
/** A made-up pool of Ginnie Mae II, by place from 1. */
const POOL: Record<number, string> = {
  1: "PS",
  2: "MADEUP001",
  3: "MA0001",
  4: "M",
  5: "SF",
  6: "20240801",
  7: "5.500",
  8: "20540820",
  9: "250000000.00",
  10: "212500000.00",
  11: "0.85000000",
  12: "9999",
  13: 'Multiple "Issuers"',
  16: "310000",
  18: "6.012",
  19: "340",
  20: "17",
  21: "359",
};
const record = (pool: Record<number, string>) =>
  Array.from({ length: FIELDS }, (_, i) => pool[i + 1] ?? "").join("|");
const text = (...pools: Record<number, string>[]) =>
  ["HP|202508|20250907", ...pools.map((pool) => record({ ...POOL, ...pool })), "TP|1", ""].join(
    "\n",
  );
const prices = file("prices.csv", "coupon,term,price\n5.5%,30,100-16\n0.055,15,101.5\n");
const ofTwo = file("g2.csv", "key,value\npool.delay,19\n");
const run = (name: string, content: string, ...words: string[]) =>
  batch([
    ...["pools", "--layout", "ginnie", "--in", file(`${name}.txt`, content), "--prices", prices],
    ...["--curve", curve, "--fields", "oas", "--out", path(`${name}.out.csv`)],
    ...(words.includes("--assumptions") ? [] : ["--assumptions", ofTwo]),
    ...words,
  ]);
const lines = (name: string) => textOf(`${name}.out.csv`).trimEnd().split("\n");
const oasOf = (line: string | undefined) => Number(line?.split(",").at(-2));
const alone = (price: number, wam: number, delay: number) =>
  mbsOasCard(
    ...([price, 0.055, 0.06012, wam, 17, CURVE_ROWS] as const),
    [["pool.delay", delay]],
    "oas",
  )[0]?.[0] as number;

describe("Ginnie Mae's file of pools", () => {
  it("becomes pools at the price of their coupon and term; head and tail are no rows", async () => {
    const short = { 2: "MADEUP002", 19: "150", 21: "178" };
    const { code, said } = await run("both", text({}, short));
    expect([code, said]).toEqual([0, ""]);
    const [header = "", first, second, ...more] = lines("both");
    expect(more).toEqual([]);
    expect(header.split(",").slice(0, 7)).toEqual([
      ...["Record Type", "CUSIP Number", "Pool ID", "Pool Indicator", "Pool Type", "Issue Date"],
      "Security Interest Rate",
    ]);
    expect(header).toContain(",Field 14,Field 15,Average Original Loan Size (AOLS),Field 17,");
    expect(header.endsWith(",Field 40,oas,error")).toBe(true);
    expect(first).toContain(',"Multiple ""Issuers""",');
    expect(Math.abs(oasOf(first) - alone(100.5, 340, 19))).toBeLessThanOrEqual(0.005);
    expect(Math.abs(oasOf(second) - alone(101.5, 150, 19))).toBeLessThanOrEqual(0.005);
  });

  it("of Ginnie Mae I has its own delay", async () => {
    const one = file("g1.csv", "key,value\npool.delay,14\n");
    expect((await run("one", text({ 4: "X" }), "--assumptions", one)).code).toBe(0);
    expect(Math.abs(oasOf(lines("one")[1]) - alone(100.5, 340, 14))).toBeLessThanOrEqual(0.005);
  });

  it.each([
    [
      "another programme",
      { 4: "X" },
      /"Pool Indicator is X, Ginnie Mae I, whose payment delay is 14; pool\.delay of the assumptions is 19 and must be 14"$/,
    ],
    ["no programme", { 4: "" }, /"Pool Indicator is blank; it must be X, C, M"$/],
    [
      "adjustable rates",
      { 5: "AR" },
      /"Pool Type is AR; it must be SF or JM, level payments at fixed rates"$/,
    ],
    ["a pool that is paid off", { 11: "0.00000000" }, /,RPB Factor is 0; the pool is paid off$/],
    ["no WAC", { 18: "" }, /,wac is #N\/A$/],
    ["a placeholder of months", { 19: "999" }, /,wam is #N\/A$/],
    ["no term", { 21: "" }, /,WA Original Loan Term \(WAOLT\) is #N\/A$/],
    [
      "a rate that is a decimal",
      { 18: "0.0601" },
      /"coupon is 0\.055, above wac, 0\.000601; it must be a net coupon/,
    ],
  ])("says of %s why there is no answer", async (_, change: Record<number, string>, sentence) => {
    expect((await run("lacking", text(change))).code).toBe(2);
    expect(lines("lacking")[1]).toMatch(/,,/);
    expect(lines("lacking")[1]).toMatch(sentence);
  });

  it("takes the records of a correction file in place of its own", async () => {
    const corrections = file("corrections.txt", text({ 2: "MADEUP002", 19: "300" }));
    const { code } = await run(
      "corrected",
      text({}, { 2: "MADEUP002" }),
      "--corrections",
      corrections,
    );
    expect(code).toBe(0);
    const [, first, second] = lines("corrected");
    expect(Math.abs(oasOf(second) - alone(100.5, 300, 19))).toBeLessThanOrEqual(0.005);
    expect(oasOf(first)).not.toBe(oasOf(second));
  });

  it("cut into shards gives the bytes of the whole", async () => {
    const content = text(
      ...Array.from({ length: 30 }, (_, i) => ({ 2: `MADEUP${100 + i}`, 20: `${i}` })),
    );
    await run("whole", content);
    const parts = [];
    for (const i of [1, 2, 3]) {
      await run(`part${i}`, content, "--shard", `${i}/3`);
      parts.push(...lines(`part${i}`).slice(1));
    }
    expect(parts).toEqual(lines("whole").slice(1));
  });

  it.each([
    [
      "of no pool",
      "HP|202508|20250907\n",
      /has no record that begins with PS\|; it must be a monthly file of single-family pools/,
    ],
    ["of headings", "CUSIP|WAC\nA|5\n", /has no record that begins with PS\|/],
    [
      "cut short",
      "HP|202508\nPS|MADEUP001|MA0001\n",
      /line 2: 3 fields; there must be 21 at least/,
    ],
    [
      "with another record",
      `${record(POOL)}\n${record(POOL)}|x\n`,
      /line 2: 41 fields; there must be 40, as in the first record PS/,
    ],
  ])("%s is refused in words", async (_, content, sentence) => {
    const { code, said } = await run("bad", content);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });
});
