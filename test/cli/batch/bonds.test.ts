/* Bonds of a file against the worksheet functions, equal to the last bit; the sentences letter by letter. */
import { bondRiskCard, bondYieldCells } from "../../../src/functions/bond";
import { bondOasCard } from "../../../src/functions/bondOas";
import { bondSpreadCells } from "../../../src/functions/bondSpread";
import { batch, curve, CURVE_ROWS, file, path, rowsOf, textOf } from "./runBatch";

const HEADER = "id,settlement,maturity,coupon,price,frequency,basis,calls,hwVol";
const ROWS = [
  "a,2026-01-15,2036-02-15,0.045,99-16,2,1,2029-02-15 102; 2031-02-15 100,0.01",
  "b,2026-01-15,2031-01-15,0.05,101.25,,0,2028-01-15 100,",
  "c,2026-01-16,2027-07-15,3.5%,98.5,1,4,2027-01-15 100,",
];
const run = (name: string, lines: readonly string[], ...words: string[]) =>
  batch([
    "bonds",
    "--in",
    file(`${name}.csv`, [HEADER, ...lines, ""].join("\n")),
    "--out",
    path(`${name}.out.csv`),
    "--curve",
    curve,
    ...words,
  ]);
const answers = (name: string) => rowsOf(textOf(`${name}.out.csv`));
const cells = (line: string) =>
  line
    .split(",")
    .map((text) => (text === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text));
const one = (value: unknown) => [[value]] as any[][];

describe("batch bonds", () => {
  it("gives each bond what BONDYIELD, BONDRISK and BONDSPREAD give it", async () => {
    const risks = ["clean", "accrued", "dirty", "macaulay", "modified", "convexity", "dv01"];
    const { code, said } = await run(
      "plain",
      ROWS,
      "--fields",
      ["yield", ...risks, "Z,ZC,ZA,G,I,ASW,ASWA"].join(","),
    );
    expect([code, said]).toEqual([0, ""]);
    for (const [i, row] of answers("plain").entries()) {
      const [, settlement, maturity, coupon, price, frequency, basis] = cells(ROWS[i] as string);
      const bond = [settlement, maturity, coupon].map(one) as [any[][], any[][], any[][]];
      const yld = bondYieldCells(
        ...bond,
        one(price),
        one(null),
        one(frequency),
        one(basis),
      )[0]?.[0];
      expect(Number(row["yield"])).toBe(yld);
      for (const risk of risks) {
        const expected = bondRiskCard(
          settlement,
          maturity,
          coupon,
          yld,
          null,
          frequency,
          basis,
          null,
          null,
          null,
          null,
          risk,
        );
        expect([risk, Number(row[risk])]).toEqual([risk, expected[0]?.[0]]);
      }
      for (const type of ["Z", "ZC", "ZA", "G", "I", "ASW", "ASWA"]) {
        const expected = bondSpreadCells(
          ...bond,
          one(price),
          CURVE_ROWS,
          one(type),
          one(frequency),
          one(basis),
        );
        expect([type, Number(row[type])]).toEqual([type, expected[0]?.[0]]);
      }
    }
  });

  it("gives each callable bond what BONDOAS gives it", async () => {
    const fields = [
      "oas",
      "zSpread",
      "optionCost",
      "effectiveDuration",
      "effectiveConvexity",
      "yieldToWorst",
    ];
    await run("called", ROWS, "--fields", fields.join(","));
    for (const [i, row] of answers("called").entries()) {
      const [, settlement, maturity, coupon, price, frequency, basis, calls, hwVol] = cells(
        ROWS[i] as string,
      );
      const table = String(calls)
        .split("; ")
        .map((call) => call.split(" ").map((part, k) => (k === 1 ? Number(part) : part)));
      for (const field of fields) {
        const expected = bondOasCard(
          settlement,
          maturity,
          coupon,
          price,
          CURVE_ROWS,
          table,
          hwVol,
          null,
          frequency,
          basis,
          field,
        );
        expect([field, Number(row[field])]).toEqual([field, expected[0]?.[0]]);
      }
    }
  });

  it("prices from a yield", async () => {
    const input = file(
      "yld.csv",
      "settlement,maturity,coupon,yld\n2026-01-15,2031-01-15,0.05,0.05\n",
    );
    await batch(["bonds", "--in", input, "--out", path("yld.out.csv"), "--fields", "clean,yield"]);
    const [row] = rowsOf(textOf("yld.out.csv"));
    expect(Number(row?.["clean"])).toBeCloseTo(100, 10);
    expect(row).toMatchObject({ yld: "0.05", yield: "0.05", error: "" });
  });

  it("says what a row lacks, and keeps what the others of its fields are", async () => {
    const bad = [
      "a,2026-01-15,2020-02-15,0.045,99.5,2,1,,",
      "b,15/01/2026,2031-01-15,0.05,101.25,,0,,",
      "c,2026-01-15,2031-01-15,0.05,,,0,,",
      "d,2026-01-15,2031-01-15,0.05,99,3,0,,",
      "e,2026-01-15,2026-02-15,0.05,99.9,2,0,,",
      "f,2026-01-15,2031-01-15,0.05,99,2,0,2028,",
    ];
    const { code } = await run("bad", bad, "--fields", "yield,G,oas");
    expect(code).toBe(2);
    const lines = textOf("bad.out.csv").trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line[0]).join("")).toBe("abcdef");
    expect(lines[1]).toMatch(
      /,,,,"settlement is the text ""15\/01\/2026""; it must be a date from 1900-03-01/,
    );
    expect(lines[2]).toMatch(/,,,,price and yld are blank; give one of them$/);
    expect(lines[3]).toMatch(/,,,,"frequency is 3; it must be 1, 2, 4 or 12 coupons a year"$/);
    // The yield is there, the spread outside the curve and the spread of no calls are not.
    expect(lines[4]).toMatch(/,0\.0\d+,,,".*; calls is missing; give days and clean prices/);
    expect(lines[5]).toMatch(
      /,0\.05\d+,[-\d.]+,,"calls has ""2028""; it must be a day and a clean price/,
    );
  });

  it("answers no spread of a bond with an odd period as if it had none", async () => {
    const input = file(
      "odd.csv",
      "settlement,maturity,coupon,price,issue,firstCoupon\n2026-01-15,2031-01-15,0.05,99,2025-10-01,2026-07-15\n",
    );
    await batch([
      "bonds",
      "--in",
      input,
      "--out",
      path("odd.out.csv"),
      "--curve",
      curve,
      "--fields",
      "yield,Z",
    ]);
    expect(textOf("odd.out.csv")).toMatch(
      /,0\.052\d+,,"issue is given; it must be blank for spreads, which know no odd periods"\n$/,
    );
  });

  it("needs a curve for spreads", async () => {
    const input = file("curveless.csv", [HEADER, ...ROWS, ""].join("\n"));
    const { code, said } = await batch([
      "bonds",
      "--in",
      input,
      "--out",
      path("x.csv"),
      "--fields",
      "Z",
    ]);
    expect([code, said]).toEqual([1, "curve is missing; give tenors and par yields\n"]);
  });
});
