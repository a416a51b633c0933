/*
 * Monthly factor files of Fannie Mae and Freddie Mac, made up in the published form: headings of 2019 and of
 * December 2025, which differ in number, order and names around those that are read.
 */
import { mbsOasCard } from "../../../src/functions/mortgageOas";
import { batch, curve, CURVE_ROWS, file, path, textOf } from "./runBatch";

const TERMS = [
  "WA Net Interest Rate",
  "WA Current Interest Rate",
  "WA Current Remaining Months to Maturity",
  "WA Loan Age",
  "WA Loan Term",
];
const IN_2019 = [
  "Prefix",
  "Security Identifier",
  "CUSIP",
  "Security Factor Date",
  "Security Factor",
  "Payment Delay Days",
  ...TERMS,
  "WA Borrower Credit Score",
  "WA Mortgage Margin",
  "Interest Only Security Indicator",
];
const IN_2025 = [
  "Prefix",
  "Security Identifier",
  "CUSIP",
  "Issuer",
  "Security Factor",
  "WA Classic FICO",
  "WA VS4",
  ...TERMS,
  "Payment Delay Days",
  "Interest Only Security Indicator",
  "WA Mortgage Margin",
  "Mission Density Score",
];
const POOL: Record<string, string> = {
  Prefix: "CL",
  CUSIP: "MADEUP001",
  "Security Factor": "0.85000000",
  "Payment Delay Days": "55",
  "WA Net Interest Rate": "5.500",
  "WA Current Interest Rate": "6.312",
  "WA Current Remaining Months to Maturity": "340",
  "WA Loan Age": "17",
  "WA Loan Term": "360",
  "WA Mortgage Margin": "77.777",
  "Interest Only Security Indicator": "N",
};
const text = (headings: readonly string[], pools: Record<string, string>[]) =>
  [
    headings.join("|"),
    ...pools.map((pool) => headings.map((heading) => pool[heading] ?? "").join("|")),
    "",
  ].join("\n");
const prices = file(
  "prices.csv",
  "coupon,term,price,payUp\n5.5%,30,100-16,\n0.055,15,101.5,0.25\n0.05,30,98.25,\n",
);
const run = (name: string, content: string, ...words: string[]) =>
  batch([
    "pools",
    "--layout",
    "fannie",
    "--in",
    file(`${name}.txt`, content),
    "--prices",
    prices,
    "--curve",
    curve,
    "--fields",
    "oas",
    "--out",
    path(`${name}.out.csv`),
    ...words,
  ]);
const ends = (name: string) => textOf(`${name}.out.csv`).trimEnd().split("\n").slice(1);
const oasOf = (price: number, coupon: number, wac: number, wam: number, age: number) =>
  mbsOasCard(price, coupon, wac, wam, age, CURVE_ROWS, undefined, "oas")[0]?.[0] as number;

describe("a published file", () => {
  it.each([
    ["2019", IN_2019],
    ["2025", IN_2025],
  ])("of %s becomes pools at the price of their coupon and term", async (year, headings) => {
    const short = {
      ...POOL,
      CUSIP: "MADEUP002",
      "WA Loan Term": "178",
      "WA Current Remaining Months to Maturity": "150",
    };
    const { code, said } = await run(`of${year}`, text(headings, [POOL, short]));
    expect([code, said]).toEqual([0, ""]);
    const [first = "", second = ""] = ends(`of${year}`);
    const oas = (line: string) => Number(line.split(",").at(-2));
    expect(Math.abs(oas(first) - oasOf(100.5, 0.055, 0.06312, 340, 17))).toBeLessThanOrEqual(0.005);
    // 15 years, with the pay-up.
    expect(Math.abs(oas(second) - oasOf(101.75, 0.055, 0.06312, 150, 17))).toBeLessThanOrEqual(
      0.005,
    );
    expect(first.startsWith(headings.map((heading) => POOL[heading] ?? "").join(","))).toBe(true);
  });

  it.each([
    ["a placeholder of a rate", { "WA Current Interest Rate": "77.777" }, "wac is #N/A"],
    ["a placeholder of months", { "WA Loan Age": "999" }, "age is #N/A"],
    ["a placeholder of the term", { "WA Loan Term": "9999" }, "WA Loan Term is #N/A"],
    [
      "adjustable rates",
      { "WA Mortgage Margin": "2.25" },
      '"WA Mortgage Margin is 2.25; it must be blank or 77.777, a pool of fixed rates"',
    ],
    [
      "no principal",
      { "Interest Only Security Indicator": "Y" },
      '"Interest Only Security Indicator is Y; it must be N, a pool that repays principal"',
    ],
    [
      "a factor of 0",
      { "Security Factor": "0.00000000" },
      "Security Factor is 0; the pool is paid off",
    ],
    [
      "a coupon without a price",
      { "WA Net Interest Rate": "5.250" },
      "price is #N/A: the prices have no coupon 0.0525 for loans of 360 months",
    ],
    [
      "a term without a price",
      { "WA Loan Term": "480" },
      "price is #N/A: the prices have no coupon 0.055 for loans of 480 months",
    ],
  ])("says of %s why there is no answer", async (_, change, sentence) => {
    const { code } = await run("lacking", text(IN_2025, [{ ...POOL, ...change }]));
    expect(code).toBe(2);
    expect(ends("lacking")[0]).toMatch(/,,/);
    expect(ends("lacking")[0]?.endsWith(`,,${sentence}`)).toBe(true);
  });

  it("of another payment delay asks for the assumption that is of it", async () => {
    const gold = text(IN_2019, [{ ...POOL, "Payment Delay Days": "45" }]);
    await run("gold", gold);
    expect(ends("gold")[0]).toMatch(
      /"Payment Delay Days is 45; it must be 55, as pool\.delay of the assumptions is 24: /,
    );
    const assumptions = file("gold14.csv", "pool.delay,14\n");
    expect((await run("gold", gold, "--assumptions", assumptions)).code).toBe(0);
  });

  it("takes the rows of a correction file in place of its own", async () => {
    const other = { ...POOL, CUSIP: "MADEUP002" };
    const corrections = file(
      "corrections.txt",
      text([...IN_2025].reverse(), [
        { ...other, "WA Current Remaining Months to Maturity": "300" },
      ]),
    );
    const { code } = await run(
      "corrected",
      text(IN_2025, [POOL, other]),
      "--corrections",
      corrections,
    );
    expect(code).toBe(0);
    const months = ends("corrected").map(
      (line) => line.split(",")[IN_2025.indexOf("WA Current Remaining Months to Maturity")],
    );
    expect(months).toEqual(["340", "300"]);
    const [first, second] = ends("corrected").map((line) => Number(line.split(",").at(-2)));
    expect(
      Math.abs((second as number) - oasOf(100.5, 0.055, 0.06312, 300, 17)),
    ).toBeLessThanOrEqual(0.005);
    expect(second).not.toBe(first);
  });

  it.each([
    [
      "another file",
      ["--layout", "fannie"],
      "id|price\n1|2\n",
      /has no column CUSIP; it must be a monthly factor file/,
    ],
    [
      "of no publisher that is known",
      ["--layout", "sallie"],
      "",
      /^--layout is sallie of pools; it must be one of fannie, freddie, ginnie, of pools\n$/,
    ],
  ])("is refused where it is %s", async (_, words, content, sentence) => {
    const input = file("other.txt", content);
    const { code, said } = await batch([
      "pools",
      ...words,
      "--in",
      input,
      "--prices",
      prices,
      "--curve",
      curve,
      "--out",
      path("never.csv"),
    ]);
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });

  it("needs prices, and prices need it", async () => {
    const input = file("x.txt", text(IN_2025, [POOL]));
    const words = ["pools", "--in", input, "--curve", curve, "--out", path("never.csv")];
    expect((await batch([...words, "--layout", "freddie"])).said).toMatch(
      /^--prices is missing; published files have no prices/,
    );
    expect((await batch([...words, "--prices", prices])).said).toMatch(
      /^--prices and --corrections belong to --layout/,
    );
    const bad = file("bad.csv", "coupon,price\n0.05,99\n");
    expect((await batch([...words, "--layout", "freddie", "--prices", bad])).said).toMatch(
      /bad\.csv has the columns coupon, price; it must have coupon, term \(years\), price/,
    );
  });
});
